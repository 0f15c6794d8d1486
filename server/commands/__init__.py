"""The commands of an operator, one file a topic."""

from server.commands import (  # noqa: F401  (commands register themselves)
    accounts,
    bench,
    clinic,
    demo,
    downtime,
    printers,
    serve,
    simulate,
    upkeep,
    voice,
)
from server.commands.parts import cli
from server.print_agent import print_agent

cli.add_command(print_agent)

__all__ = ["cli"]
