"""What a clinic may change of its tickets, and what it is told when it may not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw

from printers.config import LANGUAGES, Language, PrinterConfig
from printers.decoder import Decoder, Event, Feed, TextBytes
from printers.layout import lay_out
from printers.logo import kept_logo
from printers.marks import Box, Code, Logo, Text
from printers.preview import preview
from printers.raster import render
from printers.slip import Both, Slip
from printers.template import DEFAULT, LINES, Template, TemplateError, from_mapping
from printers.worker import prepare

Make = Callable[..., Slip]
NOTE = Both("凭此票就诊，当日有效", "Keep this ticket; valid today")


def config(language: Language = "raster", **changes: Any) -> PrinterConfig:
    return replace(PrinterConfig("desk", "network", "", language=language), **changes)


def words(slip: Slip, template: Template, fonts: Path, language: Language) -> list[str]:
    """The texts in their order, from the drawn page or from the bytes."""
    if language in ("raster", "raster_qr"):
        page = lay_out(slip, 80, fonts, template, own_code=language == "raster_qr")
        return [mark.text for mark in page.marks if isinstance(mark, Text)]
    lines = [""]
    events: list[Event] = Decoder().feed(prepare(slip, config(language), fonts, template))
    for event in events:
        if isinstance(event, TextBytes):
            lines[-1] += event.text
        elif isinstance(event, Feed):
            lines.append("")
    return lines


@pytest.fixture
def logo() -> bytes:
    picture = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((20, 20, 180, 80), fill=(160, 0, 0, 255))
    return as_png(picture)


def as_png(picture: Image.Image, kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def test_without_a_section_tickets_are_the_houses_own(make_slip: Make, fonts: Path) -> None:
    assert from_mapping({}) == DEFAULT == Template()
    slip = make_slip()
    assert render(slip, 80, fonts, DEFAULT).tobytes() == render(slip, 80, fonts).tobytes()


def test_a_template_survives_being_stored(logo: bytes) -> None:
    notes = (NOTE, Both("只有中文", ""))
    template = Template(kept_logo(logo), lines=("number", "code", "notes"), languages="en-only", notes=notes)
    assert from_mapping(template.to_mapping()) == template


@pytest.mark.parametrize(
    ("given", "key", "expected"),
    [
        ([], "", "a table"),
        ({"colour": "red"}, "colour", 'one of the keys "logo", "lines", "languages", "notes"'),
        ({"lines": "number"}, "lines", "a list of lines"),
        ({"lines": ["number", "price"]}, "lines[1]", 'one of "clinic", "time", "number"'),
        ({"lines": ["number", "code", "code"]}, "lines[2]", 'each line once; "code" stands twice'),
        ({"lines": ["clinic"]}, "lines", 'the line "number"'),
        ({"lines": [["number"]]}, "lines[0]", "one of"),
        ({"languages": "fr"}, "languages", 'one of "patient", "zh", "en", "zh-only", "en-only"'),
        ({"languages": ["zh"]}, "languages", "one of"),
        ({"notes": "hello"}, "notes", "a list of at most 6 notes"),
        ({"notes": [{"zh": "好"}] * 7}, "notes", "a list of at most 6 notes"),
        ({"notes": [{"fr": "bon"}]}, "notes[0]", 'a note with the texts "zh" and "en"'),
        ({"notes": [{"zh": 5}]}, "notes[0].zh", "a text of 1 to 240 characters"),
        ({"logo": 5}, "logo", "the name of a PNG file"),
        ({"logo": "missing.png"}, "logo", "'missing.png' cannot be read"),
        ({"logo": "data:image/png;base64,@"}, "logo", "another kind or broken"),
    ],
)
def test_what_is_wrong_is_said_with_its_key_and_what_should_stand_there(
    given: object, key: str, expected: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        from_mapping(given)
    assert key in [problem.key for problem in caught.value.problems]
    assert any(expected in problem.expected for problem in caught.value.problems)


def test_all_troubles_are_named_at_once() -> None:
    with pytest.raises(TemplateError) as caught:
        from_mapping({"lines": ["price"], "languages": "fr", "notes": 5, "colour": 1})
    assert [problem.key for problem in caught.value.problems] == ["colour", "lines[0]", "lines", "languages", "notes"]


def test_a_logo_that_is_no_png_or_too_large_is_refused() -> None:
    pictures = {
        "text.png": b"no picture", "heavy.png": b"\x89PNG" + b"\x00" * 2_100_000,
        "photo.jpg": as_png(Image.new("L", (4, 4)), "JPEG"), "wall.png": as_png(Image.new("1", (5000, 4000))),
        "half.png": as_png(Image.new("L", (90, 90), 100))[:60],
    }  # fmt: skip
    for name, words_of_it, code in (
        ("text.png", "another kind", "kind"), ("heavy.png", "2 MB", "large"), ("photo.jpg", "another kind", "kind"),
        ("wall.png", "16 million dots", "dots"), ("half.png", "broken", "kind"),
    ):  # fmt: skip
        with pytest.raises(TemplateError, match=words_of_it) as caught:
            from_mapping({"logo": name}, pictures)
        assert caught.value.problems[0].code == f"ticket_logo_{code}"


def test_a_large_logo_is_kept_no_larger_than_paper_can_show() -> None:
    """It travels with every slip to the kiosks' own computers."""
    noise = Image.effect_noise((1800, 400), 90).convert("RGB")
    kept = kept_logo(as_png(noise))
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (504, 112)
    assert len(kept) < 64_000
    assert kept_logo(kept) == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_come_in_the_order_of_the_template_and_others_not_at_all(
    make_slip: Make, fonts: Path, language: Language
) -> None:
    template = Template(lines=("missed", "number", "wait", "place", "department", "notes"), notes=(NOTE,))
    printed = words(make_slip(), template, fonts, language)
    joined = "\n".join(printed)
    wanted = ["过号请到导诊台签到", "029", "大约要等", "二楼·内科候诊区", "Internal Medicine", "凭此票就诊"]
    places = [joined.index(word) for word in wanted]
    assert places == sorted(places)
    for absent in ("仁和医院", "2026-11-23", "前面还有", "手机扫一扫", "更不舒服"):
        assert absent not in joined


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("languages", "chinese", "english"), [("zh-only", True, False), ("en-only", False, True), ("zh", True, True)]
)
def test_languages_of_a_ticket(
    make_slip: Make, fonts: Path, language: Language, languages: Any, chinese: bool, english: bool
) -> None:
    slip = make_slip(language="en", is_copy=True, test=True)
    printed = "\n".join(words(slip, Template(languages=languages), fonts, language))
    assert [word in printed for word in ("仁和医院", "副本", "请马上告诉")] == [chinese] * 3
    assert [word in printed for word in ("Renhe Hospital", "COPY", "Tell staff at once")] == [english] * 3


