"""One line of text before it is printed: characters and strips of dots beside each other, standing on one foot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from printers.emulator.glyphs import CELLS, glyph, is_wide
from printers.emulator.state import TextState

_TAB = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    x: int
    picture: Image.Image
    """1-bit, ink is 255."""


class TextLine:
    """The print buffer of a device that is `dots` wide."""

    def __init__(self, dots: int, fonts: Path | None) -> None:
        self._dots = dots
        self._fonts = fonts
        self._pieces: list[_Piece] = []
        self._x = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self._pieces

    def room(self, state: TextState) -> int:
        """Dots of the print area."""
        return max(1, min(self._dots - min(state.left, self._dots - 1), state.width or self._dots))

    def put(self, character: str, codec: str, state: TextState) -> bool:
        """Add a character; False, and nothing added, where the line is full."""
        chinese = is_wide(character, codec)
        wide, high = state.size_of(chinese=chinese)
        mask = glyph(self._fonts, character, state.font, wide=chinese, bold=state.bold)
        before, after = state.chinese_spacing if chinese else (0, state.spacing)
        width = mask.width * wide + (before + after) * wide
        if self._pieces and self._x + width > self.room(state):
            return False
        picture = Image.new("1", (width, mask.height * high), 0)
        big = mask.resize((mask.width * wide, mask.height * high), Image.Resampling.NEAREST)
        picture.paste(big, (before * wide, 0))
        self._decorate(picture, state, chinese=chinese)
        self._add(picture)
        return True

    def put_strip(self, strip: Image.Image) -> None:
        """Add dots, 0 is black."""
        if strip.width:
            self._add(strip.point([255] * 128 + [0] * 128))

    def move(self, command: bytes, state: TextState) -> None:
        """HT, ESC $ and ESC \\: move the print position within the line."""
        if command == b"\t":
            step = _TAB * CELLS[state.font][0] * state.wide
            self._go((self._x // step + 1) * step, state)
        elif command[:2] == b"\x1b$":
            self._go(command[2] | command[3] << 8, state)
        elif command[:2] == b"\x1b\\":
            self._go(self._x + int.from_bytes(command[2:4], "little", signed=True), state)

    def take(self, state: TextState) -> Image.Image | None:
        """The line as a picture across the paper (0 is black), as high as what is highest on it; it is empty then."""
        pieces, self._pieces = self._pieces, []
        width, self._x = self._x, 0
        if not pieces:
            return None
        height = max(piece.picture.height for piece in pieces)
        start = min(state.left, self._dots - 1) + max(0, self.room(state) - width) * state.align // 2
        ink = Image.new("1", (self._dots, height), 0)
        for piece in pieces:
            ink.paste(255, (start + piece.x, height - piece.picture.height), piece.picture)
        return ink.point([255] * 128 + [0] * 128)

    def _add(self, picture: Image.Image) -> None:
        self._pieces.append(_Piece(self._x, picture))
        self._x = min(self._x + picture.width, self._dots)

    def _go(self, x: int, state: TextState) -> None:
        if 0 <= x < self.room(state):
            self._x = x

    @staticmethod
    def _decorate(picture: Image.Image, state: TextState, *, chinese: bool) -> None:
        draw = ImageDraw.Draw(picture)
        thickness = max(state.underline, state.chinese_underline) if chinese else state.underline
        if thickness and not state.reverse:
            draw.rectangle((0, picture.height - thickness, picture.width, picture.height), fill=255)
        if state.reverse:
            picture.paste(picture.point([255] * 128 + [0] * 128))
