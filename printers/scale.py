"""A page for another head: the same ticket in more or fewer dots, drawn anew and not stretched."""

from __future__ import annotations

import math
from pathlib import Path

from printers.marks import Box, Code, Logo, Mark, Page, PrintersCode, Text
from printers.typeset import Type, width_of


def scaled(page: Page, width: int, fonts: Path) -> Page:
    """The page at another width in dots. A QR code keeps whole modules and so may become a little smaller."""
    if width == page.width:
        return page
    factor = width / page.width
    return Page(width, math.ceil(page.height * factor), tuple(_scaled(mark, factor, fonts) for mark in page.marks))


def _scaled(mark: Mark, factor: float, fonts: Path) -> Mark:
    match mark:
        case Text():
            style = _type(mark, factor, fonts)
            return Text(mark.x * factor, round(mark.baseline * factor), mark.text, style, mark.white)
        case Box():
            x, y = round(mark.x * factor), round(mark.y * factor)
            width = round((mark.x + mark.width) * factor) - x
            height = max(1, round((mark.y + mark.height) * factor) - y)
            line = max(2, round(mark.line * factor)) if mark.line else 0
            return Box(x, y, width, height, round(mark.radius * factor), line, mark.square_right)
        case Code():
            module = _module(mark.module, factor)
            spare = round(len(mark.rows) * (mark.module * factor - module) / 2)
            return Code(round(mark.x * factor) + spare, round(mark.y * factor) + spare, module, mark.rows)
        case PrintersCode():
            return PrintersCode(round(mark.y * factor), _module(mark.module, factor), mark.address)
        case Logo():
            width, height = max(1, round(mark.width * factor)), max(1, round(mark.height * factor))
            return Logo(round(mark.x * factor), round(mark.y * factor), width, height, mark.picture)


def _module(module: int, factor: float) -> int:
    return max(2, math.floor(module * factor))


def _type(mark: Text, factor: float, fonts: Path) -> Type:
    """The type at its new size; a font's whole-dot widths may make it wider than it should be, so that it shrinks."""
    wanted = width_of(fonts, mark.text, mark.style) * factor
    style = Type(mark.style.weight, mark.style.size * factor, mark.style.spacing * factor)
    for _ in range(3):
        found = width_of(fonts, mark.text, style)
        if found <= wanted + 0.5:
            break
        style = Type(style.weight, style.size * wanted / found, style.spacing * wanted / found)
    return style
