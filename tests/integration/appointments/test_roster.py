"""Exceptions to the weekly sessions, and the appointments that they leave without a doctor (R35, R40, R46)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.accounts.service import list_audit
from server.appointments.models import Appointment, RosterConflict
from server.appointments.service import conflicts
from server.appointments.service.changing import NewTime, cancel_appointment
from server.appointments.service.closing import close_past_appointments
from server.appointments.service.exceptions import (
    NewException,
    add_exception,
    list_exceptions,
    withdraw_exception,
)
from server.appointments.service.roster import roster_document
from server.clinic.service import apply_clinic
from server.core.errors import Invalid, Refusal
from server.queueing.models import Arrangement
from server.roster.models import RosterException
from tests.support.booking import DENTIST, OTHER_DENTIST, appointment, at, booked, offers, units
from tests.support.house import SHANGHAI, SUPERVISOR, House, at_once

TUESDAY = date(2026, 11, 24)


def change(house: House, kind: str = "off", **more: Any) -> tuple[RosterException, list[RosterConflict]]:
    """A supervisor changes the roster of a dentist."""
    fields = {"doctor": DENTIST, "first": TUESDAY, "last": TUESDAY, "starts": None, "ends": None, "reason": "进修"}
    result: tuple[RosterException, list[RosterConflict]] = house.do(
        add_exception, NewException(kind=kind, **(fields | more)), SHANGHAI, by=SUPERVISOR
    )
    return result


def day_of(house: House, day: date = TUESDAY) -> dict[str, Any]:
    """A dentist's day as the roster tells it."""
    document = house.look(roster_document, day, 1, SHANGHAI, department="dental", doctor=DENTIST)
    found: dict[str, Any] = document["doctors"][0]["days"][0]
    return found


def test_the_roster_says_who_is_there_when_and_how_much_is_booked_r46(house: House) -> None:
    booked(house, at("09:00"), units=3)
    change(house, "extra", starts="22:00", ends="23:00")
    told = day_of(house)
    assert [(span["from"], span["to"]) for span in told["spans"]] == [("07:30", "21:30"), ("22:00", "23:00")]
    assert (told["changed"], told["units"], told["booked_units"]) == (True, 60, 3)
    assert not day_of(house, TUESDAY + timedelta(days=1))["changed"]


def test_a_day_off_gives_no_times_and_an_extra_session_gives_some_r35(house: House) -> None:
    change(house, first=TUESDAY, last=TUESDAY + timedelta(days=2))
    assert offers(house, doctor=DENTIST, earliest=TUESDAY)[0] == "1025 27 07:30"
    with pytest.raises(Refusal, match="slot_not_open"):
        booked(house, at("09:00"))
    change(house, "extra", starts="18:00", ends="19:00")
    assert offers(house, doctor=DENTIST, earliest=TUESDAY)[0] == "1025 24 18:00"


def test_a_day_off_lists_the_appointments_that_it_hits_the_nearest_first_r35(house: House) -> None:
    later, first = booked(house, at("15:00")), booked(house, at("09:00"))
    booked(house, at("09:00"), OTHER_DENTIST)
    booked(house, at("09:00", day=2))
    _, opened = change(house)
    assert [conflict.appointment for conflict in opened] == [first.id, later.id]
    assert [row.id for _, row in house.look(conflicts.open_conflicts)] == [first.id, later.id]
    _, again = change(house, starts="08:00", ends="10:00")
    assert again == []


def test_first_the_doctor_is_told_and_then_a_supervisor_arranges_r35(house: House) -> None:
    row = booked(house, at("09:00"))
    [conflict] = change(house)[1]
    for use_case, rest in (
        (conflicts.settle_by_moving, (NewTime(at("09:00"), "x", OTHER_DENTIST), SHANGHAI)),
        (conflicts.settle_by_cancelling, ("x", SHANGHAI)), (conflicts.settle_by_keeping, ("x",)),
    ):  # fmt: skip
        with pytest.raises(Refusal, match="doctor_not_told"):
            house.do(use_case, conflict.id, *rest, by=SUPERVISOR)
    told = house.do(conflicts.tell_absent_doctor, conflict.id)
    assert told.told_by == "staff:2001"
    to = NewTime(at("09:00"), "医生进修", OTHER_DENTIST)
    settled = house.do(conflicts.settle_by_moving, conflict.id, to, SHANGHAI, by=SUPERVISOR)
    assert (settled.outcome, settled.resolved_by, settled.open_for) == ("moved", "staff:2003", None)
    moved = appointment(house, appointment(house, row.id).moved_to or "")
    assert (moved.doctor, moved.starts_at) == (OTHER_DENTIST, row.starts_at)
    assert (units(house), list(units(house, OTHER_DENTIST))) == ({}, ["24 09:00"])
    with pytest.raises(Refusal, match="conflict_settled"):
        house.do(conflicts.tell_absent_doctor, conflict.id)


def test_a_conflict_is_settled_by_cancelling_or_by_keeping_with_a_reason_r35(house: House) -> None:
    booked(house, at("09:00"))
    booked(house, at("10:00"))
    gone, kept = change(house)[1]
    for conflict in (gone, kept):
        house.do(conflicts.tell_absent_doctor, conflict.id)
    house.do(conflicts.settle_by_cancelling, gone.id, "医生进修", SHANGHAI, by=SUPERVISOR)
    with pytest.raises(Invalid):
        house.do(conflicts.settle_by_keeping, kept.id, " ", by=SUPERVISOR)
    house.do(conflicts.settle_by_keeping, kept.id, "上午会来", by=SUPERVISOR)
    assert [row.state for row in house.rows(Appointment, order=Appointment.starts_at)] == ["cancelled", "booked"]
    assert house.look(conflicts.open_conflicts) == []


