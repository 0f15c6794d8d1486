"""How long services last: learned for a department, its doctors and kinds of visit from the last ones that ended.

Each level leans on the one above while its own observations are few: a doctor or a kind of visit on the department's
mean, the department on the usual length in the clinic's file. Older services count less and less.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

#: Whoever is noted as longer inside has been forgotten there: that is no service to learn from.
LONGEST_MINUTES = 240
#: Weight, in observed services, of the level above while a level's own are few.
PRIOR_WEIGHT = 6
#: After so many later services one counts half.
HALF_LIFE = 60
#: Squared coefficient of variation where too few are known (measured practice: 0.22).
USUAL_CV2 = 0.22
#: Between these a squared coefficient of variation is believed.
CV2_BOUNDS = (0.05, 2.0)


@dataclass(frozen=True, slots=True)
class Service:
    """One service that has ended: its minutes, who gave it, and of which kind it was."""

    minutes: float
    doctor: str | None = None
    kind: str = ""


@dataclass(frozen=True)
class ServiceTimes:
    """Mean minutes of a service, factors on it by kind and doctor, and the squared coefficient of variation that is
    left within kind and doctor."""

    mean: float
    cv2: float = USUAL_CV2
    kinds: Mapping[str, float] = field(default_factory=dict)
    doctors: Mapping[str, float] = field(default_factory=dict)
    #: Services that stand behind the mean, the later ones counting more.
    weight: float = PRIOR_WEIGHT

    def kind(self, kind: str) -> float:
        """How much longer than the mean a kind of visit takes, as a factor."""
        return self.kinds.get(kind, 1.0)

    def pace(self, doctor: str | None) -> float:
        """How much longer than the mean a doctor takes, as a factor."""
        return self.doctors.get(doctor or "", 1.0)

    @property
    def doubt(self) -> float:
        """Standard error of the mean, as a share of it."""
        return math.sqrt(self.cv2 / self.weight)

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm of a length: lengths are taken as lognormal."""
        return math.sqrt(math.log1p(self.cv2))


def learn_services(newest_first: Sequence[Service], usual_minutes: float) -> ServiceTimes:
    """Service times from the last services, the newest first; with none of them the usual length."""
    newest_first = [one for one in newest_first if one.minutes <= LONGEST_MINUTES]
    weights = [0.5 ** (place / HALF_LIFE) for place in range(len(newest_first))]
    seen = list(zip(newest_first, weights, strict=True))
    total = sum(weight * one.minutes for one, weight in seen)
    mean = (total + PRIOR_WEIGHT * usual_minutes) / (sum(weights) + PRIOR_WEIGHT)
    kinds = _factors((one.kind, one.minutes / mean, weight) for one, weight in seen)
    doctors = _factors(
        (one.doctor, one.minutes / (mean * kinds[one.kind]), weight) for one, weight in seen if one.doctor
    )
    times = ServiceTimes(mean, USUAL_CV2, kinds, doctors)
    spread = sum(
        weight * (one.minutes / (mean * times.kind(one.kind) * times.pace(one.doctor)) - 1) ** 2
        for one, weight in seen
    )
    weight = sum(weights) + PRIOR_WEIGHT
    low, high = CV2_BOUNDS
    cv2 = min(high, max(low, (spread + PRIOR_WEIGHT * USUAL_CV2) / weight))
    return ServiceTimes(mean, cv2, kinds, doctors, weight)


def _factors(seen: Iterable[tuple[str, float, float]]) -> dict[str, float]:
    """By name the mean of what was seen, each counted by its weight, shrunk to 1 while little was."""
    sums: dict[str, float] = {}
    counts: dict[str, float] = {}
    for name, factor, weight in seen:
        sums[name] = sums.get(name, 0.0) + weight * factor
        counts[name] = counts.get(name, 0.0) + weight
    return {name: (sums[name] + PRIOR_WEIGHT) / (counts[name] + PRIOR_WEIGHT) for name in sums}
