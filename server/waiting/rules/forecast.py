"""The rooms run forward: when each place in the queue would be called, as a distribution.

The same fixed sample of futures is taken each time, drawn once from a seed that stands here: equal situations give
equal answers. Each step of the sample is spread evenly over the whole distribution (McKay, Beckman, Conover 1979), so
that few futures suffice.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import NormalDist

from server.waiting.rules.services import ServiceTimes

#: How many futures are played.
FUTURES = 64
#: So many calls are played; beyond, the wait grows evenly and its spread with the root.
CALLS = 48
#: Calls that are played beyond those who wait, for who may join before them.
SPARE = 8
#: A service that lasts beyond so many deviations (of the logarithm) is expected to go on no longer for it.
LONGEST = 3.0
#: The 90th percentile of the normal distribution.
Z90 = 1.2816

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Room:
    """A room on duty: who sits there, and of whom it holds the kind of visit and the minutes since; None: free.
    `opens_in`: minutes until its doctor's session begins; 0 where the doctor is there."""

    doctor: str | None = None
    kind: str = ""
    elapsed: float | None = None
    opens_in: float = 0.0


@dataclass(frozen=True, slots=True)
class Ahead:
    """Somebody who would be called earlier, by whichever room frees first: the kind of visit."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """A wait in minutes before rounding: its median, and how far the 10th and 90th percentile lie from it. `sure`:
    minutes of it that pass in any case, until a booked time or a session begins."""

    median: float
    below: float
    above: float
    sure: float = 0.0

    @property
    def unsure(self) -> Spread:
        """What of it chance decides: from the booked time or the session's begin on."""
        return Spread(self.median - self.sure, self.below, self.above)


class Forecast:
    """When the next calls happen, by the number of people ahead; worked out once for a department."""

    def __init__(self, starts: list[list[float]], mean_gap: float, doubt: float) -> None:
        self._starts = starts
        self._gap = mean_gap
        self._doubt = doubt

    def at(self, ahead: float) -> Spread:
        """The wait with `ahead` people before; a fraction lies between two places."""
        return with_doubt(self._played(ahead), self._doubt)

    def _played(self, ahead: float) -> Spread:
        last = len(self._starts) - 1
        if ahead >= last:
            end, more = spread_of(self._starts[last]), ahead - last
            wider = math.sqrt((ahead + 1) / (last + 1))
            return Spread(end.median + more * self._gap, end.below * wider, end.above * wider)
        place, part = int(ahead), ahead - int(ahead)
        if not part:
            return spread_of(self._starts[place])
        between = [
            one + (two - one) * part for one, two in zip(self._starts[place], self._starts[place + 1], strict=True)
        ]
        return spread_of(between)


def with_doubt(spread: Spread, doubt: float) -> Spread:
    """The further away, the more counts that the mean length itself is known only so well."""
    wider = Z90 * doubt * max(0.0, spread.median - spread.sure)
    return replace(spread, below=math.hypot(spread.below, wider), above=math.hypot(spread.above, wider))


def forecast(rooms: Sequence[Room], queue: Sequence[Ahead], times: ServiceTimes) -> Forecast:
    """The next calls of `rooms`, of which there must be one, with `queue` in the order of the calls; behind it people
    of the usual kind."""
    calls = min(CALLS, len(queue) + max(SPARE, len(queue) // 2))
    known = list(queue[:calls])
    known += [Ahead()] * (calls - len(known))
    means = [times.mean * times.kind(one.kind) for one in known]
    paces = [times.pace(room.doctor) for room in rooms]
    lengths = factors(round(times.sigma, 2))
    frees = [remaining(room, times, place) for place, room in enumerate(rooms)]
    starts: list[list[float]] = [[] for _ in range(calls + 1)]
    for future in range(FUTURES):
        _play([free[future] for free in frees], means, paces, lengths[future], starts)
    gap = times.mean * sum(paces) / len(paces) / len(rooms)
    return Forecast(starts, gap, times.doubt)


def _play(
    free: list[float], means: list[float], paces: list[float], factors: Sequence[float], starts: list[list[float]]
) -> None:  # fmt: skip
    """One future: each in turn takes the room that frees first."""
    for place, mean in enumerate(means):
        first = min(free)
        starts[place].append(first)
        room = free.index(first)
        free[room] += mean * paces[room] * factors[place]
    starts[-1].append(min(free))


def remaining(room: Room, times: ServiceTimes, place: int) -> list[float]:
    """Minutes until a room is free, in each future: the rest of a length of which it is known that it exceeds what has
    passed."""
    if room.elapsed is None:
        return [room.opens_in] * FUTURES
    sigma = times.sigma
    middle = math.log(times.mean * times.kind(room.kind) * times.pace(room.doctor)) - sigma**2 / 2
    passed = min(math.exp(middle + LONGEST * sigma), max(0.0, room.elapsed))
    gone = _NORMAL.cdf((math.log(passed) - middle) / sigma) if passed > 0 else 0.0
    rest = [
        math.exp(middle + sigma * _NORMAL.inv_cdf(gone + (1 - gone) * (one + 0.5) / FUTURES)) - passed
        for one in range(FUTURES)
    ]
    return [max(0.0, rest[one]) for one in _shuffled(place % CALLS)]


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of one value for each future."""
    ordered = sorted(values)
    median = (ordered[FUTURES // 2 - 1] + ordered[FUTURES // 2]) / 2
    return Spread(median, median - _percentile(ordered, 0.1), _percentile(ordered, 0.9) - median)


def _percentile(ordered: list[float], share: float) -> float:
    at = share * len(ordered) - 0.5
    below = int(at)
    return ordered[below] + (ordered[below + 1] - ordered[below]) * (at - below)


@lru_cache(maxsize=64)
def factors(sigma: float) -> list[list[float]]:
    """For each future the factor on the mean of each of its services: lognormal of mean 1."""
    by_call = []
    for call in range(CALLS):
        even = [math.exp(sigma * _NORMAL.inv_cdf((one + 0.5) / FUTURES) - sigma**2 / 2) for one in range(FUTURES)]
        by_call.append([even[one] for one in _shuffled(CALLS + call)])
    return [list(future) for future in zip(*by_call, strict=True)]


@lru_cache(maxsize=2 * CALLS)
def _shuffled(number: int) -> list[int]:
    order = list(range(FUTURES))
    random.Random(number).shuffle(order)  # noqa: S311  (a fixed sample, not a secret)
    return order
