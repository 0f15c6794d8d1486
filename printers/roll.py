"""The paper that decoded events leave behind."""

from __future__ import annotations

import functools
import io

from PIL import Image, ImageDraw, ImageFont

from printers.decoder import Event, Feed, Raster, TextBytes

LINE = 30
"""Dots of one line of a printer's own text (its default spacing)."""
TALLEST = 8000
_INVERT = bytes(range(255, -1, -1))


class Roll:
    """Paper coming out of the slot, until it is torn or cut off."""

    def __init__(self, dots: int) -> None:
        self._dots = dots
        self._pieces: list[tuple[int, Image.Image]] = []
        self.rows = 0
        self.inked = False

    def add(self, event: Event) -> None:
        """Print or feed; other events leave no trace."""
        if self.rows >= TALLEST:
            return
        if isinstance(event, Raster) and event.width_bytes and event.rows:
            self._put(_picture(event))
        elif isinstance(event, TextBytes):
            self._put(_text(event.data), advance=False)
        elif isinstance(event, Feed):
            self.rows += event.amount * (LINE if event.lines else 1)

    def tear(self) -> Image.Image | None:
        """The paper so far as a 1-bit image, or None where nothing was printed on it."""
        pieces, rows, inked = self._pieces, min(self.rows, TALLEST), self.inked
        self._pieces, self.rows, self.inked = [], 0, False
        if not inked:
            return None
        paper = Image.new("1", (self._dots, max(rows, 1)), 255)
        for top, piece in pieces:
            paper.paste(piece, (0, top))
        return paper

    def _put(self, piece: Image.Image, *, advance: bool = True) -> None:
        self._pieces.append((self.rows, piece))
        self.inked = True
        if advance:
            self.rows += piece.height


def _picture(raster: Raster) -> Image.Image:
    image = Image.frombytes("1", (raster.width_bytes * 8, raster.rows), raster.data.translate(_INVERT))
    if raster.mode:
        doubled = (image.width * (1 + (raster.mode & 1)), image.height * (1 + (raster.mode >> 1)))
        image = image.resize(doubled, Image.Resampling.NEAREST)
    return image


def _text(data: bytes) -> Image.Image:
    image = Image.new("1", (len(data) * 14 + 8, LINE), 255)
    ImageDraw.Draw(image).text((0, 2), data.decode("ascii", "replace"), font=_text_font(), fill=0)
    return image


@functools.cache
def _text_font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(22)


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
