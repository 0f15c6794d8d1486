"""The booking grid: units of 15 minutes, on the clock's quarters (R68, R72)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from server.roster.rules import Span

UNIT_MINUTES = 15
UNIT = timedelta(minutes=UNIT_MINUTES)
MOST_UNITS = 16


def on_grid(instant: datetime) -> bool:
    """Whether an instant is one at which an appointment may begin. Every timezone is off UTC by whole quarters."""
    return instant.minute % UNIT_MINUTES == 0 and instant.second == 0 and instant.microsecond == 0


def unit_starts(starts_at: datetime, units: int) -> list[datetime]:
    """The units that an appointment takes, in UTC."""
    first = starts_at.astimezone(UTC)
    return [first + step * UNIT for step in range(units)]


def ends_at(starts_at: datetime, units: int) -> datetime:
    """When an appointment is over by the book."""
    return starts_at + units * UNIT


def fits(spans: Iterable[Span], starts_at: datetime, units: int) -> bool:
    """Whether the doctor is there for the whole of an appointment."""
    return any(span.covers(starts_at, ends_at(starts_at, units)) for span in spans)


def units_of(span: Span) -> list[datetime]:
    """The units that lie wholly inside a span."""
    start = span.starts_at.astimezone(UTC)
    past = timedelta(minutes=start.minute % UNIT_MINUTES, seconds=start.second, microseconds=start.microsecond)
    first = start if not past else start - past + UNIT
    return [first + step * UNIT for step in range(max(0, (span.ends_at - first) // UNIT))]


def free_runs(spans: Iterable[Span], taken: Collection[datetime]) -> list[list[datetime]]:
    """The free units, those that follow each other without a break together."""
    runs: list[list[datetime]] = []
    for span in spans:
        run: list[datetime] = []
        for unit in units_of(span):
            if unit not in taken:
                run.append(unit)
            elif run:
                runs.append(run)
                run = []
        if run:
            runs.append(run)
    return runs
