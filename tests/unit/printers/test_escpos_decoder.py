"""The decoder names what it does not know and survives everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printers.decoder import (
    AutomaticStatus,
    CodeCommand,
    Columns,
    Cut,
    Decoder,
    Drawer,
    Event,
    Feed,
    IdentityRequest,
    Initialise,
    PaperRequest,
    PrintGraphic,
    Raster,
    Setting,
    StatusRequest,
    StoreGraphic,
    TextBytes,
    Unknown,
)
from printers.roll import LINE, TALLEST, Roll

FONTS = Path(__file__).parents[3] / "node_modules" / "@expo-google-fonts"

_PAIRS = [Setting(b"\x1c&"), TextBytes(b"\xc4\xda", "gb18030")]
_UTF8 = Setting(b"\x1c(C\x02\x00\x30\x02")
_GRAPHIC = b"\x1d(L\x0c\x000p0\x01\x011\x08\x00\x02\x00\xf0\x0f"


@pytest.mark.parametrize(
    ("data", "events"),
    [
        (b"\x1b@", [Initialise()]),
        (b"\x1bJ\x18", [Feed(24, lines=False)]),
        (b"\x1bd\x06\n", [Feed(6, lines=True), Feed(1, lines=True)]),
        (b"\x1dV\x42\x00", [Cut(0)]),
        (b"\x1dV\x00", [Cut(0)]),
        (b"\x1dV\x41\x20", [Cut(32)]),
        (b"\x1dV\x77", [Unknown(b"\x1dV\x77")]),
        (b"\x10\x04\x01\x10\x04\x04", [StatusRequest(1), StatusRequest(4)]),
        (b"\x1dr\x01", [PaperRequest(1)]),
        (b"\x1dv0\x00\x01\x00\x02\x00\xf0\x0f", [Raster(0, 1, 2, b"\xf0\x0f")]),
        (b"A029\r\n", [TextBytes(b"A029"), Setting(b"\r"), Feed(1, lines=True)]),
        (b"\x1b!\x30X", [Setting(b"\x1b!\x30"), TextBytes(b"X")]),
        (b"\x1c&\xc4\xda", [Setting(b"\x1c&"), TextBytes(b"\xc4\xda", "gb18030")]),
        (b"\x1c&\xc4\xda\x1c.\xc4", [*_PAIRS, Setting(b"\x1c."), TextBytes(b"\xc4", "cp437")]),
        (b"\x1c&\xc4\x1b@A", [Setting(b"\x1c&"), Unknown(b"\xc4\x1b"), TextBytes(b"@A", "gb18030")]),
        (b"\x1c&\x81\x30\x1b@", [Setting(b"\x1c&"), Unknown(b"\x81\x30"), Initialise()]),
        (b"\x1c(C\x02\x00\x30\x02\xe5\x86\x85", [_UTF8, TextBytes("内".encode(), "utf-8")]),
        (b"\x1c(C\x02\x00\x30\x07", [Unknown(b"\x1c(C\x02\x00\x30\x07")]),
        (b"\x1bt\x10\xe9", [Setting(b"\x1bt\x10"), TextBytes(b"\xe9", "cp1252")]),
        (b"\x1bt\xff", [Unknown(b"\x1bt\xff")]),
        (b"\x1d(k\x04\x001A2\x00", [CodeCommand(65, b"2\x00")]),
        (b"\x1d(k\x03\x000A1", [Unknown(b"\x1d(k\x03\x000A1")]),
        (b"\x1d(Z\x02\x00\x1b@", [Unknown(b"\x1d(Z\x02\x00\x1b@")]),
        (b"\x1dk\x04AB\x1b@\x00", [Unknown(b"\x1dk\x04AB\x1b@\x00")]),
        (b"\x1dk\x49\x02\x1b@", [Unknown(b"\x1dk\x49\x02\x1b@")]),
        (b"\x1bp\x00\x19\xfa", [Drawer(b"\x1bp\x00\x19\xfa")]),
        (b"\x1da\xff\x1dI\x43", [AutomaticStatus(255), IdentityRequest(67)]),
        (b"\x1b*\x21\x01\x00\x01\x02\x03", [Columns(33, 3, b"\x01\x02\x03")]),
        (b"\x1b*\x05", [Unknown(b"\x1b*\x05")]),
        (_GRAPHIC + b"\x1d(L\x02\x0002", [StoreGraphic(Raster(0, 1, 2, b"\xf0\x0f"), 8), PrintGraphic()]),
        (b"\x1d8L\xff\xff\xff\xff", [Unknown(b"\x1d8L\xff\xff\xff\xff")]),
        (b"\x7f", [Unknown(b"\x7f")]),
        (b"\x1b\x99A", [Unknown(b"\x1b\x99"), TextBytes(b"A")]),
        (b"\x10\x14\x08", [Unknown(b"\x10\x14"), Unknown(b"\x08")]),
        (b"\x1dv1\x00", [Unknown(b"\x1dv1\x00")]),
        (b"\x1dv0\x00\xff\xff\xff\xff", [Unknown(b"\x1dv0\x00\xff\xff\xff\xff")]),
    ],
)
def test_commands(data: bytes, events: list[Event]) -> None:
    if data in (b"\x1dv1\x00", b"\x1b*\x05"):  # needs its whole head before it can be judged
        data += b"\x00" * 4
        assert Decoder().feed(data)[0] == Unknown(data[:3])
        return
    assert Decoder().feed(data) == events


@pytest.mark.parametrize(
    "part",
    [b"\x1d(k\x04\x001A", b"\x1dk\x04AB", b"\x1d(L\x0c", b"\x1b", b"\x1dv0\x00\x01", b"\x1dv0\x00\x01\x00\x02\x00\xf0",
     b"\x10\x04", b"\x1dV"],
)  # fmt: skip
def test_an_incomplete_command_waits(part: bytes) -> None:
    decoder = Decoder()
    assert decoder.feed(part) == []
    assert decoder.held == len(part)


_SNIPPETS = st.sampled_from(
    [b"\x1b@", b"\x1c&", b"\x1c.", b"\x1c(C\x02\x00\x30\x02", b"\x1d!\x77", b"\x1b!\xff", b"\x1dB\x01", b"\x1ba\x01",
     b"\x1d(k\x03\x001C\x10", b"\x1d(k\x06\x001P0abc", b"\x1d(k\x03\x001Q0", b"\x1b*\x21\x02\x00", b"\x1b3\x00",
     b"\x1dL\xff\xff", b"\x1dW\x00\x00", b"\x1b$\xff\xff", b"\x1b\\\xff\xff", b"\x1c!\xff", b"\x1b \xff",
     b"\x1cS\xff\xff", b"\x1d8L", b"\x1dv0\x03\x01\x00\x01\x00\xff", b"\n", b"\t", _GRAPHIC, b"\x1d(L\x02\x0002",
     "挂号䶮".encode("gb18030"), "挂号".encode(), b"A029"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_SNIPPETS, st.binary(max_size=12)), max_size=60))
def test_any_bytes_are_read_without_a_crash_and_without_standing_still(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    decoder, roll = Decoder(), Roll(384, FONTS)
    for event in decoder.feed(data):
        roll.add(event)
    assert decoder.held <= len(data)
    paper = roll.tear()
    assert paper is None or paper.height <= TALLEST


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(1, 7))
def test_any_bytes_in_portions_leave_the_same_paper(data: bytes, size: int) -> None:
    papers = []
    for portion in (len(data) or 1, size):
        decoder, roll = Decoder(), Roll(384, FONTS)
        for start in range(0, len(data), portion):
            for event in decoder.feed(data[start : start + portion]):
                roll.add(event)
        paper = roll.tear()
        papers.append(None if paper is None else (paper.size, paper.tobytes()))
    assert papers[0] == papers[1]


def test_printers_own_text_leaves_ink_on_its_line() -> None:
    roll = Roll(384)
    for event in Decoder().feed(b"A029\n\nB1\n"):
        roll.add(event)
    paper = roll.tear()
    assert paper is not None
    assert paper.height == 3 * LINE
    assert paper.crop((0, LINE, 384, 2 * LINE)).convert("L").getextrema() == (255, 255)
    assert roll.tear() is None


def test_double_width_and_height() -> None:
    roll = Roll(64)
    roll.add(Raster(3, 1, 1, b"\x80"))
    paper = roll.tear()
    assert paper is not None
    assert paper.size == (64, 2)
    assert [paper.getpixel((x, 1)) for x in range(3)] == [0, 0, 255]
