"""What an estimate costs, and that history does not matter: `python -m tests.bench.estimates [days]`. Prints a table.

An SQLite database with so many days of 300 tickets in one department, and thirty people who wait now.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, text

from server.core.database import Database, Sealed, Work
from server.core.seal import Seal
from server.migrate import migrate
from server.queueing.models import Ticket
from server.waiting.models import WaitPrediction
from server.waiting.rules.forecast import Ahead, Room, forecast
from server.waiting.rules.services import ServiceTimes
from server.waiting.service import DepartmentLoad, department_load, newcomer_estimate
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, House

ROUNDS = 60
A_DAY = 300


def past(database: Database, days: int, chance: random.Random) -> None:
    """Finished tickets of earlier days, each with its prediction."""
    with database.write() as work:
        for day in range(1, days + 1):
            tickets, predictions = [], []
            for number in range(A_DAY):
                entered = work.now - timedelta(days=day, minutes=number)
                left = entered + timedelta(minutes=chance.lognormvariate(2.4, 0.45))
                made, identifier = entered - timedelta(minutes=20), str(uuid4())
                tickets.append({
                    "id": identifier, "visit": "v", "token_hash": identifier, "service_day": made.date(),
                    "department": "internal", "hall": "east", "sequence": 1000 * day + number,
                    "number": f"{day}-{number}"[:8], "state": "finished", "urgency": 4, "visit_class": "first",
                    "sex": "male", "age": 40, "companion": False, "special": False, "language": "zh-CN",
                    "confirmed": True, "returned": False, "issued_at": made, "waiting_since": made, "joined_at": made,
                    "line": "first", "in_room_at": entered, "left_at": left, "attempt": 1, "missed_times": 0,
                    "watch_round": 0, "next_watch_at": made, "seen_by": "1001",
                })  # fmt: skip
                predictions.append({
                    "ticket": identifier, "department": "internal", "made_at": made, "lane": "first", "ahead": 4,
                    "likely": 20.0, "below": 8.0, "above": 9.0, "called": 4, "waited": 20.0, "called_at": entered,
                })  # fmt: skip
            work.session.execute(insert(Ticket), tickets)
            work.session.execute(insert(WaitPrediction), predictions)
    with database.write() as work:
        work.session.execute(text("ANALYZE"))


def median_ms(work: Callable[[], Any]) -> float:
    """The median of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return sorted(times)[ROUNDS // 2] * 1000


def main() -> None:
    """Measure without history and with it."""
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    Sealed.seal = Seal("0" * 32)
    print(f"{'':<34}{'no history, ms':>16}{f'{days} days, ms':>16}")  # noqa: T201
    columns = []
    for count in (0, days):
        with tempfile.TemporaryDirectory() as folder:
            clock = ManualClock()
            database = Database(f"sqlite:///{Path(folder)}/bench.db", clock)
            migrate(database.engine)
            wire(database, SHANGHAI)
            columns.append(measure(House(database, clock), count))
            database.close()
    for name, first, second in zip(columns[0], columns[0].values(), columns[1].values(), strict=True):
        print(f"{name:<34}{first:>16.2f}{second:>16.2f}")  # noqa: T201


def measure(house: House, days: int) -> dict[str, float]:
    """What the parts cost with so much history."""
    from server.clinic.service import apply_clinic  # noqa: PLC0415

    clinic = Path(__file__).resolve().parents[2] / "clinic.toml"
    with house.database.write() as work:
        apply_clinic(work, clinic.read_text(encoding="utf-8"), "clinic.toml")
    past(house.database, days, random.Random(1))
    for _ in range(34):
        house.patient()
    for room in ("east-1", "east-2", "east-3", "east-5"):
        house.call(room)
    arriving = median_ms(house.patient)

    def read(work: Work) -> DepartmentLoad:
        work.session.info.clear()  # each time anew, as in a unit of work of its own
        return department_load(work, "internal", SHANGHAI)

    with house.database.read() as work:
        rooms, queue = [Room(str(one), "", 3.0) for one in range(4)], [Ahead()] * 30
        return {
            "the forecast of 30 places alone": median_ms(lambda: forecast(rooms, queue, ServiceTimes(9))),
            "reading the department": median_ms(lambda: read(work)),
            "one estimate, all included": median_ms(lambda: newcomer_estimate(read(work))),
            "an arrival, all included": arriving,
        }


if __name__ == "__main__":
    main()
