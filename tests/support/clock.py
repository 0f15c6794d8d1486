"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

#: A Monday morning in the clinic's own time (08:30 in Shanghai).
MONDAY_MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


class ManualClock:
    """Tells the instant it was set to."""

    def __init__(self, start: datetime = MONDAY_MORNING) -> None:
        self._now = start

    def now(self) -> datetime:
        """The instant, in UTC."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Jump to an instant."""
        self._now = instant

    def advance(self, seconds: float) -> None:
        """Go on by some seconds (or back, where negative)."""
        self._now += timedelta(seconds=seconds)
