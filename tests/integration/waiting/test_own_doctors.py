"""The wait of somebody who waits for one doctor, and by doctor for who would choose one (R31, R37, R53)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.clinic.models import Department, Doctor
from server.core.database import Work
from server.queueing import service
from server.queueing.models import Ticket
from server.reception.service import clinic_document, public_ticket
from server.waiting.models import WaitPrediction
from server.waiting.service import estimate_ticket
from tests.support.house import LIMIT, SHANGHAI, SUPERVISOR, House


@pytest.fixture
def own(house: House) -> Callable[..., None]:
    """Gives internal medicine another policy."""

    def change(**values: Any) -> None:
        with house.database.write() as work:
            department = work.session.get_one(Department, "internal")
            department.policy = {**department.policy, **values}

    return change


def told(house: House, ticket: str) -> tuple[int, Any]:
    """People ahead and the range."""

    def ask(work: Work) -> tuple[int, Any]:
        return estimate_ticket(work, service.find_ticket(work, ticket), SHANGHAI)

    answer: tuple[int, Any] = house.look(ask)
    return answer


def everybody_busy(house: House) -> None:
    """Each of the four rooms has somebody inside."""
    for room in ("east-1", "east-2", "east-3", "east-5"):
        house.patient()
        house.do(service.arrive, house.call(room))


def by_doctor(house: House) -> dict[str, dict[str, Any]]:
    """What the tablet is told of each doctor."""
    return {row["number"]: row for row in house.shown()["staff/queue/internal"]["doctors"]}


def test_only_who_may_be_called_before_counts_as_ahead_r53(house: House) -> None:
    """Three wait for 1002: they are not before who waits for 1001, nor for whoever comes first."""
    everybody_busy(house)
    for _ in range(3):
        house.patient(doctor="1002")
    mine, anyone = house.patient(doctor="1001"), house.patient()
    assert told(house, mine)[0] == 0
    later = house.patient(doctor="1001")
    assert told(house, later)[0] == 2  # the one of the same doctor, and the one whom any room may call
    assert told(house, anyone)[0] < 5
    shown = {row["ticket"]: row["position"] for row in house.shown()["staff/queue/internal"]["waiting"]}
    for ticket in (mine, anyone, later):
        assert shown[ticket] == told(house, ticket)[0] + 1
        seen = house.look(lambda work, one=ticket: public_ticket(work, service.find_ticket(work, one), SHANGHAI))
        assert seen["ahead"] == told(house, ticket)[0]


def test_the_room_calls_those_who_were_told_to_be_ahead_and_then_the_patient_r31_r53(house: House) -> None:
    """Whatever is said of who is before agrees with whom the doctor's own room really calls."""
    everybody_busy(house)
    house.patient(doctor="1001")
    house.patient()
    house.patient(doctor="1002")
    mine = house.patient(doctor="1001")
    ahead = told(house, mine)[0]
    called = []
    while not called or called[-1] != mine:
        house.do(service.finish, house.room("east-1").ticket)
        called.append(str(house.call("east-1")))
        house.do(service.arrive, called[-1])
    assert len(called) - 1 == ahead == 2


def test_a_long_line_of_one_doctor_makes_nobody_else_wait_longer_r53(house: House) -> None:
    everybody_busy(house)
    before = told(house, house.patient())
    for _ in range(8):
        house.patient(doctor="1002")
    after = told(house, house.patient())
    assert after[0] - before[0] < 5
    assert after[1].likely - before[1].likely < 10
    longest = told(house, house.patient(doctor="1002"))
    assert longest[1].low > after[1].high


def test_who_waits_for_a_doctor_in_a_pause_or_late_is_told_no_figure_r53(house: House) -> None:
    everybody_busy(house)
    mine = house.patient(doctor="1002")
    assert told(house, mine)[1] is not None
    house.do(service.set_room_state, "east-2", "paused")
    assert told(house, mine) == (0, None)
    assert by_doctor(house)["1002"] == {"number": "1002", "waiting": 1, "estimate": None}
    house.do(service.set_room_state, "east-2", "open")
    assert told(house, mine)[1] is not None
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    assert told(house, mine)[1] is None


