"""Whose patient: returns to their doctor, turns, cover, wishes, refusals, and what somebody must arrange (R31–R40)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from server.appointments.service.exceptions import NewException, add_exception
from server.clinic.models import Department, Doctor
from server.clinic.service import apply_clinic
from server.core.errors import Forbidden, Invalid, WrongState
from server.queueing import service
from server.queueing.models import RoomState
from server.queueing.service.day import close_earlier_days
from tests.support.house import GUIDE, LIMIT, SHANGHAI, SUPERVISOR, House, at_once, everything_stored

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
    house.advance(minutes=1)
    other = house.patient()
    assert house.shown()["staff/room/east-1"]["next"]["ticket"] == ticket.id
    assert house.shown()["staff/room/east-3"]["next"]["ticket"] == other
    assert house.call("east-1") == ticket.id
    assert house.shown()["staff/room/east-1"]["cover_for"]["names"]["zh-CN"] == "李静"
    assert house.look(service.ticket_history, ticket.id)[-1].detail["cover_for"] == "1002"
    assert _tasks(house) == []


def test_where_the_first_free_room_does_not_call_another_stands_in_r33(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    with house.database.write() as work:
        work.session.get_one(Doctor, "1002").sessions = []
    ticket = _again(house, seen)
    assert house.call("east-3") == ticket.id


def test_who_wants_to_wait_for_an_absent_doctor_is_called_by_nobody_else(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    with house.database.write() as work:
        work.session.get_one(Doctor, "1002").sessions = []
    ticket = _again(house, seen)
    [task] = _tasks(house)
    house.do(service.arrange, task["id"], "wait")
    assert house.call("east-1") is None
    house.do(service.seat_doctor, "east-2", "1002", by=SUPERVISOR)
    assert house.call("east-2") == ticket.id


@pytest.mark.parametrize("outcome", ["left", "rebook"])
def test_who_leaves_or_comes_another_day_waits_no_more_r48(house: House, seen: str, outcome: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    ticket = _again(house, seen)
    [task] = _tasks(house)
    house.do(service.arrange, task["id"], outcome)
    assert house.state(ticket.id) == "cancelled"


def test_when_the_doctor_is_back_nothing_is_left_to_ask_and_is_asked_again_when_gone_r35(house: House) -> None:
    wished = house.patient(doctor="1004")
    for _ in range(2):
        house.do(service.set_room_state, "east-5", "closed", by=SUPERVISOR)
        [task] = _tasks(house)
        assert (task["ticket"], task["case"]) == (wished, "absent")
        house.do(service.set_room_state, "east-5", "open", by=SUPERVISOR)
        assert _tasks(house) == []


def test_a_late_patient_is_asked_once_whatever_other_rooms_do(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    _again(house, seen)
    house.do(service.set_room_state, "east-3", "paused", by=SUPERVISOR)
    assert [task["case"] for task in _tasks(house)] == ["late"]


def test_nobody_waits_for_an_absent_doctor_unseen_after_an_undo_or_a_missed_call(house: House) -> None:
    wished = house.patient(doctor="1004")
    house.call("east-5")
    house.do(service.mark_missed, wished)
    house.do(service.set_room_state, "east-5", "closed", by=SUPERVISOR)
    assert _tasks(house) == []
    house.do(service.return_to_queue, wished, LIMIT)
    assert [task["case"] for task in _tasks(house)] == ["absent"]
    house.do(service.call_ticket, "east-1", wished, "test", by=SUPERVISOR)
    assert _tasks(house) == []
    house.do(service.undo, wished)
    assert [task["case"] for task in _tasks(house)] == ["absent"]


def test_a_doctor_taken_out_of_the_clinic_file_leaves_nobody_behind_r40(house: House, clinic_text: str) -> None:
    wished = house.patient(doctor="1004")
    before, _, rest = clinic_text.partition('[[doctor]]\nnumber = "1004"')
    gone = (before + rest.partition("[[doctor]]")[1] + rest.partition("[[doctor]]")[2]).replace('doctor = "1004"\n', "")
    house.do(apply_clinic, gone, by=SUPERVISOR)
    assert [(task["ticket"], task["case"]) for task in _tasks(house)] == [(wished, "left")]


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
    with pytest.raises(Invalid):  # "any" could be the one who is not wanted
        house.do(service.change_doctor, ticket.id, None, "上次解释得不清楚", refused=True)
    house.do(service.change_doctor, ticket.id, "1001", "上次解释得不清楚", refused=True)
    assert (house.ticket(ticket.id).doctor, house.ticket(ticket.id).bound) == ("1001", "wish")
    [task] = _tasks(house)
    assert (task["case"], task["doctor"]["zh-CN"], task["supervisor"]) == ("refused", "李静", True)
    assert "上次解释" not in repr(house.shown())
    assert "上次解释" not in everything_stored(house.database)
    assert house.call("east-1") == ticket.id
    [task] = _tasks(house)  # the supervisor must know, wherever the patient is by now
    house.do(service.arrange, task["id"], "other_doctor", "1003", by=SUPERVISOR)
    assert _tasks(house) == []


def test_new_patients_are_given_to_the_doctors_in_turn_by_staff_number_r32(
    house: House, policy: Callable[..., None]
) -> None:
    policy(assign="rotation")
    given = [house.ticket(house.patient()).doctor for _ in range(9)]
    assert given == ["1001", "1002", "1003", "1004"] * 2 + ["1001"]
    house.do(service.set_room_state, "east-3", "closed", by=SUPERVISOR)
    later = Counter(house.ticket(house.patient()).doctor for _ in range(6))
    assert set(later) == {"1001", "1002", "1004"}
    house.do(service.set_room_state, "east-3", "open", by=SUPERVISOR)
    counts = Counter(house.ticket(house.patient()).doctor for _ in range(8))  # an absence is not made up for
    assert counts == {"1001": 2, "1002": 2, "1003": 2, "1004": 2}


def test_a_wish_for_sex_counts_as_a_turn_and_a_danger_does_not_r32_r38(
    house: House, policy: Callable[..., None]
) -> None:
    policy(assign="rotation")
    assert [house.ticket(house.patient(doctor_sex="female")).doctor for _ in range(2)] == ["1002", "1004"]
    house.register("internal", symptoms=("chest-pain",))
    assert [house.ticket(house.patient()).doctor for _ in range(2)] == ["1001", "1003"]


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


def test_each_doctors_returns_take_turns_with_first_visits_in_that_doctors_room_r29_r31(house: House) -> None:
    for room in ("east-1", "east-2", "east-3"):
        ticket = house.patient()
        house.call(room)
        house.advance(minutes=1)
        house.do(service.arrive, ticket)
        house.do(service.leave, ticket)
        house.do(service.return_to_queue, ticket, LIMIT)
    for _ in range(9):
        house.patient()
    lines = []
    for _ in range(3):
        for room in ("east-1", "east-2", "east-3"):
            called = house.do(service.call_next, room)
            lines.append(called.ticket.line)
            for step in (service.arrive, service.finish):
                house.do(step, called.ticket.id)
            house.advance(minutes=1)
    assert lines == ["first"] * 6 + ["return"] * 3


def test_an_arrival_taken_back_leaves_no_doctor_who_saw_nobody_r31(house: House) -> None:
    ticket = house.patient(phone=PHONE)
    _see(house, ticket, "east-2")
    house.advance(hours=24)
    second = house.patient(department="internal", phone="13900002222")
    house.call("east-3")
    house.do(service.arrive, second)
    house.do(service.undo, second)
    assert house.ticket(second).seen_by is None


def test_a_wish_outlives_an_examination(house: House, policy: Callable[..., None]) -> None:
    policy(own_doctor=False)
    ticket = house.patient(doctor="1002")
    house.call("east-2")
    house.do(service.arrive, ticket)
    house.do(service.leave, ticket)
    house.do(service.return_to_queue, ticket, LIMIT)
    assert house.ticket(ticket).doctor == "1002"


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


def test_two_desks_that_seat_one_doctor_at_once_leave_them_in_one_room_r46(house: House) -> None:
    rooms = ["east-3", "east-5", "east-12", "east-1"]
    for _ in range(4):
        done = at_once(len(rooms), lambda place: house.do(service.seat_doctor, rooms[place], "1002", by=SUPERVISOR))
        assert not [problem for problem in done if isinstance(problem, Exception)]
        assert len(house.rows(RoomState, RoomState.doctor == "1002")) == 1


def test_a_day_off_counts_for_a_return_visit_as_for_an_appointment_r31_r35(house: House, seen: str) -> None:
    house.do(service.seat_doctor, "east-2", None, by=SUPERVISOR)
    today = house.clock.now().astimezone(SHANGHAI).date()
    house.do(add_exception, NewException("1002", "off", today, today, None, None, "培训"), SHANGHAI, by=SUPERVISOR)
    ticket = _again(house, seen)
    assert (ticket.doctor, ticket.bound) == ("1002", "cover")
    assert [task["case"] for task in _tasks(house)] == ["absent"]


def test_a_wish_for_a_doctor_who_has_stepped_out_stands_and_the_department_stays_open_r26_r38(house: House) -> None:
    rooms = [room.code for room, _ in house.look(service.rooms_now, "internal")]
    for room in rooms:
        house.do(service.set_room_state, room, "paused", by=SUPERVISOR)
    assert house.ticket(house.patient(doctor="1004")).doctor == "1004"
    assert house.look(service.rooms_on_duty)["internal"] == len(rooms)
    house.do(service.set_room_state, "east-5", "closed", by=SUPERVISOR)
    with pytest.raises(Invalid):
        house.patient(doctor="1004")


def test_a_refusals_card_of_an_earlier_day_says_which_day_r39(house: House, seen: str) -> None:
    ticket = _again(house, seen)
    house.do(service.change_doctor, ticket.id, "1001", "上次没有说清楚", refused=True)
    house.advance(hours=24)
    house.do(close_earlier_days, house.clock.now().astimezone(SHANGHAI).date())
    [task] = _tasks(house)
    assert (task["case"], task["service_day"]) == ("refused", ticket.service_day.isoformat())
