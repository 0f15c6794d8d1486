"""Everything that can be wrong with the virtual printer, to be switched by hand or by a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Paper = Literal["full", "low", "out"]
Fault = Literal["cutter", "overheated"]


class Troubles:
    """The state of a virtual printer; `recovered` is called after a change, so that held paper comes out."""

    def __init__(self, recovered: Callable[[], None]) -> None:
        self._recovered = recovered
        self._paper: Paper = "full"
        self._cover_open = False
        self._offline = False
        self._fault: Fault | None = None
        self._rows_left: int | None = None
        self.silent = False
        self.stalled = False
        self.hanging_up = False
        self.hang_up_after: int | None = None
        self.seconds_per_picture = 0.0
        self.knows_end_marker = True
        self.knows_requests = True
        self.knows_blocks = True
        self.block_bytes = 4
        self.garbage: bytes | None = None
        self.seconds_late = 0.0
        self.bytes_per_second: float | None = None

    @property
    def printing(self) -> bool:
        """Whether paper comes out."""
        return not (self._paper == "out" or self._cover_open or self._offline or self._fault)

    def set_paper(self, paper: Paper) -> None:
        """Fill up, or let it become low or empty."""
        self._paper, self._rows_left = paper, None
        self._recovered()

    def run_out_after(self, rows: int) -> None:
        """The paper ends in the middle of a job, after so many rows of dots."""
        self._rows_left = rows

    def open_cover(self, *, opened: bool = True) -> None:
        """Open the cover, or close it."""
        self._cover_open = opened
        self._recovered()

    def set_offline(self, *, offline: bool = True) -> None:
        """Press the printer's own offline key, or release it."""
        self._offline = offline
        self._recovered()

    def set_fault(self, fault: Fault | None) -> None:
        """Jam the cutter, overheat the head, or repair both."""
        self._fault = fault
        self._recovered()

    def be_silent(self, *, silent: bool = True) -> None:
        """Print but answer nothing, as cheap printers do."""
        self.silent = silent

    def be_slow(self, seconds_per_picture: float) -> None:
        """Take so long for each raster command."""
        self.seconds_per_picture = seconds_per_picture

    def understand(self, *, requests: bool = True, blocks: bool = True, end_marker: bool = True) -> None:
        """Know DLE EOT, GS a (status blocks) and GS r, or only some of them, as printers differ."""
        self.knows_requests, self.knows_blocks, self.knows_end_marker = requests, blocks, end_marker

    def answer_with(self, garbage: bytes | None) -> None:
        """Answer every question with these bytes, as at a wrong speed; None: properly again."""
        self.garbage = garbage

    def answer_late(self, seconds: float) -> None:
        """Let every answer come so much later."""
        self.seconds_late = seconds

    def cut_blocks(self, to: int = 4) -> None:
        """Send only the first bytes of each status block."""
        self.block_bytes = to

    def slow_line(self, bytes_per_second: float | None) -> None:
        """Take no more bytes than a serial line carries (960 at 9600 baud); None: all that come."""
        self.bytes_per_second = bytes_per_second

    def stall(self, *, stalled: bool = True) -> None:
        """Accept connections but take no byte from them (half-open, or hung)."""
        self.stalled = stalled

    def hang_up(self, *, hanging_up: bool = True, after: int | None = None) -> None:
        """Close each new connection at once; with `after`, only when that many bytes have come."""
        self.hanging_up, self.hang_up_after = hanging_up and after is None, after if hanging_up else None

    def used(self, rows: int) -> None:
        """Paper went through; it may be the end of the roll."""
        if self._rows_left is not None:
            self._rows_left -= rows
            if self._rows_left <= 0:
                self._paper, self._rows_left = "out", None

    def reply(self, number: int) -> int:
        """The byte that answers DLE EOT 1, 2, 3 or 4."""
        bits = {
            1: 0x04 | (0 if self.printing else 0x08),
            2: (0x04 if self._cover_open else 0)
            | (0x20 if self._paper == "out" else 0)
            | (0x40 if self._fault else 0),
            3: {"cutter": 0x08, "overheated": 0x40, None: 0}[self._fault],
            4: {"full": 0, "low": 0x0C, "out": 0x6C}[self._paper],
        }
        return 0x12 | bits[number]

    def paper_reply(self) -> int:
        """The byte that answers GS r 1."""
        return 0x03 if self._paper == "low" else 0x00
