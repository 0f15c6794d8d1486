"""The device in software: what each setting does to the dots on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from printers.decoder import Decoder
from printers.emulator.answers import automatic_status, identity
from printers.roll import LINE, Roll
from printers.troubles import Troubles

GRAPHIC = b"\x1d(L\x0c\x000p0\x01\x011\x08\x00\x02\x00\xf0\x0f"


def print_out(data: bytes, fonts: Path, dots: int = 384) -> Image.Image:
    roll = Roll(dots, fonts)
    for event in Decoder().feed(data):
        roll.add(event)
    assert not roll.reports
    paper = roll.tear()
    assert paper is not None
    return paper


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(image.convert("L")).getbbox()
    assert box is not None
    return box


def amount(image: Image.Image) -> int:
    return image.convert("L").histogram()[0]


def test_characters_stand_in_cells_of_12_and_24_dots(fonts: Path) -> None:
    one = ink(print_out(b"|\x1b$\x78\x00|\n", fonts))
    assert 120 < one[2] <= 132
    pair = print_out(b"\x1c&" + "口口".encode("gb18030") + b"\n", fonts)
    first, second = pair.crop((0, 0, 24, LINE)), pair.crop((24, 0, 48, LINE))
    assert ImageChops.difference(first.convert("L"), second.convert("L")).getbbox() is None
    assert amount(first) > 40


@pytest.mark.parametrize(("command", "wide", "high"), [(b"\x1d!\x11", 2, 2), (b"\x1d!\x75", 8, 6), (b"\x1b!\x10", 1, 2),
                                                       (b"\x1b!\x30", 2, 2)])  # fmt: skip
def test_sizes_are_the_same_dots_made_larger(fonts: Path, command: bytes, wide: int, high: int) -> None:
    small = print_out(b"8\n", fonts).crop((0, 0, 12, 24))
    large = print_out(command + b"8\n", fonts).crop((0, 0, 12 * wide, 24 * high))
    wanted = small.resize(large.size, Image.Resampling.NEAREST)
    assert ImageChops.difference(large.convert("L"), wanted.convert("L")).getbbox() is None


def test_sizes_hold_for_chinese_characters_too(fonts: Path) -> None:
    text = "号".encode("gb18030")
    for command in (b"\x1d!\x11", b"\x1c!\x0c", b"\x1cW\x01"):
        box = ink(print_out(b"\x1c&" + command + text + b"\n", fonts))
        assert box[2] > 36
        assert box[3] > 36


def test_bold_underline_and_reverse(fonts: Path) -> None:
    plain = print_out(b"A029\n", fonts)
    assert amount(print_out(b"\x1bE\x01A029\n", fonts)) > amount(plain)
    assert amount(print_out(b"\x1b-\x02A029\n", fonts)) >= amount(plain) + 80
    reverse = print_out(b"\x1dB\x01A029\n", fonts).crop((0, 0, 48, 24))
    assert amount(reverse) == 48 * 24 - amount(plain.crop((0, 0, 48, 24)))
    again = print_out(b"\x1bE\x01\x1dB\x01\x1d!\x33\x1b@A029\n", fonts)
    assert again.tobytes() == plain.tobytes()


@pytest.mark.parametrize(("align", "left"), [(0, 0), (1, (384 - 48) // 2), (2, 384 - 48)])
def test_alignment_moves_text_pictures_and_codes(fonts: Path, align: int, left: int) -> None:
    command = b"\x1ba" + bytes((align,))
    assert left <= ink(print_out(command + b"HHHH\n", fonts))[0] <= left + 4
    picture = command + b"\x1dv0\x00\x06\x00\x01\x00" + b"\xff" * 6
    assert ink(print_out(picture, fonts)) == (left, 0, left + 48, 1)


def test_line_spacing_tabs_and_margins(fonts: Path) -> None:
    assert print_out(b"A\nA\n", fonts).height == 2 * LINE
    assert print_out(b"\x1b3\x40A\nA\n", fonts).height == 128
    assert print_out(b"\x1b3\x40\x1b2A\n", fonts).height == LINE
    assert print_out(b"\x1b3\x00A\n", fonts).height == 24  # never less than the characters themselves
    assert ink(print_out(b"\tA\n", fonts))[0] >= 96
    assert ink(print_out(b"\x1dL\x64\x00A\n", fonts))[0] >= 100
    assert print_out(b"A\x1bJ\x64\x1bd\x02", fonts).height == 100 + 2 * LINE


def test_a_full_line_goes_on_below(fonts: Path) -> None:
    paper = print_out(b"H" * 33 + b"\n", fonts)
    assert paper.height == 2 * LINE
    assert ink(paper.crop((0, LINE, 384, 2 * LINE)))[2] <= 12


def test_code_pages_pairs_and_utf8_give_the_same_letter(fonts: Path) -> None:
    latin = [print_out(b"\x1bt\x10\xe9\n", fonts), print_out(b"\x1bt\x02\x82\n", fonts)]
    assert latin[0].tobytes() == latin[1].tobytes()
    chinese = [
        print_out(b"\x1c&" + "挂号，".encode("gb18030") + b"\n", fonts),
        print_out(b"\x1c(C\x02\x00\x30\x02" + "挂号，".encode() + b"\n", fonts),
    ]
    assert chinese[0].tobytes() == chinese[1].tobytes()


def test_a_printers_own_qr_code_is_read_by_a_phone(fonts: Path) -> None:
    address = b"https://clinic/t/abc"
    store = b"\x1d(k" + bytes((len(address) + 3, 0)) + b"1P0" + address
    job = b"\x1ba\x01\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1" + store + b"\x1d(k\x03\x001Q0"
    paper = Image.new("L", (384, 400), 255)
    paper.paste(print_out(job, fonts), (0, 40))
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == [address.decode()]


def test_kept_graphics_and_strips_print_their_dots(fonts: Path) -> None:
    raster = print_out(b"\x1dv0\x00\x01\x00\x02\x00\xf0\x0f", fonts)
    kept = print_out(GRAPHIC + b"\x1d(L\x02\x0002", fonts)
    assert kept.tobytes() == raster.tobytes()
    assert ink(print_out(b"\x1b*\x21\x02\x00\xff\xff\xff\xff\xff\xff\n", fonts)) == (0, 0, 2, 24)
    assert ink(print_out(b"\x1b*\x00\x02\x00\xff\xff\n", fonts)) == (0, 0, 4, 24)


@pytest.mark.parametrize(
    "job",
    [b"\x1b\x99", b"\x1dk\x04AB\x00", b"\x1d(L\x02\x0002", b"\x1d(k\x03\x001Q0", b"\x1d(k\x03\x001C\x99",
     b"\x1bp\x00\x19\xfa"],
)  # fmt: skip
def test_what_it_cannot_follow_is_reported_and_not_skipped_in_silence(fonts: Path, job: bytes) -> None:
    roll, events = Roll(384, fonts), Decoder().feed(job + b"A\n")
    for event in events:
        roll.add(event)
    assert list(roll.reports) == events[:1]
    assert roll.tear() is not None


def test_it_says_what_it_is_and_how_it_is() -> None:
    assert identity(67) == b"_VIRTUAL\x00"
    assert identity(1) == identity(49)
    assert identity(99) == b""
    troubles = Troubles(lambda: None)
    assert automatic_status(troubles.reply) == b"\x14\x00\x00\x0f"
    troubles.set_paper("out")
    assert automatic_status(troubles.reply) == b"\x1c\x00\x0f\x0f"
    troubles.set_paper("full")
    troubles.open_cover()
    assert automatic_status(troubles.reply)[0] == 0x3C
