"""What a ticket looks like, judged by its dots."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from printers.fonts import Weight
from printers.layout import lay_out
from printers.marks import Box, Code, Page, Text
from printers.paper import RULE, PaperWidth, paper_of
from printers.plain import plain
from printers.raster import TALLEST, render
from printers.roll import is_copy
from printers.slip import Both, Slip
from printers.typeset import Type, set_line, width_of

Make = Callable[..., Slip]
LONG = {
    "number": "A1023",
    "clinic": Both(
        "广州医科大学附属第一医院海印分院", "The First Affiliated Hospital of Guangzhou University"
    ),
    "department": Both("消化内科门诊", "Otorhinolaryngology, Head and Neck Surgery"),
    "place": Both(
        "门诊综合楼三楼东区·消化内科第二候诊区", "Outpatient Building, Floor 3 East, Second Waiting Area"
    ),
    "ahead": 128,
    "wait": (120, 180),
    "companion": True,
    "url": "https://queue.gyfyy-outpatient.example.org/t/8Kq2mVtY4nXc7RbL1wZsHd0123456789abcdef",
}
CONTENTS: dict[str, dict[str, object]] = {
    "usual": {},
    "long": LONG,
    "next": {"ahead": 0, "wait": None},
    "name with a dot": {"clinic": Both("阿依努尔·买买提诊所", "Aynur Memet Clinic"), "wait": (60, 90)},
    "copy": {"is_copy": True},
    "test": {"test": True},
}


def texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Text)]


def qr_of(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(image.convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("content", CONTENTS)
def test_all_content_stays_between_the_margins(
    make_slip: Make, fonts: Path, width: PaperWidth, language: str, content: str
) -> None:
    image = render(make_slip(language=language, **CONTENTS[content]), width, fonts)
    paper = paper_of(width)
    left, _, right, _ = ink(image)
    assert (image.mode, image.width) == ("1", paper.dots)
    assert left >= paper.margin - 1
    assert right <= paper.dots - paper.margin + 1


@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("content", CONTENTS)
def test_nothing_is_cut_or_ends_with_dots(
    make_slip: Make, fonts: Path, width: PaperWidth, language: str, content: str
) -> None:
    slip = make_slip(language=language, **CONTENTS[content])
    printed = "".join(texts(lay_out(slip, width, fonts))).replace(" ", "")
    for text in (
        slip.clinic,
        slip.department,
        slip.place,
        slip.scan,
        slip.missed,
        slip.worse,
        slip.companion,
    ):
        for one in (text.zh, text.en):
            assert plain(one).replace(" ", "") in printed
    assert slip.number[1:] in printed
    assert "…" not in printed


@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("content", CONTENTS)
def test_no_two_texts_lie_on_each_other(
    make_slip: Make, fonts: Path, width: PaperWidth, language: str, content: str
) -> None:
    page = lay_out(make_slip(language=language, **CONTENTS[content]), width, fonts)
    seen = Image.new("L", (page.width, page.height), 0)
    for mark in page.marks:
        if isinstance(mark, Text):
            line = set_line(fonts, mark.text, mark.style)
            one = Image.new("L", seen.size, 0)
            one.paste(255, (round(mark.x) - line.left, mark.baseline - line.baseline), line.mask)
        elif isinstance(mark, Code):
            one = Image.new("L", seen.size, 0)
            size = len(mark.rows) * mark.module
            one.paste(255, (mark.x, mark.y, mark.x + size, mark.y + size))
        else:
            continue
        assert ImageChops.multiply(seen, one).getbbox() is None, mark
        seen = ImageChops.lighter(seen, one)


@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("content", ["usual", "long", "copy"])
def test_the_qr_code_is_read_back(make_slip: Make, fonts: Path, width: PaperWidth, content: str) -> None:
    slip = make_slip(**CONTENTS[content])
    assert qr_of(render(slip, width, fonts)) == [slip.url]


@pytest.mark.parametrize(("width", "module"), [(80, 7), (58, 5)])
def test_the_qr_code_has_its_module_and_its_quiet_zone(
    make_slip: Make, fonts: Path, width: PaperWidth, module: int
) -> None:
    slip = make_slip()
    page = lay_out(slip, width, fonts)
    code = next(mark for mark in page.marks if isinstance(mark, Code))
    assert code.module == module
    size, quiet = len(code.rows) * module, 4 * module
    image = render(slip, width, fonts)
    around = image.crop((code.x - quiet, code.y - quiet, code.x + size + quiet, code.y + size + quiet))
    around.paste(255, (quiet, quiet, quiet + size, quiet + size))
    assert around.convert("L").getextrema() == (255, 255)


def test_the_usual_ticket_has_the_measures_of_the_design(make_slip: Make, fonts: Path) -> None:
    slip = make_slip()
    assert render(slip, 80, fonts).size == (576, 1194)
    assert render(make_slip(is_copy=True), 80, fonts).size == (576, 1268)
    page = lay_out(slip, 80, fonts)
    boxes = [mark for mark in page.marks if isinstance(mark, Box)]
    plate = boxes[1]
    assert (plate.x, plate.y, plate.width, plate.height) == (24, 102, 528, 214)
    assert [box.y for box in boxes if box.height == RULE] == [482, 648, 938]
    code = next(mark for mark in page.marks if isinstance(mark, Code))
    assert (code.x, code.y) == (30, 679)


@pytest.mark.parametrize(
    ("number", "width", "least"), [("A029", 80, 127), ("A1023", 80, 96), ("A029", 58, 96)]
)
def test_the_number_is_large_enough_to_be_read(
    make_slip: Make, fonts: Path, number: str, width: PaperWidth, least: int
) -> None:
    """12 mm, as published for queue tickets, are 96 dots on 80 mm paper."""
    page = lay_out(make_slip(number=number), width, fonts)
    figures = next(mark for mark in page.marks if isinstance(mark, Text) and mark.text == number[1:])
    line = set_line(fonts, figures.text, figures.style)
    box = line.mask.getbbox()
    assert box is not None
    assert box[3] - box[1] >= least


def test_the_printed_figures_are_the_glyphs_of_the_number(make_slip: Make, fonts: Path) -> None:
    """The number is compared with glyphs that were drawn on their own, not by the layout."""
    image = render(make_slip(number="A029"), 80, fonts)
    glyphs = set_line(fonts, "029", Type(Weight.HEAVY, 171)).mask
    wanted = glyphs.crop(glyphs.getbbox())
    plate = ImageChops.invert(image.crop((175, 112, 540, 306)).convert("L")).point([0] * 128 + [255] * 128)
    printed = plate.crop(plate.getbbox())
    assert printed.size == wanted.size
    assert ImageChops.difference(printed, wanted.convert("L")).getbbox() is None


@pytest.mark.parametrize(
    "number", ["A000", "A999", "A1023", "B7", "VIP7", "A123456", "内029", "029", "A", ""]
)
@pytest.mark.parametrize("width", [80, 58])
def test_any_number_stays_inside_its_plate(
    make_slip: Make, fonts: Path, width: PaperWidth, number: str
) -> None:
    page = lay_out(make_slip(number=number), width, fonts)
    plate = next(mark for mark in page.marks if isinstance(mark, Box) and mark.line == 5)
    inside = [
        mark
        for mark in page.marks
        if isinstance(mark, Text) and plate.y < mark.baseline < plate.y + plate.height
    ]
    assert "".join(mark.text for mark in inside) == number
    for mark in inside:
        assert mark.x >= plate.x + 5
        assert mark.x + width_of(fonts, mark.text, mark.style) <= plate.x + plate.width - 5


def test_a_copy_says_so_and_a_test_print_is_no_copy(make_slip: Make, fonts: Path) -> None:
    assert "副本 COPY" in texts(lay_out(make_slip(is_copy=True), 80, fonts))
    assert "打印测试 TEST" in texts(lay_out(make_slip(test=True), 80, fonts))
    for width in (80, 58):
        assert is_copy(render(make_slip(is_copy=True), width, fonts))
        assert not is_copy(render(make_slip(), width, fonts))
        assert not is_copy(render(make_slip(test=True), width, fonts))


def test_the_language_of_the_patient_is_the_large_one(make_slip: Make, fonts: Path) -> None:
    for language, large in (("zh-CN", "内科"), ("en", "Internal Medicine")):
        page = lay_out(make_slip(language=language), 80, fonts)
        sizes = {mark.text: mark.style.size for mark in reversed(page.marks) if isinstance(mark, Text)}
        assert sizes[large] == 48
        assert sizes["Internal Medicine" if large == "内科" else "内科"] == 28


def test_nobody_ahead_prints_words_and_no_zero(make_slip: Make, fonts: Path) -> None:
    printed = texts(lay_out(make_slip(ahead=0), 80, fonts))
    assert "".join(printed).count("下一位就是您") == 1
    assert "0" not in printed
    assert "前面还有" not in printed


def test_an_address_that_cannot_be_scanned_leaves_no_hole(make_slip: Make, fonts: Path) -> None:
    for url in ("", "https://example/" + "x" * 5000):
        page = lay_out(make_slip(url=url), 80, fonts)
        assert not [mark for mark in page.marks if isinstance(mark, Code)]
        assert "手机扫一扫，" not in texts(page)


def test_no_content_feeds_paper_without_end(make_slip: Make, fonts: Path) -> None:
    endless = Both("很长" * 9000, "long " * 9000)
    slip = make_slip(
        clinic=endless, department=endless, place=endless, notes=(endless,) * 60, number="A" * 900
    )
    for width in (80, 58):
        assert render(slip, width, fonts).height <= TALLEST
