"""Against guessing through the lookup (R5): how often one device may ask, and how often in vain.

Kept in this process only. Several processes allow a multiple, which still leaves guessing hopeless.
"""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

from server.core.errors import TooMany


class FindLimiter:
    """At most `tries` lookups and `misses` empty ones for each asker in a sliding `window`."""

    def __init__(self, tries: int = 60, misses: int = 15, window: timedelta = timedelta(minutes=10)) -> None:
        self._limits = {"try": tries, "miss": misses}
        self._window = window
        self._seen: dict[tuple[str, str], deque[datetime]] = {}
        self._lock = threading.Lock()

    def check(self, asker: str, now: datetime) -> None:
        """Count a try. Raises TooMany `too_many_searches` where a limit is reached, with the seconds left."""
        with self._lock:
            for kind, limit in self._limits.items():
                times = self._recent(asker, kind, now)
                if len(times) >= limit:
                    left = (times[0] + self._window - now).total_seconds()
                    raise TooMany("too_many_searches", seconds=max(1, round(left)))
            self._recent(asker, "try", now).append(now)

    def missed(self, asker: str, now: datetime) -> None:
        """Count a lookup that found nobody."""
        with self._lock:
            self._recent(asker, "miss", now).append(now)

    def _recent(self, asker: str, kind: str, now: datetime) -> deque[datetime]:
        times = self._seen.setdefault((asker, kind), deque())
        while times and now - times[0] >= self._window:
            times.popleft()
        return times
