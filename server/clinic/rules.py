"""When a department is open and a doctor has a session (R25, R46): weekly spans in the clinic's own time.

A span is `{"days": [0..6, Monday first], "from": "08:00", "to": "12:00"}`; `to` may be "24:00", and a `to`
that is not later than `from` runs on into the next day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60
WEEK = 7 * MINUTES_A_DAY
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

Hours = Sequence[Mapping[str, Any]]


def minutes_of(clock: str) -> int:
    """Minutes since midnight of "HH:MM", up to "24:00". Raises ValueError for anything else."""
    hours, colon, minutes = clock.partition(":")
    sound = colon and len(hours) in (1, 2) and len(minutes) == 2 and (hours + minutes).isdecimal()
    if not sound or not (hours + minutes).isascii():
        raise ValueError(f"a time of day such as 08:00, not {clock!r}")
    value = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or value > MINUTES_A_DAY:
        raise ValueError(f"a time of day from 00:00 to 24:00, not {clock!r}")
    return value


def days_of(words: str) -> list[int]:
    """The weekdays of "daily", "Mon-Fri", "Sat,Sun" or "Fri-Mon", Monday as 0, in order.

    Raises ValueError for words that are no days.
    """
    if words.strip().lower() == "daily":
        return list(range(7))
    days: set[int] = set()
    for part in words.split(","):
        first, hyphen, last = part.partition("-")
        start, end = _day(first, words), _day(last if hyphen else first, words)
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return sorted(days)


def _day(word: str, words: str) -> int:
    name = word.strip().title()
    if name not in DAYS:
        raise ValueError(f'days such as "daily", "Mon-Fri" or "Sat,Sun", not {words!r}')
    return DAYS.index(name)


def is_open(hours: Hours, now: datetime, timezone: ZoneInfo) -> bool:
    """Whether `now` lies in one of the spans; the end is no longer open."""
    today = now.astimezone(timezone).date()
    return any(
        start <= now < end
        for day in (today - timedelta(days=1), today)
        for start, end in spans_on(hours, day, timezone)
    )


def next_opening(hours: Hours, now: datetime, timezone: ZoneInfo) -> datetime | None:
    """The next instant, within the coming week, at which a span begins; None where none does."""
    today = now.astimezone(timezone).date()
    starts = [
        start
        for ahead in range(8)
        for start, _ in spans_on(hours, today + timedelta(days=ahead), timezone)
        if start > now
    ]
    return min(starts, default=None)


def opens_at(hours: Hours, now: datetime, timezone: ZoneInfo) -> str | None:
    """Such as "13:30" where it is closed now and opens later today; else None."""
    if is_open(hours, now, timezone):
        return None
    start = next_opening(hours, now, timezone)
    if start is None or start.date() != now.astimezone(timezone).date():
        return None
    return f"{start:%H:%M}"


def overlapping(hours: Hours) -> tuple[int, int] | None:
    """The positions of the first two spans that cover a common minute of the week, if any do."""
    covered: list[tuple[int, int, int]] = []
    for position, span in enumerate(hours):
        for day in span["days"]:
            start, end = _minutes(span)
            begin = day * MINUTES_A_DAY + start
            covered += [(begin + turn, begin + turn + end - start, position) for turn in (-WEEK, 0, WEEK)]
    covered.sort()
    for (_, end, first), (start, _, second) in pairwise(covered):
        if start < end:
            return min(first, second), max(first, second)
    return None


def _minutes(span: Mapping[str, Any]) -> tuple[int, int]:
    start, end = minutes_of(span["from"]), minutes_of(span["to"])
    return start, end if end > start else end + MINUTES_A_DAY


def spans_on(hours: Hours, day: date, timezone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The spans that begin on a day. Wall-clock times, so that summer time moves the instants with it."""
    for span in hours:
        if day.weekday() in span["days"]:
            start, end = _minutes(span)
            yield at_minute(day, start, timezone), at_minute(day, end, timezone)


def at_minute(day: date, minutes: int, timezone: ZoneInfo) -> datetime:
    """The instant at so many wall-clock minutes after a day's midnight; a day has 1440 of them, more run on."""
    days, rest = divmod(minutes, MINUTES_A_DAY)
    return datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), timezone)
