"""A slip set on paper: from the top down, each block takes the height that it needs.

The measures are those of the design's picture of a ticket. Longer content shrinks one step, then takes two
lines; numbers shrink as far as they must; nothing is ever cut or ended with dots.
"""

from __future__ import annotations

from pathlib import Path

from printers import paper as sizes
from printers.blocks import Sheet
from printers.config import Dpi, PaperWidth
from printers.figures import lay_figures
from printers.fonts import Weight
from printers.heading import lay_bar, lay_head, lay_number
from printers.logo import open_logo
from printers.marks import Code, Page, PrintersCode, Text
from printers.paper import dots_of, paper_of
from printers.plain import plain_slip
from printers.qr import QUIET, qr_rows
from printers.scale import scaled
from printers.slip import CHINESE, Both, Slip
from printers.template import DEFAULT, Block, LineName, Template
from printers.typeset import Type, balance, few_lines, fit, width_of, wrap

_LINE = {True: 38, False: 33}  # line height of the footer's first language: Chinese, other
_OTHER_LINE = 31
_UNRULED: frozenset[Block] = frozenset({"head", "number"})
"""Blocks that need no line to part them from their neighbours: the plate of the number is a frame already."""


def lay_out(
    slip: Slip,
    width: PaperWidth,
    fonts: Path,
    template: Template = DEFAULT,
    dpi: Dpi = 203,
    *,
    own_code: bool = False,
) -> Page:
    """Place everything of a slip on 80 or 58 mm paper. `fonts` is the folder of the two typefaces.

    `own_code`: the printer draws the QR code itself; it gets the middle of the paper to itself.
    """
    slip = plain_slip(template.dress(slip))
    sheet = Sheet(paper_of(width), fonts, slip.language)
    sheet.y = 20
    if slip.test:
        lay_bar(sheet, slip.test_mark, filled=False)
    if slip.is_copy:
        lay_bar(sheet, slip.copy_mark, filled=True)
    above: Block = "head"
    for block, lines in template.blocks():
        if is_empty(slip, block, lines):
            continue
        if not {above, block} & _UNRULED:
            sheet.rule()
        _lay_block(sheet, slip, template, block, lines, own_code=own_code)
        above = block
    page = Page(sheet.paper.dots, sheet.y + (20 if above == "number" else 0), tuple(sheet.marks))
    return scaled(page, dots_of(width, dpi), fonts)


def is_empty(slip: Slip, block: Block, lines: tuple[LineName, ...]) -> bool:
    """Whether a block would say nothing."""
    if block == "code":
        return not qr_rows(slip.url)
    return block == "advice" and not advice_of(slip, lines)


def _lay_block(
    sheet: Sheet, slip: Slip, template: Template, block: Block, lines: tuple[LineName, ...], *, own_code: bool
) -> None:
    match block:
        case "head":
            lay_head(sheet, slip, lines, open_logo(template.logo))
        case "number":
            lay_number(sheet, slip.number)
        case "where":
            _where(sheet, slip, lines)
        case "figures":
            lay_figures(sheet, slip, lines)
        case "code":
            _code(sheet, slip, own_code=own_code)
        case "advice":
            _footer(sheet, slip, advice_of(slip, lines))


def _where(sheet: Sheet, slip: Slip, lines: tuple[LineName, ...]) -> None:
    """Department, beside it (or beneath, when long) its other name; and where to wait."""
    baseline = sheet.y
    for line in lines:
        if line == "department":
            baseline = _department(sheet, slip, baseline)
        else:
            top = baseline + 14
            baseline = sheet.lines(slip.place.first(slip.language), sheet.paper.place, top, leading=1.0)
            baseline = sheet.lines(slip.place.second(slip.language), sheet.paper.place_other, baseline + 3)
    sheet.y = baseline + 22


def _department(sheet: Sheet, slip: Slip, top: int) -> int:
    """Gives the last baseline."""
    paper, language = sheet.paper, slip.language
    style, lines = fit(sheet.fonts, slip.department.first(language), list(paper.title), paper.width)
    baseline = top + round(style.size * 1.25)
    for line in lines:
        sheet.marks.append(Text(paper.left, baseline, line, style))
        baseline += round(style.size * 1.15)
    baseline -= round(style.size * 1.15)
    other = slip.department.second(language)
    if not other:
        return baseline
    start = paper.left + round(width_of(sheet.fonts, lines[-1], style)) + 14 if lines else paper.left
    beside, other_lines = fit(sheet.fonts, other, list(paper.beside_title), paper.right - start)
    if len(other_lines) > 1:
        start = paper.left
        beside, other_lines = fit(sheet.fonts, other, list(paper.beside_title), paper.width)
        baseline += 36
    for line in other_lines:
        sheet.marks.append(Text(start, baseline, line, beside))
        baseline += 34
    return baseline - 34


def _code(sheet: Sheet, slip: Slip, *, own_code: bool) -> None:
    """The QR code with its quiet zone, and beside it (on narrow paper beneath) what it is for."""
    paper, rows = sheet.paper, qr_rows(slip.url)
    module = paper.qr_module
    while module > 2 and (len(rows) + 2 * QUIET) * module > paper.dots * (0.62 if paper.two_columns else 1):
        module -= 1
    if own_code or not paper.two_columns:
        _code_above_words(sheet, slip, module, own_code=own_code)
        return
    size, quiet = len(rows) * module, QUIET * module
    top = sheet.y + quiet
    words, other = slip.scan.first(slip.language), slip.scan.second(slip.language)
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


def _code_above_words(sheet: Sheet, slip: Slip, module: int, *, own_code: bool) -> None:
    paper, rows = sheet.paper, qr_rows(slip.url)
    size, quiet = len(rows) * module, QUIET * module
    top = sheet.y + quiet
    if own_code:
        sheet.marks.append(PrintersCode(top, module, slip.url))
        sheet.y = top + quiet  # the printer itself moves the paper on by the height of its code
    else:
        sheet.marks.append(Code((paper.dots - size) // 2, top, module, rows))
        sheet.y = top + size + quiet
    middle = paper.two_columns
    sheet.y = sheet.lines(slip.scan.first(slip.language), paper.scan, sheet.y - 4, leading=1.25, middle=middle)
    sheet.y = sheet.lines(slip.scan.second(slip.language), (sizes.SMALL,), sheet.y + 2, middle=middle) + 20


def advice_of(slip: Slip, lines: tuple[LineName, ...]) -> list[Both]:
    """The sentences of the wanted lines that say anything."""
    said = {"missed": (slip.missed,), "worse": (slip.worse,), "companion": (slip.companion,), "notes": slip.notes}
    return [both for line in lines for both in said[line] if both.first(slip.language)]


def _footer(sheet: Sheet, slip: Slip, said: list[Both]) -> None:
    """Missed the call, feeling worse, who may come along; then the same in the other language."""
    chinese = slip.language == CHINESE
    first_line, first = (_LINE[chinese], sizes.LABEL if chinese else Type(Weight.MEDIUM, 26))
    baseline = sheet.y + 5
    for both in said:
        for line in balance(sheet.fonts, both.first(slip.language), first, sheet.paper.width):
            baseline += first_line
            sheet.marks.append(Text(sheet.paper.left, baseline, line, first))
    others = [text for both in said if (text := both.second(slip.language))]
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
