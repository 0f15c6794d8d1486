"""A page that shows whether a printer is set up right: its width, its characters, its QR code, its greys, its cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from printers import paper as sizes
from printers.config import PrinterConfig
from printers.escpos_bytes import code_command, job_bytes, raster_commands
from printers.fonts import Weight
from printers.marks import Code, Mark, Page, Text
from printers.native.charset import Charset
from printers.native.page import BOLD, LARGE, TALL, TextPage
from printers.paper import dots_of, paper_of
from printers.plain import plain, plain_address
from printers.qr import QUIET, qr_rows
from printers.raster import paint
from printers.slip import CHINESE, Both
from printers.typeset import Type, balance, width_of
from printers.wording import ENGLISH, Say

CHARACTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789 .,:;!?+-/%&@#*",
    "挂号候诊叫号就诊取药内外妇儿",
    "，。；：！？（）《》、“”·…",
    "彧祎玥珺垚璟䶮㐀 é ü ñ 〓",
)
"""Rare characters of names are in the last line: what a printer cannot print shows there as its stand-in."""
_GREYS = 8


def test_page(config: PrinterConfig, fonts: Path, say: Say) -> bytes:
    """The job of a test page in the printer's own language. OSError or ValueError where a font is missing.

    `say` gives the sentences `slip-page-…` of the catalogue, as for `printers.wording.compose`.
    """
    if config.language in ("gb18030", "gbk", "utf8"):
        commands = _set(config, config.language, fonts, say)
    else:
        commands = list(_drawn(config, fonts, say))
    return job_bytes(commands, cut=config.cut, dpi=config.dpi)


def _sentences(config: PrinterConfig, say: Say) -> list[Both]:
    dots = dots_of(config.width, config.dpi)

    def both(name: str, **args: str | int) -> Both:
        return Both(plain(say(CHINESE, name, **args)), plain(say(ENGLISH, name, **args)))

    return [
        both("slip-page-paper", width=config.width, dpi=config.dpi, dots=dots),
        both("slip-page-language", language=config.language),
        both("slip-page-cutter", cut="yes" if config.cut else "no"),
        both("slip-page-ruler"),
        both("slip-page-code"),
        both("slip-page-grey"),
    ]


def _titles(say: Say) -> tuple[str, str]:
    return plain(say(CHINESE, "slip-page-title")), plain(say(ENGLISH, "slip-page-title"))


def _set(config: PrinterConfig, charset: Charset, fonts: Path, say: Say) -> list[bytes]:
    dots = dots_of(config.width, config.dpi)
    page = TextPage(charset, dots)
    for title in _titles(say):
        page.best(title, (LARGE, TALL), middle=True)
    page.text(plain(config.code), TALL, middle=True)
    page.picture(_ruler(config, fonts))
    for sentence in _sentences(config, say):
        page.text(sentence.zh)
        page.text(sentence.en)
    page.rule()
    for line in CHARACTERS:
        page.text(line)
    page.text("ABC 012 挂号", BOLD)
    page.rule()
    module = _module(config)
    page.gap(QUIET * module)
    page.code(_address(config), module)
    page.gap(QUIET * module)
    page.picture(_greys(dots))
    return page.commands


def _drawn(config: PrinterConfig, fonts: Path, say: Say) -> Iterator[bytes]:
    dots = dots_of(config.width, config.dpi)
    titles = [*_titles(say), plain(config.code)]
    yield from raster_commands(_texts(titles, Type(Weight.BOLD, 32), dots, fonts))
    yield from raster_commands(_ruler(config, fonts))
    texts = [text for sentence in _sentences(config, say) for text in (sentence.zh, sentence.en)]
    yield from raster_commands(_texts([*texts, *CHARACTERS], sizes.SMALL, dots, fonts))
    yield from _own_code(config) if config.language == "raster_qr" else raster_commands(_code(config, fonts))
    yield from raster_commands(_greys(dots))


def _texts(texts: list[str], style: Type, dots: int, fonts: Path) -> Image.Image:
    margin = 12
    step = round(style.size * 1.4)
    lines = [line for text in texts for line in balance(fonts, text, style, dots - 2 * margin)]
    marks: list[Mark] = [Text(margin, step * (index + 1), line, style) for index, line in enumerate(lines)]
    return paint(Page(dots, step * (len(lines) + 1), tuple(marks)), fonts)


def _ruler(config: PrinterConfig, fonts: Path) -> Image.Image:
    """Millimetres above, dots beneath; the first and the last dot of the head are lines from top to bottom."""
    dots, height, middle = dots_of(config.width, config.dpi), 110, 54
    style = Type(Weight.MEDIUM, 20)
    marks: list[Mark] = []
    for label, x, baseline in _labels(dots, config.dpi):
        wide = width_of(fonts, label, style)
        marks.append(Text(min(max(4, round(x - wide / 2)), dots - 4 - round(wide)), baseline, label, style))
    image = paint(Page(dots, height, tuple(marks)), fonts)
    draw = ImageDraw.Draw(image)
    draw.line((0, middle, dots - 1, middle), fill=0, width=2)
    for millimetre in range(int(dots * 25.4 / config.dpi) + 1):
        x = round(millimetre * config.dpi / 25.4)
        length = 24 if millimetre % 10 == 0 else 16 if millimetre % 5 == 0 else 9
        draw.line((x, middle - length, x, middle), fill=0)
    for x in range(0, dots, 20):
        draw.line((x, middle, x, middle + (20 if x % 100 == 0 else 9)), fill=0)
    for x in (0, dots - 1):
        draw.line((x, 0, x, height - 1), fill=0)
    return image


def _labels(dots: int, dpi: int) -> Iterator[tuple[str, float, int]]:
    for millimetre in range(10, int(dots * 25.4 / dpi) + 1, 10):
        yield str(millimetre), millimetre * dpi / 25.4, 24
    for dot in (*range(100, dots - 60, 100), dots):
        yield str(dot), dot, 100


def _greys(dots: int) -> Image.Image:
    """A black bar that shows dead dots as white lines, and steps from light to black."""
    bar, steps, gap = 24, 56, 16
    grey = Image.new("L", (dots, gap + bar + gap + steps + gap), 255)
    draw = ImageDraw.Draw(grey)
    draw.rectangle((0, gap, dots, gap + bar - 1), fill=0)
    for step in range(_GREYS):
        left, right = dots * step // _GREYS, dots * (step + 1) // _GREYS - 1
        top = gap + bar + gap
        draw.rectangle((left, top, right, top + steps - 1), fill=255 - 255 * (step + 1) // _GREYS)
    return grey.convert("1", dither=Image.Dither.FLOYDSTEINBERG)


def _address(config: PrinterConfig) -> str:
    return plain_address(config.code) or "-"


def _module(config: PrinterConfig) -> int:
    paper = paper_of(config.width)
    return max(2, paper.qr_module * dots_of(config.width, config.dpi) // paper.dots)


def _code(config: PrinterConfig, fonts: Path) -> Image.Image:
    rows, module, dots = qr_rows(_address(config)), _module(config), dots_of(config.width, config.dpi)
    size = len(rows) * module
    mark = Code((dots - size) // 2, QUIET * module, module, rows)
    return paint(Page(dots, size + 2 * QUIET * module, (mark,)), fonts)


def _own_code(config: PrinterConfig) -> Iterator[bytes]:
    quiet = b"\x1bJ" + bytes((QUIET * _module(config),))
    yield quiet + b"\x1ba\x01" + code_command(_address(config), _module(config)) + b"\x1ba\x00" + quiet
