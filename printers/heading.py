"""The top of a ticket: the bar of a copy or a test, logo, names and clock, and the plate with the number."""

from __future__ import annotations

import math

from PIL import Image

from printers import paper as sizes
from printers.blocks import Sheet
from printers.fonts import Weight
from printers.logo import logo_size
from printers.marks import Box, Logo, Text
from printers.paper import RULE
from printers.slip import Both, Slip
from printers.template import LineName
from printers.typeset import Type, fit, width_of, wrap


def lay_bar(sheet: Sheet, mark: Both, *, filled: bool) -> None:
    """The bar on top: a copy is black, a test print only outlined, so that the two are never confused."""
    paper, height = sheet.paper, 60
    text = " ".join(part for part in (mark.zh, mark.en) if part)
    style, lines = fit(sheet.fonts, text, list(sizes.MARK), paper.width - 24)
    sheet.marks.append(Box(paper.left, sheet.y, paper.width, height, 6, 0 if filled else RULE))
    for line in lines[:1]:
        x = paper.left + (paper.width - width_of(sheet.fonts, line, style)) / 2
        baseline = sheet.y + height // 2 + round(style.size * 0.345)
        sheet.marks.append(Text(round(x), baseline, line, style, white=filled))
    sheet.y += height + 14


def lay_head(sheet: Sheet, slip: Slip, lines: tuple[LineName, ...], logo: Image.Image | None) -> None:
    """Logo and the clinic's two names, date and time; only one of the two where only that is wanted."""
    if "clinic" not in lines:
        _clock_line(sheet, slip, sheet.y + 4)
        return
    paper, top = sheet.paper, sheet.y
    beside = paper.two_columns and "time" in lines
    name_x = paper.left + _logo(sheet, slip, top, logo)
    clock = max(width_of(sheet.fonts, slip.date, sizes.DATE), width_of(sheet.fonts, slip.time, sizes.TIME))
    room = paper.right - name_x - (round(clock) + 16 if beside else 0)
    style, names = fit(sheet.fonts, slip.clinic.first(slip.language), list(sizes.NAME), room)
    other = wrap(sheet.fonts, slip.clinic.second(slip.language), sizes.SMALL, room)
    baseline = top + (27 if other or len(names) > 1 else 43)
    for line in names:
        sheet.marks.append(Text(name_x, baseline, line, style))
        baseline += round(style.size * 1.25)
    baseline += 35 - round(style.size * 1.25)
    for line in other:
        sheet.marks.append(Text(name_x, baseline, line, sizes.SMALL))
        baseline += 29
    sheet.y = max(top + 82, baseline - 29 + 20)
    if beside:
        sheet.right_text(slip.date, sizes.DATE, top + 23)
        sheet.right_text(slip.time, sizes.TIME, top + 60)
    elif "time" in lines:
        _clock_line(sheet, slip, sheet.y)


def _clock_line(sheet: Sheet, slip: Slip, top: int) -> None:
    sheet.marks.append(Text(sheet.paper.left, top + 22, slip.date, sizes.DATE))
    sheet.right_text(slip.time, sizes.TIME, top + 22)
    sheet.y = top + 42


def _logo(sheet: Sheet, slip: Slip, top: int, logo: Image.Image | None) -> int:
    """The clinic's own picture, or its character on a black tile; gives the room that it takes."""
    paper = sheet.paper
    if logo is not None:
        width, height = logo_size(logo, paper.widest_logo, paper.logo)
        sheet.marks.append(Logo(paper.left, top + 4 + (paper.logo - height) // 2, width, height, logo))
        return width + 14
    character = slip.logo[:1]
    if not character:
        return 0
    style = Type(Weight.BOLD, 36)
    sheet.marks.append(Box(paper.left, top + 4, paper.logo, paper.logo, 14))
    x = paper.left + (paper.logo - width_of(sheet.fonts, character, style)) / 2
    sheet.marks.append(Text(round(x), top + 46, character, style, white=True))
    return paper.logo + 14


def lay_number(sheet: Sheet, text: str) -> None:
    """The number plate: the letter spared out of a solid tile, the figures beside it, all as one object."""
    paper, top = sheet.paper, sheet.y
    figures = text.lstrip("".join(character for character in text if not character.isdigit()))
    letter = text[: len(text) - len(figures)].strip() if figures else ""
    figures = figures or text
    radius = round(paper.plate_height * 0.14 * 0.84)
    sheet.marks.append(Box(paper.left, top, paper.width, paper.plate_height, radius, 5))
    middle = top + paper.plate_height / 2
    start = paper.left + 5
    if letter:
        sheet.marks.append(
            Box(paper.left, top, paper.plate_tile, paper.plate_height, radius, square_right=True)
        )
        room = paper.plate_tile - 20
        style = _largest(sheet, letter, Weight.BOLD, paper.letter, room)
        x = paper.left + (paper.plate_tile - width_of(sheet.fonts, letter, style)) / 2
        sheet.marks.append(Text(round(x), round(middle + style.size * 0.372), letter, style, white=True))
        start = paper.left + paper.plate_tile
    room = paper.right - start - 2 * paper.plate_gap
    style = _largest(sheet, figures, Weight.HEAVY, paper.number, room)
    x = start + (paper.right - start - width_of(sheet.fonts, figures, style)) / 2
    sheet.marks.append(Text(round(x), round(middle + style.size * 0.367), figures, style))
    sheet.y = top + paper.plate_height


def _largest(sheet: Sheet, text: str, weight: Weight, most: float, room: float) -> Type:
    """The largest size that fits: a number is never cut and never broken, however small it gets."""
    widest = width_of(sheet.fonts, text, Type(weight, most))
    if widest <= room:
        return Type(weight, most)
    return Type(weight, max(4.0, math.floor(most * room / widest)))
