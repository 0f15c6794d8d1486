"""The page that shows whether a printer is set up right."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp

from printers import testpage
from printers.config import LANGUAGES, Dpi, Language, PaperWidth, PrinterConfig
from printers.decoder import Cut, Decoder, Drawer, Event, Feed, TextBytes, Unknown
from printers.paper import dots_of
from printers.preview import paper_of_job
from printers.wording import Say


def events_of(config: PrinterConfig, fonts: Path, say: Say) -> list[Event]:
    decoder = Decoder()
    events = decoder.feed(testpage.test_page(config, fonts, say))
    assert decoder.held == 0
    return events


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "dpi"), [(80, 203), (80, 180), (58, 203), (58, 180)])
def test_the_ruler_reaches_both_ends_and_the_code_names_the_printer(
    fonts: Path, say: Say, language: Language, width: PaperWidth, dpi: Dpi
) -> None:
    config = PrinterConfig("printer-7", "network", "", width=width, dpi=dpi, language=language)
    paper = paper_of_job(testpage.test_page(config, fonts, say), config, fonts)
    dots = dots_of(width, dpi)
    assert paper.width == dots
    for x in (0, dots - 1):
        edge = [y for y in range(paper.height - 120) if paper.getpixel((x, y)) == 0]
        assert len(edge) >= 110
    assert [code.text for code in zxingcpp.read_barcodes(paper.convert("L"))] == ["printer-7"]
    kinds = {type(event) for event in events_of(config, fonts, say)}
    assert not kinds & {Unknown, Drawer}


def test_greys_go_from_light_to_dark_beneath_a_black_bar(fonts: Path, say: Say) -> None:
    config = PrinterConfig("p", "network", "")
    paper = paper_of_job(testpage.test_page(config, fonts, say), config, fonts)
    foot = paper.crop((0, paper.height - 24 - 16 - 56, 576, paper.height - 24 - 16))
    shares = [foot.crop((x, 0, x + 72, 56)).convert("L").histogram()[0] for x in range(0, 576, 72)]
    assert shares == sorted(shares)
    assert len(set(shares)) == 8
    bar = paper.crop((0, paper.height - 24 - 16 - 56 - 16 - 24, 576, paper.height - 24 - 16 - 56 - 16))
    assert bar.convert("L").getextrema() == (0, 0)


@pytest.mark.parametrize("language", ["gb18030", "gbk", "utf8"])
def test_a_text_printer_says_all_in_its_own_characters_in_both_languages(
    fonts: Path, say: Say, language: Language
) -> None:
    config = PrinterConfig("printer-7", "serial", "/dev/ttyS0", language=language, cut=False)
    events = events_of(config, fonts, say)
    text = "".join(event.text for event in events if isinstance(event, TextBytes))
    for wanted in ("打印机测试页", "Printer test page", "printer-7", "576", "挂号候诊", "没有切刀", "No cutter"):
        assert wanted in text
    assert ("䶮" in text) is (language != "gbk")
    assert not [event for event in events if isinstance(event, Cut)]
    assert isinstance(events[-1], Feed)


def test_a_printers_code_can_hold_no_command(fonts: Path, say: Say) -> None:
    for language in LANGUAGES:
        config = PrinterConfig("\x1bp\x00\x19\xfa\x10\x14", "network", "", language=language)
        assert not {type(event) for event in events_of(config, fonts, say)} & {Unknown, Drawer}
