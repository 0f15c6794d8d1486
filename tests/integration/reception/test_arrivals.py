"""An arrival: all of it in one transaction, the same answer to the same request, danger never queues."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from sqlalchemy import func, select

from server.core.errors import Forbidden, Invalid, NotFound, Refusal, WrongState
from server.devices.models import HelpCall
from server.printing.models import PrintJob
from server.queueing import service
from server.queueing.models import Ticket
from server.queueing.service import find_ticket_by_token
from server.reception.api.public import PATIENT
from server.reception.service import (
    alarm_from_kiosk,
    confirm_department,
    feel_worse,
    move_patient,
    public_ticket,
    settle_alarm,
)
from server.registration.models import Patient, Visit
from server.triage.models import Alarm, TriageLog
from server.triage.service import claim_alarm, raise_alarm
from tests.support.house import GUIDE, KIOSK, LIMIT, SHANGHAI, WEST_GUIDE, House, at_once, everything_stored

CHEST_PAIN = "胸口像压着石头一样痛，喘不上气"

#: What a slip is printed with.
WHERE = {"timezone": SHANGHAI, "base_url": "http://127.0.0.1"}


def _count(house: House, model: Any) -> int:
    return int(house.look(lambda work: work.session.scalar(select(func.count()).select_from(model))))


def test_an_arrival_is_patient_visit_triage_ticket_and_slip_together(house: House) -> None:
    """R1–R3, R27, R53: and its answer says what the kiosk shows."""
    answer, new = house.register("internal", complaint="咳嗽三天", phone="13800138000")
    assert new
    assert (answer["number"], answer["state"], answer["ahead"], answer["urgency"]) == ("A001", "waiting", 0, 4)
    assert set(answer["estimate"]) == {"low", "likely", "high"}
    assert answer["url"] == f"http://houzhen.test/t/{answer['token']}"
    assert len(answer["token"]) >= 22  # 128 bits and more
    assert [_count(house, model) for model in (Patient, Visit, TriageLog, Ticket, PrintJob)] == [1] * 5
    assert house.look(find_ticket_by_token, answer["token"]).id == answer["id"]


def test_an_arrival_that_fails_at_its_end_leaves_nothing(house: House) -> None:
    """I1: no number is spent, no patient is filed."""
    before = everything_stored(house.database)
    with pytest.raises(Invalid):
        house.register("internal", doctor="1020")
    with pytest.raises(Invalid):
        house.register("internal", name="")
    with pytest.raises(Invalid):
        house.register("astrology")
    assert everything_stored(house.database) == before
    assert house.register()[0]["number"] == "A001"


def test_a_repeated_request_gets_the_first_answer_again(house: House) -> None:
    """I1: also when the queue, the clock and the patient's state have moved on."""
    request_id = str(uuid.uuid4())
    first, new = house.register(request_id=request_id)
    house.patient()
    house.call()
    house.advance(minutes=5)
    again, new_again = house.register(request_id=request_id)
    assert (again, new, new_again) == (first, True, False)
    assert _count(house, Ticket) == 2


def test_the_same_submit_fifty_times_at_once_is_one_ticket(house: House) -> None:
    """I1: fifty equal answers."""
    request_id = str(uuid.uuid4())
    results = at_once(50, lambda _: house.register(request_id=request_id))
    assert [one for one in results if isinstance(one, Exception)] == []
    assert sum(new for _, new in results) == 1
    assert all(answer == results[0][0] for answer, _ in results)
    assert [_count(house, model) for model in (Ticket, Visit, Patient, PrintJob)] == [1] * 4


def test_a_closed_department_is_refused_by_name_and_staff_are_not_asked(house: House) -> None:
    """R25, R46."""
    house.advance(hours=15)  # half past eleven in the evening
    with pytest.raises(Refusal) as refused:
        house.register("dental")
    assert (refused.value.code, refused.value.args_for_text) == ("department_closed", {"department": "口腔科"})
    assert house.register("internal")[1]


def test_a_red_flag_raises_an_alarm_in_the_same_transaction_and_does_not_queue(house: House) -> None:
    """R22: on every hall's tablets, with the number, and never printed."""
    answer, _ = house.register(None, complaint=CHEST_PAIN, age="60", sex="male")
    assert (answer["state"], answer["print"]) == ("urgent", None)
    assert answer["urgency"] <= 2
    ticket = house.ticket(answer["id"])
    assert (ticket.state, ticket.room) == ("urgent", None)
    (alarm,) = house.rows(Alarm, order=Alarm.id)
    assert (alarm.id, alarm.ticket, alarm.state, alarm.device) == (answer["alarm"]["id"], ticket.id, "open", "kiosk-1")
    for hall in ("east", "west", "dental", "emergency"):
        (card,) = house.shown(hall)["staff/tasks"]["alarms"]
        assert (card["id"], card["here"]) == (alarm.id, hall == alarm.hall)
    for room in ("east-1", "emergency-1", "east-15"):
        assert house.call(room) is None
    house.advance(hours=1)
    assert house.watch() == 0


