"""A report as a text table, as CSV, and as pictures."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from server.simulation.report import ALL, Row, Use
from server.simulation.statistics import Interval

COLUMNS = ("policy", "class", "a day", "mean", "median", "90th", "over")
ENDS = ("policy", "busy", "last one out", "not seen", "void", "own doctor", "stood in")


def text_table(rows: Sequence[Row], uses: Sequence[Use], limit: int) -> str:
    """Waits in minutes with ± half of the 95 % interval, and under it how busy the rooms were."""
    head = [*COLUMNS[:-1], f"over {limit}"]
    body = [
        [
            row.policy if row.group == ALL else "", row.group, f"{row.count:.0f}", _minutes(row.mean),
            _minutes(row.median), _minutes(row.p90), _percent(row.over),
        ]
        for row in rows
    ]  # fmt: skip
    ends = [
        [
            use.policy, _percent(use.busy), _clock(use.ended.mean), f"{use.unseen:.1f}", f"{use.voided:.1f}",
            "–" if use.own is None else f"{100 * use.own:.0f} %", f"{use.covered:.1f}",
        ]
        for use in uses
    ]  # fmt: skip
    waits = aligned(head, body, left=2)
    return f"{waits}\n\n{aligned(ENDS, ends, left=1)}"


def aligned(head: Sequence[str], body: Sequence[Sequence[str]], left: int) -> str:
    """Columns side by side: the first `left` set left, figures set right."""
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]

    def line(cells: Sequence[str]) -> str:
        set_out = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "  ".join(set_out).rstrip()

    return "\n".join([line(head), "  ".join("-" * width for width in widths), *map(line, body)])


def csv_text(rows: Sequence[Row]) -> str:
    """The same figures for another program: each with its half interval, empty where one day says nothing of it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    figures = ("mean", "median", "p90", "over")
    writer.writerow(["policy", "class", "waits_a_day", *(f"{one}{end}" for one in figures for end in ("", "_half"))])
    for row in rows:
        values = [value for one in figures for value in _pair(getattr(row, one))]
        writer.writerow([row.policy, row.group, f"{row.count:.2f}", *values])
    return out.getvalue()


def write_pictures(rows: Sequence[Row], folder: Path) -> list[Path]:
    """Bars that compare the policies: mean and 90th percentile by class, as SVG. Returns the files."""
    import pygal  # noqa: PLC0415  (slow to load, and asked for seldom)
    from pygal.style import CleanStyle  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    groups = list(dict.fromkeys(row.group for row in rows))
    written = []
    for name, figure in (("mean", "mean"), ("p90", "p90")):
        # No script from elsewhere: a clinic's machine has no internet.
        chart = pygal.Bar(
            style=CleanStyle, js=[], disable_xml_declaration=True, y_title=f"{name}, min", legend_at_bottom=True,
            truncate_legend=-1, truncate_label=-1, x_label_rotation=15,
        )  # fmt: skip
        chart.x_labels = groups
        for policy in dict.fromkeys(row.policy for row in rows):
            known = {row.group: getattr(row, figure).mean for row in rows if row.policy == policy}
            chart.add(policy, [None if group not in known else round(known[group], 1) for group in groups])
        file = folder / f"waits-{name}.svg"
        file.write_text(chart.render(is_unicode=True), encoding="utf-8")
        written.append(file)
    return written


def _minutes(value: Interval) -> str:
    return f"{value.mean:.1f}" if value.half is None else f"{value.mean:.1f} ± {value.half:.1f}"


def _percent(value: Interval) -> str:
    return f"{100 * value.mean:.0f} %" if value.half is None else f"{100 * value.mean:.0f} ± {100 * value.half:.0f} %"


def _clock(minutes: float) -> str:
    whole = round(minutes)
    return f"{whole // 60:02}:{whole % 60:02}"


def _pair(value: Interval) -> tuple[str, str]:
    return f"{value.mean:.4f}", "" if value.half is None else f"{value.half:.4f}"
