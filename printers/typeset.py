"""Lines of type: measure a plain text, shrink it until it fits, and turn one line into black dots."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from printers.breaking import break_evenly, break_lines
from printers.fonts import FontBook, Run, Weight, font_book

_HALF = 128


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: weight, height of a Chinese character and extra space between letters, in dots."""

    weight: Weight
    size: float
    spacing: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a 1-bit mask (ink is 1): its baseline inside the mask, its blank to the left, its width."""

    mask: Image.Image
    baseline: int
    left: int
    width: float


@functools.lru_cache(maxsize=4096)
def width_of(folder: Path, text: str, style: Type) -> float:
    """Width in dots of a plain text on one line."""
    book = font_book(folder)
    total = 0.0
    for run in _runs(book, text, style):
        if run.font is None:
            total += style.size
        else:
            total += run.font.getlength(run.text, features=book.figure_features)
        total += style.spacing
    return total


@functools.lru_cache(maxsize=160)
def set_line(folder: Path, text: str, style: Type) -> Line:
    """Draw one line of plain text. Cached: most lines of a ticket are the same on every ticket."""
    book = font_book(folder)
    width = width_of(folder, text, style)
    left = round(style.size * 0.25)
    baseline = round(style.size * 1.1)
    grey = Image.new("L", (round(width) + 2 * left + 2, baseline + round(style.size * 0.4)), 0)
    draw = ImageDraw.Draw(grey)
    x = float(left)
    for run in _runs(book, text, style):
        if run.font is None:
            _box(draw, x, baseline, style.size)
            x += style.size
        else:
            draw.text(
                (x, baseline), run.text, font=run.font, anchor="ls", fill=255, features=book.figure_features
            )
            x += run.font.getlength(run.text, features=book.figure_features)
        x += style.spacing
    mask = grey.point([0] * _HALF + [255] * _HALF).convert("1", dither=Image.Dither.NONE)
    return Line(mask, baseline, left, width)


def _runs(book: FontBook, text: str, style: Type) -> list[Run]:
    """Runs of one font each; letter by letter where the letters are spaced."""
    if not style.spacing:
        return book.runs(text, style.weight, style.size)
    runs = book.runs(text, style.weight, style.size)
    return [Run(letter, run.font) for run in runs for letter in run.text]


def _box(draw: ImageDraw.ImageDraw, x: float, baseline: int, size: float) -> None:
    """The visible stand-in for a character that no font has."""
    corner = (x + size * 0.1, baseline - size * 0.76, x + size * 0.9, baseline + size * 0.04)
    draw.rectangle(corner, outline=255, width=max(2, round(size / 14)))


def wrap(folder: Path, text: str, style: Type, width: float) -> list[str]:
    """Break a plain text into lines no wider than `width` dots; a long word is parted as a last resort."""
    return break_lines(text, lambda line: width_of(folder, line, style), width)


def balance(folder: Path, text: str, style: Type, width: float) -> list[str]:
    """As `wrap`, but two lines are parted where it reads best: after punctuation, else evenly."""
    return break_evenly(text, lambda line: width_of(folder, line, style), width, 2.5 * style.size)


def fit(folder: Path, text: str, styles: list[Type], width: float) -> tuple[Type, list[str]]:
    """Set a text in the largest style that takes one line; else two or more lines in the smallest.

    Never cuts and never adds an ellipsis.
    """
    for style in styles:
        if width_of(folder, text, style) <= width:
            return style, [text] if text else []
    return styles[-1], balance(folder, text, styles[-1], width)


def few_lines(folder: Path, text: str, styles: tuple[Type, ...], width: float) -> tuple[Type, list[str]]:
    """As `fit`, for a text that may well take two lines: the largest style that needs no more."""
    for style in styles:
        lines = balance(folder, text, style, width)
        if len(lines) <= 2:
            return style, lines
    return styles[-1], wrap(folder, text, styles[-1], width)