def test_an_alarm_at_the_kiosk_needs_no_registration_and_counts_once(house: House) -> None:
    """R22: the same request is the same alarm."""
    request_id = str(uuid.uuid4())
    results = at_once(
        10, lambda _: house.do(alarm_from_kiosk, request_id, CHEST_PAIN, (), SHANGHAI, by=KIOSK)
    )
    assert all(answer == results[0] for answer in results)
    (alarm,) = house.rows(Alarm, order=Alarm.id)
    assert (alarm.ticket, alarm.hall, alarm.device, alarm.state) == (None, "east", "kiosk-1", "open")
    assert alarm.urgency <= 2
    assert _count(house, Ticket) == 0


def test_an_alarm_that_the_knowledge_cannot_name_is_taken_as_the_gravest(house: House) -> None:
    house.do(alarm_from_kiosk, str(uuid.uuid4()), None, (), SHANGHAI, by=KIOSK)
    assert house.rows(Alarm, order=Alarm.id)[0].urgency == 1


@pytest.mark.parametrize(
    ("outcome", "department", "state", "urgency"),
    [
        ("handed_over", None, "finished", 2),
        ("queued", None, "waiting", 3),
        ("false_alarm", None, "waiting", 4),
        ("queued", "surgery", "transferred", 3),
    ],
)
def test_what_staff_decide_of_an_alarm_moves_its_ticket(
    house: House, outcome: str, department: str | None, state: str, urgency: int
) -> None:
    """R22, R24: with the doctor, back to the queue, or a mistake."""
    patient = house.patient("internal")
    house.do(service.raise_urgency, patient, 2, LIMIT)
    since = house.ticket(patient).waiting_since
    house.do(lambda work: _raise(work, patient))
    (alarm,) = house.rows(Alarm, order=Alarm.id)
    house.do(claim_alarm, alarm.id)
    house.advance(minutes=3)
    house.do(settle_alarm, alarm.id, outcome, department, "seen by the guide")
    ticket = house.ticket(patient)
    assert (ticket.state, ticket.urgency) == (state, urgency)
    if state == "waiting":
        assert ticket.waiting_since == since  # the wait has counted all along
        assert house.call("east-1") == patient
    if department:
        moved = house.ticket(ticket.transferred_to)
        assert (moved.department, moved.state, moved.waiting_since) == ("surgery", "waiting", since)
    with pytest.raises(WrongState):
        house.do(settle_alarm, alarm.id, outcome, None, None)
    for hall in ("east", "emergency"):
        assert house.shown(hall)["staff/tasks"]["alarms"] == []


def _raise(work: Any, ticket: str) -> None:
    raise_alarm(work, hall="east", red_flags=["chest-pain"], urgency=2, source="staff", ticket=ticket, number="A001")


def test_feeling_worse_with_a_red_flag_leaves_the_queue_for_a_person_at_once(house: House) -> None:
    """R24: from wherever the patient is; the first triage stays in the log."""
    patient = house.patient("internal", complaint="咳嗽")
    house.call("east-1")
    felt = house.do(feel_worse, house.ticket(patient), CHEST_PAIN, (), SHANGHAI)
    held, assessment = felt.ticket, felt.assessment
    assert assessment.is_alarm
    assert (held.state, house.room("east-1").ticket) == ("urgent", None)
    assert house.shown("east")["calls"] == []
    assert [entry.kind for entry in house.rows(TriageLog, order=TriageLog.id)] == ["registration", "worse"]
    assert house.rows(Alarm, order=Alarm.id)[0].ticket == patient
    house.do(feel_worse, house.ticket(patient), CHEST_PAIN, (), SHANGHAI)
    assert _count(house, Alarm) == 1  # one patient, one open alarm


def test_feeling_worse_without_a_red_flag_sends_a_guide_and_keeps_the_place(house: House) -> None:
    """R24."""
    patient = house.patient("internal", complaint="咳嗽")
    felt = house.do(feel_worse, house.ticket(patient), "还是咳嗽", (), SHANGHAI, by=PATIENT)
    held, assessment = felt.ticket, felt.assessment
    assert not assessment.is_alarm
    assert held.state == "waiting"
    assert [call.reason for call in house.rows(HelpCall, order=HelpCall.id)] == ["worse"]


def test_a_finished_patient_cannot_feel_worse_here(house: House) -> None:
    patient = house.patient()
    house.do(service.cancel, patient, "gone")
    with pytest.raises(Refusal, match="wrong_state"):
        house.do(feel_worse, house.ticket(patient), CHEST_PAIN, (), SHANGHAI)


def test_staff_confirm_what_triage_suggested(house: House) -> None:
    """R21, R27: who and when stands beside the suggestion."""
    patient = house.patient("internal", complaint="咳嗽")
    assert house.shown("east")["staff/queue/internal"]["waiting"][0]["unconfirmed"]
    house.do(confirm_department, patient, "internal", 3, **WHERE)
    ticket = house.ticket(patient)
    assert (ticket.confirmed, ticket.urgency, ticket.state) == (True, 3, "waiting")
    entry = house.rows(TriageLog, order=TriageLog.id)[0]
    assert (entry.final_department, entry.final_urgency, entry.decided_by) == ("internal", 3, GUIDE.stamp)