def test_the_first_language_can_be_the_clinics_choice(make_slip: Make, fonts: Path) -> None:
    page = lay_out(make_slip(language="en"), 80, fonts, Template(languages="zh"))
    sizes = {mark.text: mark.style.size for mark in reversed(page.marks) if isinstance(mark, Text)}
    assert sizes["内科"] > sizes["Internal Medicine"]


def test_a_ticket_of_one_language_falls_back_where_a_text_has_only_the_other(make_slip: Make, fonts: Path) -> None:
    slip = make_slip(department=Both("内科", ""))
    assert "内科" in words(slip, Template(languages="en-only"), fonts, "raster")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_logo_is_printed_in_its_proportions(make_slip: Make, fonts: Path, logo: bytes, language: Language) -> None:
    template = from_mapping({"logo": "art/logo.png"}, {"art/logo.png": logo})
    with_logo = Image.open(io.BytesIO(preview(make_slip(), config(language), template, fonts)))
    without = Image.open(io.BytesIO(preview(make_slip(), config(language), DEFAULT, fonts)))
    assert with_logo.tobytes() != without.tobytes()
    if language == "raster":
        page = lay_out(make_slip(), 80, fonts, template)
        (mark,) = [mark for mark in page.marks if isinstance(mark, Logo)]
        assert (mark.width, mark.height) == (112, 56)
        inside = with_logo.crop((mark.x + 14, mark.y + 14, mark.x + 98, mark.y + 42))
        assert inside.convert("L").getextrema() == (0, 0)


def test_a_stored_logo_that_cannot_be_read_costs_no_ticket(make_slip: Make, fonts: Path) -> None:
    slip = make_slip()
    broken = Template(logo=b"no picture any more")
    assert render(slip, 80, fonts, broken).tobytes() == render(slip, 80, fonts).tobytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 58])
@pytest.mark.parametrize("first", LINES)
def test_any_line_may_stand_first_or_last_and_nothing_lies_on_anything(
    make_slip: Make, fonts: Path, language: Language, width: Any, first: Any
) -> None:
    rest = tuple(line for line in LINES if line != first)
    for lines in ((first, *rest), (*reversed(rest), first)):
        template = Template(lines=lines, notes=(NOTE,))
        assert prepare(make_slip(), config(language, width=width), fonts, template)
        if language != "raster":
            continue
        page = lay_out(make_slip(), width, fonts, template)
        codes = [(mark.y, mark.y + len(mark.rows) * mark.module) for mark in page.marks if isinstance(mark, Code)]
        plates = [(mark.y, mark.y + mark.height) for mark in page.marks if isinstance(mark, Box) and mark.line == 5]
        texts = [mark.baseline for mark in page.marks if isinstance(mark, Text)]
        assert len(codes) == len(plates) == 1
        (top, bottom), (plate_top, plate_bottom) = codes[0], plates[0]
        assert bottom <= plate_top or plate_bottom <= top
        assert max(*texts, bottom, plate_bottom) < page.height


@pytest.mark.parametrize("language", ["raster", "raster_qr"])
def test_a_preview_is_the_picture_that_prints(make_slip: Make, fonts: Path, language: Language) -> None:
    template = Template(languages="zh-only", notes=(NOTE,))
    seen = Image.open(io.BytesIO(preview(make_slip(), config(language, dpi=180), template, fonts)))
    drawn = render(make_slip(), 80, fonts, template, 180)
    assert seen.width == drawn.width == 512
    if language == "raster":
        printed = seen.crop((0, 0, *drawn.size))
        assert ImageChops.difference(printed.convert("L"), drawn.convert("L")).getbbox() is None
