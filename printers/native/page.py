"""A page of text for a printer's own characters: looks, columns and lines, collected as commands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image

from printers.breaking import break_evenly
from printers.escpos_bytes import code_command, raster_commands
from printers.native.charset import Charset, carried, cells, encode
from printers.raster import TALLEST

CELL = 12
"""Dots of one column: half a Chinese character."""
CHARACTER, LINE = 24, 30
"""Dots of a character's height, and from one line to the next."""
_AIR = 6
"""Dots beneath a high line, which a printer sets close to the next."""
_BREAK_BONUS = 8
_PRELUDE: dict[Charset, bytes] = {
    "gb18030": b"\x1c&",
    "gbk": b"\x1c&",
    "utf8": b"\x1c(C\x02\x00\x30\x02" + b"\x1c(C\x03\x00\x3c\x00\x14",
}
"""FS &: pairs of bytes are Chinese. FS ( C: the text is UTF-8, simplified Chinese is the first font to look in."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look: so many times as wide and as high, bold, white on black."""

    wide: int = 1
    high: int = 1
    bold: bool = False
    reverse: bool = False


NORMAL = Look()
BOLD = Look(bold=True)
TALL = Look(high=2, bold=True)
LARGE = Look(wide=2, high=2, bold=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line in one look."""

    text: str
    look: Look = NORMAL


class TextPage:
    """Lines from the top down. Texts are plain; the page replaces what its charset lacks and never lets a line
    become wider than the paper."""

    def __init__(self, charset: Charset, dots: int) -> None:
        self.columns = dots // CELL
        self.dots = dots
        self._charset = charset
        self._look = NORMAL
        self._middle = False
        self._rows = 0
        self.commands: list[bytes] = [_PRELUDE[charset]]

    def width(self, text: str, look: Look = NORMAL) -> int:
        """Columns that a text takes."""
        return cells(carried(text, self._charset), self._charset) * look.wide

    def wrap(self, text: str, look: Look = NORMAL) -> list[str]:
        """A text in lines that fit, as they will be printed: what the charset lacks is replaced."""
        return break_evenly(
            carried(text, self._charset),
            lambda line: cells(line, self._charset) * look.wide,
            self.columns,
            _BREAK_BONUS * look.wide,
        )

    def text(self, text: str, look: Look = NORMAL, *, middle: bool = False) -> None:
        """A text on as many lines as it needs."""
        for line in self.wrap(text, look):
            self._send(Span(line, look), middle=middle)

    def best(self, text: str, looks: tuple[Look, ...], *, middle: bool = False) -> None:
        """A text in the first look that takes one line, else in the last."""
        look = next((look for look in looks if self.width(text, look) <= self.columns), looks[-1])
        self.text(text, look, middle=middle)

    def line(self, *spans: Span) -> None:
        """One line; it must fit."""
        self._send(*(replace(span, text=carried(span.text, self._charset)) for span in spans))

    def _send(self, *spans: Span, middle: bool = False) -> None:
        """A line of carried texts. None any more when half a metre of paper is full."""
        self._rows += max(LINE, *(CHARACTER * span.look.high for span in spans))
        if self._rows > TALLEST:
            return
        self._align(middle=middle)
        for span in spans:
            if span.text:
                self._wear(span.look)
                self.commands.append(encode(span.text, self._charset))
        self._wear(NORMAL)
        self.commands.append(b"\n")
        if any(span.look.high > 1 for span in spans):
            self.gap(_AIR)

    def ends(self, left: Span, right: Span) -> None:
        """Two pieces at the two ends of a line; beneath each other where they do not fit."""
        room = self.columns - self._span(left) - self._span(right)
        if room < 1:
            self.text(left.text, left.look)
            self.text(right.text, right.look)
        else:
            self.line(left, Span(" " * room), right)

    def columns_of(self, rows: list[tuple[list[Span], list[Span]]], left: int) -> bool:
        """Rows of two columns, the second after `left` of them; False, and nothing set, where one does not fit."""
        for one, two in rows:
            if sum(map(self._span, one)) > left - 1 or sum(map(self._span, two)) > self.columns - left:
                return False
        for one, two in rows:
            self.line(*one, Span(" " * (left - sum(map(self._span, one)))), *two)
        return True

    def rule(self) -> None:
        """A line across the paper."""
        self.line(Span("-" * self.columns))

    def bar(self, text: str) -> None:
        """Large words, white on a black bar across the paper."""
        look = replace(LARGE, reverse=True)
        columns = self.columns // look.wide
        for line in self.wrap(text, look):
            spare = columns - cells(line, self._charset)
            self._send(Span(" " * (spare // 2) + line + " " * (spare - spare // 2), look))

    def gap(self, dots: int) -> None:
        """Blank paper."""
        self.commands.append(b"\x1bJ" + bytes((dots,)))

    def picture(self, image: Image.Image) -> None:
        """A picture of dots in the middle of the paper."""
        self._align(middle=True)
        self.commands += raster_commands(image)

    def code(self, address: str, module: int) -> None:
        """A QR code that the printer draws, in the middle of the paper."""
        self._align(middle=True)
        self.commands.append(code_command(address, module))

    def _span(self, span: Span) -> int:
        return self.width(span.text, span.look)

    def _align(self, *, middle: bool) -> None:
        if middle != self._middle:
            self.commands.append(b"\x1ba\x01" if middle else b"\x1ba\x00")
            self._middle = middle

    def _wear(self, look: Look) -> None:
        if (look.wide, look.high) != (self._look.wide, self._look.high):
            self.commands.append(b"\x1d!" + bytes(((look.wide - 1) << 4 | (look.high - 1),)))
        if look.bold != self._look.bold:
            self.commands.append(b"\x1bE" + bytes((look.bold,)))
        if look.reverse != self._look.reverse:
            self.commands.append(b"\x1dB" + bytes((look.reverse,)))
        self._look = look
