"""A limit for callers that nobody knows yet: a bucket of tokens for each network address (R108)."""

from __future__ import annotations

import math
from datetime import datetime


class Buckets:
    """Each address may call `burst` times at once and then once each `seconds_each`."""

    def __init__(self, burst: int, seconds_each: float, most_addresses: int = 10_000) -> None:
        self._burst = burst
        self._seconds_each = seconds_each
        self._most = most_addresses
        self._full_at: dict[str, float] = {}

    def seconds_to_wait(self, address: str, now: datetime) -> int:
        """Take one token: 0 where there was one, else whole seconds until there is one."""
        instant = now.timestamp()
        # An address is kept as the instant at which its bucket is full again.
        full_at = max(instant, self._full_at.get(address, instant))
        lacking = full_at + self._seconds_each - (instant + self._burst * self._seconds_each)
        if lacking > 1e-6:
            return max(1, math.ceil(lacking - 1e-6))
        if address not in self._full_at and len(self._full_at) >= self._most:
            self._full_at = {key: full for key, full in self._full_at.items() if full > instant}
            if len(self._full_at) >= self._most:
                return max(1, int(self._seconds_each))
        self._full_at[address] = full_at + self._seconds_each
        return 0
