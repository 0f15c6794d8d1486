"""How long a simulated day takes: `python -m tests.bench.simulation [patients]`. Prints a table.

One department all day, seven in eight of the doctors' time asked for, and once an eighth more than they have.
"""

from __future__ import annotations

import random
import sys
import time

from server.queueing.rules.ordering import KINDS, Policy
from server.simulation.engine import run_day
from server.simulation.values import Day, Duty, Errand, Patient

OPENS, CLOSES = 480.0, 1020.0
LOADS = (0.875, 1.125)
#: Minutes of a doctor that a patient takes on average: the first visit, and one in five once more.
EACH = 9.0 + 0.2 * 5.0


def crowd(count: int) -> tuple[Patient, ...]:
    """A mixed crowd, evenly over the day."""
    chance = random.Random(1)
    return tuple(
        Patient(
            number, chance.uniform(OPENS, CLOSES), "first", chance.lognormvariate(2.1, 0.45),
            chance.choice([4] * 20 + [3]), chance.choice([None] * 10 + ["elder"]), misses=int(chance.random() < 0.03),
            errand=Errand(40.0, 5.0) if chance.random() < 0.2 else None,
        )
        for number in range(count)
    )  # fmt: skip


def a_day(patients: tuple[Patient, ...], load: float) -> Day:
    """The day with as many rooms as make this load."""
    rooms = round(len(patients) * EACH / (CLOSES - OPENS) / load)
    return Day(patients, tuple(Duty(str(room), ((OPENS, CLOSES),)) for room in range(rooms)))


def main() -> None:
    """Print the seconds that each policy takes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    patients = crowd(count)
    print(f"{'policy':<18}" + "".join(f"{f'load {load:.0%}, s':>16}{'mean wait':>12}" for load in LOADS))  # noqa: T201
    for kind in KINDS:
        line = f"{kind:<18}"
        for load in LOADS:
            day, began = a_day(patients, load), time.perf_counter()
            waits = [stint.wait for stint in run_day(day, Policy(kind=kind)).stints if stint.wait is not None]
            line += f"{time.perf_counter() - began:>16.1f}{sum(waits) / len(waits):>12.1f}"
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
