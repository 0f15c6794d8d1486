"""Read ESC/POS back: bytes in, events out. For the virtual printer and for tests, not for printing.

Knows what this package sends and the common text settings; anything else is reported as Unknown, never
skipped in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

ESC, GS, DLE, FS = 0x1B, 0x1D, 0x10, 0x1C
LARGEST_RASTER = 4_000_000
"""Bytes of one picture that are waited for; a longer announcement is nonsense or an attack."""


@dataclass(frozen=True, slots=True)
class Initialise:
    """ESC @."""


@dataclass(frozen=True, slots=True)
class Raster:
    """GS v 0: `data` has `width_bytes` bytes a row, 1 is black; mode bits 0 and 1 double width and height."""

    mode: int
    width_bytes: int
    rows: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Feed:
    """ESC J (dots) or ESC d, LF (lines)."""

    amount: int
    lines: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """GS V; `feed` in dots beyond the way to the cutter."""

    feed: int


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """DLE EOT n: to be answered at once."""

    number: int


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """GS r n: to be answered when all before it is done."""

    number: int


@dataclass(frozen=True, slots=True)
class TextBytes:
    """Bytes for the printer's own characters."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Setting:
    """A known command that changes how later text looks."""

    command: bytes


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command that this decoder does not know; what follows it may be misread."""

    command: bytes


Event = Initialise | Raster | Feed | Cut | StatusRequest | PaperRequest | TextBytes | Setting | Unknown

_SETTINGS = {  # parameters that follow the two bytes of the command
    ESC: {b"!": 1, b"-": 1, b"2": 0, b"3": 1, b"E": 1, b"G": 1, b"M": 1, b"R": 1, b"V": 1, b"a": 1, b"t": 1}
    | {b" ": 1, b"{": 1, b"$": 2, b"\\": 2, b"p": 3, b"c": 2, b"D": 0},
    GS: {b"!": 1, b"B": 1, b"H": 1, b"I": 1, b"L": 2, b"P": 2, b"W": 2, b"a": 1, b"f": 1, b"h": 1, b"w": 1},
    FS: {b"&": 0, b".": 0, b"!": 1, b"C": 1, b"S": 2},
}


class Decoder:
    """Bytes in any portions, events in order; a command that is not complete waits for the rest."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> list[Event]:
        """The events that are complete now."""
        self._held += data
        events: list[Event] = []
        while self._held:
            try:
                event, length = self._next()
            except _More:
                break
            del self._held[:length]
            events.append(event)
        return events

    @property
    def held(self) -> int:
        """Bytes that wait for the rest of their command."""
        return len(self._held)

    def _next(self) -> tuple[Event, int]:
        first = self._held[0]
        if first in (ESC, GS, FS, DLE):
            name = self._need(2)
            return self._command(bytes(name))
        if first == 0x0A:
            return Feed(1, lines=True), 1
        if first < 0x20:
            return (Setting(b"\r") if first == 0x0D else Unknown(bytes((first,)))), 1
        length = next((at for at, byte in enumerate(self._held) if byte < 0x20), len(self._held))
        return TextBytes(bytes(self._held[:length])), length

    def _command(self, name: bytes) -> tuple[Event, int]:  # noqa: PLR0911 - one line for each command
        match name:
            case b"\x1b@":
                return Initialise(), 2
            case b"\x1bJ" | b"\x1bd":
                return Feed(self._need(3)[2], lines=name == b"\x1bd"), 3
            case b"\x10\x04":
                return StatusRequest(self._need(3)[2]), 3
            case b"\x1dr":
                return PaperRequest(self._need(3)[2]), 3
            case b"\x1dV":
                return self._cut()
            case b"\x1dv":
                return self._raster()
        parameters = _SETTINGS.get(name[0], {}).get(name[1:])
        if parameters is None:
            return Unknown(name), 2
        return Setting(bytes(self._need(2 + parameters))), 2 + parameters

    def _cut(self) -> tuple[Event, int]:
        mode = self._need(3)[2]
        if mode in (0, 1, 48, 49):
            return Cut(0), 3
        if mode in (65, 66, 97, 98, 103, 104):
            return Cut(self._need(4)[3]), 4
        return Unknown(bytes(self._need(3))), 3

    def _raster(self) -> tuple[Event, int]:
        head = self._need(8)
        if head[2] not in (0x30, 0x00):
            return Unknown(bytes(head[:3])), 3
        width, rows = head[4] | head[5] << 8, head[6] | head[7] << 8
        if width * rows > LARGEST_RASTER:
            return Unknown(bytes(head)), 8
        data = self._need(8 + width * rows)[8:]
        return Raster(head[3] & 3, width, rows, bytes(data)), 8 + width * rows

    def _need(self, length: int) -> bytearray:
        """The first bytes that are held, at least this many; _More where they have not come yet."""
        if len(self._held) < length:
            raise _More
        return self._held[:length]


class _More(Exception):  # noqa: N818 - a signal, not an error
    """The command is not complete."""
