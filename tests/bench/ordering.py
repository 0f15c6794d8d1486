"""How long the order of a long queue takes: `python -m tests.bench.ordering [people]`. Prints a table."""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime, timedelta

from server.queueing.rules.ordering import KINDS, Candidate, Policy, choose_next, in_order

ROUNDS = 30


def people(count: int, now: datetime) -> list[Candidate]:
    """A mixed queue."""
    chance = random.Random(1)
    return [
        Candidate(
            str(number), f"A{number}", chance.choice([4] * 20 + [3]),
            now - timedelta(seconds=chance.randrange(9000)), number,
            line=chance.choice(["first"] * 5 + ["return", "missed"]), priority=chance.choice([None] * 9 + ["elder"]),
        )
        for number in range(count)
    ]  # fmt: skip


def main() -> None:
    """Print the median of each kind, in milliseconds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    now = datetime.now(UTC)
    waiting = people(count, now)
    print(f"{'kind':<18}{'next, ms':>10}{'all, ms':>10}   ({count} people)")  # noqa: T201
    for kind in KINDS:
        policy = Policy(kind=kind)
        taken = []
        for work in (lambda p=policy: choose_next(waiting, now, p), lambda p=policy: in_order(waiting, now, p)):
            times = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                work()
                times.append(time.perf_counter() - began)
            taken.append(sorted(times)[ROUNDS // 2] * 1000)
        print(f"{kind:<18}{taken[0]:>10.2f}{taken[1]:>10.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
