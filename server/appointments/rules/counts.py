"""The daily count of appointments (R67), and how it is written for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

#: What became of a day's appointments, each with the states that mean it; one that was moved counts on its new day.
OUTCOMES: dict[str, tuple[str, ...]] = {
    "kept": ("checked_in", "done"), "missed": ("no_show",), "cancelled": ("cancelled",), "open": ("booked",),
}  # fmt: skip

#: With these a spreadsheet begins a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def count_states(states: Iterable[tuple[str, int]]) -> dict[str, int]:
    """How many were booked for the day in all, and what became of them, from counts by state."""
    by_state: dict[str, int] = {}
    for state, count in states:
        by_state[state] = by_state.get(state, 0) + count
    found = {name: sum(by_state.get(state, 0) for state in known) for name, known in OUTCOMES.items()}
    return {"total": sum(found.values()), **found}


def table_text(rows: Iterable[Sequence[str | int]]) -> str:
    """Rows as a spreadsheet opens them, in any language; a text that it would take for a formula stays a text."""
    page = io.StringIO()
    csv.writer(page).writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + page.getvalue()


def _cell(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
