"""What a run showed: a table against the bars, and a picture of latency over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pygal
from playwright.sync_api import sync_playwright

from tests.support.chromium import chromium_program

Took = list[tuple[float, float]]

#: The bars for the largest hospital: the 99th percentile in milliseconds.
BARS = {"take a ticket": 300, "next": 200, "shown by the hall's last display": 500}
WITHIN_SECONDS = 5


def percentile(values: Iterable[float], part: float) -> float:
    """The value below which this part of them lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def table(took: dict[str, Took]) -> str:
    """One row an action, as Markdown."""
    lines = ["| action | times | p50, ms | p99, ms | most, ms | bar | |", "|---|---|---|---|---|---|---|"]
    for action in sorted(took, key=lambda name: (name not in BARS, name)):
        values = [seconds * 1000 for _, seconds in took[action]]
        if not values:
            continue
        last, bar = percentile(values, 0.99), BARS.get(action)
        held = "" if bar is None else "held" if last <= bar else "missed"
        lines.append(
            f"| {action} | {len(values):,} | {percentile(values, 0.5):,.0f} | {last:,.0f} | {max(values):,.0f} "
            f"| {bar or ''} | {held} |"
        )
    return "\n".join(lines)


def picture(took: dict[str, Took], file: Path) -> None:
    """The 99th percentile of each barred action within every five seconds, as a PNG."""
    chart = pygal.XY(title="Latency, 99th percentile", x_title="s", y_title="ms", width=1100, height=500)
    for action in BARS:
        spans: dict[int, list[float]] = defaultdict(list)
        for at, seconds in took.get(action, ()):
            spans[int(at // WITHIN_SECONDS)].append(seconds * 1000)
        chart.add(action, [(span * WITHIN_SECONDS, percentile(some, 0.99)) for span, some in sorted(spans.items())])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program())
        page = browser.new_page(viewport={"width": 1100, "height": 500})
        page.set_content(chart.render(disable_xml_declaration=True, is_unicode=True))
        page.screenshot(path=file)
        browser.close()
