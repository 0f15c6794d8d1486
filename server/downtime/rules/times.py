"""Times as they are written on paper, and the instants that they mean."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.clinic.rules import at_minute
from server.registration.rules import Unfit

#: A longer time without the system is a mistake in a date.
LONGEST = timedelta(days=7)

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]|时|点)?([0-9]{2})分?")


def read_clock(written: str) -> int:
    """Minutes since midnight of 8:41, 08:41, 0841 or 8.41. Raises Unfit `required`, `paper_time`."""
    text = "".join(unicodedata.normalize("NFKC", written).split())
    if not text:
        raise Unfit("required")
    parts = _CLOCK.fullmatch(text)
    if parts is None or int(parts[1]) > 23 or int(parts[2]) > 59:
        raise Unfit("paper_time")
    return int(parts[1]) * 60 + int(parts[2])


def within(minutes: int, start: datetime, end: datetime, timezone: ZoneInfo) -> list[datetime]:
    """The instants from `start` to `end` at which a clock of the house shows so many minutes since midnight."""
    first, last = start.astimezone(timezone).date(), end.astimezone(timezone).date()
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return [found for found in (at_minute(day, minutes, timezone) for day in days) if start <= found <= end]


def next_at(minutes: int, earlier: datetime, timezone: ZoneInfo) -> datetime:
    """The first instant, from `earlier` on, at which a clock of the house shows so many minutes since midnight."""
    day = earlier.astimezone(timezone).date()
    same_day = at_minute(day, minutes, timezone)
    return same_day if same_day >= earlier else at_minute(day + timedelta(days=1), minutes, timezone)


def on_day(day: str, minutes: int, timezone: ZoneInfo) -> datetime:
    """The instant at a time of a day such as 2026-11-23. Raises Unfit `paper_day`."""
    try:
        return at_minute(date.fromisoformat(day.strip()), minutes, timezone)
    except ValueError:
        raise Unfit("paper_day") from None


def check_outage(started_at: datetime, ended_at: datetime, now: datetime) -> str | None:
    """Why this cannot have been an outage (`outage_order`, `outage_future`, `outage_long`), or None where it can."""
    if started_at > now or ended_at > now:
        return "outage_future"
    if ended_at <= started_at:
        return "outage_order"
    return "outage_long" if ended_at - started_at > LONGEST else None
