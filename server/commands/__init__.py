"""The commands of an operator, one file a topic."""

from server.commands import accounts, bench, clinic, demo, serve, simulate  # noqa: F401  (commands register themselves)
from server.commands.parts import cli
from server.print_agent import print_agent

cli.add_command(print_agent)

__all__ = ["cli"]
