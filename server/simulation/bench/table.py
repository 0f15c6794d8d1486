"""Anybody's own days, from a CSV: one row for each wait. The columns are told in docs/operating.md."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.queueing.rules.assignment import WISH
from server.queueing.rules.ordering import FIRST, Candidate, Policy, lane_of
from server.simulation.bench.days import PlayedDay, Wait
from server.simulation.values import instant

NEEDED = ("arrived_at", "called_at", "left_at", "department", "doctor")
OPTIONAL = ("class", "urgency", "line", "priority", "appointment_at", "missed", "waits_for")


class TableError(Exception):
    """The table cannot be read: line, column, and what was expected there."""


@dataclass(frozen=True)
class _Row:
    department: str
    midnight: datetime
    wait: Wait


def read_days(lines: Iterable[str], policy: Policy) -> dict[str, list[PlayedDay]]:
    """The days of each department, in order. Who is on duty is read off the calls. Raises TableError."""
    reader = csv.DictReader(lines)
    for column in NEEDED:
        if column not in (reader.fieldnames or ()):
            raise TableError(f"line 1: {column}: expected a column of this name")
    rows = [_row(values, number, policy) for number, values in enumerate(reader, 2)]
    days: dict[str, dict[datetime, list[Wait]]] = {}
    for row in rows:
        days.setdefault(row.department, {}).setdefault(row.midnight, []).append(row.wait)
    return {
        department: [
            PlayedDay(sorted(waits, key=lambda wait: wait.joined), policy) for _, waits in sorted(of_it.items())
        ]
        for department, of_it in sorted(days.items())
    }


def _row(values: dict[str, str], number: int, policy: Policy) -> _Row:
    arrived = _instant(values, "arrived_at", number)
    if arrived is None:
        raise TableError(f"line {number}: arrived_at: expected an instant such as 2026-01-05T08:30, it is empty")
    midnight = arrived.replace(hour=0, minute=0, second=0, microsecond=0)

    def minutes(column: str) -> float | None:
        at = _instant(values, column, number)
        return None if at is None else (at - midnight).total_seconds() / 60

    joined, called, left = minutes("arrived_at") or 0.0, minutes("called_at"), minutes("left_at")
    if called is not None and called < joined:
        raise TableError(f"line {number}: called_at: expected an instant not before arrived_at")
    if called is not None and left is not None and left < called:
        raise TableError(f"line {number}: left_at: expected an instant not before called_at")
    slot = minutes("appointment_at") if values.get("appointment_at") else None
    asks_for = values.get("waits_for") or None
    candidate = Candidate(
        str(number), str(number), _urgency(values, number), instant(joined), number, asks_for, None,
        values.get("line") or FIRST, values.get("priority") or None, None if slot is None else instant(slot),
        None if asks_for is None else WISH,
    )  # fmt: skip
    lane = None if called is None else lane_of(candidate, instant(called), policy)
    kind = "return" if candidate.line == "return" else values.get("class") or ""
    seen = values.get("missed", "") in ("", "0", "no", "false")
    return _Row(
        values["department"], midnight,
        Wait(candidate, joined, called, left, values["doctor"] or None, kind, lane, seen),
    )  # fmt: skip


def _instant(values: dict[str, str], column: str, number: int) -> datetime | None:
    given = values.get(column) or ""
    if not given.strip():
        return None
    try:
        return datetime.fromisoformat(given.strip())
    except ValueError as problem:
        raise TableError(
            f"line {number}: {column}: expected an instant such as 2026-01-05T08:30, not {given!r}"
        ) from problem


def _urgency(values: dict[str, str], number: int) -> int:
    given = values.get("urgency") or "4"
    if given not in ("3", "4"):
        raise TableError(f"line {number}: urgency: expected 3 or 4, not {given!r}")
    return int(given)
