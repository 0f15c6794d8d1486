"""Whom to ring when a doctor is back (R36), and the appointment for a phone's calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from server.appointments.models import CallBack
from server.appointments.service.calendar import calendar_file
from server.appointments.service.callbacks import add_callback, end_callback, list_callbacks
from server.appointments.service.changing import NewTime, cancel_appointment, reschedule
from server.appointments.service.exceptions import NewException, add_exception
from server.core.errors import Invalid, Refusal
from server.registration.fields import PatientFields
from tests.support.booking import DENTIST, NAME, PHONE, appointment, at, booked
from tests.support.house import SHANGHAI, SUPERVISOR, House

MONDAY = at("09:00", day=0).date()


def keep(house: House, request_id: str = "request-1") -> CallBack:
    """A guide keeps somebody's name and phone for a dentist."""
    row: CallBack = house.do(
        add_callback, request_id, DENTIST, ref=None, fields=PatientFields(name=NAME, phone=PHONE), item="种牙咨询",
        timezone=SHANGHAI,
    )[0]  # fmt: skip
    return row


def away(house: House, days: int) -> None:
    """The dentist is away from Monday on."""
    off = NewException(DENTIST, "off", MONDAY, MONDAY + timedelta(days=days - 1), None, None, "学术会议")
    house.do(add_exception, off, SHANGHAI, by=SUPERVISOR)


def listed(house: House, state: str = "open") -> list[tuple[bool, Any]]:
    """The list in short."""
    found = house.look(list_callbacks, state, None, SHANGHAI)
    return [(one.due, one.back_on.isoformat() if one.back_on else None) for one in found]


def test_somebody_is_rung_on_the_day_on_which_the_doctor_is_back_by_the_roster_r36(house: House) -> None:
    away(house, 2)
    keep(house)
    assert listed(house) == [(False, "2026-11-25")]
    house.clock.set(at("08:00", day=2))
    assert listed(house) == [(True, "2026-11-25")]
    away(house, 5)
    assert listed(house) == [(False, "2026-11-28")]


def test_the_same_request_keeps_one_call_back_and_bad_fields_none(house: House) -> None:
    assert keep(house).id == keep(house).id
    assert len(house.rows(CallBack)) == 1
    with pytest.raises(Invalid) as raised:
        house.do(
            add_callback, "request-2", DENTIST, ref=None, fields=PatientFields(name=NAME), item=None, timezone=SHANGHAI
        )
    assert [problem.field for problem in raised.value.problems] == ["patient.phone"]


def test_nobody_reached_leaves_it_open_and_an_answer_ends_it_once_r36(house: House) -> None:
    row = keep(house)
    assert house.do(end_callback, row.id, "not_reached", None, None).state == "open"
    done = house.do(end_callback, row.id, "booked", booked(house, at("09:00")).id, None)
    assert (done.state, done.tries, done.done_by) == ("done", 2, "staff:2001")
    assert house.do(end_callback, row.id, "booked", None, None).tries == 2
    with pytest.raises(Refusal, match="callback_done"):
        house.do(end_callback, row.id, "not_wanted", None, None)
    for outcome, other in (("sung", None), ("booked", "nowhere")):
        with pytest.raises((Invalid, Refusal)):
            house.do(end_callback, keep(house, "request-3").id, outcome, other, None)
    assert listed(house, "done") == [(False, "2026-11-23")]


@pytest.mark.parametrize(
    ("language", "said"), [("zh-CN", "仁和医院 口腔科"), ("en", "Renhe Hospital: Dental"), ("fr", "仁和医院 口腔科")]
)
def test_the_calendar_says_where_and_when_and_nobody_s_name_or_complaint(
    house: House, language: str, said: str
) -> None:
    row = booked(house, at("09:00"), units=3, item="左下六疼痛")
    content = house.look(calendar_file, row, SHANGHAI, language)
    calendar = Calendar.from_ical(content)
    [event] = calendar.walk("VEVENT")
    assert str(event["summary"]).startswith(said)
    assert event["dtstart"].dt == row.starts_at
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=45)
    assert row.code in event["description"]
    [alarm] = calendar.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-1)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    for private in (NAME, PHONE, "疼痛"):
        assert private not in content.decode()


def test_a_cancelled_appointment_is_cancelled_in_the_calendar_too(house: House) -> None:
    row = booked(house, at("09:00"))
    house.do(cancel_appointment, row.id, "出差", SHANGHAI)
    calendar = Calendar.from_ical(house.look(calendar_file, appointment(house, row.id), SHANGHAI, "en"))
    assert (str(calendar["method"]), str(calendar.walk("VEVENT")[0]["status"])) == ("CANCEL", "CANCELLED")
    assert not calendar.walk("VALARM")


def test_a_moved_appointment_moves_the_entry_that_the_calendar_has_r73(house: House) -> None:
    row = booked(house, at("09:00", day=2))
    before = _event(house, row)
    _, new = house.do(reschedule, row.id, NewTime(at("10:00", day=2), "later"), SHANGHAI)
    after = _event(house, new)
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstart"].dt == at("10:00", day=2)
    assert _event(house, appointment(house, row.id)) == after
    house.do(cancel_appointment, new.id, "出差", SHANGHAI)
    gone = _event(house, appointment(house, new.id))
    assert (gone["uid"], gone["sequence"], str(gone["status"])) == (before["uid"], 2, "CANCELLED")


def test_a_booking_for_today_rings_no_alarm_of_yesterday(house: House) -> None:
    row = booked(house, at("11:00", day=0))
    assert not Calendar.from_ical(house.look(calendar_file, row, SHANGHAI, "en")).walk("VALARM")


def _event(house: House, row: Any) -> Any:
    return Calendar.from_ical(house.look(calendar_file, row, SHANGHAI, "en")).walk("VEVENT")[0]
