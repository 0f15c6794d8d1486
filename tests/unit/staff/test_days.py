"""The days that can be chosen in two lists, run by node as the browser runs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.staff.test_order import NODE, STATIC, run

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def test_the_chosen_days_come_from_the_page_and_not_from_the_browsers_own_field() -> None:
    """A date or time field of the browser speaks the browser's language, whatever the page's is."""
    roots = [STATIC, STATIC.parents[2] / "kiosk/static/js", STATIC.parents[2] / "server/web/static"]
    native = re.compile(r"""type[=:]\s*["'`](date|time|month|datetime-local)["'`]""")
    found = [file.name for root in roots for file in Path(root).rglob("*.js") if native.search(file.read_text("utf-8"))]
    assert found == []


def test_twelve_months_follow_a_day_over_the_turn_of_the_year(tmp_path: Path) -> None:
    source = (STATIC / "parts/day_field.js").read_text(encoding="utf-8")
    start = source.index("/** The months from a day on.")
    module = tmp_path / "months.js"
    module.write_text(source[start : source.index("/**", start + 3)], encoding="utf-8")
    months = run(str(module), "monthsFrom(given, 13)", "2026-11-30")
    assert (months[0], months[1], months[2], months[-1], len(months)) == (
        "2026-11", "2026-12", "2027-01", "2027-11", 13,
    )  # fmt: skip
