"""The commands of an operator, one file a topic."""

from server.commands import accounts, bench, clinic, demo, downtime, serve, simulate  # noqa: F401  (commands register themselves)
from server.commands.parts import cli

__all__ = ["cli"]
