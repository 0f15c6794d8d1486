"""Whose patient: returns to their doctor, turns, cover, wishes, refusals, and what somebody must arrange (R31–R40)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from server.clinic.models import Department, Doctor
from server.core.errors import Forbidden, Invalid, WrongState
from server.queueing import service
from tests.support.house import GUIDE, LIMIT, SUPERVISOR, House, everything_stored

PHONE = "13800001111"


@pytest.fixture
def policy(house: House) -> Callable[..., None]:
    """Gives internal medicine another policy."""

    def change(**values: Any) -> None:
        with house.database.write() as work:
            department = work.session.get_one(Department, "internal")
            department.policy = {**department.policy, **values}

    return change


@pytest.fixture
def seen(house: House) -> str:
    """Somebody whom 1002 saw last week; comes again for the same problem. The phone finds them."""
    ticket = house.patient(phone=PHONE)
    _see(house, ticket, "east-2")
    house.advance(hours=24 * 7)
    return PHONE


def _see(house: House, ticket: str, room: str) -> None:
    house.do(service.call_next, room)
    for step in (service.arrive, service.finish):
        house.do(step, ticket)


def _again(house: House, phone: str) -> Any:
    answer, _ = house.register_again(phone, "internal", same_problem=True)
    return house.ticket(answer["id"])


def _tasks(house: House) -> list[dict[str, Any]]:
    return list(house.shown()["staff/tasks"]["arrangements"])


def test_a_return_visit_waits_for_the_doctor_of_before_r31(house: House, seen: str) -> None:
    ticket = _again(house, seen)
    assert (ticket.visit_class, ticket.doctor, ticket.bound) == ("return", "1002", "original")
    assert house.call("east-1") is None
    assert house.call("east-2") == ticket.id
    assert _tasks(house) == []


def test_an_absent_doctors_patient_is_covered_by_the_first_free_room_and_says_so_r33(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    with house.database.write() as work:
        work.session.get_one(Doctor, "1002").sessions = []
    ticket = _again(house, seen)
    [task] = _tasks(house)
    assert (task["case"], task["doctor"]["zh-CN"], task["supervisor"]) == ("absent", "李静", False)
    assert house.shown()["staff/room/east-1"]["next"]["ticket"] == ticket.id
    assert house.shown()["staff/room/east-3"]["next"] is None
    assert house.call("east-3") is None
    assert house.call("east-1") == ticket.id
    assert house.shown()["staff/room/east-1"]["cover_for"]["names"]["zh-CN"] == "李静"
    assert house.look(service.ticket_history, ticket.id)[-1].detail["cover_for"] == "1002"
    assert _tasks(house) == []


def test_a_late_doctors_patient_is_asked_and_waits_or_is_covered(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    ticket = _again(house, seen)
    [task] = _tasks(house)
    assert task["case"] == "late"
    assert house.call("east-1") is None
    house.do(service.arrange, task["id"], "cover")
    house.do(service.arrange, task["id"], "cover")
    with pytest.raises(WrongState):
        house.do(service.arrange, task["id"], "wait")
    assert house.call("east-1") == ticket.id


def test_when_the_doctor_of_before_has_left_the_supervisor_arranges_r40(house: House, seen: str) -> None:
    with house.database.write() as work:
        work.session.get_one(Doctor, "1002").active = False
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    ticket = _again(house, seen)
    [task] = _tasks(house)
    assert (task["case"], task["supervisor"]) == ("left", True)
    with pytest.raises(Forbidden):
        house.do(service.arrange, task["id"], "other_doctor", "1003", by=GUIDE)
    with pytest.raises(Invalid):
        house.do(service.arrange, task["id"], "other_doctor", "1999", by=SUPERVISOR)
    house.do(service.arrange, task["id"], "other_doctor", "1003", by=SUPERVISOR)
    assert house.call("east-1") is None
    assert house.call("east-3") == ticket.id


def test_not_wanting_the_doctor_of_before_needs_a_reason_and_reaches_the_supervisor_r39(
    house: House, seen: str
) -> None:
    ticket = _again(house, seen)
    house.do(service.change_doctor, ticket.id, None, "上次解释得不清楚", refused=True)
    assert (house.ticket(ticket.id).doctor, house.ticket(ticket.id).bound) == (None, None)
    [task] = _tasks(house)
    assert (task["case"], task["doctor"]["zh-CN"], task["supervisor"]) == ("refused", "李静", True)
    assert "上次解释" not in repr(house.shown())
    assert "上次解释" not in everything_stored(house.database)
    assert house.call("east-1") == ticket.id
    [task] = _tasks(house)  # the supervisor must know, wherever the patient is by now
    house.do(service.arrange, task["id"], "other_doctor", None, by=SUPERVISOR)
    assert _tasks(house) == []


def test_new_patients_are_given_to_the_doctors_in_turn_by_staff_number_r32(
    house: House, policy: Callable[..., None]
) -> None:
    policy(assign="rotation")
    given = [house.ticket(house.patient()).doctor for _ in range(9)]
    assert given == ["1001", "1002", "1003", "1004"] * 2 + ["1001"]
    house.do(service.set_room_state, "east-3", "closed", by=SUPERVISOR)
    later = [house.ticket(house.patient()).doctor for _ in range(6)]
    assert "1003" not in later
    house.do(service.set_room_state, "east-3", "open", by=SUPERVISOR)
    counts = Counter(house.ticket(house.patient()).doctor for _ in range(8))
    assert set(counts) == {"1001", "1002", "1003", "1004"}


def test_who_was_given_to_a_doctor_that_leaves_is_not_forgotten_r33_r35(
    house: House, policy: Callable[..., None]
) -> None:
    policy(assign="rotation")
    given = [house.patient() for _ in range(4)]
    wished = house.patient(doctor="1004")
    house.do(service.set_room_state, "east-5", "closed", by=SUPERVISOR)
    [task] = _tasks(house)
    assert (task["ticket"], task["case"]) == (wished, "absent")
    assert house.call("east-1") == given[0]
    assert house.call("east-2") in (given[1], given[3])


def test_a_wish_for_sex_or_title_is_a_filter_r38(house: House) -> None:
    assert house.ticket(house.patient(doctor_sex="female")).doctor == "1002"
    assert house.ticket(house.patient(doctor_title="主治医师")).doctor == "1003"
    with pytest.raises(Invalid) as refused:
        house.patient(doctor_sex="female", doctor_title="主任医师")
    assert [problem.code for problem in refused.value.problems] == ["no_such_doctor_on_duty"]


def test_back_with_results_goes_to_who_sent_them_r31(house: House) -> None:
    ticket = house.patient()
    house.call("east-3")
    house.do(service.arrive, ticket)
    house.do(service.leave, ticket)
    house.do(service.return_to_queue, ticket, LIMIT)
    assert house.call("east-1") is None
    assert house.call("east-3") == ticket


def test_a_waiting_patient_changes_the_doctor_and_the_history_says_why_r37(house: House) -> None:
    ticket = house.patient(doctor="1002")
    with pytest.raises(Invalid):
        house.do(service.change_doctor, ticket, "1005", "busy")
    house.do(service.change_doctor, ticket, "1003", "1002 is busy")
    assert house.ticket(ticket).doctor == "1003"
    event = house.look(service.ticket_history, ticket)[-1]
    assert (event.kind, event.detail) == ("doctor", {"before": "1002", "doctor": "1003"})
    house.call("east-3")
    with pytest.raises(WrongState):
        house.do(service.change_doctor, ticket, None, "too late")
