"""The paper that decoded events leave behind: a device that prints them as a real one would."""

from __future__ import annotations

import io
from collections import deque
from pathlib import Path

from PIL import Image

from printers.emulator.line import TextLine
from printers.emulator.pictures import CodeStore, graphic_of, picture_of, strip_of
from printers.emulator.state import LINE, TextState
from printers.events import (
    CodeCommand,
    Columns,
    Drawer,
    Event,
    Feed,
    Initialise,
    PrintGraphic,
    Raster,
    Setting,
    StoreGraphic,
    TextBytes,
    Unknown,
)

__all__ = ["LINE", "TALLEST", "Roll", "is_copy", "png"]

TALLEST = 8000
_MOST_REPORTS = 100
_PLACES = (b"\t", b"\x1b$", b"\x1b\\")


class Roll:
    """Paper coming out of the slot, until it is torn or cut off.

    `fonts` is the folder of the typefaces; without it Chinese characters are boxes. `reports` holds the last commands
    that the device could not or would not follow.
    """

    def __init__(self, dots: int, fonts: Path | None = None) -> None:
        self._dots = dots
        self._pieces: list[tuple[int, Image.Image]] = []
        self._state = TextState()
        self._line = TextLine(dots, fonts)
        self._codes = CodeStore()
        self._graphic: StoreGraphic | None = None
        self.rows = 0
        self.inked = False
        self.reports: deque[Event] = deque(maxlen=_MOST_REPORTS)

    def add(self, event: Event) -> None:
        """Print, feed or set; what leaves no trace on paper is passed over, what is not understood is reported."""
        match event:
            case Initialise():
                self._print_line(0)
                self._state = TextState()
            case Setting():
                self._set(event.command)
            case StoreGraphic():
                self._graphic = event
            case Feed():
                self._print_line(event.amount * (self._state.line if event.lines else 1))
            case Unknown() | Drawer():
                self.reports.append(event)
            case _ if self.rows < TALLEST:
                self._print(event)

    def tear(self) -> Image.Image | None:
        """The paper so far as a 1-bit image, or None where nothing was printed on it."""
        self._print_line(0)
        pieces, rows, inked = self._pieces, min(self.rows, TALLEST), self.inked
        self._pieces, self.rows, self.inked = [], 0, False
        if not inked:
            return None
        paper = Image.new("1", (self._dots, max(rows, 1)), 255)
        for top, piece in pieces:
            paper.paste(piece, (0, top))
        return paper

    def _print(self, event: Event) -> None:
        match event:
            case TextBytes():
                self._write(event.text, event.codec)
            case Raster() if event.width_bytes and event.rows:
                self._place(picture_of(event))
            case Columns():
                self._line.put_strip(strip_of(event))
            case PrintGraphic():
                if self._graphic is None:
                    self.reports.append(event)
                else:
                    self._place(graphic_of(self._graphic))
            case CodeCommand():
                code = self._codes.take(event)
                if isinstance(code, Image.Image):
                    self._place(code)
                elif code is not None:
                    self.reports.append(event)

    def _set(self, command: bytes) -> None:
        if command[:2] in _PLACES or command == b"\t":
            self._line.move(command, self._state)
        else:
            self._state.apply(command)

    def _write(self, text: str, codec: str) -> None:
        for character in text:
            if not self._line.put(character, codec, self._state):
                self._print_line(self._state.line)
                self._line.put(character, codec, self._state)

    def _print_line(self, feed: int) -> None:
        """Print what stands on the line and move on by `feed` dots, at least by the height of the line."""
        line = self._line.take(self._state)
        if line is not None and self.rows < TALLEST:
            self._pieces.append((self.rows, line))
            self.inked = True
            feed = max(feed, line.height)
        self.rows += feed

    def _place(self, picture: Image.Image) -> None:
        """A picture on paper of its own, aligned."""
        self._print_line(0)
        spare = max(0, self._line.room(self._state) - picture.width)
        across = Image.new("1", (self._dots, picture.height), 255)
        across.paste(picture, (self._state.left + spare * self._state.align // 2, 0))
        self._pieces.append((self.rows, across))
        self.rows += picture.height
        self.inked = True


def png(image: Image.Image) -> bytes:
    """A picture as PNG bytes."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def is_copy(image: Image.Image) -> bool:
    """Whether a ticket has the black copy bar on top, read from its dots alone."""
    box = image.convert("L").point([255] * 128 + [0] * 128).getbbox()
    if box is None:
        return False
    top, left = box[1], box[0]
    patch = image.crop((left + 8, top + 8, left + 18, top + 48)).convert("L")
    return patch.getextrema() == (0, 0)
