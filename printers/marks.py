"""What a laid-out ticket is made of: texts, boxes and one QR code at their places in dots."""

from __future__ import annotations

from dataclasses import dataclass

from printers.typeset import Type


@dataclass(frozen=True, slots=True)
class Text:
    """A line of clean text that begins at `x` and stands on `baseline`. `white`: spared out of black."""

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


Mark = Text | Box | Code


@dataclass(frozen=True, slots=True)
class Page:
    """A whole ticket: marks are painted in their order."""

    width: int
    height: int
    marks: tuple[Mark, ...]
