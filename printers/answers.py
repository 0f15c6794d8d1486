"""Sorting what comes back from a printer: answers to requests, status blocks, the end of a ticket, and nonsense."""

from __future__ import annotations

from collections import deque

from printers.status import is_block_head, is_block_rest, is_end_byte, is_status_byte

PAUSES = (0x11, 0x13)
"""XON and XOFF, which a serial printer may send between and even inside all others."""


class Answers:
    """Every kind of answer has a bit pattern of its own, but for the end byte, which looks like the rest of a block.
    So what follows the head of a block belongs to it, however late it comes: an end that is overlooked costs a second
    of watching, one that was none would call a ticket printed that is not.

    replies: answers to DLE EOT, oldest first · block: the newest whole block · ended: GS r was answered ·
    repeated: the newest block repeats the one before, which a printer sends only when it is told to · garbled:
    something came that no receipt printer says, so that nothing on this line can be believed.
    """

    def __init__(self) -> None:
        self.replies: deque[int] = deque()
        self.block: bytes | None = None
        self.ended = False
        self.repeated = False
        self.garbled = False
        self._part = bytearray()

    def take(self, data: bytes) -> None:
        """Sort bytes in the order in which they came. Never raises, whatever they are."""
        for byte in data:
            if byte not in PAUSES:
                self._sort(byte)

    def expect_end(self) -> None:
        """The ticket goes out now: what came before was not its end."""
        self.ended = self.repeated = False

    def _sort(self, byte: int) -> None:
        if is_block_head(byte):
            self._part[:] = bytes((byte,))
        elif is_status_byte(byte):
            self.replies.append(byte)
        elif self._part and is_block_rest(byte):
            self._part.append(byte)
            if len(self._part) == 4:
                block = bytes(self._part)
                self._part.clear()
                self.repeated, self.block = block == self.block, block
        elif is_end_byte(byte):
            self.ended = True
        else:
            self.garbled = True
