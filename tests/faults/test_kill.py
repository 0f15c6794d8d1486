"""`kill -9` in the middle of registrations and calls: nothing answered is lost, nothing is doubled (I1–I6)."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.support.house import apply_changes
from tests.support.product import Answer, Product, Unreachable

pytestmark = pytest.mark.faults

REGISTRATIONS = 200
ROOMS = ("east-1", "east-2", "east-3", "east-5", "east-12", "east-13")
#: After how many answers of its share of the load the power goes; three times.
MOMENTS = tuple(random.Random(20).randint(5, 40) for _ in range(3))


class Load:
    """Patients who register and rooms that call, over HTTP, through every fault."""

    def __init__(self, product: Product) -> None:
        self.product = product
        self.kiosk = product.kiosk_token()
        self.staff = product.staff_token()
        self.answered: dict[str, Any] = {}
        self.unanswered: set[str] = set()
        self.refused: list[int] = []
        self.called: list[str] = []
        self._lock = threading.Lock()

    def registration(self, request_id: str) -> dict[str, Any]:
        """The same request each time it is sent."""
        return {
            "request_id": request_id, "consent": True, "language": "zh-CN",
            "department": "surgery" if request_id[0] in "01234567" else "internal",
            "patient": {"name": "王小明", "sex": "male", "age": "40", "phone_declined": True},
        }  # fmt: skip

    def register(self, request_id: str) -> Answer | None:
        """Send one registration; what was answered is kept."""
        try:
            answer = self.product.ask(
                "POST", "/api/v1/tickets", self.registration(request_id), token=self.kiosk, timeout=20
            )
        except Unreachable:
            with self._lock:
                self.unanswered.add(request_id)
            return None
        with self._lock:
            if answer.status in (200, 201):
                self.unanswered.discard(request_id)
                kept = self.answered.setdefault(request_id, answer.json)
                assert kept == answer.json, "a request that was answered got another answer"
            else:
                self.refused.append(answer.status)
        return answer

    def call(self, room: str) -> None:
        """One room calls, or finishes whom it holds."""
        try:
            answer = self.product.ask("POST", f"/api/v1/rooms/{room}/call-next", {}, token=self.staff, timeout=20)
            if answer.status == 200:
                ticket = answer.json["ticket"]["id"]
                with self._lock:
                    self.called.append(ticket)
                for step in ("arrive", "finish"):
                    self.product.ask("POST", f"/api/v1/tickets/{ticket}/{step}", {}, token=self.staff, timeout=20)
        except Unreachable:
            pass

    def wait_for(self, answers: int) -> None:
        """Until so many registrations have been answered."""
        deadline = time.monotonic() + 30
        while len(self.answered) < answers and time.monotonic() < deadline:
            time.sleep(0.002)

    def run(self, request_ids: list[str]) -> None:
        """All of it at once."""
        with ThreadPoolExecutor(max_workers=24) as pool:
            for turn, request_id in enumerate(request_ids):
                pool.submit(self.register, request_id)
                if turn % 4 == 0:
                    pool.submit(self.call, ROOMS[turn // 4 % len(ROOMS)])


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Product]:
    """An installation that is killed at the end."""
    made = Product(tmp_path, LOG_LEVEL="warning")
    made.start()
    yield made
    made.kill()


def test_nothing_answered_is_lost_when_the_power_goes(product: Product) -> None:
    """I1–I6 after three kills at random moments of one load, and ready again within 5 seconds of
    work (this machine may be busy with other tests)."""
    load = Load(product)
    random_ids = random.Random(7)
    ids = [str(uuid.UUID(int=random_ids.getrandbits(128), version=4)) for _ in range(REGISTRATIONS)]
    share = REGISTRATIONS // len(MOMENTS) + 1
    ready = []
    for turn, moment in enumerate(MOMENTS):
        running = threading.Thread(target=load.run, args=(ids[turn * share : (turn + 1) * share],))
        answers = len(load.answered)
        running.start()
        load.wait_for(answers + moment)
        product.kill()
        running.join()
        _integrity(product)
        product.start()
        ready.append(product.seconds_to_ready)
    assert load.unanswered, "no kill fell into the load"
    for request_id in sorted(load.unanswered):  # the kiosk sends again what it got no answer for
        assert load.register(request_id) is not None
    for request_id, first in list(load.answered.items())[::4]:
        again = product.ask("POST", "/api/v1/tickets", load.registration(request_id), token=load.kiosk)
        assert (again.status, again.json) == (200, first)
    assert load.refused == []
    assert len(load.answered) == REGISTRATIONS
    _tickets_are_whole(product, load)
    _screens_agree(product, load)
    _apologies_are_whole(product)
    assert max(ready) <= 5.0, ready


def _integrity(product: Product) -> None:
    """I5."""
    with sqlite3.connect(product.database_file) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def _rows(product: Product, query: str) -> list[Any]:
    with sqlite3.connect(product.database_file) as database:
        return database.execute(query).fetchall()


def _tickets_are_whole(product: Product, load: Load) -> None:
    """I1, I2, I3: each answer stands once; numbers are unique and without a gap; no room holds two."""
    stored = _rows(product, "SELECT id, department, service_day, number, sequence, state, room FROM ticket")
    assert Counter(row[0] for row in stored) == Counter(answer["id"] for answer in load.answered.values())
    assert {row[0]: row[3] for row in stored} == {a["id"]: a["number"] for a in load.answered.values()}
    assert max(Counter(row[1:4] for row in stored).values()) == 1
    for department in ("internal", "surgery"):
        sequences = sorted(row[4] for row in stored if row[1] == department)
        assert sequences == list(range(1, len(sequences) + 1))
    holding = {row[0]: row[6] for row in stored if row[5] in ("called", "in_room")}
    assert dict(_rows(product, "SELECT ticket, room FROM room_state WHERE ticket IS NOT NULL")) == holding
    states = {row[0]: row[5] for row in stored}
    assert all(states[ticket] != "waiting" for ticket in load.called)
    assert _rows(product, "SELECT count(*) FROM visit") == [(REGISTRATIONS,)]
    slips = Counter(row[0] for row in _rows(product, "SELECT ticket FROM print_job"))
    assert set(slips.values()) == {1}
    assert set(slips) == set(states)


def _screens_agree(product: Product, load: Load) -> None:
    """I4: the outbox is gapless, and what it tells is what the snapshot shows."""
    for hall in ("east", "west"):
        bodies = _rows(product, f"SELECT body FROM outbox WHERE hall = '{hall}' ORDER BY revision")  # noqa: S608
        changes = [json.loads(body) for (body,) in bodies]
        state = apply_changes({"revision": changes[0]["revision"] - 1, "documents": {}}, changes)
        fresh = product.ask("GET", f"/api/v1/halls/{hall}/snapshot", token=load.staff).json
        newer = [change for change in changes if change["revision"] > fresh["revision"]]
        if not newer and state["revision"] == fresh["revision"]:
            assert state["documents"] == fresh["documents"]
        assert [change["revision"] for change in changes] == list(
            range(changes[0]["revision"], changes[0]["revision"] + len(changes))
        )


def _apologies_are_whole(product: Product) -> None:
    """I6: 45 minutes later, and once more after a kill, everyone who waits has two rounds and no more."""
    product.move_clock(45 * 60)
    deadline = time.monotonic() + 20
    waiting = "SELECT count(*) FROM ticket WHERE state = 'waiting'"
    while time.monotonic() < deadline:
        (open_tickets,), (tasks,) = _rows(product, waiting)[0], _rows(product, "SELECT count(*) FROM apology_task")[0]
        if tasks >= 2 * open_tickets:
            break
        time.sleep(0.2)
    product.kill()
    product.start()
    time.sleep(1.5)
    rounds = _rows(
        product,
        "SELECT ticket.id, group_concat(round) FROM ticket LEFT JOIN apology_task ON apology_task.ticket = ticket.id "
        "WHERE ticket.state = 'waiting' GROUP BY ticket.id",
    )
    assert {tuple(sorted((given or "").split(","))) for _, given in rounds} == {("1", "2")}
