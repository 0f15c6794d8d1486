"""The states of an appointment, the steps between them, and how early or late somebody comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

#: Each step: from which states, to which state.
STEPS: dict[str, tuple[frozenset[str], str]] = {
    "move": (frozenset({"booked"}), "moved"),
    "cancel": (frozenset({"booked"}), "cancelled"),
    "check_in": (frozenset({"booked"}), "checked_in"),
    "finish": (frozenset({"checked_in"}), "done"),
    "reopen": (frozenset({"done"}), "checked_in"),
    "leave": (frozenset({"checked_in"}), "cancelled"),
    "miss": (frozenset({"booked"}), "no_show"),
}

STATES = frozenset({"booked", "checked_in", "done", "cancelled", "no_show", "moved"})

#: "Within three months", and "for three months".
THREE_MONTHS = timedelta(days=92)


def after(state: str, step: str) -> str | None:
    """The state that a step leads to, or None where it is not possible from this state."""
    sources, target = STEPS[step]
    return target if state in sources else None


def arrival_of(starts_at: datetime, now: datetime, early_minutes: int, late_minutes: int) -> str:
    """`early`, `on_time` or `late`: on time is from `early_minutes` before the booked time to `late_minutes` after
    it, both ends included (R34)."""
    if now < starts_at - timedelta(minutes=early_minutes):
        return "early"
    return "late" if now > starts_at + timedelta(minutes=late_minutes) else "on_time"


def barred_until(missed: Sequence[datetime], now: datetime, limit: int) -> datetime | None:
    """Until when somebody may book nothing, having missed more than `limit` appointments within three months; None
    where they may. `missed` are the booked times; a limit of 0 bars nobody."""
    if limit == 0:
        return None
    times = sorted(missed)
    ends = [
        last + THREE_MONTHS
        for position, last in enumerate(times)
        if sum(1 for other in times[: position + 1] if other > last - THREE_MONTHS) > limit
    ]
    end = max(ends, default=None)
    return end if end is not None and end > now else None
