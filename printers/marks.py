"""What a laid-out ticket is made of: texts, boxes, a logo and one QR code at their places in dots."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from printers.typeset import Type


@dataclass(frozen=True, slots=True)
class Text:
    """A line of plain text that begins at `x` and stands on `baseline`. `white`: spared out of black."""

    x: float
    baseline: int
    text: str
    style: Type
    white: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A black box with round corners; with `line` only its outline of that many dots.

    `square_right`: the corners at the right stay square.
    """

    x: int
    y: int
    width: int
    height: int
    radius: int = 0
    line: int = 0
    square_right: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code, already encoded: rows of modules, without the quiet zone, which the layout leaves free."""

    x: int
    y: int
    module: int
    rows: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class PrintersCode:
    """A QR code that the printer itself draws, in the middle of the paper: the picture parts at `y` for it."""

    y: int
    module: int
    address: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in greys that is brought to this size and to black and white when it is painted."""

    x: int
    y: int
    width: int
    height: int
    picture: Image.Image


Mark = Text | Box | Code | PrintersCode | Logo


@dataclass(frozen=True, slots=True)
class Page:
    """A whole ticket: marks are painted in their order."""

    width: int
    height: int
    marks: tuple[Mark, ...]
