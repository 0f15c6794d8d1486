"""What a printer says of itself, in words: the four real-time status bytes (DLE EOT 1 to 4), or the blocks of four
bytes that it sends unasked (Automatic Status Back, switched on by GS a). R59.
"""

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
    """A printer's state. `replies` are the raw bytes to the requests 1 to 4, None where it was silent; `block` is the
    block that the state was read from where it answers no requests."""

    state: State
    replies: tuple[int | None, ...] = (None, None, None, None)
    block: bytes | None = None

    @property
    def can_print(self) -> bool:
        """Whether the printer itself said that it prints; a silent one has not."""
        return self.state in (State.READY, State.PAPER_LOW)

    @property
    def silent(self) -> bool:
        """Whether nothing was answered that could be understood."""
        return self.state is State.UNKNOWN


SILENT = PrinterStatus(State.UNKNOWN)


def is_status_byte(byte: int) -> bool:
    """Whether a byte is a DLE EOT reply: bits 0 and 7 are always 0, bits 1 and 4 always 1."""
    return byte & 0b1001_0011 == 0b0001_0010


def is_end_byte(byte: int) -> bool:
    """Whether a byte answers GS r 1, which a printer does after it has worked off all that came before: two sensors of
    two equal bits each."""
    return byte in (0x00, 0x03, 0x0C, 0x0F)


def is_block_head(byte: int) -> bool:
    """Whether a byte begins a block: bits 0, 1 and 7 are always 0, bit 4 always 1."""
    return byte & 0b1001_0011 == 0b0001_0000


def is_block_rest(byte: int) -> bool:
    """Whether a byte can be the second, third or fourth of a block: bits 4 and 7 are always 0."""
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
    return PrinterStatus(_most_urgent(causes), four)


def decode_block(block: bytes) -> PrinterStatus:
    """The state behind a block of four bytes; unknown where it is none."""
    if len(block) != 4 or not is_block_head(block[0]) or not all(is_block_rest(byte) for byte in block[1:]):
        return SILENT
    printer, error, paper, _ = block
    causes = (
        (printer & 0b0010_0000, State.COVER_OPEN),
        (paper & 0b0000_1100, State.PAPER_OUT),
        (error & 0b0000_1000, State.CUTTER_FAULT),
        (error & 0b0100_0000, State.OVERHEATED),
        (printer & 0b0000_1000 or error & 0b0010_0100, State.OFFLINE),
        (paper & 0b0000_0011, State.PAPER_LOW),
    )
    return PrinterStatus(_most_urgent(causes), block=block)


def _most_urgent(causes: tuple[tuple[int, State], ...]) -> State:
    return next((state for bits, state in causes if bits), State.READY)
