"""The form of a department: a line for each ticket, its number printed, and the danger signs at the foot."""

from __future__ import annotations

from server.downtime.pack.content import DangerSign, Pack, Tickets
from server.downtime.pack.sheet import CHINESE, ENGLISH, MARGIN, Sheet, en, zh

ON_A_PAGE = 10
#: Each column's words and its width in millimetres; what they leave over is for the complaint.
COLUMNS = {
    "number": 18.0, "arrived": 15.0, "name": 27.0, "sex": 23.0, "age": 22.0, "phone": 28.0, "complaint": 0.0,
    "urgency": 29.0, "consent": 12.0, "called": 15.0, "room": 14.0, "finished": 15.0, "left": 12.0,
}  # fmt: skip
#: What is printed into every line of a column, to be ticked.
TICKS = {"sex": "pack-form-sexes", "urgency": "pack-form-levels", "consent": "pack-form-box", "left": "pack-form-box"}
_TOP, _HEAD, _LINE = 21.0, 9.0, 11.0
_SIGN_COLUMNS = 3


def draw_form(sheet: Sheet, pack: Pack, tickets: Tickets) -> None:
    """The form's pages of a department."""
    sequences = list(tickets.sequences)
    for start in range(0, len(sequences), ON_A_PAGE):
        sheet.begin("landscape")
        shown = sequences[start : start + ON_A_PAGE]
        _title(sheet, pack, tickets)
        _table(sheet, [tickets.number(sequence) for sequence in shown])
        _signs(sheet, pack.signs, _TOP + _HEAD + _LINE * len(shown) + 2)


def _title(sheet: Sheet, pack: Pack, tickets: Tickets) -> None:
    names = f"{tickets.prefix}  {tickets.names[CHINESE]}  {tickets.names[ENGLISH]}"
    title = f"{zh('pack-form-title')}  {en('pack-form-title')}"
    sheet.say(MARGIN, 7, names, 14, bold=True, width=150)
    sheet.say(165, 8, title, 10, width=60)
    date = f"{zh('pack-form-date')} {en('pack-form-date')}"
    sheet.say(235, 8, f"{date}  {pack.day or ''}", 10)
    if pack.day is None:
        sheet.rule(255, 13, sheet.right, 13)
    help_words = f"{zh('pack-form-help')}  {en('pack-form-help')}"
    sheet.say(MARGIN, 14.5, help_words, 7, width=sheet.right - MARGIN)


def _table(sheet: Sheet, numbers: list[str]) -> None:
    places = _places(sheet)
    bottom = _TOP + _HEAD + _LINE * len(numbers)
    for name, (x, width) in places.items():
        sheet.say(x + 1, _TOP + 0.8, zh(f"pack-form-{name}"), 8, bold=True, width=width - 2)
        sheet.say(x + 1, _TOP + 4.9, en(f"pack-form-{name}"), 6.5, width=width - 2)
        sheet.rule(x, _TOP, x, bottom)
    sheet.rule(sheet.right, _TOP, sheet.right, bottom)
    sheet.rule(MARGIN, _TOP, sheet.right, _TOP, thick=0.5)
    for line, number in enumerate(numbers):
        y = _TOP + _HEAD + line * _LINE
        sheet.rule(MARGIN, y, sheet.right, y)
        x, width = places["number"]
        sheet.say(x + 1, y + 2.6, number, 14, width=width - 2, family="figures")
        for name, sentence in TICKS.items():
            x, width = places[name]
            sheet.say(x, y + 3.4, _ticks(sentence), 9, width=width, align="C")
    sheet.rule(MARGIN, bottom, sheet.right, bottom, thick=0.5)


def _ticks(sentence: str) -> str:
    """The boxes with what they mean in both languages, once where both read the same."""
    chinese, english = zh(sentence).split(), en(sentence).split()
    pairs = zip(chinese, english, strict=True)
    return "  ".join(first if first == second else first + second.lstrip("□") for first, second in pairs)


def _places(sheet: Sheet) -> dict[str, tuple[float, float]]:
    """Where each column begins and how wide it is."""
    rest = sheet.right - MARGIN - sum(COLUMNS.values())
    places, x = {}, MARGIN
    for name, asked in COLUMNS.items():
        width = asked or rest
        places[name] = (x, width)
        x += width
    return places


def _signs(sheet: Sheet, signs: tuple[DangerSign, ...], y: float) -> None:
    """All danger signs in words, along the columns."""
    sheet.say(MARGIN, y, zh("pack-form-danger"), 9, bold=True)
    sheet.say(MARGIN, y + 4.3, en("pack-form-danger"), 7.5, width=sheet.right - MARGIN)
    rows = -(-len(signs) // _SIGN_COLUMNS)
    width = (sheet.right - MARGIN) / _SIGN_COLUMNS
    top, space = y + 9, sheet.h - 6 - (y + 9)
    step = min(4.6, space / max(1, rows))
    for place, sign in enumerate(signs):
        column, row = divmod(place, rows)
        words = f"□ {sign.names[CHINESE]} {sign.names[ENGLISH]}"
        sheet.say(MARGIN + column * width, top + row * step, words, 8, width=width - 2)
