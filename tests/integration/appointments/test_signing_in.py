"""Signing in with an appointment: early, on time, late; the number stands for it to the end (R4, R34, R35, R48)."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from server.appointments.models import Appointment, RosterConflict
from server.appointments.service.changing import NewTime, cancel_appointment, reschedule
from server.clinic.models import Doctor
from server.core.database import Actor
from server.core.errors import Invalid, Refusal, WrongState
from server.queueing import service
from server.queueing.models import Arrangement, Ticket
from server.queueing.service.arrange import change_doctor
from server.queueing.service.day import close_earlier_days
from server.reception.service import TicketOrder, another_time, plan_after, staff_ticket, take_ticket
from server.reception.service.another_time import OtherTime
from server.registration.fields import PatientFields
from server.registration.models import Patient, Visit
from tests.support.booking import DENTIST, NAME, PHONE, appointment, at, booked, person, units
from tests.support.house import GUIDE, KIOSK, LIMIT, SHANGHAI, House, at_once, doctor

BASE = "http://houzhen.test"


def arrives(
    house: House, row: Appointment, *, by: Actor = KIOSK, name: str | None = None, complaint: str | None = None
) -> tuple[dict[str, Any], bool]:
    """Somebody signs in at the kiosk with the code; name and phone are known from the booking."""
    order = TicketOrder(
        request_id=str(uuid.uuid4()), language="zh-CN", base_url=BASE, consent=True, appointment_code=row.code,
        complaint=complaint, patient=PatientFields(name=name, sex="female", age="34"),
    )  # fmt: skip
    answer: tuple[dict[str, Any], bool] = house.do(take_ticket, order, SHANGHAI, by=by)
    return answer


@pytest.mark.parametrize(
    ("time", "arrival"), [("08:00", "early"), ("08:50", "on_time"), ("09:15", "on_time"), ("09:16", "late")]
)
def test_a_code_gives_a_number_with_doctor_class_and_time_bound_r34(house: House, time: str, arrival: str) -> None:
    row = booked(house, at("09:00", day=0), visit_class="return", item="复查左下六")
    house.clock.set(at(time, day=0))
    answer, new = arrives(house, row)
    assert new
    assert answer["department"] == "dental"
    assert answer["appointment"] | {"doctor_names": None} == {
        "id": row.id, "code": row.code, "starts_at": "2026-11-23T01:00:00.000Z", "doctor": DENTIST,
        "doctor_names": None, "arrival": arrival,
    }  # fmt: skip
    ticket = house.ticket(answer["id"])
    assert (ticket.doctor, ticket.bound, ticket.visit_class) == (DENTIST, "appointment", "return")
    assert ticket.appointment_at == row.starts_at
    stored = appointment(house, row.id)
    assert (stored.state, stored.arrival, stored.ticket) == ("checked_in", arrival, ticket.id)
    [patient] = house.rows(Patient)
    assert (patient.name, patient.phone) == (NAME, "+86" + PHONE)
    assert stored.patient == patient.id
    assert house.rows(Visit)[0].complaint == "复查左下六"


def test_the_same_code_again_gives_the_same_number(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    first, _ = arrives(house, row)
    again, new = arrives(house, row)
    assert (again["id"], again["number"], new) == (first["id"], first["number"], False)
    assert len(house.rows(Ticket)) == 1


def test_of_two_who_show_one_code_at_once_one_number_comes_r34(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    results = at_once(6, lambda _: arrives(house, row))
    assert {result[0]["id"] for result in results if isinstance(result, tuple)} == {house.rows(Ticket)[0].id}
    assert len(house.rows(Ticket)) == 1


def test_who_holds_a_number_already_keeps_it_and_it_takes_over_the_time(house: House) -> None:
    ticket = house.patient("dental", name=NAME, phone=PHONE)
    row = booked(house, at("09:00", day=0))
    answer, new = house.register_again(PHONE, None, appointment_code=row.code)
    assert (answer["id"], new) == (ticket, False)
    assert house.ticket(ticket).appointment_at == row.starts_at
    assert appointment(house, row.id).state == "checked_in"


def test_a_code_of_another_day_or_of_nothing_is_said_plainly(house: House) -> None:
    tomorrow = booked(house, at("09:00"))
    gone = booked(house, at("10:00", day=0))
    house.do(cancel_appointment, gone.id, "出差", SHANGHAI)
    for code, refusal in ((tomorrow.code, "appointment_other_day"), (gone.code, "appointment_not_found"),
                          ("ZZZZ9999", "appointment_not_found"), ("?", "appointment_not_found")):  # fmt: skip
        with pytest.raises(Refusal, match=refusal):
            house.register(None, appointment_code=code)
    assert house.rows(Ticket) == []
    assert house.rows(Patient) == []
    house.advance(hours=24)
    house.clock.set(at("09:00", day=2))
    with pytest.raises(Refusal, match="appointment_over"):
        arrives(house, tomorrow)


def test_a_changed_time_is_found_by_the_old_code(house: House) -> None:
    row = booked(house, at("09:00"))
    house.do(reschedule, row.id, NewTime(at("09:00", day=0), "sooner"), SHANGHAI)
    assert arrives(house, row)[0]["appointment"]["code"] != row.code


def test_a_kiosk_takes_no_other_person_in_and_a_guide_may(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    with pytest.raises(Refusal, match="appointment_other_person"):
        arrives(house, row, name="李小龙")
    assert house.rows(Ticket) == []
    assert arrives(house, row, name="周梦西", by=GUIDE)[1]


def test_at_the_booked_time_it_goes_ahead_of_walk_ins_and_late_like_a_first_visit_r34_r65(house: House) -> None:
    punctual = booked(house, at("09:00", day=0))
    late = booked(house, at("08:45", day=0), who=person("王小明", "13900001111"))
    walk_ins = [house.patient("dental", name=name) for name in ("李一", "李二")]
    house.clock.set(at("09:05", day=0))
    tickets = [arrives(house, row)[0]["id"] for row in (late, punctual)]
    for ticket in walk_ins:
        house.do(change_doctor, ticket, DENTIST, "wish")
    room = next(room.code for room, state in house.look(service.rooms_now, "dental") if state.doctor == DENTIST)
    order = []
    for _ in range(4):
        order.append(house.call(room))
        house.do(service.arrive, order[-1])
        house.do(service.finish, order[-1])
    assert order == [tickets[1], *walk_ins, tickets[0]]


def test_a_booked_doctor_who_is_late_is_asked_for_and_one_who_has_left_is_a_supervisor_s_r35_r40(house: House) -> None:
    late, left = booked(house, at("09:00", day=0)), booked(house, at("09:00", day=0), "1026", who=person("王小明"))
    for room, state in house.look(service.rooms_now, "dental"):
        if state.doctor in (DENTIST, "1026"):
            house.do(service.set_room_state, room.code, "closed", None)
    with house.database.write() as work:
        work.session.get_one(Doctor, "1026").active = False
    first, second = (house.ticket(arrives(house, row)[0]["id"]) for row in (late, left))
    assert (first.doctor, first.bound, second.doctor) == (DENTIST, "appointment", None)
    cards = {card.ticket: (card.case, card.doctor) for card in house.rows(Arrangement)}
    assert cards == {first.id: ("late", DENTIST), second.id: ("left", "1026")}


def test_a_number_that_is_being_called_is_not_bound_anew(house: House) -> None:
    ticket = house.patient("dental", name=NAME, phone=PHONE)
    row = booked(house, at("09:00", day=0))
    assert house.call(house.look(service.rooms_now, "dental")[0][0].code) == ticket
    with pytest.raises(WrongState):
        house.register_again(PHONE, None, appointment_code=row.code)
    assert appointment(house, row.id).state == "booked"


def test_a_danger_does_not_queue_even_with_an_appointment_r22(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    answer, _ = arrives(house, row, complaint="胸口剧痛，喘不上气")
    assert answer["state"] == "urgent"
    assert appointment(house, row.id).state == "checked_in"


def test_before_the_department_opens_an_appointment_is_let_in(house: House) -> None:
    row = booked(house, at("07:30"))
    house.clock.set(at("07:00"))
    assert arrives(house, row)[0]["appointment"]["arrival"] == "early"


def test_when_the_number_is_finished_the_appointment_is_done_and_back_again(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    ticket = arrives(house, row)[0]["id"]
    room = house.look(service.rooms_now, "dental")[0][0].code
    assert house.call(room) == ticket
    house.do(service.arrive, ticket)
    house.do(service.finish, ticket)
    assert appointment(house, row.id).state == "done"
    house.do(service.undo, ticket)
    assert appointment(house, row.id).state == "checked_in"
    house.do(service.finish, ticket)
    assert appointment(house, row.id).state == "done"


def test_a_number_that_is_given_up_or_left_over_ends_the_appointment(house: House) -> None:
    one = booked(house, at("09:00", day=0))
    other = booked(house, at("10:00", day=0), who=person("王小明", "13900001111"))
    first, second = arrives(house, one)[0]["id"], arrives(house, other)[0]["id"]
    house.do(service.cancel, first, "no time")
    assert set(units(house).values()) == {other.id}
    house.advance(hours=24)
    house.do(close_earlier_days, at("09:00").date())
    assert [appointment(house, row.id).state for row in (one, other)] == ["cancelled", "cancelled"]
    assert house.state(second) == "expired"


def test_a_transfer_takes_the_appointment_along_r45(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    old, new = house.do(service.transfer, arrives(house, row)[0]["id"], "ent", "ear", LIMIT)
    house.do(service.cancel, new.id, "no time")
    assert (old.state, appointment(house, row.id).state) == ("transferred", "cancelled")


def test_leaving_with_an_appointment_is_one_step_r48(house: House) -> None:
    ticket = house.patient("dental", name=NAME, phone=PHONE)
    to = OtherTime(DENTIST, at("09:00"), "等太久", "desk", 2)
    answer = house.do(another_time, ticket, "request-1", to, SHANGHAI, BASE)
    assert answer["ticket"]["state"] == house.state(ticket) == "cancelled"
    assert answer["appointment"]["units"] == 2
    assert answer["appointment"]["on_file"]
    assert house.do(another_time, ticket, "request-1", to, SHANGHAI, BASE) == answer
    with pytest.raises(WrongState):
        house.do(another_time, ticket, "request-2", to, SHANGHAI, BASE)


def test_where_the_time_is_taken_the_place_in_the_queue_stays_r48(house: House) -> None:
    booked(house, at("09:00"))
    ticket = house.patient("dental", name="王小明")
    with pytest.raises(Refusal, match="slot_taken"):
        house.do(another_time, ticket, "request-1", OtherTime(DENTIST, at("09:00"), "x", "desk"), SHANGHAI, BASE)
    assert house.state(ticket) == "waiting"
    assert len(units(house)) == 1


def test_the_doctor_says_how_long_the_next_visit_takes_r69(house: House) -> None:
    ticket = house.patient("dental", name=NAME, phone=PHONE)
    plan = house.do(
        plan_after, ticket, 4, item="根管", earliest=None, doctor=None, by=doctor(DENTIST, "dental")
    )
    assert (plan.units, plan.doctor) == (4, DENTIST)
    with pytest.raises(Invalid):
        house.do(plan_after, house.patient("dental", name="李一"), 2, item=None, earliest=None, doctor=None)
    to = OtherTime(DENTIST, at("09:00"), "next", "desk")
    answer = house.do(another_time, ticket, "request-1", to, SHANGHAI, BASE)
    assert answer["appointment"]["units"] == 4


def test_staff_see_the_booked_time_with_the_number(house: House) -> None:
    row = booked(house, at("09:00", day=0))
    ticket = arrives(house, row, by=KIOSK)[0]["id"]
    seen = house.look(lambda work: staff_ticket(work, service.find_ticket(work, ticket), SHANGHAI))
    assert seen["appointment_at"] == "2026-11-23T01:00:00.000Z"
    assert house.rows(RosterConflict) == []
