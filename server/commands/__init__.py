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

__all__ = ["cli"]
