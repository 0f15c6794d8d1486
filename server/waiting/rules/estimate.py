"""How long the wait is, as a range (R53): from the people ahead under the actual order, the doctors on duty,
the time already spent in rooms, and how long services have taken lately.

The rooms are run forward with mean lengths: each person ahead takes the room that frees first, and one's own
wait ends when the next room frees. The range runs from the 10th to the 90th percentile, its variance adding up
over the services on the way.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass

#: Weight, in observed services, of the department's usual length while the day's own are few.
PRIOR_WEIGHT = 6
#: Squared coefficient of variation of a service where too few are known (measured practice: 0.22).
USUAL_CV2 = 0.22
#: The 90th percentile of the normal distribution.
Z90 = 1.2816


@dataclass(frozen=True)
class ServiceTime:
    """How long a service lasts: mean in minutes and squared coefficient of variation."""

    mean: float
    cv2: float = USUAL_CV2


@dataclass(frozen=True)
class Estimate:
    """A wait in whole minutes: with 80 % between `low` and `high`, `likely` in the middle."""

    low: int
    likely: int
    high: int

    def as_dict(self) -> dict[str, int]:
        """As it is sent."""
        return {"low": self.low, "likely": self.likely, "high": self.high}


def service_time(recent_minutes: Sequence[float], usual_minutes: float) -> ServiceTime:
    """The department's service time now: recent ones, shrunk to the usual while they are few."""
    count = len(recent_minutes)
    total = sum(recent_minutes) + PRIOR_WEIGHT * usual_minutes
    mean = total / (count + PRIOR_WEIGHT)
    spread = sum((minutes - mean) ** 2 for minutes in recent_minutes) / mean**2
    cv2 = (spread + PRIOR_WEIGHT * USUAL_CV2) / (count + PRIOR_WEIGHT)
    return ServiceTime(mean, min(2.0, max(0.05, cv2)))


def estimate_wait(ahead: int, in_rooms: Sequence[float | None], service: ServiceTime) -> Estimate | None:
    """The wait of somebody with `ahead` people before them.

    `in_rooms`: for each room on duty the minutes its patient has been inside, or None where it is free.
    None where no room is on duty: nobody can say then.
    """
    if not in_rooms:
        return None
    frees = sorted(0.0 if minutes is None else _remaining(minutes, service) for minutes in in_rooms)
    for _ in range(ahead):
        insort(frees, frees.pop(0) + service.mean)
    wait = frees[0]
    # Services end in all rooms side by side, so that their deviations partly cancel out.
    variance = wait / service.mean * service.cv2 * service.mean**2 / len(frees)
    return _rounded(wait, math.sqrt(variance), service.mean)


def _remaining(minutes: float, service: ServiceTime) -> float:
    """Mean minutes still to go of a service that has lasted `minutes`: it shrinks as time passes, but one
    that overran its mean is still expected to take a third of it."""
    return max(service.mean - minutes, service.mean / 3)


def _rounded(mean: float, deviation: float, service_mean: float) -> Estimate:
    low = max(0.0, mean - Z90 * deviation)
    high = mean + max(Z90 * deviation, service_mean / 3)  # even a free room needs somebody to walk there
    return Estimate(_down(low), round(mean), _up(high))


def _down(minutes: float) -> int:
    return int(minutes // 5) * 5


def _up(minutes: float) -> int:
    return max(5, math.ceil(minutes / 5) * 5)
