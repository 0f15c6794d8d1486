"""The device's own characters: each in its cell of dots, drawn from the typefaces of the house.

A real printer has a font of its own; this one has the same cells (12×24 and 24×24 dots, small 9×17), so that widths,
sizes and line breaks are those of paper, and only the shapes differ.
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from printers.fonts import Weight, font_book

CELLS = {"A": (12, 24), "B": (9, 17)}
_HALF = [0] * 128 + [255] * 128


@functools.lru_cache(maxsize=4096)
def glyph(fonts: Path | None, character: str, font: str, *, wide: bool, bold: bool) -> Image.Image:
    """One character in its cell as a 1-bit mask (ink is 255), a box where there is no shape for it."""
    narrow, height = CELLS[font]
    width = 2 * narrow if wide else narrow
    if character in (" ", "\u3000"):
        return Image.new("1", (width, height), 0)
    mask = _drawn(fonts, character, width, height)
    if bold:
        mask = ImageChops.logical_or(mask, ImageChops.offset(mask, 1, 0))
    return mask


def is_wide(character: str, codec: str) -> bool:
    """Whether a character takes two columns: in the Chinese sets all that is not ASCII, else by its own width."""
    if codec == "gb18030":
        return not character.isascii()
    return unicodedata.east_asian_width(character) in ("WFA" if codec == "utf-8" else "WF")


def _drawn(fonts: Path | None, character: str, width: int, height: int) -> Image.Image:
    cell = Image.new("L", (width, height), 0)
    font = _font(fonts, character, height, chinese=width >= height)
    baseline = round(height * (0.86 if width >= height else 0.8))
    if font is None:
        ImageDraw.Draw(cell).rectangle((1, round(height * 0.12), width - 2, baseline), outline=255, width=2)
        return cell.point(_HALF).convert("1")
    big = Image.new("L", (4 * height, height), 0)
    ImageDraw.Draw(big).text((height, baseline), character, font=font, fill=255, anchor="ls")
    box = big.getbbox()
    if box is None:
        return cell.convert("1")
    ink = big.crop((box[0], 0, box[2], height))
    room = width - 1
    if ink.width > room:
        ink = ink.resize((room, height), Image.Resampling.LANCZOS)
    left = (width - ink.width) // 2
    if width >= height and not character.isalnum():  # a full-width sign keeps its own place within its square
        advance = font.getlength(character)
        left = round((box[0] - height) + (width - advance) / 2)
    cell.paste(ink, (max(0, min(left, width - ink.width)), 0))
    return cell.point(_HALF).convert("1", dither=Image.Dither.NONE)


def _font(fonts: Path | None, character: str, height: int, *, chinese: bool) -> ImageFont.FreeTypeFont | None:
    if fonts is None:
        return _plain_font(height) if character.isascii() else None
    size = height * (0.96 if chinese else 0.84)
    beside = "一" if chinese else ""  # signs such as · look otherwise among Chinese characters
    return font_book(fonts).runs(beside + character, Weight.MEDIUM, size)[-1].font


@functools.cache
def _plain_font(height: int) -> ImageFont.FreeTypeFont | None:
    font = ImageFont.load_default(height * 0.84)
    return font if isinstance(font, ImageFont.FreeTypeFont) else None
