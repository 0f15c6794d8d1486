"""Read ESC/POS back: bytes in, events out. For the virtual printer, previews and tests, not for printing.

Anything that it does not know is reported as Unknown, as long as its own length says, never skipped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from printers.emulator.streams import Stretch, stretch_of_text
from printers.events import (
    AutomaticStatus,
    CodeCommand,
    Columns,
    Cut,
    Drawer,
    Event,
    Feed,
    IdentityRequest,
    Initialise,
    PaperRequest,
    PrintGraphic,
    Raster,
    Setting,
    StatusRequest,
    StoreGraphic,
    TextBytes,
    Unknown,
)  # fmt: skip

__all__ = [
    "AutomaticStatus", "CodeCommand", "Columns", "Cut", "Decoder", "Drawer", "Event", "Feed", "IdentityRequest",
    "Initialise", "PaperRequest", "PrintGraphic", "Raster", "Setting", "StatusRequest", "StoreGraphic", "TextBytes",
    "Unknown",
]  # fmt: skip

ESC, GS, DLE, FS = 0x1B, 0x1D, 0x10, 0x1C
LARGEST_RASTER = 4_000_000
"""Bytes of one picture that are waited for; a longer announcement is nonsense or an attack."""
_LONGEST_BARCODE = 255

CODE_PAGES = {0: "cp437", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865", 16: "cp1252", 17: "cp866", 18: "cp852",
              19: "cp858"}  # fmt: skip
"""ESC t n: the code pages that this device has."""

_SETTINGS = {  # parameters that follow the two bytes of the command
    ESC: {b"!": 1, b"-": 1, b"2": 0, b"3": 1, b"E": 1, b"G": 1, b"M": 1, b"a": 1}
    | {b" ": 1, b"$": 2, b"\\": 2, b"c": 2, b"=": 1},
    GS: {b"!": 1, b"B": 1, b"L": 2, b"W": 2},
    FS: {b"!": 1, b"-": 1, b"S": 2, b"W": 1},
}
_ONLY_OFF = {b"\x1bR", b"\x1bV", b"\x1b{", b"\x1b%", b"\x1dH"}
"""One parameter: national letters, turned and upside-down text, own characters, barcode texts. Known when 0."""
_UNKNOWN_LENGTHS = {b"\x1dP": 2, b"\x1df": 1, b"\x1dh": 1, b"\x1dw": 1, b"\x1bK": 1, b"\x1be": 1,
                    b"\x1bi": 0, b"\x1bm": 0, b"\x1cC": 1, b"\x1cp": 2, b"\x10\x05": 1}  # fmt: skip


class Decoder:
    """Bytes in any portions, events in order; a command that is not complete waits for the rest."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._page, self._pairs, self._utf8 = "cp437", False, False

    @property
    def codec(self) -> str:
        """What a text is read in now."""
        if self._utf8:
            return "utf-8"
        return "gb18030" if self._pairs else self._page

    @property
    def held(self) -> int:
        """Bytes that wait for the rest of their command."""
        return len(self._held)

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

    def _next(self) -> tuple[Event, int]:
        first = self._held[0]
        if first in (ESC, GS, FS, DLE):
            return self._command(bytes(self._need(2)[:2]))
        if first == 0x0A:
            return Feed(1, lines=True), 1
        if first < 0x20 or first == 0x7F:
            return (Setting(bytes((first,))) if first in (0x0D, 0x09) else Unknown(bytes((first,)))), 1
        stretch = stretch_of_text(self._held, self.codec)
        if stretch is None:
            raise _More
        length, kind = stretch
        data = bytes(self._held[:length])
        return (TextBytes(data, self.codec) if kind is Stretch.TEXT else Unknown(data)), length

    def _command(self, name: bytes) -> tuple[Event, int]:
        handler = self._HANDLERS.get(name)
        if handler is not None:
            return handler(self)
        request = _REQUESTS.get(name)
        if request is not None:
            return request(self._need(3)[2]), 3
        return self._setting(name)

    def _initialise(self) -> tuple[Event, int]:
        self._page, self._pairs, self._utf8 = "cp437", False, False
        return Initialise(), 2

    def _feed(self) -> tuple[Event, int]:
        command = self._need(3)
        return Feed(command[2], lines=command[1] == ord("d")), 3

    def _drawer(self) -> tuple[Event, int]:
        return Drawer(bytes(self._need(5)[:5])), 5

    def _setting(self, name: bytes) -> tuple[Event, int]:
        parameters = _SETTINGS.get(name[0], {}).get(name[1:])
        if parameters is not None:
            return Setting(bytes(self._need(2 + parameters)[: 2 + parameters])), 2 + parameters
        if name in _ONLY_OFF:
            command = bytes(self._need(3)[:3])
            return (Setting(command) if command[2] in (0, 0x30) else Unknown(command)), 3
        length = 2 + _UNKNOWN_LENGTHS.get(name, 0)
        return Unknown(bytes(self._need(length)[:length])), length

    def _charset(self) -> tuple[Event, int]:
        """ESC t, FS &, FS .: what later text is read in."""
        name = bytes(self._need(2)[:2])
        if name != b"\x1bt":
            self._pairs = name == b"\x1c&"
            return Setting(name), 2
        command = bytes(self._need(3)[:3])
        if command[2] not in CODE_PAGES:
            return Unknown(command), 3
        self._page = CODE_PAGES[command[2]]
        return Setting(command), 3

    def _cut(self) -> tuple[Event, int]:
        mode = self._need(3)[2]
        if mode in (0, 1, 48, 49):
            return Cut(0), 3
        if mode in (65, 66, 97, 98, 103, 104):
            return Cut(self._need(4)[3]), 4
        return Unknown(bytes(self._need(3)[:3])), 3

    def _raster(self) -> tuple[Event, int]:
        head = self._need(8)
        if head[2] not in (0x30, 0x00):
            return Unknown(bytes(head[:3])), 3
        width, rows = head[4] | head[5] << 8, head[6] | head[7] << 8
        if width * rows > LARGEST_RASTER:
            return Unknown(bytes(head[:8])), 8
        data = self._need(8 + width * rows)[8 : 8 + width * rows]
        return Raster(head[3] & 3, width, rows, bytes(data)), 8 + width * rows

    def _columns(self) -> tuple[Event, int]:
        head = self._need(5)
        if head[2] not in (0, 1, 32, 33):
            return Unknown(bytes(head[:3])), 3
        high = 3 if head[2] >= 32 else 1
        length = 5 + (head[3] | head[4] << 8) * high
        return Columns(head[2], high, bytes(self._need(length)[5:length])), length

    def _barcode(self) -> tuple[Event, int]:
        """GS k is not printed here, but it is known how long it is."""
        kind = self._need(3)[2]
        if kind >= 65:
            length = 4 + self._need(4)[3]
            return Unknown(bytes(self._need(length)[:length])), length
        end = self._held.find(0, 3, 3 + _LONGEST_BARCODE)
        if end < 0:
            if len(self._held) < 3 + _LONGEST_BARCODE:
                raise _More
            return Unknown(bytes(self._held[:3])), 3
        return Unknown(bytes(self._held[: end + 1])), end + 1

    def _with_length(self) -> tuple[Event, int]:
        """GS (, ESC ( and FS (: a letter, two bytes of length, the data."""
        head = self._need(5)
        length = 5 + (head[3] | head[4] << 8)
        command = bytes(self._need(length)[:length])
        name, data = command[:3], command[5:]
        if name == b"\x1d(k" and data[:1] == b"1" and len(data) >= 2:
            return CodeCommand(data[1], data[2:]), length
        if name == b"\x1d(L":
            return _graphic(data) or Unknown(command), length
        if name == b"\x1c(C" and self._encode_system(data):
            return Setting(command), length
        return Unknown(command), length

    def _encode_system(self, data: bytes) -> bool:
        """FS ( C: one-byte code pages or UTF-8, and which font to look in first. Whether it is known."""
        if len(data) == 2 and data[0] in (48, 0) and data[1] in (1, 2, 49, 50):
            self._utf8 = data[1] in (2, 50)
            return True
        return len(data) == 3 and data[0] == 60

    def _long_graphic(self) -> tuple[Event, int]:
        """GS 8 L: as GS ( L, with four bytes of length."""
        head = self._need(7)
        length = 7 + int.from_bytes(head[3:7], "little")
        if head[2] != 0x4C or length > LARGEST_RASTER:
            return Unknown(bytes(head[:7])), 7
        command = bytes(self._need(length)[:length])
        return _graphic(command[7:]) or Unknown(command), length

    def _need(self, length: int) -> bytearray:
        """What is held, at least so many bytes; _More where they have not come yet."""
        if len(self._held) < length:
            raise _More
        return self._held

    _HANDLERS: ClassVar[dict[bytes, Callable[[Decoder], tuple[Event, int]]]] = {
        b"\x1b@": _initialise, b"\x1bJ": _feed, b"\x1bd": _feed, b"\x1bp": _drawer,
        b"\x1b*": _columns, b"\x1bt": _charset, b"\x1c&": _charset, b"\x1c.": _charset,
        b"\x1dV": _cut, b"\x1dv": _raster, b"\x1dk": _barcode, b"\x1d8": _long_graphic,
        b"\x1d(": _with_length, b"\x1b(": _with_length, b"\x1c(": _with_length,
    }  # fmt: skip


def _graphic(data: bytes) -> Event | None:
    if data[:2] in (b"02", b"0\x02"):
        return PrintGraphic()
    if len(data) < 10 or data[:3] != b"0p0" or data[3] not in (1, 2) or data[4] not in (1, 2):
        return None
    dots, rows = data[6] | data[7] << 8, data[8] | data[9] << 8
    width = (dots + 7) // 8
    if not width or len(data) != 10 + width * rows:
        return None
    return StoreGraphic(Raster((data[3] - 1) | (data[4] - 1) << 1, width, rows, data[10:]), dots)


_REQUESTS: dict[bytes, Callable[[int], Event]] = {
    b"\x10\x04": StatusRequest, b"\x1dr": PaperRequest, b"\x1dI": IdentityRequest, b"\x1da": AutomaticStatus,
}  # fmt: skip


class _More(Exception):  # noqa: N818 - a signal, not an error
    """The command is not complete."""
