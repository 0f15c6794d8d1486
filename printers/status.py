"""What a printer says of itself: the four real-time status bytes (DLE EOT 1 to 4) in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

REQUESTS = (1, 2, 3, 4)
"""1 printer, 2 cause of being offline, 3 cause of an error, 4 paper sensors."""


class State(StrEnum):
    """The one thing to tell staff about a printer, the most urgent one where several are true."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_FAULT = "cutter_fault"
    OVERHEATED = "overheated"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """A printer's state. `replies` are the raw bytes to the requests 1 to 4, None where it was silent."""

    state: State
    replies: tuple[int | None, ...] = (None, None, None, None)

    @property
    def can_print(self) -> bool:
        """Whether the printer itself said that it prints; a silent one has not."""
        return self.state in (State.READY, State.PAPER_LOW)

    @property
    def silent(self) -> bool:
        """Whether nothing was answered."""
        return self.state is State.UNKNOWN


SILENT = PrinterStatus(State.UNKNOWN)


def is_status_byte(byte: int) -> bool:
    """Whether a byte is a DLE EOT reply: bits 0 and 7 are always 0, bits 1 and 4 always 1."""
    return byte & 0b1001_0011 == 0b0001_0010


def is_paper_byte(byte: int) -> bool:
    """Whether a byte is a GS r reply, which a printer sends after it has worked off all that came before."""
    return byte & 0b1001_0000 == 0


def decode_status(replies: Sequence[int | None]) -> PrinterStatus:
    """The state behind up to four replies, in the order of the requests; missing ones count as unknown."""
    four = (tuple(replies) + (None,) * 4)[:4]
    if all(reply is None for reply in four):
        return SILENT
    printer, offline, error, paper = (reply or 0 for reply in four)
    causes = (
        # an open cover lifts the paper sensor too, so it is looked at first
        (offline & 0b0000_0100, State.COVER_OPEN),
        (paper & 0b0110_0000 or offline & 0b0010_0000, State.PAPER_OUT),
        (error & 0b0000_1000, State.CUTTER_FAULT),
        (error & 0b0100_0000, State.OVERHEATED),
        (printer & 0b0000_1000 or offline & 0b0100_0000 or error & 0b0010_0100, State.OFFLINE),
        (paper & 0b0000_1100, State.PAPER_LOW),
    )
    state = next((state for bits, state in causes if bits), State.READY)
    return PrinterStatus(state, four)