def test_a_session_to_come_begins_the_wait_r53(house: House) -> None:
    """1002 has left until the afternoon; who has agreed to wait is told when that begins."""
    everybody_busy(house)
    mine = house.patient(doctor="1002")
    local = house.clock.now().astimezone(SHANGHAI)
    opens = local + timedelta(hours=2)
    with house.database.write() as work:
        work.session.get_one(Doctor, "1002").sessions = [
            {"days": [0, 1, 2, 3, 4, 5, 6], "from": f"{opens:%H:%M}", "to": "23:59"}
        ]
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    assert told(house, mine)[1] is None  # nobody has asked yet
    [task] = house.shown()["staff/tasks"]["arrangements"]
    house.do(service.arrange, task["id"], "wait")
    estimate = told(house, mine)[1]
    assert 110 <= estimate.low <= 120 <= estimate.high


def test_each_doctor_has_a_range_for_who_would_choose_them_r37(house: House) -> None:
    everybody_busy(house)
    for _ in range(4):
        house.patient(doctor="1002")
    rows = by_doctor(house)
    assert {number: row["waiting"] for number, row in rows.items()} == {"1001": 0, "1002": 4, "1003": 0, "1004": 0}
    assert rows["1002"]["estimate"]["low"] > rows["1001"]["estimate"]["high"]
    document = house.look(clinic_document, SHANGHAI)
    at_kiosk = {row["number"]: row for row in document["doctors"] if row["department"] == "internal"}
    for number, row in rows.items():
        assert (at_kiosk[number]["waiting"], at_kiosk[number]["estimate"]) == (row["waiting"], row["estimate"])
    chosen = told(house, house.patient(doctor="1002"))[1]
    assert chosen.as_dict() == rows["1002"]["estimate"]


def test_in_turn_each_doctor_has_a_line_of_their_own_r32_r53(house: House, own: Callable[..., None]) -> None:
    own(assign="rotation")
    everybody_busy(house)
    tickets = [house.patient() for _ in range(8)]
    assert [told(house, ticket)[0] for ticket in tickets] == [0] * 4 + [1] * 4


def test_the_truth_of_a_wait_for_one_doctor_counts_that_room_alone_r53(house: House) -> None:
    everybody_busy(house)
    first, mine = house.patient(doctor="1001"), house.patient(doctor="1001")
    for room in ("east-2", "east-3", "east-5"):
        house.patient()
        house.advance(minutes=1)
        house.do(service.finish, house.room(room).ticket)
        house.do(service.arrive, house.call(room))
    for _ in range(2):
        house.advance(minutes=5)
        house.do(service.finish, house.room("east-1").ticket)
        house.do(service.arrive, house.call("east-1"))
    assert house.room("east-1").ticket == mine
    kept = house.look(lambda work: work.session.get_one(WaitPrediction, mine))
    assert (kept.lane, kept.ahead, kept.called) == ("own:first", 1, 1)
    assert house.state(first) == "finished"


def test_who_came_early_waits_from_the_booked_time_r34_r53(house: House) -> None:
    everybody_busy(house)
    for _ in range(12):
        house.patient()
    mine = house.patient(doctor="1002")
    at = house.clock.now() + timedelta(minutes=55)
    with house.database.write() as work:
        work.session.get_one(Ticket, mine).appointment_at = at
        work.session.get_one(Ticket, mine).bound = "appointment"
    _, estimate = told(house, mine)
    assert 40 <= estimate.low <= 45 < estimate.likely < estimate.high <= 75
    seen = house.look(lambda work: public_ticket(work, service.find_ticket(work, mine), SHANGHAI))
    assert datetime.fromisoformat(seen["appointment"]["starts_at"]) == at.astimezone(UTC)
    assert seen["appointment"]["early"] is True
    told_from, told_to = (datetime.fromisoformat(seen["expected"][end]) for end in ("from", "to"))
    assert at - timedelta(minutes=15) <= told_from < at < told_to <= at + timedelta(minutes=25)
    assert (told_from.minute % 5, told_to.minute % 5, told_to.second) == (0, 0, 0)
    house.advance(minutes=50)
    seen = house.look(lambda work: public_ticket(work, service.find_ticket(work, mine), SHANGHAI))
    assert seen["appointment"]["early"] is False
    assert seen["ahead"] == 0


def test_who_signs_in_again_after_a_missed_call_is_told_a_wait(house: House) -> None:
    mine = house.patient()
    seen = house.look(lambda work: public_ticket(work, service.find_ticket(work, mine), SHANGHAI))
    assert seen["appointment"] is None
    house.call()
    house.do(service.mark_missed, mine)
    house.do(service.return_to_queue, mine, LIMIT)
    assert told(house, mine)[1] is not None
