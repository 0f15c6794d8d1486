"""Long runs of simple queues, for comparison with what theory says of them exactly."""

from __future__ import annotations

import random
from collections.abc import Sequence

from server.queueing.rules.ordering import APPOINTMENT, FIRST, URGENT, Policy
from server.simulation.engine import run_day
from server.simulation.statistics import Interval, batch_means
from server.simulation.values import Day, Duty, Patient

#: No limit of waiting is ever reached: the formulas know of none.
WITHOUT_LIMITS = (10**9,) * 4
#: Classes of the formulas as lanes of the order, the one that goes first first.
LANES = (URGENT, APPOINTMENT, FIRST)
#: Share of the run that is thrown away, while the queue fills.
WARM_UP = 0.05


def poisson_day(count: int, loads: Sequence[float], mean: float, servers: int, seed: int) -> Day:
    """Poisson arrivals and exponential services; class by class the share of the servers' time in `loads`."""
    chance = random.Random(seed)
    total, now, patients = sum(loads), 0.0, []
    kinds = LANES if len(loads) == 3 else (URGENT, FIRST) if len(loads) == 2 else (FIRST,)
    for number in range(count):
        now += chance.expovariate(servers * total / mean)
        kind = chance.choices(kinds, loads)[0]
        patients.append(
            Patient(
                number, now, kind, chance.expovariate(1 / mean), urgency=3 if kind == URGENT else 4,
                appointment=now if kind == APPOINTMENT else None,
            )
        )  # fmt: skip
    return Day(tuple(patients), tuple(Duty(str(room), ((0.0, now),)) for room in range(servers)))


def waits(day: Day, policy: Policy) -> dict[str, Interval]:
    """Mean waits by class, each with its 95 % confidence interval; "all" for everybody."""
    stints = run_day(day, policy).stints
    kept = stints[int(len(stints) * WARM_UP) :]
    by_class: dict[str, list[float]] = {"all": []}
    for stint in kept:
        if stint.wait is not None:
            by_class["all"].append(stint.wait)
            by_class.setdefault(stint.patient.kind, []).append(stint.wait)
    return {kind: batch_means(values) for kind, values in by_class.items()}
