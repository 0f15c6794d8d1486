"""A slip set on paper: from the top down, each block takes the height that it needs.

The measures are those of the design's picture of a ticket. Longer content shrinks one step, then takes two
lines; numbers shrink as far as they must; nothing is ever cut or ended with dots.
"""

from __future__ import annotations

import math
from pathlib import Path

from printers import paper as sizes
from printers.blocks import Sheet
from printers.config import PaperWidth
from printers.figures import lay_figures
from printers.fonts import Weight
from printers.marks import Box, Code, Page, Text
from printers.paper import RULE, paper_of
from printers.qr import QUIET, qr_rows
from printers.slip import CHINESE, MOST_NOTES, Both, Slip
from printers.typeset import Type, balance, clean, few_lines, fit, width_of, wrap

_LINE = {True: 38, False: 33}  # line height of the footer's first language: Chinese, other
_OTHER_LINE = 31


def lay_out(slip: Slip, width: PaperWidth, fonts: Path) -> Page:
    """Place everything of a slip on 80 or 58 mm paper. `fonts` is the folder of the two typefaces."""
    sheet = Sheet(paper_of(width), fonts, slip.language)
    sheet.y = 20
    if slip.test:
        _bar(sheet, slip.test_mark, filled=False)
    if slip.is_copy:
        _bar(sheet, slip.copy_mark, filled=True)
    _header(sheet, slip)
    _plate(sheet, slip.number)
    _where(sheet, slip)
    sheet.rule()
    lay_figures(sheet, slip)
    sheet.rule()
    _code(sheet, slip)
    _footer(sheet, slip)
    return Page(sheet.paper.dots, sheet.y, tuple(sheet.marks))


def _bar(sheet: Sheet, mark: Both, *, filled: bool) -> None:
    """The bar on top: a copy is black, a test print only outlined, so that the two are never confused."""
    paper, height = sheet.paper, 60
    text = " ".join(part for part in (clean(mark.zh), clean(mark.en)) if part)
    style, lines = fit(sheet.fonts, text, list(sizes.MARK), paper.width - 24)
    sheet.marks.append(Box(paper.left, sheet.y, paper.width, height, 6, 0 if filled else RULE))
    for line in lines[:1]:
        x = paper.left + (paper.width - width_of(sheet.fonts, line, style)) / 2
        baseline = sheet.y + height // 2 + round(style.size * 0.345)
        sheet.marks.append(Text(round(x), baseline, line, style, white=filled))
    sheet.y += height + 14


def _header(sheet: Sheet, slip: Slip) -> None:
    """Logo, the clinic's two names, date and time."""
    paper, top = sheet.paper, sheet.y
    logo = clean(slip.logo)[:1]
    name_x = paper.left
    if logo:
        style = Type(Weight.BOLD, 36)
        sheet.marks.append(Box(paper.left, top + 4, paper.logo, paper.logo, 14))
        x = paper.left + (paper.logo - width_of(sheet.fonts, logo, style)) / 2
        sheet.marks.append(Text(round(x), top + 46, logo, style, white=True))
        name_x += paper.logo + 14
    date, time = clean(slip.date), clean(slip.time)
    clock = max(width_of(sheet.fonts, date, sizes.DATE), width_of(sheet.fonts, time, sizes.TIME))
    room = paper.right - name_x - (round(clock) + 16 if paper.two_columns else 0)
    style, lines = fit(sheet.fonts, clean(slip.clinic.first(slip.language)), list(sizes.NAME), room)
    baseline = top + 27
    for line in lines:
        sheet.marks.append(Text(name_x, baseline, line, style))
        baseline += round(style.size * 1.25)
    baseline += 35 - round(style.size * 1.25)
    other = clean(slip.clinic.second(slip.language))
    for line in wrap(sheet.fonts, other, sizes.SMALL, room):
        sheet.marks.append(Text(name_x, baseline, line, sizes.SMALL))
        baseline += 29
    bottom = max(top + 82, baseline - 29 + 20)
    if paper.two_columns:
        sheet.right_text(date, sizes.DATE, top + 23)
        sheet.right_text(time, sizes.TIME, top + 60)
    else:
        sheet.marks.append(Text(paper.left, bottom + 22, date, sizes.DATE))
        sheet.right_text(time, sizes.TIME, bottom + 22)
        bottom += 42
    sheet.y = bottom


def _plate(sheet: Sheet, number: str) -> None:
    """The number plate: the letter spared out of a solid tile, the figures beside it, all as one object."""
    paper, top = sheet.paper, sheet.y
    text = clean(number)
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


