"""Ten thousand texts of every kind in every field of slips: the device sees a closed set of commands, no other.

Texts in the printer's own characters are tried all, drawn ones two thousand: there a text is dots, and drawing takes
ten times as long.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from printers.config import Language, PrinterConfig
from printers.decoder import CodeCommand, Cut, Decoder, Event, Feed, Initialise, Raster, Setting, TextBytes
from printers.emulator.glyphs import is_wide
from printers.escpos_bytes import REAL_TIME
from printers.native.page import CELL, CHARACTER
from printers.paper import dots_of
from printers.raster import TALLEST
from printers.slip import LONGEST_TEXT, MOST_NOTES, Both, Slip
from printers.template import Template
from printers.worker import prepare

HOW_MANY: dict[Language, int] = {"gb18030": 10_000, "gbk": 10_000, "utf8": 10_000, "raster": 2_000, "raster_qr": 2_000}
LONGEST_JOB = {True: 400_000, False: 40_000}
"""Bytes: half a metre of dots, or of text."""

_SNIPPETS = [
    "\x1b@", "\x1dV\x00", "\x1bp\x00\x19\xfa", "\x10\x14\x01\x00\x08", "\x10\x04\x01", "\x10\x05\x02", "\x1c.", "\x1c&",
    "\x1dv0\x00\x48\x00\x80\x00", "\x1d(k\x03\x001Q0", "\x1d(L\x02\x0002", "\x1bt\xff", "\x1b=\x00", "\x1d!\x77",
    "\x00" * 8, "\n" * 5, "\r\n", "\x7f", "\x1bd\xff", "\x1bJ\xff", "\x1bc5\x01", "\x1c(C\x02\x000\x01",
]  # fmt: skip
_PIECES = [
    "王", "李小明", "龚䶮", "𠮷野家", "彧祎玥珺垚璟", "㐀", "阿依努尔·买买提", "Zoë Ñandú", "O’Brien–Smith", "محمد علي",
    "שלום", "\u202eevil\u202c", "\u2066x\u2069", "\u200b\u200d\ufeff", "👩‍⚕️🏥🙂", "e\u0301\u0327" * 5, "가나다",
    "ทดสอบ", "\ud800", "\udfff", "\ue000\uf8ff", "\ufffe\uffff", "\U0010ffff", "Ａ１！", "①Ⅳ㎏", "½²ﬁ", "〓□？?",
    "“”‘’—…",
]  # fmt: skip
#: Ranges to draw single characters from: controls, Latin, right to left, Indic, Han and its extensions, emoji, all.
_RANGES = [(0, 0x20), (0x20, 0x7F), (0x7F, 0x250), (0x590, 0x700), (0x900, 0xE80), (0x1100, 0x1200), (0x2000, 0x2070),
           (0x2E80, 0x3400), (0x3400, 0xA000), (0xD800, 0x10000), (0x1F300, 0x1FB00), (0x20000, 0x31350),
           (0, 0x110000)]  # fmt: skip
ALLOWED = {
    "gb18030": {b"\x1c&", b"\x1d!", b"\x1bE", b"\x1dB", b"\x1ba"},
    "gbk": {b"\x1c&", b"\x1d!", b"\x1bE", b"\x1dB", b"\x1ba"},
    "utf8": {b"\x1c(", b"\x1d!", b"\x1bE", b"\x1dB", b"\x1ba"},
    "raster": set(),
    "raster_qr": {b"\x1ba"},
}
QR_FUNCTIONS = [65, 67, 69, 80, 81]


def any_text(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randint(1, 6)):
        kind = chance.random()
        if kind < 0.25:
            parts.append(chance.choice(_SNIPPETS))
        elif kind < 0.6:
            parts.append(chance.choice(_PIECES))
        else:
            low, high = chance.choice(_RANGES)
            parts.append("".join(chr(chance.randrange(low, high)) for _ in range(chance.randint(1, 8))))
    text = "".join(parts)
    return text * 40 if chance.random() < 0.01 else text


def slips(template: Slip, count: int) -> list[Slip]:
    """Slips that carry so many generated texts, in every field that holds one."""
    chance, made, texts = random.Random(20_261_123), [], 0
    both = [field.name for field in fields(Slip) if field.type == "Both"]
    single = [field.name for field in fields(Slip) if field.type == "str" and field.name != "language"]
    while texts < count:
        values: dict[str, object] = {name: Both(any_text(chance), any_text(chance)) for name in both}
        values |= {name: any_text(chance) for name in single}
        notes = tuple(Both(any_text(chance), any_text(chance)) for _ in range(MOST_NOTES))
        flags = {name: chance.random() < 0.5 for name in ("is_copy", "test")}
        texts += 2 * len(both) + len(single) + 2 * MOST_NOTES
        language = chance.choice(["zh-CN", "en"])
        made.append(replace(template, **values, notes=notes, language=language, ahead=chance.choice([0, 3]), **flags))
    return made


@pytest.mark.parametrize("language", HOW_MANY)
def test_whatever_stands_in_a_slip_only_known_commands_reach_the_device(
    make_slip: Callable[..., Slip], fonts: Path, language: Language
) -> None:
    native = language in ("gb18030", "gbk", "utf8")
    sizes = [(80, 203), (80, 180), (58, 203), (58, 180)]
    for index, slip in enumerate(slips(make_slip(), HOW_MANY[language])):
        width, dpi = sizes[index % 4]
        config = PrinterConfig("p", "network", "", width=width, dpi=dpi, language=language, cut=index % 3 > 0)
        data = prepare(slip, config, fonts, Template())
        decoder = Decoder()
        events = decoder.feed(data)
        assert decoder.held == 0
        assert len(data) <= LONGEST_JOB[not native]
        assert not [command for command in REAL_TIME if command in data]
        check(events, language, cut=config.cut)
        if native:
            assert sum(isinstance(event, Feed) and event.lines for event in events) <= TALLEST // CHARACTER
            assert widest_line(events) <= dots_of(width, dpi)
        else:
            rasters = [event for event in events if isinstance(event, Raster)]
            assert {event.width_bytes for event in rasters} == {dots_of(width, dpi) // 8}
            assert sum(event.rows for event in rasters) <= TALLEST


def widest_line(events: list[Event]) -> int:
    """Dots of the widest line of text, by the sizes that are set while it is sent."""
    widest = line = 0
    times = 1
    for event in events:
        if isinstance(event, Setting) and event.command[:2] == b"\x1d!":
            times = (event.command[2] >> 4) + 1
        elif isinstance(event, TextBytes):
            line += CELL * times * sum(2 if is_wide(one, event.codec) else 1 for one in event.text)
        elif isinstance(event, Feed) and event.lines:
            widest, line = max(widest, line), 0
    return widest


def check(events: list[Event], language: Language, *, cut: bool) -> None:
    """A closed set: initialise first, cut or feed last, settings of this language only, no byte of text below 0x20."""
    kinds = {Initialise, Feed} | ({Cut} if cut else set())
    kinds |= {Raster} if language.startswith("raster") else {Setting, TextBytes}
    kinds |= set() if language == "raster" else {CodeCommand, Setting}
    assert {type(event) for event in events} <= kinds
    assert [index for index, event in enumerate(events) if isinstance(event, Initialise)] == [0]
    assert [index for index, event in enumerate(events) if isinstance(event, Cut)] == ([len(events) - 1] if cut else [])
    assert {event.command[:2] for event in events if isinstance(event, Setting)} <= ALLOWED[language]
    functions = [event.function for event in events if isinstance(event, CodeCommand)]
    assert functions in ([], QR_FUNCTIONS)
    for event in events:
        if isinstance(event, TextBytes):
            assert not [byte for byte in event.data if byte < 0x20 or byte == 0x7F]
            assert "\ufffd" not in event.text
            assert event.codec == {"utf8": "utf-8"}.get(language, "gb18030")
        elif isinstance(event, Feed):
            assert event.amount <= 120


def test_the_generator_makes_what_it_says(make_slip: Callable[..., Slip]) -> None:
    texts = [any_text(random.Random(seed)) for seed in range(10_000)]
    everything = "".join(texts)
    for wanted in ("\x1b@", "\x10\x04", "䶮", "𠮷", "\u202e", "م", "🏥", "\ud800", "\x00"):
        assert wanted in everything
    assert max(map(len, texts)) > LONGEST_TEXT
    assert len(set(texts)) > 8_500
    assert len(slips(make_slip(), 100)) == 3
