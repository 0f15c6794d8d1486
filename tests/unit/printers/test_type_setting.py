"""Fonts, fallback, cleaning and line breaking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from printers.fonts import Weight, coverage, font_book
from printers.plain import plain
from printers.raster import render
from printers.slip import LONGEST_TEXT, Both, Slip
from printers.typeset import Type, balance, fit, set_line, width_of, wrap

BODY = Type(Weight.MEDIUM, 27)
FOLDER = Path(__file__).parents[3] / "node_modules" / "@expo-google-fonts"


@pytest.mark.parametrize(
    "name", ["overpass/500Medium/Overpass_500Medium.ttf", "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"]
)
def test_coverage_agrees_with_the_font(fonts: Path, name: str) -> None:
    with TTFont(fonts / name) as font:
        assert coverage(fonts / name) == frozenset(font.getBestCmap())


def test_figures_are_overpass_and_chinese_punctuation_is_noto(fonts: Path) -> None:
    book = font_book(fonts)
    runs = book.runs("二楼·3号（A–B）", Weight.MEDIUM, 27)
    families = [(run.text, run.font.getname()[0].split()[0] if run.font else None) for run in runs]
    assert families == [
        ("二楼·", "Noto"),
        ("3", "Overpass"),
        ("号（", "Noto"),
        ("A–B", "Overpass"),
        ("）", "Noto"),
    ]


def test_an_english_sentence_is_overpass_throughout(fonts: Path) -> None:
    runs = font_book(fonts).runs("Floor 2 · Hall “B”…", Weight.MEDIUM, 24)
    assert {run.font.getname()[0].split()[0] for run in runs if run.font} == {"Overpass"}


def test_figures_are_tabular(fonts: Path) -> None:
    widths = {width_of(fonts, text, Type(Weight.HEAVY, 171)) for text in ("111", "029", "888")}
    assert len(widths) == 1


@pytest.mark.parametrize("rare", ["𠮷", "🙂", "ع", "ก"])
def test_a_character_that_no_font_has_is_a_visible_box(fonts: Path, rare: str) -> None:
    line = set_line(fonts, rare, BODY)
    box = line.mask.getbbox()
    assert box is not None
    assert box[2] - box[0] > BODY.size * 0.6


def test_rare_name_characters_are_drawn(fonts: Path) -> None:
    runs = font_book(fonts).runs("彧祎玥珺垚璟䶮", Weight.MEDIUM, 27)
    assert all(run.font is not None for run in runs)


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [("\x1b@A\x1dV\x00", "@AV"), ("a\u202eb\u2066c\u200d", "abc"), ("一\n二\t三", "一 二 三"),
     ("e\u0301", "é"), ("x" + "\u0301" * 500 + "z", "xz"), ("\ud800王", "王"), ("\x00\x10\x04\x01", "")],
)  # fmt: skip
def test_cleaning_keeps_what_can_be_read(dirty: str, shown: str) -> None:
    assert plain(dirty).replace("x́", "x") == shown


def test_long_texts_are_bounded() -> None:
    assert len(plain("长" * 10_000)) == LONGEST_TEXT


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(60, 560))
def test_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    shown = plain(text)
    for lines in (wrap(FOLDER, shown, BODY, width), balance(FOLDER, shown, BODY, width)):
        assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
        assert all(width_of(FOLDER, line, BODY) <= width or len(line) == 1 for line in lines)


def test_no_line_begins_with_closing_punctuation(fonts: Path) -> None:
    text = "听到叫号请进诊室；过号请到导诊台签到。（更不舒服时，请马上告诉工作人员。）"
    for width in range(90, 500, 7):
        lines = wrap(fonts, text, BODY, width)
        assert not [line for line in lines if line[0] in "；。，）" or line[-1] == "（"]


def test_two_lines_are_parted_at_punctuation(fonts: Path) -> None:
    assert balance(fonts, "手机扫一扫，随时看排到哪里", Type(Weight.BOLD, 32), 255) == [
        "手机扫一扫，",
        "随时看排到哪里",
    ]


def test_a_long_text_shrinks_one_step_before_it_takes_two_lines(fonts: Path) -> None:
    styles = [Type(Weight.BOLD, 48), Type(Weight.BOLD, 42)]
    assert fit(fonts, "内科", styles, 528) == (styles[0], ["内科"])
    assert fit(fonts, "内" * 12, styles, 528) == (styles[1], ["内" * 12])
    style, lines = fit(fonts, "内" * 16, styles, 528)
    assert (style, len(lines)) == (styles[1], 2)


@pytest.mark.parametrize(
    "hostile",
    ["\x1b@\x1dV\x42\x00\x10\x04\x01", "\u202egnorw\u202c", "𠮷野家🙂", "\x00" * 50, "a\u0300" * 3000, ""],
)
def test_hostile_text_in_every_field_is_only_ever_dots(
    make_slip: Callable[..., Slip], fonts: Path, hostile: str
) -> None:
    """Hostile text: the picture is the picture of the cleaned text, whatever stood in it."""

    def with_text(text: str) -> Slip:
        both = Both(text, text)
        sentences = {field.name: both for field in fields(Slip) if field.type == "Both"}
        return replace(make_slip(url=hostile), **sentences, notes=(both,), logo=text, date=text, time=text)

    bad, good = with_text(hostile), with_text(plain(hostile))
    for width in (80, 58):
        assert ImageChops.difference(render(bad, width, fonts), render(good, width, fonts)).getbbox() is None
