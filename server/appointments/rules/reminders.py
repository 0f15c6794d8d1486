"""Reminding on the day before (R70, R71): what is left over, when messages go out, when one is tried again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

#: What a person or a message reached; the last three end a reminder for good.
OUTCOMES = ("sent", "not_reached", "confirmed", "moved", "cancelled")
FINAL = frozenset({"confirmed", "moved", "cancelled"})
#: States in which somebody still has to ring.
OPEN = frozenset({"open", "failed", "not_reached", "sending"})

NOON = 12
#: No message goes out from this hour on: people sleep.
QUIET_FROM_HOUR = 20
MOST_TRIES = 3
TRY_AGAIN_AFTER = timedelta(minutes=10)


def standing(state: str, day: date, now: datetime, timezone: ZoneInfo) -> str | None:
    """How a reminder for an appointment on `day` stands: `open`, `left_over` once the day has come, `overdue` from
    noon of that day (R71); None where it is done."""
    if state not in OPEN:
        return None
    local = now.astimezone(timezone)
    if local.date() < day:
        return "open"
    return "overdue" if local.date() > day or local.hour >= NOON else "left_over"


def day_to_send_for(now: datetime, from_hour: int, timezone: ZoneInfo) -> date | None:
    """For which day's appointments messages go out now: tomorrow's, between `from_hour` and 20:00; else None."""
    local = now.astimezone(timezone)
    return local.date() + timedelta(days=1) if from_hour <= local.hour < QUIET_FROM_HOUR else None


def may_send(state: str, tries: int, tried_at: datetime | None, now: datetime) -> bool:
    """Whether a message may go out: never tried, or tried in vain less than three times and not just now. One that was
    being sent when the process ended may have arrived, and is left to a person."""
    if state == "open":
        return True
    return state == "failed" and tries < MOST_TRIES and (tried_at is None or now - tried_at >= TRY_AGAIN_AFTER)