def test_what_happens_to_the_appointment_anyway_settles_the_conflict(house: House) -> None:
    row = booked(house, at("09:00"))
    change(house)
    house.do(cancel_appointment, row.id, "出差", SHANGHAI)
    assert [conflict.outcome for conflict in house.rows(RosterConflict)] == ["cancelled"]


def test_an_exception_that_is_withdrawn_takes_its_conflicts_back_and_stays_on_record_r11(house: House) -> None:
    booked(house, at("09:00"))
    exception, _ = change(house)
    house.do(withdraw_exception, exception.id, "不去了", SHANGHAI, by=SUPERVISOR)
    assert house.look(conflicts.open_conflicts) == []
    [stored] = house.look(list_exceptions, TUESDAY, None)
    assert (stored.withdrawn_by, stored.reason) == ("staff:2003", "进修")
    with pytest.raises(Refusal, match="exception_withdrawn"):
        house.do(withdraw_exception, exception.id, "x", SHANGHAI, by=SUPERVISOR)
    extra, _ = change(house, "extra", starts="22:00", ends="23:00")
    row = booked(house, at("22:00"))
    _, opened = house.do(withdraw_exception, extra.id, "x", SHANGHAI, by=SUPERVISOR)
    assert [conflict.appointment for conflict in opened] == [row.id]


def test_a_booking_and_a_day_off_at_once_never_pass_each_other_unseen_r35(house: House) -> None:
    def one(number: int) -> str:
        if number == 3:
            change(house)
            return "off"
        return booked(house, at(f"{9 + number}:00")).id

    won = {result for result in at_once(8, one) if isinstance(result, str)} - {"off"}
    assert {conflict.appointment for conflict in house.rows(RosterConflict)} == won


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"last": date(2026, 11, 20)}, "last"), ({"last": date(2028, 1, 1)}, "last"), ({"starts": "09:00"}, "to"),
     ({"ends": "09:00"}, "from"), ({"starts": "9 Uhr", "ends": "10:00"}, "from"), ({"kind": "extra"}, "from"),
     ({"kind": "party"}, "kind"), ({"doctor": "9999"}, "doctor"), ({"reason": " "}, "reason"),
     ({"starts": "09:00", "ends": "09:00"}, "to"),
     ({"first": date(2026, 11, 1), "last": date(2026, 11, 2)}, "last")],
)  # fmt: skip
def test_an_exception_that_makes_no_sense_is_named_by_its_field(
    house: House, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as raised:
        change(house, **wrong)
    assert [problem.field for problem in raised.value.problems] == [field]
    assert house.rows(RosterException) == []


def test_who_changed_the_roster_stands_in_the_trail_without_the_reason_r10(house: House) -> None:
    change(house)
    [entry] = house.look(list_audit)
    assert (entry["action"], entry["subject"], entry["actor"]) == (
        "roster.exception_set", "doctor:1025", "staff:2003",
    )  # fmt: skip
    assert "进修" not in repr(entry)


def test_a_doctor_who_leaves_the_clinic_file_leaves_a_work_list_r40(house: House, clinic_text: str) -> None:
    row = booked(house, at("09:00"), OTHER_DENTIST)
    chair = f'doctor = "{OTHER_DENTIST}"\n'
    start = clinic_text.index(f'[[doctor]]\nnumber = "{OTHER_DENTIST}"')
    end = clinic_text.index("[[doctor]]", start + 1)
    house.do(apply_clinic, (clinic_text[:start] + clinic_text[end:]).replace(chair, ""))
    assert [found.id for _, found in house.look(conflicts.open_conflicts)] == [row.id]
    house.do(apply_clinic, clinic_text)
    assert house.look(conflicts.open_conflicts) == []


def test_who_comes_although_the_doctor_is_off_is_covered_and_a_card_says_so_r35(house: House) -> None:
    row = booked(house, at("09:00"))
    [conflict] = change(house)[1]
    house.clock.set(at("08:55"))
    for code in [room.code for room, state in house.look(_rooms) if state.doctor == DENTIST]:
        house.do(_close_room, code)
    answer, _ = house.register(None, name=None, appointment_code=row.code)
    ticket = house.ticket(answer["id"])
    assert (ticket.doctor, ticket.bound) == (DENTIST, "cover")
    [card] = house.rows(Arrangement)
    assert (card.case, card.doctor, card.ticket) == ("absent", DENTIST, ticket.id)
    assert house.rows(RosterConflict)[0].arrived_at is not None
    house.do(conflicts.tell_absent_doctor, conflict.id)
    with pytest.raises(Refusal, match="patient_is_here"):
        house.do(conflicts.settle_by_cancelling, conflict.id, "x", SHANGHAI, by=SUPERVISOR)
    house.do(conflicts.settle_by_keeping, conflict.id, "主管接诊", by=SUPERVISOR)


def _rooms(work: Any) -> Any:
    from server.queueing.service import rooms_now  # noqa: PLC0415

    return rooms_now(work, "dental")


def _close_room(work: Any, code: str) -> None:
    from server.queueing.service import set_room_state  # noqa: PLC0415

    set_room_state(work, code, "closed", None)


def test_whoever_was_left_without_a_doctor_and_did_not_come_has_missed_nothing_r35(house: House) -> None:
    row = booked(house, at("09:00"))
    change(house)
    house.do(close_past_appointments, TUESDAY + timedelta(days=1), 4, SHANGHAI)
    assert appointment(house, row.id).state == "cancelled"
    assert house.rows(RosterConflict)[0].outcome == "lapsed"
