"""Booking: one wins, all or nothing, two or three other times for whoever was later (R65–R69, R72–R75)."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from server.accounts.service import list_audit
from server.appointments.models import Appointment, AppointmentEvent, BookedUnit, DoctorNotice
from server.appointments.service import answers, times
from server.appointments.service.booking import book
from server.appointments.service.changing import NewTime, cancel_appointment, next_times, reschedule
from server.appointments.service.closing import close_past_appointments
from server.appointments.service.keeping import find_by_code, find_by_token, history_of
from server.appointments.service.lists import appointments_on, count_bookings, find_own
from server.appointments.service.next_visits import plan_next_visit
from server.appointments.service.persons import Person
from server.clinic.models import Doctor
from server.core.errors import Invalid, Refusal, WrongState
from server.registration.fields import PatientFields
from server.registration.service import check_patient, register_patient
from tests.support.booking import (
    DENTIST,
    NAME,
    OTHER_DENTIST,
    PHONE,
    WEB,
    appointment,
    at,
    booked,
    booking,
    offers,
    person,
    units,
)
from tests.support.house import GUIDE, KIOSK, SHANGHAI, SUPERVISOR, House, at_once

BASE = "http://houzhen.test"


def on_file(house: House, name: str = NAME, phone: str = PHONE) -> Person:
    """Somebody with a file."""
    fields = PatientFields(name=name, sex="female", age="34", phone=phone)
    with house.database.write(KIOSK) as work:
        return Person(register_patient(work, check_patient(fields, work.now.date())).id)


def refused(house: House, starts_at: object, code: str, **more: object) -> Refusal:
    """A booking that must not succeed."""
    with pytest.raises(Refusal) as raised:
        booked(house, starts_at, **more)  # type: ignore[arg-type]
    assert raised.value.code == code
    return raised.value


def test_a_booking_holds_its_units_and_has_a_code_that_nobody_guesses_r65_r68(house: House) -> None:
    row = booked(house, at("09:00"), units=3, item="洗牙")
    assert (row.state, row.channel, row.day.isoformat(), row.units) == ("booked", "phone", "2026-11-24", 3)
    assert set(units(house)) == {"24 09:00", "24 09:15", "24 09:30"}
    assert len(row.code) == 8
    assert house.look(find_by_code, row.code.lower()).id == row.id


def test_of_twenty_who_book_one_time_at_once_exactly_one_has_it_and_the_others_are_offered_others_r72(
    house: House,
) -> None:
    def one(number: int) -> str:
        who = person(phone=f"138000000{number:02}")
        return booked(house, at("09:00"), who=who, units=2).id

    results = at_once(20, one)
    won = [result for result in results if isinstance(result, str)]
    lost = [result for result in results if not isinstance(result, str)]
    assert len(won) == 1
    assert {getattr(result, "code", repr(result)) for result in lost} == {"slot_taken"}
    for result in lost:
        others = [offer["starts_at"] for offer in result.offered["offers"]]
        assert 2 <= len(others) <= 3
        assert "2026-11-24T01:00:00.000Z" not in others
    assert set(units(house).values()) == set(won)
    assert len(house.rows(Appointment)) == 1


def test_overlapping_times_of_one_doctor_never_both_stand_r72(house: House) -> None:
    def one(number: int) -> str:
        return booked(house, at("09:00") + timedelta(minutes=15 * (number % 6)), units=1 + number % 4).id

    won = [result for result in at_once(24, one) if isinstance(result, str)]
    rows = house.rows(Appointment)
    assert {row.id for row in rows} == set(won)
    assert len(units(house)) == sum(row.units for row in rows)


def test_the_database_itself_holds_a_unit_once_whoever_asks_r72(house: House) -> None:
    booked(house, at("09:00"))

    def sneak(work: object) -> None:
        work.session.add(BookedUnit(doctor=DENTIST, starts_at=at("09:00"), appointment="another"))  # type: ignore[attr-defined]

    with pytest.raises(IntegrityError):
        house.do(sneak)
    booked(house, at("09:00"), OTHER_DENTIST)


def test_where_only_the_database_sees_the_race_the_loser_is_told_the_same_r72(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = booked(house, at("09:00"))
    monkeypatch.setattr(times, "_any_taken", lambda *_: False)
    assert refused(house, at("08:45"), "slot_taken", units=3).offered["offers"]
    assert set(units(house).values()) == {first.id}
    assert len(house.rows(Appointment)) == 1


@pytest.mark.parametrize("time", ["07:15", "21:15", "23:00"])
def test_where_the_doctor_is_not_there_other_times_are_offered_r66(house: House, time: str) -> None:
    refusal = refused(house, at(time), "slot_not_open", units=2)
    assert len(refusal.offered["offers"]) == 3


def test_what_is_past_or_too_far_ahead_is_not_open(house: House) -> None:
    refused(house, at("08:15", day=0), "slot_not_open")
    refused(house, at("09:00", day=29), "slot_not_open", by=KIOSK, channel="kiosk")
    booked(house, at("09:00", day=29))
    refused(house, at("09:00", day=367), "slot_not_open")


def test_bad_values_are_named_by_their_field(house: House) -> None:
    for wrong, field in (
        (booking(at("09:00"), department="nowhere"), "department"), (booking(at("09:00"), doctor="1001"), "doctor"),
        (booking(at("09:05")), "starts_at"), (booking(at("09:00"), units=17), "units"),
        (booking(at("09:00"), units=0), "units"), (booking(at("09:00"), visit_class="royal"), "visit_class"),
        (booking(at("09:00"), item="x" * 81), "item"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as raised:
            house.do(book, person(), wrong, SHANGHAI)
        assert [problem.field for problem in raised.value.problems] == [field]
    assert house.rows(Appointment) == []


def test_offers_keep_away_from_what_is_booked_and_lie_against_it_r72_r74(house: House) -> None:
    assert offers(house, doctor=DENTIST, earliest=at("09:00").date()) == [
        "1025 24 07:30", "1025 25 07:30", "1025 26 07:30",
    ]  # fmt: skip
    booked(house, at("07:30"), units=2)
    booked(house, at("08:15"))
    assert offers(house, doctor=DENTIST, earliest=at("09:00").date())[0] == "1025 24 08:00"
    assert offers(house, doctor=DENTIST, earliest=at("09:00").date(), part="afternoon")[0] == "1025 24 21:15"
    booked(house, at("08:00"))
    assert offers(house, earliest=at("09:00").date())[0] == "1026 24 07:30"


def test_beyond_the_horizon_staff_find_times_and_patients_do_not(house: House) -> None:
    last, beyond = at("09:00", day=28).date(), at("09:00", day=29).date()
    assert offers(house, by=KIOSK, doctor=DENTIST, earliest=last) == [
        "1025 21 07:30", "1025 21 07:45", "1025 21 21:15",
    ]  # fmt: skip
    assert offers(house, by=KIOSK, earliest=beyond) == []
    assert len(offers(house, earliest=beyond)) == 3


def test_the_doctor_s_units_are_taken_up_by_the_next_booking_once_r69(house: House) -> None:
    who = on_file(house)
    house.do(
        plan_next_visit, patient=who.patient, ticket="t", department="dental", doctor=DENTIST, units=4, item="根管",
        earliest=None,
    )  # fmt: skip
    first = booked(house, at("09:00"), who=who, channel="kiosk", by=KIOSK, units=1)
    assert (first.units, first.item) == (4, "根管")
    assert booked(house, at("14:00"), who=who).units == 1


def test_without_a_word_of_the_doctor_a_visit_takes_one_unit_and_patients_cannot_choose_r18_r69(house: House) -> None:
    assert booked(house, at("09:00"), visit_class="check_up").units == 1
    assert booked(house, at("10:00"), by=WEB, channel="web", units=16).units == 1
    assert booked(house, at("11:00"), units=3).units == 3


def test_another_time_frees_the_old_one_and_keeps_reason_code_and_link_r73(house: House) -> None:
    row = booked(house, at("09:00"), units=2)
    old, new = house.do(reschedule, row.id, NewTime(at("09:15"), "孩子发烧"), SHANGHAI)
    assert (old.state, new.state, new.units) == ("moved", "booked", 2)
    assert set(units(house)) == {"24 09:15", "24 09:30"}
    assert house.look(find_by_code, row.code).id == new.id
    events = house.look(history_of, appointment(house, new.id))
    assert [event.kind for event in events] == ["booked", "moved", "moved_here"]
    assert events[-1].reason == "孩子发烧"
    [notice] = house.rows(DoctorNotice)
    assert (notice.doctor, notice.kind, notice.appointment) == (DENTIST, "moved", new.id)


def test_where_the_new_time_is_taken_the_old_one_stays_r73(house: House) -> None:
    row = booked(house, at("09:00"))
    booked(house, at("10:00"), OTHER_DENTIST)
    with pytest.raises(Refusal, match="slot_taken") as raised:
        house.do(reschedule, row.id, NewTime(at("10:00"), "later", OTHER_DENTIST), SHANGHAI)
    assert raised.value.offered["offers"]
    assert appointment(house, row.id).state == "booked"
    assert set(units(house)) == {"24 09:00"}


def test_two_who_swap_their_doctors_at_once_do_not_block_each_other(house: House) -> None:
    one, other = booked(house, at("09:00")), booked(house, at("09:00"), OTHER_DENTIST)
    moves = [(one.id, NewTime(at("10:00"), "x", OTHER_DENTIST)), (other.id, NewTime(at("10:00"), "x", DENTIST))]
    results = at_once(2, lambda number: house.do(reschedule, *moves[number], SHANGHAI))
    assert [type(result) for result in results] == [tuple, tuple]


def test_a_change_needs_a_reason_and_an_appointment_that_stands_r73(house: House) -> None:
    row = booked(house, at("09:00"))
    with pytest.raises(Invalid):
        house.do(cancel_appointment, row.id, "  ", SHANGHAI)
    house.do(cancel_appointment, row.id, "出差", SHANGHAI)
    for use_case in (
        lambda: house.do(cancel_appointment, row.id, "x", SHANGHAI),
        lambda: house.do(reschedule, row.id, NewTime(at("10:00"), "x"), SHANGHAI),
    ):
        with pytest.raises(WrongState):
            use_case()


def test_a_cancelled_time_is_free_and_the_next_ones_are_offered_r75(house: House) -> None:
    row = booked(house, at("07:30"))
    house.do(cancel_appointment, row.id, "出差", SHANGHAI)
    assert units(house) == {}
    with house.database.read(GUIDE) as work:
        found = next_times(work, work.session.get_one(Appointment, row.id), SHANGHAI)
    assert {offer["doctor"] for offer in found} == {DENTIST}
    assert 2 <= len(found) <= 3
    assert booked(house, at("07:30")).id != row.id


def test_two_who_cancel_at_once_cancel_once(house: House) -> None:
    row = booked(house, at("09:00"))
    results = at_once(8, lambda _: house.do(cancel_appointment, row.id, "出差", SHANGHAI))
    assert sum(1 for result in results if isinstance(result, Appointment)) == 1
    assert len(house.rows(AppointmentEvent, AppointmentEvent.kind == "cancelled")) == 1


def order(**more: object) -> answers.BookingOrder:
    """A booking as a desk sends it."""
    fields = {
        "request_id": str(uuid.uuid4()), "booking": booking(at("09:00")), "consent": True, "base_url": BASE,
        "patient": PatientFields(name=NAME, phone=PHONE),
    } | more  # fmt: skip
    return answers.BookingOrder(**fields)  # type: ignore[arg-type]


def test_the_same_request_is_answered_the_same_and_books_once(house: House) -> None:
    wanted = order()
    results = at_once(10, lambda _: house.do(answers.take_booking, wanted, SHANGHAI))
    assert sum(1 for _, new in results if new) == 1
    assert len({repr(answer) for answer, _ in results}) == 1
    assert len(house.rows(Appointment)) == 1
    assert house.look(find_by_token, results[0][0]["token"]).id == results[0][0]["id"]


def test_without_consent_nothing_is_stored_r106(house: House) -> None:
    with pytest.raises(Invalid) as raised:
        house.do(answers.take_booking, order(consent=False), SHANGHAI)
    assert [problem.field for problem in raised.value.problems] == ["consent"]
    assert house.rows(Appointment) == []


def test_a_new_patient_s_fields_open_a_file_and_name_with_phone_do_not(house: House) -> None:
    full = PatientFields(name="王小明", sex="male", age="40", phone="13900001111")
    with_file, _ = house.do(answers.take_booking, order(patient=full), SHANGHAI)
    without, _ = house.do(answers.take_booking, order(booking=booking(at("10:00"))), SHANGHAI)
    assert (with_file["on_file"], without["on_file"]) == (True, False)
    assert (with_file["name_masked"], without["phone_masked"]) == ("王*明", "138****5678")
    with pytest.raises(Invalid) as raised:
        house.do(answers.take_booking, order(patient=PatientFields(name="<b>")), SHANGHAI)
    assert [problem.field for problem in raised.value.problems] == ["patient.name", "patient.phone"]


def test_a_changed_time_is_changed_once_for_a_request(house: House) -> None:
    row = booked(house, at("09:00"))
    to = NewTime(at("10:00"), "later")
    first = house.do(answers.change_time, "request-1", row.id, to, SHANGHAI, BASE)
    assert house.do(answers.change_time, "request-1", row.id, to, SHANGHAI, BASE) == first
    assert len(house.rows(Appointment)) == 2


def _missed(house: House, count: int, who: Person | None = None) -> None:
    for number in range(count):
        booked(house, at(f"{9 + number}:00", day=0), who=who)
    house.advance(hours=24)
    assert _close(house) == count


def _close(house: House) -> int:
    closed: int = house.do(close_past_appointments, house.clock.now().astimezone(SHANGHAI).date(), 4, SHANGHAI)
    return closed


def test_who_does_not_come_is_noted_at_the_turn_of_the_day(house: House) -> None:
    booked(house, at("09:00", day=0))
    later = booked(house, at("09:00", day=1))
    house.advance(hours=12)
    assert _close(house) == 0
    house.advance(hours=12)
    assert _close(house) == 1
    assert appointment(house, later.id).state == "booked"
    assert [row.state for row in house.look(appointments_on, at("09:00", day=0).date())] == ["no_show"]


def test_more_than_three_missed_close_booking_and_a_supervisor_makes_an_exception_with_a_reason(house: House) -> None:
    _missed(house, 3)
    booked(house, at("09:00", day=2))
    _missed_again = booked(house, at("12:00", day=1))
    house.advance(hours=24)
    _close(house)
    assert appointment(house, _missed_again.id).state == "no_show"
    refusal = refused(house, at("10:00", day=3), "booking_barred")
    assert refusal.args_for_text == {"date": "2027-02-24"}
    refused(house, at("10:00", day=3), "booking_barred", by=WEB, channel="web", override_reason="please")
    refused(house, at("10:00", day=3), "booking_barred", who=on_file(house))  # the same name and phone
    booked(house, at("10:00", day=3), who=person("周小溪"))  # a child under the same phone
    refused(house, at("10:00", day=3), "booking_barred", override_reason="一名导诊员觉得可以")
    row = booked(house, at("11:00", day=3), by=SUPERVISOR, override_reason="迷路了，已说明")
    [event] = house.look(history_of, row)
    assert (event.reason, event.detail["overridden"]) == ("迷路了，已说明", True)


def test_one_phone_does_not_hold_the_whole_book_online(house: House) -> None:
    for number in range(5):
        booked(house, at(f"{9 + number}:00"), by=WEB, channel="web", who=person(f"周梦{'一二三四五'[number]}"))
    refused(house, at("15:00"), "too_many_booked", by=WEB, channel="web")
    booked(house, at("15:00"))


def test_what_was_booked_is_counted_by_day_and_channel_and_a_changed_time_once_r67(house: House) -> None:
    booked(house, at("09:00"))
    web = booked(house, at("10:00"), by=WEB, channel="web")
    house.do(reschedule, web.id, NewTime(at("11:00"), "later"), SHANGHAI)
    house.advance(hours=24)
    booked(house, at("12:00"), channel="desk")
    monday, tuesday = at("09:00", day=0).date(), at("09:00", day=1).date()
    assert house.look(count_bookings, monday, tuesday) == [
        {"date": "2026-11-23", "desk": 0, "phone": 1, "kiosk": 0, "web": 1, "total": 2},
        {"date": "2026-11-24", "desk": 1, "phone": 0, "kiosk": 0, "web": 0, "total": 1},
    ]


def test_the_day_s_list_is_in_order_of_time_r77(house: House) -> None:
    later, first = booked(house, at("14:00")), booked(house, at("09:00"), OTHER_DENTIST)
    gone = booked(house, at("10:00"))
    house.do(reschedule, gone.id, NewTime(at("10:00", day=2), "x"), SHANGHAI)
    day = at("09:00").date()
    assert [row.id for row in house.look(appointments_on, day)] == [first.id, later.id]
    assert [row.id for row in house.look(appointments_on, day, doctor=DENTIST)] == [later.id]
    assert [row.id for row in house.look(appointments_on, day, state="moved")] == [gone.id]


def test_a_kiosk_finds_by_phone_only_today_and_nothing_of_a_private_department_r5_r107(house: House) -> None:
    today = booked(house, at("12:00", day=0))
    booked(house, at("12:00", day=1))
    booked(house, at("11:00", day=0), "1040", department="andrology")
    with house.database.read(KIOSK) as work:
        assert [row.id for row in find_own(work, None, PHONE, SHANGHAI)] == [today.id]
        assert find_own(work, None, "13900000000", SHANGHAI) == []
        assert [row.id for row in find_own(work, today.code, None, SHANGHAI)] == [today.id]
        for code, phone in ((None, None), ("", " "), (today.code, PHONE)):
            with pytest.raises(Invalid):
                find_own(work, code, phone, SHANGHAI)
    assert len(house.do(find_own, None, PHONE, SHANGHAI)) == 3
    assert house.look(list_audit)[0]["action"] == "appointments.searched"


def test_history_and_trail_say_who_did_what_r10_r11(house: House) -> None:
    row = booked(house, at("09:00"))
    house.do(cancel_appointment, row.id, "出差", SHANGHAI)
    written = [(entry["action"], entry["actor"]) for entry in house.look(list_audit)]
    assert written == [("appointment.cancelled", "staff:2001"), ("appointment.booked", "staff:2001")]


def test_whose_doctor_left_the_house_is_offered_others_and_nobody_books_that_doctor_r40_r75(house: House) -> None:
    row = booked(house, at("09:00"))
    with house.database.write() as work:
        work.session.get_one(Doctor, DENTIST).active = False
    with pytest.raises(Invalid):
        booked(house, at("10:00"))
    house.do(cancel_appointment, row.id, "换医生", SHANGHAI)
    found = house.look(next_times, appointment(house, row.id), SHANGHAI)
    assert found
    assert DENTIST not in {offer["doctor"] for offer in found}


def test_an_exception_that_was_not_needed_is_not_noted(house: House) -> None:
    [event] = house.look(history_of, booked(house, at("09:00"), override_reason="安排好了"))
    assert (event.reason, event.detail["overridden"]) == (None, False)
