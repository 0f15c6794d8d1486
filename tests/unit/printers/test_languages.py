"""Every language on every paper and head: what was meant is read back from what the device prints."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from printers.config import LANGUAGES, Dpi, Language, PaperWidth, PrinterConfig
from printers.decoder import (
    CodeCommand,
    Cut,
    Decoder,
    Drawer,
    Event,
    Feed,
    Initialise,
    Raster,
    Setting,
    TextBytes,
    Unknown,
)  # fmt: skip
from printers.escpos_bytes import REAL_TIME
from printers.fonts import Weight
from printers.layout import lay_out
from printers.marks import Text
from printers.native.ticket import LARGEST_NUMBER
from printers.paper import dots_of, paper_of
from printers.preview import paper_of_job
from printers.raster import render
from printers.roll import Roll, is_copy
from printers.slip import Both, Slip
from printers.typeset import set_line
from printers.worker import prepare

Make = Callable[..., Slip]
NATIVE: tuple[Language, ...] = ("gb18030", "gbk", "utf8")
SIZES: list[tuple[PaperWidth, Dpi]] = [(80, 203), (80, 180), (58, 203), (58, 180)]
EVERYWHERE = list(itertools.product(LANGUAGES, SIZES, ("zh-CN", "en")))
LONG = {
    "number": "A1023",
    "clinic": Both("广州医科大学附属第一医院海印分院", "The First Affiliated Hospital of Guangzhou University"),
    "department": Both("消化内科门诊", "Otorhinolaryngology, Head and Neck Surgery"),
    "place": Both("门诊综合楼三楼东区·消化内科第二候诊区", "Outpatient Building, Floor 3 East, Second Waiting Area"),
    "ahead": 128,
    "wait": (120, 180),
    "url": "https://queue.gyfyy-outpatient.example.org/t/8Kq2mVtY4nXc7RbL1wZsHd0123456789abcdef",
}


def printer(language: Language, size: tuple[PaperWidth, Dpi], *, cut: bool = True) -> PrinterConfig:
    return PrinterConfig("desk", "network", "", width=size[0], dpi=size[1], language=language, cut=cut)


def events_of(data: bytes) -> list[Event]:
    decoder = Decoder()
    events = decoder.feed(data)
    assert decoder.held == 0
    return events


def lines_of(events: list[Event]) -> list[str]:
    """The lines of text of a job."""
    lines = [""]
    for event in events:
        if isinstance(event, TextBytes):
            lines[-1] += event.text
        elif isinstance(event, Feed) and event.lines:
            lines.append("")
    return lines


def shows(paper: Image.Image, wanted: Image.Image) -> bool:
    """Whether a picture (ink is white) stands somewhere on the paper, dot for dot."""
    dots = ImageChops.invert(paper.convert("L")).point([0] * 128 + [255] * 128)
    wanted = wanted.convert("L").point([0] * 128 + [255] * 128).crop(wanted.getbbox())
    middle = wanted.height // 2
    row = wanted.crop((0, middle, wanted.width, middle + 1)).tobytes()
    for y in range(dots.height - wanted.height):
        line = dots.crop((0, y + middle, dots.width, y + middle + 1)).tobytes()
        x = line.find(row)
        while x >= 0:
            here = dots.crop((x, y, x + wanted.width, y + wanted.height))
            if ImageChops.difference(here, wanted).getbbox() is None:
                return True
            x = line.find(row, x + 1)
    return False


@pytest.mark.parametrize(("language", "size", "tongue"), EVERYWHERE)
def test_qr_code_and_number_are_read_back_from_the_paper(
    make_slip: Make, fonts: Path, language: Language, size: tuple[PaperWidth, Dpi], tongue: str
) -> None:
    slip = make_slip(language=tongue, number="A127")
    config = printer(language, size)
    paper = paper_of_job(prepare(slip, config, fonts), config, fonts)
    assert paper.width == dots_of(*size)
    assert [code.text for code in zxingcpp.read_barcodes(paper.convert("L"))] == [slip.url]
    if language in NATIVE:
        glyphs = paper_of_job(
            b"\x1b@\x1d!" + bytes((0x11 * (LARGEST_NUMBER - 1),)) + b"\x1bE\x01A127\n", config, fonts
        )
        assert shows(paper, ImageChops.invert(glyphs.convert("L")))
    else:
        page = lay_out(slip, size[0], fonts, dpi=size[1])
        style = next(mark.style for mark in page.marks if isinstance(mark, Text) and mark.text == "127")
        assert style.weight is Weight.HEAVY
        assert shows(paper, set_line(fonts, "127", style).mask)


@pytest.mark.parametrize(("language", "size", "tongue"), [one for one in EVERYWHERE if one[0] in NATIVE])
def test_nothing_is_cut_and_no_line_is_wider_than_the_paper(
    make_slip: Make, fonts: Path, language: Language, size: tuple[PaperWidth, Dpi], tongue: str
) -> None:
    slip = make_slip(language=tongue, **LONG)
    data = prepare(slip, printer(language, size), fonts)
    events = events_of(data)
    printed = "".join(lines_of(events)).replace(" ", "")
    for both in (slip.clinic, slip.department, slip.place, slip.scan, slip.missed, slip.worse, slip.companion):
        for text in (both.zh, both.en):
            assert text.replace(" ", "") in printed, text
    for figure in ("A1023", "128", "120-180", "2026-11-23", "08:46"):
        assert figure in printed
    paper = paper_of_job(data, printer(language, size), fonts)
    assert [code.text for code in zxingcpp.read_barcodes(paper.convert("L"))] == [slip.url]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", NATIVE)
def test_the_device_never_has_to_break_a_line(
    make_slip: Make, fonts: Path, language: Language, size: tuple[PaperWidth, Dpi]
) -> None:
    """On a paper without end nothing would wrap: the same job must come out as high there."""
    config = printer(language, size)
    for tongue in ("zh-CN", "en"):
        for slip in (make_slip(language=tongue, **LONG), make_slip(language=tongue, is_copy=True, ahead=0, wait=None)):
            heights = []
            for dots in (dots_of(*size), 5000):
                roll = Roll(dots, fonts)
                for event in events_of(prepare(slip, config, fonts)):
                    roll.add(event)
                paper = roll.tear()
                assert paper is not None
                heights.append(paper.height)
            assert heights[0] == heights[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_job_is_made_of_known_commands_only(
    make_slip: Make, fonts: Path, language: Language, size: tuple[PaperWidth, Dpi]
) -> None:
    for cut in (True, False):
        data = prepare(make_slip(is_copy=True, test=True), printer(language, size, cut=cut), fonts)
        events = events_of(data)
        kinds = {type(event) for event in events}
        assert kinds <= {Initialise, Raster, Feed, Cut, CodeCommand, Setting, TextBytes}
        assert not kinds & {Drawer, Unknown}
        assert isinstance(events[0], Initialise)
        assert (isinstance(events[-1], Cut), isinstance(events[-1], Feed)) == (cut, not cut)
        if not cut:
            assert events[-1] == Feed(round(15 * size[1] / 25.4), lines=False)
        assert not [command for command in REAL_TIME if command in data]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_shows_its_black_bar_in_every_language_r105(
    make_slip: Make, fonts: Path, language: Language, size: tuple[PaperWidth, Dpi]
) -> None:
    config = printer(language, size)
    for slip, wanted in ((make_slip(is_copy=True), True), (make_slip(), False), (make_slip(test=True), False)):
        paper = paper_of_job(prepare(slip, config, fonts), config, fonts)
        assert is_copy(paper) is wanted
        if language in NATIVE:
            lines = lines_of(events_of(prepare(slip, config, fonts)))
            assert ("副本 COPY" in "".join(lines)) is wanted
            assert ("打印测试 TEST" in "".join(lines)) is slip.test


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tongue", ["zh-CN", "en"])
@pytest.mark.parametrize("content", [{}, LONG, {"ahead": 0, "wait": None}, {"is_copy": True}])
def test_a_drawn_ticket_keeps_its_margins_on_every_head(
    make_slip: Make, fonts: Path, size: tuple[PaperWidth, Dpi], tongue: str, content: dict[str, object]
) -> None:
    image = render(make_slip(language=tongue, **content), size[0], fonts, dpi=size[1])
    assert image.width == dots_of(*size)
    margin = paper_of(size[0]).margin * image.width // paper_of(size[0]).dots
    box = ImageChops.invert(image.convert("L")).getbbox()
    assert box is not None
    assert box[0] >= margin - 1
    assert box[2] <= image.width - margin + 1


def test_the_printers_own_code_parts_the_picture_and_nothing_else_changes(make_slip: Make, fonts: Path) -> None:
    config = printer("raster_qr", (80, 203))
    events = events_of(prepare(make_slip(), config, fonts))
    codes = [event for event in events if isinstance(event, CodeCommand)]
    assert [code.function for code in codes] == [65, 67, 69, 80, 81]
    assert codes[3].data == b"0https://renhe.example/t/8Kq2mVtY4nXc7RbL1wZsHd"
    data = prepare(make_slip(), config, fonts)
    assert len(data) < 0.9 * len(prepare(make_slip(), printer("raster", (80, 203)), fonts))
    without = prepare(make_slip(url=""), config, fonts)
    assert not [event for event in events_of(without) if isinstance(event, CodeCommand)]


def test_text_is_a_hundredth_of_a_picture(make_slip: Make, fonts: Path) -> None:
    sizes = {one: len(prepare(make_slip(), printer(one, (80, 203)), fonts)) for one in LANGUAGES}
    assert max(sizes[one] for one in NATIVE) < 1500
    assert sizes["raster"] > 50_000
