"""The design system: one file of colours, and pairs of colours that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TOKENS = ROOT / "server/web/static/css/tokens.css"
FACES = ("server/web", "kiosk", "display", "staff")
IN_STYLES = re.compile(r"#[0-9A-Fa-f]{3,8}\b(?![^{};]*\{)")
IN_CODE = re.compile(r"[\"'`]#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})[\"'`]")
PAIRS = [
    ("ink-900", "paper", 7.0), ("ink-700", "paper", 4.5), ("ink-500", "paper", 4.5),
    ("ink-500", "disabled", 4.5), ("white", "brand-700", 7.0), ("white", "brand-busy", 4.5),
    ("brand-700", "brand-100", 7.0),
    ("on-call", "call", 7.0), ("call-soft", "on-call", 7.0), ("warn", "warn-100", 4.5),
    ("warn-badge", "warn-100", 7.0),
    ("white", "danger", 7.0), ("danger", "danger-100", 4.5), ("white", "danger-pressed", 7.0),
    ("tv-text", "tv", 7.0), ("tv-2", "tv", 7.0), ("tv-2", "tv-panel", 7.0), ("tv-off-text", "tv-off", 7.0),
    ("tv-off-2", "tv-off", 7.0), ("warn-elder", "white", 7.0), ("warn-elder", "warn-100", 7.0),
]  # fmt: skip


def _colours() -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*#([0-9A-Fa-f]{6});", TOKENS.read_text(encoding="utf-8")))


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_text_can_be_read_on_its_ground(text: str, ground: str, least: float) -> None:
    colours = _colours()
    bright, dark = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= least


def test_no_hex_colour_stands_outside_the_token_file() -> None:
    found = set()
    for face in FACES:
        for file in sorted((ROOT / face).rglob("*")):
            if file == TOKENS or file.suffix not in (".css", ".js", ".html", ".svg"):
                continue
            pattern = IN_STYLES if file.suffix == ".css" else IN_CODE
            colours = pattern.findall(file.read_text("utf-8"))
            found |= {f"{file.relative_to(ROOT)}: {colour}" for colour in colours}
    assert found == set()


def test_pages_hold_no_inline_script_or_style() -> None:
    """The Content-Security-Policy lets neither run, so a page that needs one is broken."""
    for face in FACES:
        for file in sorted((ROOT / face / "templates").rglob("*.html")):
            page = file.read_text("utf-8")
            assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", page), file