def _where(sheet: Sheet, slip: Slip) -> None:
    """Department, beside it (or beneath, when long) its other name; then where to wait."""
    paper, language = sheet.paper, slip.language
    style, lines = fit(sheet.fonts, clean(slip.department.first(language)), list(paper.title), paper.width)
    baseline = sheet.y + round(style.size * 1.25)
    for line in lines:
        sheet.marks.append(Text(paper.left, baseline, line, style))
        baseline += round(style.size * 1.15)
    baseline -= round(style.size * 1.15)
    other = clean(slip.department.second(language))
    if other:
        start = paper.left + round(width_of(sheet.fonts, lines[-1], style)) + 14 if lines else paper.left
        beside, other_lines = fit(sheet.fonts, other, list(paper.beside_title), paper.right - start)
        if len(other_lines) > 1:
            start = paper.left
            beside, other_lines = fit(sheet.fonts, other, list(paper.beside_title), paper.width)
            baseline += 36
        for line in other_lines:
            sheet.marks.append(Text(start, baseline, line, beside))
            baseline += 34
        baseline -= 34
    baseline = sheet.lines(slip.place.first(language), paper.place, baseline + 14, leading=1.0)
    sheet.y = sheet.lines(slip.place.second(language), paper.place_other, baseline + 3) + 22


def _code(sheet: Sheet, slip: Slip) -> None:
    """The QR code with its quiet zone, and beside it (on narrow paper beneath) what it is for."""
    paper = sheet.paper
    rows = qr_rows(slip.url)
    if not rows:
        return
    module = paper.qr_module
    while module > 2 and (len(rows) + 2 * QUIET) * module > paper.dots * (0.62 if paper.two_columns else 1):
        module -= 1
    size, quiet = len(rows) * module, QUIET * module
    top = sheet.y + quiet
    words, other = clean(slip.scan.first(slip.language)), clean(slip.scan.second(slip.language))
    if not paper.two_columns:
        sheet.marks.append(Code((paper.dots - size) // 2, top, module, rows))
        sheet.y = top + size + quiet
        sheet.y = sheet.lines(words, paper.scan, sheet.y - 4, leading=1.25)
        sheet.y = sheet.lines(other, (sizes.SMALL,), sheet.y + 2) + 20
        sheet.rule()
        return
    left = max(quiet, paper.left) + (2 if quiet >= paper.left else 0)
    sheet.marks.append(Code(left, top, module, rows))
    x = left + size + quiet + 8
    style, lines = few_lines(sheet.fonts, words, paper.scan, paper.right - x)
    other_lines = balance(sheet.fonts, other, sizes.SCAN_OTHER, paper.right - x)
    height = 42 * len(lines) + 31 * len(other_lines)
    baseline = top + size // 2 - height // 2 + 30
    for line in lines:
        sheet.marks.append(Text(x, baseline, line, style))
        baseline += 42
    baseline -= 2
    for line in other_lines:
        sheet.marks.append(Text(x, baseline, line, sizes.SCAN_OTHER))
        baseline += 31
    sheet.y = max(top + size, baseline - 10) + quiet
    sheet.rule()


def _footer(sheet: Sheet, slip: Slip) -> None:
    """Missed the call, feeling worse, who may come along; then the same in the other language."""
    said = [slip.missed, slip.worse, slip.companion, *slip.notes[:MOST_NOTES]]
    chinese = slip.language == CHINESE
    first_line, first = (_LINE[chinese], sizes.LABEL if chinese else Type(Weight.MEDIUM, 26))
    baseline = sheet.y + 5
    for both in said:
        for line in balance(sheet.fonts, clean(both.first(slip.language)), first, sheet.paper.width):
            baseline += first_line
            sheet.marks.append(Text(sheet.paper.left, baseline, line, first))
    others = [text for both in said if (text := clean(both.second(slip.language)))]
    baseline += 9
    for line in _together(sheet, others, " " if chinese else ""):
        baseline += _OTHER_LINE
        sheet.marks.append(Text(sheet.paper.left, baseline, line, sizes.SMALL))
    sheet.y = baseline + 32


def _together(sheet: Sheet, sentences: list[str], between: str) -> list[str]:
    """Sentences as one paragraph; Chinese ones each on lines of its own where that takes no more paper."""
    room = sheet.paper.width
    paragraph = wrap(sheet.fonts, between.join(sentences), sizes.SMALL, room)
    if between:
        return paragraph
    apart = [line for one in sentences for line in balance(sheet.fonts, one, sizes.SMALL, room)]
    return apart if len(apart) <= len(paragraph) else paragraph
