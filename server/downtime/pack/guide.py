"""The pages for whoever works on paper: what is inside, what to do, danger signs with their words."""

from __future__ import annotations

from collections.abc import Callable

from server.downtime.pack.content import Pack, Tickets
from server.downtime.pack.sheet import CHINESE, ENGLISH, LEADING, MARGIN, POINT, Sheet, en, zh
from server.queueing.rules.ordering import Policy

#: The sections of the guide, and how many lines each has.
SECTIONS = {"start": 3, "register": 3, "next": 5, "wait": 3, "back": 5}
_CHECKS = 12
_BOTTOM = 14.0

Say = Callable[..., str]


def draw_cover(sheet: Sheet, pack: Pack) -> None:
    """What is inside, and lines for the monthly check."""
    sheet.begin()
    y = _head(sheet, pack, zh("pack-title"), en("pack-title"))
    y = sheet.paragraph(MARGIN, y, zh("pack-lead"), 11, sheet.right - MARGIN)
    y = sheet.paragraph(MARGIN, y, en("pack-lead"), 9, sheet.right - MARGIN) + 4
    y = _both_lines(sheet, y, "pack-inside", 13)
    y = _contents(sheet, y, pack)
    _checks(sheet, y + 6)


def draw_guide(sheet: Sheet, pack: Pack) -> None:
    """The rules for the outage: a page in Chinese, a page in English."""
    for say, size in ((zh, 11.5), (en, 10.5)):
        sheet.begin()
        other = en if say is zh else zh
        y = _head(sheet, pack, say("pack-guide-title"), other("pack-guide-title"))
        for section, count in SECTIONS.items():
            y = _section(sheet, y, pack, say, section, count, size)


def draw_signs(sheet: Sheet, pack: Pack) -> None:
    """Every danger sign with what to do at once."""
    y = _signs_head(sheet, pack)
    half = (sheet.right - MARGIN) / 2
    for sign in pack.signs:
        height = _sign_height(sheet, half, sign.words[CHINESE], sign.words[ENGLISH])
        if y + height > sheet.h - _BOTTOM:
            y = _signs_head(sheet, pack)
        sheet.rule(MARGIN, y, sheet.right, y)
        for place, (language, size) in enumerate(((CHINESE, 8.5), (ENGLISH, 7.5))):
            x = MARGIN + place * half
            sheet.say(x, y + 0.8, sign.names[language], size + 0.5, bold=True, width=half - 3)
            sheet.paragraph(x, y + 5, sign.words[language], size, half - 4)
        y += height


def _sign_height(sheet: Sheet, half: float, chinese: str, english: str) -> float:
    lines = ((chinese, 8.5), (english, 7.5))
    return 6.5 + max(len(sheet.lines_of(words, size, half - 4)) * size * POINT * LEADING for words, size in lines)


def _signs_head(sheet: Sheet, pack: Pack) -> float:
    sheet.begin()
    y = _head(sheet, pack, zh("pack-flags-title"), en("pack-flags-title"))
    y = sheet.paragraph(MARGIN, y, zh("pack-flags-lead"), 10, sheet.right - MARGIN, bold=True)
    return sheet.paragraph(MARGIN, y, en("pack-flags-lead"), 8.5, sheet.right - MARGIN) + 3


def _section(sheet: Sheet, y: float, pack: Pack, say: Say, section: str, count: int, size: float) -> float:
    values = _values(pack, section)
    y = sheet.paragraph(MARGIN, y + 3, say(f"pack-guide-{section}-title", **values), size + 2, 180, bold=True) + 1
    for line in range(1, count + 1):
        words = say(f"pack-guide-{section}-{line}", **_values(pack, f"{section}-{line}"))
        sheet.say(MARGIN + 1, y + 0.5, "□", size)
        y = sheet.paragraph(MARGIN + 7, y, words, size, sheet.right - MARGIN - 7) + 1
    return y


def _values(pack: Pack, line: str) -> dict[str, int]:
    minutes = pack.escalate_minutes if line == "wait-2" else pack.apology_minutes
    return {"minutes": minutes, "age": Policy.priority_age}


def _head(sheet: Sheet, pack: Pack, title: str, second: str) -> float:
    sheet.say(MARGIN, 9, f"{pack.logo}  {pack.clinic[CHINESE]}", 9, width=95)
    good = (
        f"{zh('pack-good-on', day=pack.day)} {en('pack-good-on', day=pack.day)}"
        if pack.day
        else f"{zh('pack-good-always')} {en('pack-good-always')}"
    )
    made = f"{zh('pack-code')} {en('pack-code')} {pack.code}   {zh('pack-made')} {en('pack-made')} {pack.made}   {good}"
    sheet.say(MARGIN + 60, 9, made, 8, width=sheet.right - MARGIN - 60, align="R")
    sheet.rule(MARGIN, 15, sheet.right, 15, thick=0.5)
    sheet.say(MARGIN, 18, title, 22, bold=True, width=sheet.right - MARGIN)
    sheet.say(MARGIN, 28, second, 12, width=sheet.right - MARGIN)
    return 36.0


def _both_lines(sheet: Sheet, y: float, sentence: str, size: float) -> float:
    sheet.say(MARGIN, y, f"{zh(sentence)}  {en(sentence)}", size, bold=True)
    return y + size * POINT * 1.6


def _contents(sheet: Sheet, y: float, pack: Pack) -> float:
    places = ((MARGIN, 88.0, "department"), (MARGIN + 90, 32.0, "numbers"), (MARGIN + 124, 66.0, "place"))
    for x, width, name in places:
        sheet.say(x, y, f"{zh(f'pack-column-{name}')} {en(f'pack-column-{name}')}", 8, bold=True, width=width)
    y += 5
    step = min(7.0, (sheet.h - _BOTTOM - 62 - y) / max(1, len(pack.departments)))
    for tickets in pack.departments:
        sheet.rule(MARGIN, y, sheet.right, y)
        _content_line(sheet, tickets, y, step, places)
        y += step
    sheet.rule(MARGIN, y, sheet.right, y)
    return y


def _content_line(
    sheet: Sheet, tickets: Tickets, y: float, step: float, places: tuple[tuple[float, float, str], ...]
) -> None:
    size = min(9.0, step / POINT / 1.5)
    words = (
        f"{tickets.names[CHINESE]}  {tickets.names[ENGLISH]}",
        f"{tickets.number(tickets.first)} – {tickets.number(tickets.last)}",
        tickets.place[CHINESE],
    )
    for (x, width, _), word in zip(places, words, strict=True):
        sheet.say(x, y + step * 0.12, word, size, width=width)


def _checks(sheet: Sheet, y: float) -> None:
    y = _both_lines(sheet, y, "pack-check-title", 13)
    y = sheet.paragraph(MARGIN, y, zh("pack-check-lead"), 9, sheet.right - MARGIN)
    y = sheet.paragraph(MARGIN, y, en("pack-check-lead"), 8, sheet.right - MARGIN) + 2
    width = (sheet.right - MARGIN) / 4
    for place in range(_CHECKS):
        row, column = divmod(place, 4)
        x, top = MARGIN + column * width, y + row * 11
        sheet.rect(x, top, width, 11)
        label = f"{zh('pack-check-date')} {en('pack-check-date')}"
        sheet.say(x + 1, top + 0.6, label, 6, grey=True)
        sheet.say(x + width / 2, top + 0.6, f"{zh('pack-check-name')} {en('pack-check-name')}", 6, grey=True)
