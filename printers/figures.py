"""The two answers that everybody looks for: how many are ahead, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

from printers import paper as sizes
from printers.blocks import Sheet
from printers.marks import Box, Text
from printers.paper import RULE
from printers.slip import Slip
from printers.template import LineName
from printers.typeset import Type, balance, fit, width_of, wrap

_COLUMN = 205  # width of the column of the people ahead; the range of the wait has the rest


@dataclass(frozen=True, slots=True)
class Figure:
    """One answer: title, value, unit, the same in the other language; without a value `words` stand alone."""

    title: str
    value: str
    unit: str
    other: str
    words: str


def figures_of(slip: Slip) -> tuple[Figure, Figure]:
    """People ahead and range of the wait; words instead of a zero or of a figure that nobody knows."""
    language = slip.language
    known = slip.wait_low is not None and slip.wait_high is not None
    ahead = Figure(
        title=slip.ahead_title.first(language),
        value=str(slip.ahead) if slip.ahead > 0 else "",
        unit=slip.ahead_unit.first(language),
        other=slip.ahead_sentence.second(language),
        words=slip.ahead_sentence.first(language),
    )
    wait = Figure(
        title=slip.wait_title.first(language),
        value=f"{slip.wait_low}–{slip.wait_high}" if known else "",
        unit=slip.wait_unit.first(language),
        other=slip.wait_sentence.second(language),
        words=slip.wait_sentence.first(language),
    )
    return ahead, wait


def lay_figures(sheet: Sheet, slip: Slip, lines: tuple[LineName, ...]) -> None:
    """Two columns on wide paper; on narrow paper, and where there is only one answer, lines."""
    found = dict(zip(("ahead", "wait"), figures_of(slip), strict=True))
    wanted = [found[name] for name in lines]
    if not sheet.paper.two_columns or len(wanted) < 2:
        sheet.y += 8
        for figure in wanted:
            _row(sheet, figure)
        sheet.y += 8
        return
    top = sheet.y
    line = sheet.paper.left + (_COLUMN if lines[0] == "ahead" else sheet.paper.width - _COLUMN - 25)
    columns = ((wanted[0], sheet.paper.left, line - 6), (wanted[1], line + 25, sheet.paper.right))
    style = min(
        (_value_style(sheet, figure, right - left) for figure, left, right in columns if figure.value),
        key=lambda style: style.size,
        default=sheet.paper.value[0],
    )
    ends = [_column(sheet, figure, top, left, right, style) for figure, left, right in columns]
    sheet.y = max(ends) + 20
    sheet.marks.append(Box(line, top + 14, RULE, sheet.y - 14 - (top + 14)))


def _column(sheet: Sheet, figure: Figure, top: int, left: int, right: int, value: Type) -> int:
    """Set one answer between two dot columns, both values in one size, and give its last baseline."""
    room = right - left
    if not figure.value:
        style, lines = _words(sheet, figure.words, room)
        step = round(style.size * 1.2)
        baseline = top + 107 - step * (len(lines) - 1) - (6 if len(lines) > 1 else 12)
        for line in lines:
            sheet.marks.append(Text(left, baseline, line, style))
            baseline += step
    else:
        title, titles = fit(sheet.fonts, figure.title, [sizes.LABEL, sizes.SMALL], room)
        for line in titles[:1]:
            sheet.marks.append(Text(left, top + 40, line, title))
        _value(sheet, figure, left, top + 107, value)
    baseline = top + 107
    for count, line in enumerate(balance(sheet.fonts, figure.other, sizes.SMALL, room)):
        baseline += 36 if count == 0 else 30
        sheet.marks.append(Text(left, baseline, line, sizes.SMALL))
    return baseline if figure.other else baseline + 6


def _value(sheet: Sheet, figure: Figure, left: int, baseline: int, style: Type) -> None:
    sheet.marks.append(Text(left, baseline, figure.value, style))
    x = left + width_of(sheet.fonts, figure.value, style) + _GAP
    sheet.marks.append(Text(round(x), baseline, figure.unit, sizes.UNIT))


_GAP = 7


def _value_style(sheet: Sheet, figure: Figure, room: float) -> Type:
    unit = width_of(sheet.fonts, figure.unit, sizes.UNIT) + _GAP
    for style in sheet.paper.value:
        if width_of(sheet.fonts, figure.value, style) + unit <= room:
            return style
    last = sheet.paper.value[-1]
    widest = width_of(sheet.fonts, figure.value, last)
    return Type(last.weight, max(4.0, last.size * max(1.0, room - unit) / widest))


def _words(sheet: Sheet, words: str, room: float) -> tuple[Type, list[str]]:
    """Large words in place of a figure: two lines at most where that is possible."""
    for style in sizes.WORDS:
        found, lines = fit(sheet.fonts, words, [style], room)
        if len(lines) <= 2 and all(width_of(sheet.fonts, line, found) <= room for line in lines):
            return found, lines
    return fit(sheet.fonts, words, [sizes.WORDS[-1]], room)


def _row(sheet: Sheet, figure: Figure) -> None:
    """Narrow paper, or a single answer: title and value at the two ends of a line, the other language beneath."""
    paper, fonts = sheet.paper, sheet.fonts
    baseline = sheet.y + (62 if paper.two_columns else 50)
    if figure.value:
        title_ends = paper.left + width_of(fonts, figure.title, sizes.LABEL) + 12
        sheet.marks.append(Text(paper.left, baseline, figure.title, sizes.LABEL))
        unit = width_of(fonts, figure.unit, sizes.LABEL)
        x = paper.right - unit
        if title_ends + width_of(fonts, figure.value, paper.value[-1]) + _GAP > x:
            baseline += 50  # the title fills the line: value and unit take the next one
            title_ends = float(paper.left)
        sheet.marks.append(Text(x, baseline, figure.unit, sizes.LABEL))
        room = x - _GAP - title_ends
        style = _value_style(sheet, Figure("", figure.value, "", "", ""), max(room, 40.0))
        x -= _GAP + width_of(fonts, figure.value, style)
        sheet.marks.append(Text(round(x), baseline, figure.value, style))
    else:
        style, lines = _words(sheet, figure.words, paper.width)
        for line in lines:
            sheet.marks.append(Text(paper.left, baseline, line, style))
            baseline += round(style.size * 1.2)
        baseline -= round(style.size * 1.2)
    for line in wrap(fonts, figure.other, sizes.SMALL, paper.width):
        baseline += 32
        sheet.marks.append(Text(paper.left, baseline, line, sizes.SMALL))
    sheet.y = baseline + 12
