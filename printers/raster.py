"""A laid-out ticket as a picture of black and white dots, nothing between."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from printers.config import Dpi, PaperWidth
from printers.layout import lay_out
from printers.logo import logo_dots
from printers.marks import Box, Code, Logo, Page, PrintersCode, Text
from printers.slip import Slip
from printers.template import DEFAULT, Template
from printers.typeset import set_line

WHITE = 255
TALLEST = 4000
"""Dots (half a metre): no content, however hostile, feeds more paper than this."""


def render(
    slip: Slip, width: PaperWidth, fonts: Path, template: Template = DEFAULT, dpi: Dpi = 203
) -> Image.Image:
    """The ticket as a 1-bit image (0 is black), as wide as the head: see `printers.paper.dots_of`.

    About 5 ms once the fonts are warm: call it outside an event loop. FileNotFoundError: a font is missing.
    """
    return paint(lay_out(slip, width, fonts, template, dpi), fonts)


def render_around_code(
    slip: Slip, width: PaperWidth, fonts: Path, template: Template, dpi: Dpi
) -> list[Image.Image | PrintersCode]:
    """The ticket in pieces from the top down: pictures, and between them the code that the printer draws itself."""
    page = lay_out(slip, width, fonts, template, dpi, own_code=True)
    picture = paint(page, fonts)
    pieces: list[Image.Image | PrintersCode] = []
    top = 0
    for mark in page.marks:
        if isinstance(mark, PrintersCode):
            bottom = min(mark.y, picture.height)
            pieces += [picture.crop((0, top, page.width, bottom)), mark]
            top = bottom
    return [*pieces, picture.crop((0, top, page.width, picture.height))]


def paint(page: Page, fonts: Path) -> Image.Image:
    """Paint the marks of a page in their order."""
    image = Image.new("1", (page.width, min(page.height, TALLEST)), WHITE)
    draw = ImageDraw.Draw(image)
    for mark in page.marks:
        if isinstance(mark, Text):
            line = set_line(fonts, mark.text, mark.style)
            place = (round(mark.x) - line.left, mark.baseline - line.baseline)
            image.paste(WHITE if mark.white else 0, place, line.mask)
        elif isinstance(mark, Box):
            _box(draw, mark)
        elif isinstance(mark, Code):
            _code(image, mark)
        elif isinstance(mark, Logo):
            image.paste(logo_dots(mark.picture, mark.width, mark.height), (mark.x, mark.y))
    return image


def _box(draw: ImageDraw.ImageDraw, box: Box) -> None:
    corners = (box.x, box.y, box.x + box.width - 1, box.y + box.height - 1)
    round_corners = (True, not box.square_right, not box.square_right, True)
    if box.line:
        draw.rounded_rectangle(corners, box.radius, outline=0, width=box.line, corners=round_corners)
    else:
        draw.rounded_rectangle(corners, box.radius, fill=0, corners=round_corners)


def _code(image: Image.Image, code: Code) -> None:
    size = len(code.rows)
    small = Image.new("1", (size, size), WHITE)
    small.putdata([0 if module else WHITE for row in code.rows for module in row])
    big = small.resize((size * code.module, size * code.module), Image.Resampling.NEAREST)
    image.paste(big, (code.x, code.y))
