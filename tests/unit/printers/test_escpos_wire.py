"""The bytes of a ticket: what python-escpos would send, nothing that a text could have smuggled in."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from printers.decoder import Cut, Decoder, Event, Feed, Initialise, Raster
from printers.escpos_bytes import REAL_TIME, ROWS_AT_ONCE, TEAR_LINES, raster_commands, ticket_bytes
from printers.raster import render
from printers.roll import Roll
from printers.slip import Both, Slip

Make = Callable[..., Slip]
ROOT = Path(__file__).parents[3]


def read(data: bytes) -> list[Event]:
    decoder = Decoder()
    events = decoder.feed(data)
    assert decoder.held == 0
    return events


def paper(events: list[Event], dots: int) -> Image.Image:
    roll = Roll(dots)
    for event in events:
        roll.add(event)
    image = roll.tear()
    assert image is not None
    return image


@pytest.mark.parametrize("width", [80, 58])
def test_a_ticket_is_pictures_between_initialise_and_cut(make_slip: Make, fonts: Path, width: int) -> None:
    image = render(make_slip(), width, fonts)
    events = read(ticket_bytes(image, cut=True))
    kinds = [type(event) for event in events]
    assert kinds == [Initialise, *[Raster] * -(-image.height // ROWS_AT_ONCE), Feed, Cut]
    printed = paper(events, image.width).crop((0, 0, *image.size))
    assert ImageChops.difference(printed, image).getbbox() is None


def test_the_picture_is_what_python_escpos_sends(make_slip: Make, fonts: Path, capsys: object) -> None:
    image = render(make_slip(), 80, fonts)
    theirs = Dummy()
    theirs.image(image, impl="bitImageRaster", fragment_height=ROWS_AT_ONCE)
    assert b"".join(raster_commands(image)) == theirs.output


def test_without_a_cutter_the_paper_goes_to_the_tear_bar(make_slip: Make, fonts: Path) -> None:
    events = read(ticket_bytes(render(make_slip(), 80, fonts), cut=False))
    assert events[-1] == Feed(TEAR_LINES, lines=True)
    assert not [event for event in events if isinstance(event, Cut)]


@pytest.mark.parametrize(
    "hostile", ["\x1b@\x1dV\x42\x00", "\x10\x04\x01\x10\x14\x08", "𠮷🙂", "\u202eabc", "\x1dv0"]
)
def test_hostile_text_in_any_field_never_reaches_the_wire(make_slip: Make, fonts: Path, hostile: str) -> None:
    """Hostile text: a job holds pictures only, and its length does not betray a command either."""
    text = Both(hostile, hostile)
    sentences = {field.name: text for field in fields(Slip) if field.type == "Both"}
    slip = replace(
        make_slip(),
        **sentences,
        notes=(text,),
        number=hostile,
        logo=hostile,
        date=hostile,
        time=hostile,
        url=hostile,
    )
    for width in (80, 58):
        data = ticket_bytes(render(slip, width, fonts), cut=True)
        events = read(data)
        assert {type(event) for event in events} == {Initialise, Raster, Feed, Cut}
        assert not [command for command in REAL_TIME if command in data]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x1B, 0x1D, 0x00, 0xFF]), min_size=72, max_size=288))
def test_no_picture_spells_a_real_time_command(dots: list[int]) -> None:
    rows = len(dots) // 72
    inverted = bytes(255 - dot for dot in dots[: rows * 72])
    image = Image.frombytes("1", (576, rows), inverted)
    data = ticket_bytes(image, cut=True)
    assert not [command for command in REAL_TIME if command in data]
    printed = paper(read(data), 576).crop((0, 0, *image.size)) if any(dots[: rows * 72]) else image
    assert all(mine | theirs == theirs for mine, theirs in _inks(image, printed))


def _inks(image: Image.Image, printed: Image.Image) -> list[tuple[int, int]]:
    """Bytes of ink of both pictures: the printed one may have a dot more, never one less."""
    return [(255 - a, 255 - b) for a, b in zip(image.tobytes(), printed.tobytes(), strict=True)]


def test_drawing_leaves_the_applications_logging_alone(tmp_path: Path) -> None:
    code = (
        "import logging; from PIL import Image; from printers.escpos_bytes import ticket_bytes;"
        "ticket_bytes(Image.new('1', (576, 20), 255), cut=True);"
        "print(logging.getLogger().handlers, logging.getLogger().level)"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["[]", "30"]
    assert not list(tmp_path.iterdir())


def test_the_slow_library_is_not_imported_before_the_first_ticket() -> None:
    code = "import sys, printers.worker, printers.virtual; print('escpos' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_job_cut_into_any_portions_reads_the_same(make_slip: Make, fonts: Path) -> None:
    data = ticket_bytes(render(make_slip(), 58, fonts), cut=True)
    whole, chance, decoder = read(data), random.Random(5), Decoder()
    events: list[Event] = []
    while data:
        size = chance.choice([1, 2, 3, 700, 5000])
        events += decoder.feed(data[:size])
        data = data[size:]
    assert events == whole
