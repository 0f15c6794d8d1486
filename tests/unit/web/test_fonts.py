"""The Chinese font's style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.web.fonts import font_css

PACKAGE = Path(__file__).resolve().parents[3] / "node_modules/@fontsource-variable/noto-sans-sc"


@pytest.fixture(scope="module")
def css() -> str:
    return font_css((PACKAGE / "wght.css").read_text(encoding="utf-8"))


def test_every_slice_of_the_package_is_offered_and_exists(css: str) -> None:
    files = re.findall(r'url\("/static/vendor/fonts/noto/([^"]+)"\)', css)
    assert len(files) == css.count("@font-face") > 90
    assert [name for name in files if not (PACKAGE / "files" / name).is_file()] == []


def test_every_slice_sits_on_the_same_line_as_the_figures(css: str) -> None:
    faces = css.count("@font-face")
    for rule in ("ascent-override: 98%;", "descent-override: 24%;", "line-gap-override: 0%;"):
        assert css.count(rule) == faces


@pytest.mark.parametrize("text", ["", "@font-face { font-family: x; }"])
def test_a_style_sheet_that_is_not_the_packages_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="font package"):
        font_css(text)
