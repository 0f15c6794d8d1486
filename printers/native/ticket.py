"""A slip as text for the printer's own characters: the same lines in the same order as on the drawn ticket."""

from __future__ import annotations

from printers.config import Dpi, PaperWidth
from printers.figures import Figure, figures_of
from printers.layout import advice_of, is_empty
from printers.logo import logo_dots, logo_size, open_logo
from printers.native.charset import Charset
from printers.native.page import BOLD, LARGE, NORMAL, TALL, Look, Span, TextPage
from printers.paper import dots_of, paper_of
from printers.plain import plain_slip
from printers.qr import QUIET, qr_rows
from printers.slip import CHINESE, Slip
from printers.template import DEFAULT, Block, LineName, Template

LARGEST_NUMBER = 6
"""Times the size of a normal character: figures about 12 mm high, as on the drawn ticket."""


def ticket_commands(
    slip: Slip, charset: Charset, width: PaperWidth, dpi: Dpi, template: Template = DEFAULT
) -> list[bytes]:
    """The commands of a whole ticket between initialising and the cut."""
    slip = plain_slip(template.dress(slip))
    page = TextPage(charset, dots_of(width, dpi))
    if slip.test:
        page.best(" ".join(filter(None, (slip.test_mark.zh, slip.test_mark.en))), (LARGE, TALL), middle=True)
        page.rule()
    if slip.is_copy:
        page.bar(" ".join(filter(None, (slip.copy_mark.zh, slip.copy_mark.en))))
        page.gap(6)
    above: Block | None = None
    for block, lines in template.blocks():
        if is_empty(slip, block, lines):
            continue
        if above is not None:
            page.rule()
        _set_block(page, slip, template, block, lines, width)
        above = block
    return page.commands


def _set_block(
    page: TextPage, slip: Slip, template: Template, block: Block, lines: tuple[LineName, ...], width: PaperWidth
) -> None:
    match block:
        case "head":
            _head(page, slip, lines, template, width)
        case "number":
            _number(page, slip.number)
        case "where":
            for line in lines:
                _department(page, slip) if line == "department" else _place(page, slip)
        case "figures":
            _figures(page, slip, lines)
        case "code":
            _code(page, slip, width)
        case "advice":
            _advice(page, slip, lines)


def _head(
    page: TextPage, slip: Slip, lines: tuple[LineName, ...], template: Template, width: PaperWidth
) -> None:
    date, time = Span(slip.date), Span(slip.time, BOLD)
    if "clinic" not in lines:
        page.ends(date, time)
        return
    logo = open_logo(template.logo)
    if logo is not None:
        paper = paper_of(width)
        page.picture(logo_dots(logo, *logo_size(logo, paper.widest_logo, paper.logo)))
        page.gap(8)
    first, second = slip.clinic.first(slip.language), slip.clinic.second(slip.language)
    beside = "time" in lines and page.columns >= 42
    fits = page.width(first) + page.width(slip.date) < page.columns
    if beside and fits and page.width(second) + page.width(slip.time) < page.columns:
        page.ends(Span(first, BOLD), date)
        page.ends(Span(second), time)
        return
    page.text(first, BOLD)
    page.text(second)
    if "time" in lines:
        page.ends(date, time)


def _number(page: TextPage, number: str) -> None:
    """As large as it goes on one line."""
    times = max(1, min(LARGEST_NUMBER, (page.columns - 2) // max(1, page.width(number))))
    page.gap(8)
    page.text(number, Look(times, times, bold=True), middle=True)


def _department(page: TextPage, slip: Slip) -> None:
    first, second = slip.department.first(slip.language), slip.department.second(slip.language)
    if page.width(first, LARGE) + 1 + page.width(second) <= page.columns:
        page.line(Span(first, LARGE), Span(" " + second if second else ""))
        return
    page.best(first, (LARGE, TALL))
    page.text(second)


def _place(page: TextPage, slip: Slip) -> None:
    page.text(slip.place.first(slip.language), TALL)
    page.text(slip.place.second(slip.language))


def _figures(page: TextPage, slip: Slip, lines: tuple[LineName, ...]) -> None:
    found = dict(zip(("ahead", "wait"), figures_of(slip), strict=True))
    wanted = [found[name] for name in lines]
    if len(wanted) == 2 and page.columns >= 42 and _side_by_side(page, wanted[0], wanted[1], lines[0] == "ahead"):
        return
    for figure in wanted:
        _figure(page, figure)


def _side_by_side(page: TextPage, one: Figure, two: Figure, narrow_first: bool) -> bool:
    left = page.columns * 2 // 5 + 1 if narrow_first else page.columns * 3 // 5
    rows = [
        ([Span(one.title if one.value else "")], [Span(two.title if two.value else "")]),
        (_value(page, one, left - 1), _value(page, two, page.columns - left)),
        ([Span(one.other)], [Span(two.other)]),
    ]
    return page.columns_of(rows, left)


def _value(page: TextPage, figure: Figure, room: int) -> list[Span]:
    if figure.value:
        return [Span(figure.value, LARGE), Span(" " + figure.unit)]
    look = next((look for look in (LARGE, TALL) if page.width(figure.words, look) <= room), TALL)
    return [Span(figure.words, look)]


def _figure(page: TextPage, figure: Figure) -> None:
    """Title and value on one line where they fit, else on two; the other language beneath."""
    if not figure.value:
        page.best(figure.words, (LARGE, TALL))
    else:
        value = _value(page, figure, page.columns)
        room = page.columns - sum(page.width(span.text, span.look) for span in value)
        if page.width(figure.title) < room:
            page.line(Span(figure.title), Span(" " * (room - page.width(figure.title))), *value)
        else:
            page.text(figure.title)
            page.text(figure.value, LARGE) if room < 0 else page.line(Span(" " * room), *value)
            if room < 0:
                page.text(figure.unit)
    page.text(figure.other)


def _code(page: TextPage, slip: Slip, width: PaperWidth) -> None:
    modules = len(qr_rows(slip.url)) + 2 * QUIET
    module = max(2, min(paper_of(width).qr_module * page.dots // paper_of(width).dots, page.dots // modules))
    page.code(slip.url, module)
    page.text(slip.scan.first(slip.language), BOLD, middle=True)
    page.text(slip.scan.second(slip.language), NORMAL, middle=True)


def _advice(page: TextPage, slip: Slip, lines: tuple[LineName, ...]) -> None:
    said = advice_of(slip, lines)
    for both in said:
        page.text(both.first(slip.language))
    others = [text for both in said if (text := both.second(slip.language))]
    if others:
        page.gap(8)
        page.text((" " if slip.language == CHINESE else "").join(others))
