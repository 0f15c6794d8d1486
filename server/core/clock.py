"""The one source of time. Rules never read it: they are handed `now`."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

#: A corrected system clock is followed at this rate, so that no wait jumps (5 seconds in 100).
SLEW_RATE = 0.05


class Clock(Protocol):
    """Anything that tells the instant, as an aware datetime in UTC."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...


class SteadyClock:
    """The system's time at start, carried on by the monotonic clock.

    A step of the system's clock (a wrong setting, a summer-time blunder, an NTP jump) neither ages nor
    rejuvenates a waiting patient: the difference is taken up slowly, at `SLEW_RATE`. A restart adopts the
    system's time at once.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._seconds = wall()
        self._read_at = monotonic()
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The steady instant, in UTC; never earlier than the one told before."""
        with self._lock:
            read_at = max(self._read_at, self._monotonic())
            elapsed = read_at - self._read_at
            self._read_at = read_at
            self._seconds += elapsed
            allowed = elapsed * SLEW_RATE
            self._seconds += min(allowed, max(-allowed, self._wall() - self._seconds))
            return datetime.fromtimestamp(self._seconds, UTC)

    def drift(self) -> timedelta:
        """How far the system's clock stands ahead of the told time."""
        return timedelta(seconds=self._wall() - self.now().timestamp())


class SteppedClock:
    """A clock moved forward or back by the seconds written in a file: for drills and end-to-end tests."""

    def __init__(self, inner: Clock, file: Path) -> None:
        self._inner = inner
        self._file = file

    def now(self) -> datetime:
        """The inner clock's instant plus the file's offset."""
        try:
            offset = float(self._file.read_text(encoding="ascii").strip() or 0)
        except (OSError, ValueError):
            offset = 0.0
        return self._inner.now() + timedelta(seconds=offset)


def service_day(now: datetime, timezone: ZoneInfo, day_starts_hour: int) -> date:
    """The day that a ticket belongs to: it turns at `day_starts_hour` of the clinic's own time, not at
    midnight, so that a night clinic's numbers run on."""
    return (now.astimezone(timezone) - timedelta(hours=day_starts_hour)).date()


def elapsed_seconds(since: datetime, now: datetime) -> float:
    """Seconds from one stored instant to another; never negative, whatever a clock did between them."""
    return max(0.0, (now - since).total_seconds())


def instant(value: datetime) -> str:
    """An instant as it is sent: ISO 8601 in UTC with milliseconds and a Z."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
