"""When a doctor is there (R35, R46): the weekly sessions of the clinic file, changed for single days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.clinic.rules import MINUTES_A_DAY, Hours, at_minute, minutes_of, spans_on

KINDS = ("off", "extra")

#: A doctor's sessions today: one lasts now, one comes later, none is left.
NOW, LATER, NONE = "now", "later", "none"


@dataclass(frozen=True)
class Span:
    """A stretch of time in which a doctor is there, in UTC; its end is no longer part of it."""

    starts_at: datetime
    ends_at: datetime

    def covers(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether a stretch lies wholly inside."""
        return self.starts_at <= starts_at and ends_at <= self.ends_at


@dataclass(frozen=True)
class DatedChange:
    """What differs from the weekly sessions on the days from `first` to `last`.

    `off` takes away: the sessions that begin on these days or, with times, these hours of each day. `extra` adds the
    hours from `start` to `end`; an end that is not later runs on into the next day.
    """

    kind: str
    first: date
    last: date
    start: str | None = None
    end: str | None = None


def spans_between(
    sessions: Hours, changes: Sequence[DatedChange], first: date, last: date, timezone: ZoneInfo
) -> list[Span]:
    """The spans that begin on the days from `first` to `last`, in order, those that touch made one.

    Changes hold in the order in which they were made: an extra session after a day off stands, and one before it is
    gone with the day.
    """
    spans = [(day, span) for day in _days(first, last) for span in _weekly(sessions, day, timezone)]
    for change in changes:
        days = _days(max(change.first, first), min(change.last, last))
        if change.kind == "extra":
            spans += [(day, _hours(change, day, timezone)) for day in days]
        elif change.start is None:
            spans = [(day, span) for day, span in spans if not change.first <= day <= change.last]
        else:
            for day in days:
                spans = [(of, left) for of, span in spans for left in _without(span, _hours(change, day, timezone))]
    return _joined(span for _, span in spans)


def session_of(spans: Sequence[Span], now: datetime) -> str:
    """What `spans`, those of today in order, mean for whoever waits for the doctor: `NOW`, `LATER` or `NONE`."""
    span = next((span for span in spans if span.ends_at > now), None)
    if span is None:
        return NONE
    return NOW if span.starts_at <= now else LATER


def begins_in(spans: Sequence[Span], now: datetime) -> float | None:
    """Minutes until the next of `spans` begins; None where one lasts now or none is left."""
    if session_of(spans, now) != LATER:
        return None
    return (next(span.starts_at for span in spans if span.ends_at > now) - now).total_seconds() / 60


def next_day_with_session(
    sessions: Hours, changes: Sequence[DatedChange], first: date, last: date, timezone: ZoneInfo, now: datetime
) -> date | None:
    """The first day from `first` to `last` on which the doctor is there, today only while a session lasts or is still
    to come; None where there is none (R36)."""
    for day in _days(first, last):
        if any(span.ends_at > now for span in spans_between(sessions, changes, day, day, timezone)):
            return day
    return None


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _weekly(sessions: Hours, day: date, timezone: ZoneInfo) -> list[Span]:
    return [Span(start.astimezone(UTC), end.astimezone(UTC)) for start, end in spans_on(sessions, day, timezone)]


def _hours(change: DatedChange, day: date, timezone: ZoneInfo) -> Span:
    start, end = minutes_of(change.start or "00:00"), minutes_of(change.end or "24:00")
    if end <= start:
        end += MINUTES_A_DAY
    return Span(at_minute(day, start, timezone).astimezone(UTC), at_minute(day, end, timezone).astimezone(UTC))


def _without(span: Span, hole: Span) -> list[Span]:
    """What is left of a span."""
    before = Span(span.starts_at, min(span.ends_at, hole.starts_at))
    after = Span(max(span.starts_at, hole.ends_at), span.ends_at)
    return [left for left in (before, after) if left.starts_at < left.ends_at]


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.starts_at, one.ends_at)):
        if joined and span.starts_at <= joined[-1].ends_at:
            joined[-1] = Span(joined[-1].starts_at, max(joined[-1].ends_at, span.ends_at))
        else:
            joined.append(span)
    return joined