def test_staff_choose_another_department_and_the_patient_keeps_the_wait(house: House) -> None:
    """R27, R45."""
    patient = house.patient("internal")
    since = house.ticket(patient).waiting_since
    house.advance(minutes=5)
    moved = house.do(confirm_department, patient, "surgery", 3, **WHERE)
    assert (moved.department, moved.urgency, moved.waiting_since, moved.confirmed) == ("surgery", 3, since, True)
    assert house.state(patient) == "transferred"


def test_staff_who_see_danger_take_the_patient_out_of_the_queue(house: House) -> None:
    """R22."""
    patient = house.patient("internal")
    house.do(confirm_department, patient, "internal", 2, **WHERE)
    assert house.state(patient) == "urgent"
    assert house.rows(Alarm, order=Alarm.id)[0].ticket == patient
    with pytest.raises(Invalid):
        house.do(confirm_department, patient, "internal", 9, **WHERE)


def test_a_guide_of_another_hall_confirms_nothing_here(house: House) -> None:
    patient = house.patient("internal")
    with pytest.raises(Forbidden):
        house.do(confirm_department, patient, "internal", 3, by=WEST_GUIDE, **WHERE)


def test_the_phone_page_says_where_the_patient_stands_and_never_who_it_is(house: House) -> None:
    """R64, R106: at each step of the way."""
    answer, _ = house.register(name="慕容雪峰", phone="13912349876", complaint="膝盖疼得走不了路")
    seen = []
    for step in (None, house.call, lambda: house.do(service.arrive, answer["id"])):
        if step is not None:
            step()
        document = house.look(lambda work: public_ticket(work, find_ticket_by_token(work, answer["token"]), SHANGHAI))
        seen.append((document["state"], document["room"] is not None))
        for private in ("慕容", "雪峰", "13912349876", "膝盖"):
            assert private not in repr(document)
    assert seen == [("waiting", False), ("called", True), ("in_room", True)]


def test_the_phone_page_follows_a_moved_patient_to_the_new_number(house: House) -> None:
    """R45."""
    answer, _ = house.register()
    _, new = house.do(service.transfer, answer["id"], "surgery", "a test", LIMIT)
    assert house.look(find_ticket_by_token, answer["token"]).id == new.id
    with pytest.raises(NotFound):
        house.look(find_ticket_by_token, "no such token")


def test_a_guide_who_settles_an_alarm_while_the_patient_feels_worse_blocks_nobody(house: House) -> None:
    """Both take the ticket before its alarm: neither is thrown out by a deadlock."""
    for _ in range(4):
        patient = house.patient("internal")
        house.do(feel_worse, house.ticket(patient), CHEST_PAIN, (), SHANGHAI)
        (alarm,) = house.rows(Alarm, Alarm.ticket == patient, order=Alarm.id)
        steps = [
            lambda one=alarm: house.do(settle_alarm, one.id, "queued", None, None),
            lambda one=patient: house.do(feel_worse, house.ticket(one), CHEST_PAIN, (), SHANGHAI),
            lambda one=patient: house.do(feel_worse, house.ticket(one), CHEST_PAIN, (), SHANGHAI),
        ]
        results = at_once(3, lambda turn, steps=steps: steps[turn]())
        assert [one for one in results if isinstance(one, Exception)] == []


def test_a_returning_patient_who_holds_a_number_gets_that_number_again(house: House) -> None:
    """R5: nobody queues twice for one department; the answer is the ticket that exists."""
    first, _ = house.register("internal", phone="13800138000")
    again, new = house.register_again("13800138000", "internal")
    assert not new
    assert (again["id"], again["number"]) == (first["id"], first["number"])
    other, new = house.register_again("13800138000", "surgery")
    assert new
    assert other["id"] != first["id"]


def test_a_returning_patient_with_an_open_red_flag_is_not_sent_to_a_queue(house: House) -> None:
    """R22: whatever they choose at the kiosk meanwhile, staff are on the way to them."""
    first, _ = house.register(None, complaint=CHEST_PAIN, age="60", sex="male", phone="13800138000")
    again, new = house.register_again("13800138000", "internal")
    assert not new
    assert (again["id"], again["state"]) == (first["id"], "urgent")
    assert again["alarm"]["id"] == first["alarm"]["id"]


def test_nobody_is_moved_into_a_closed_department(house: House) -> None:
    """R45: the clinic's hours hold for moves as well, and the new slip is printed where the patient stands."""
    patient = house.patient("internal")
    house.advance(minutes=14 * 60)  # 22:30: skin closed, medicine and surgery day and night
    with pytest.raises(Refusal, match="department_closed"):
        house.do(move_patient, patient, "dermatology", "a wish", **WHERE)
    _, new, job = house.do(move_patient, patient, "surgery", "a wish", **WHERE)
    assert new.number.startswith("B")
    assert job is not None
