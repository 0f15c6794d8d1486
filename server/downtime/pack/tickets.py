"""Paper tickets: ten on a page, to be cut apart; the number large, the code at its side."""

from __future__ import annotations

from server.downtime.pack.content import Pack, Tickets
from server.downtime.pack.sheet import CHINESE, ENGLISH, Sheet, en, zh

COLUMNS, ROWS = 2, 5
ON_A_PAGE = COLUMNS * ROWS
_SIDE = 6.0
#: What no printer prints, at the top and foot of the page.
_EDGE = 5.0
_CODE = 27.0


def draw_tickets(sheet: Sheet, pack: Pack, tickets: Tickets) -> None:
    """Every ticket of a department, in order along the rows."""
    sequences = list(tickets.sequences)
    for start in range(0, len(sequences), ON_A_PAGE):
        sheet.begin(is_cut=True)
        width, height = sheet.w / COLUMNS, (sheet.h - 2 * _EDGE) / ROWS
        for place, sequence in enumerate(sequences[start : start + ON_A_PAGE]):
            row, column = divmod(place, COLUMNS)
            _ticket(sheet, pack, tickets, sequence, column * width, _EDGE + row * height, width)
        for column in range(1, COLUMNS):
            sheet.rule(column * width, 0, column * width, sheet.h, dashed=True)
        for row in range(1, ROWS):
            sheet.rule(0, _EDGE + row * height, sheet.w, _EDGE + row * height, dashed=True)


def _ticket(sheet: Sheet, pack: Pack, tickets: Tickets, sequence: int, x: float, y: float, width: float) -> None:
    left, inner = x + _SIDE, width - 2 * _SIDE
    words = inner - _CODE - 2
    sheet.say(left, y + 3.5, pack.clinic[CHINESE], 8, width=inner * 0.55)
    mark = f"{zh('pack-ticket-mark')}  {en('pack-ticket-mark')}"
    sheet.say(left + inner * 0.55, y + 3.5, mark, 8, width=inner * 0.45, align="R", bold=True)
    sheet.say(left - 0.5, y + 7, tickets.number(sequence), 43, width=words, family="figures")
    sheet.say(left, y + 24.5, tickets.names[CHINESE], 13, bold=True, width=words)
    sheet.say(left, y + 30.3, tickets.names[ENGLISH], 9, width=words)
    sheet.code(left + inner - _CODE, y + 7, _CODE, pack.qr(tickets, sequence))
    scan = f"{zh('pack-ticket-scan')} {en('pack-ticket-scan')}"
    sheet.say(left + inner - _CODE, y + 33, scan, 6, width=_CODE, align="C", grey=True)
    sheet.say(left, y + 36, zh("pack-ticket-place", place=tickets.place[CHINESE]), 9, bold=True, width=inner)
    sheet.say(left, y + 40, en("pack-ticket-place", place=tickets.place[ENGLISH]), 7.5, width=inner)
    _blanks(sheet, pack, left, y + 44.5, inner)
    sheet.say(left, y + 50, f"{zh('pack-ticket-keep')}{zh('pack-ticket-worse')}", 6.5, width=inner)
    sheet.say(left, y + 52.8, f"{en('pack-ticket-keep')} {en('pack-ticket-worse')}", 6, width=inner, grey=True)


def _blanks(sheet: Sheet, pack: Pack, x: float, y: float, width: float) -> None:
    """Where the times of the arrival are written by hand."""
    half = width / 2
    for place, name in enumerate(("date", "arrived")):
        label = f"{zh(f'pack-ticket-{name}')} {en(f'pack-ticket-{name}')}"
        start = x + place * half
        sheet.say(start, y, label, 7)
        sheet.set_font("noto", "", 7)
        begin = start + sheet.get_string_width(label) + 1.5
        if name == "date" and pack.day is not None:
            sheet.say(begin, y - 0.3, pack.day, 9, bold=True)
        else:
            sheet.rule(begin, y + 3.6, start + half - 2, y + 3.6)
