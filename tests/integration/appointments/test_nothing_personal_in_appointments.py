"""Nothing personal of appointments in any column that is not sealed, in any document, trail or log (R106, R107)."""

from __future__ import annotations

import logging

import pytest

from server.accounts.service import list_audit
from server.appointments.models import Appointment
from server.appointments.service import conflicts
from server.appointments.service.callbacks import add_callback, end_callback
from server.appointments.service.changing import NewTime, cancel_appointment, reschedule
from server.appointments.service.exceptions import NewException, add_exception
from server.appointments.service.next_visits import plan_next_visit
from server.appointments.service.reminding import record_reminder
from server.registration.fields import PatientFields
from tests.support.booking import DENTIST, at, booked, person
from tests.support.house import SHANGHAI, SUPERVISOR, House, everything_stored

NAME, PHONE = "慕容雪峰", "13912349876"
ITEM, NEXT, WHY, GONE, AWAY, KEPT, NOTE, RUNG, OVERRIDE = (
    "左下六隐隐作痛", "根管第二次", "女儿慕容小雨结婚", "去了别家医院", "陈医生家中有事", "王主任代看", "说周末再说",
    "他在外地出差", "上次迷路了",
)  # fmt: skip
PRIVATE = (NAME, "雪峰", PHONE, ITEM, NEXT, WHY, GONE, AWAY, KEPT, NOTE, RUNG, OVERRIDE)


def _a_whole_life(house: House) -> Appointment:
    who = person(NAME, PHONE)
    row = booked(house, at("09:00"), who=who, item=ITEM, by=SUPERVISOR, override_reason=OVERRIDE)
    house.do(
        plan_next_visit, patient="p", ticket="t", department="dental", doctor=DENTIST, units=2, item=NEXT, earliest=None
    )
    _, moved = house.do(reschedule, row.id, NewTime(at("10:00"), WHY), SHANGHAI)
    house.do(record_reminder, moved.id, "not_reached", NOTE, SHANGHAI)
    other = booked(house, at("15:00"), who=who)
    house.do(cancel_appointment, other.id, GONE, SHANGHAI)
    off = NewException(DENTIST, "off", at("09:00").date(), at("09:00").date(), None, None, AWAY)
    [conflict] = house.do(add_exception, off, SHANGHAI, by=SUPERVISOR)[1]
    house.do(conflicts.tell_absent_doctor, conflict.id)
    house.do(conflicts.settle_by_keeping, conflict.id, KEPT, by=SUPERVISOR)
    callback, _ = house.do(
        add_callback, "request-1", DENTIST, ref=None, fields=PatientFields(name=NAME, phone=PHONE), item=ITEM,
        timezone=SHANGHAI,
    )  # fmt: skip
    house.do(end_callback, callback.id, "not_reached", None, RUNG)
    house.clock.set(at("10:00"))
    house.register(None, name=NAME, phone=PHONE, appointment_code=moved.code)
    return moved  # type: ignore[no-any-return]


def test_no_column_document_trail_or_log_holds_a_name_a_number_or_a_reason_in_clear(
    house: House, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        _a_whole_life(house)
    stored = everything_stored(house.database)
    out, err = capfd.readouterr()
    documents = "".join(repr(house.shown(hall)) for hall in ("east", "dental"))
    trail = repr(house.look(list_audit))
    for private in PRIVATE:
        for place in (stored, stored.encode("unicode_escape").decode(), caplog.text, out, err, documents, trail):
            assert private not in place, private
            assert private.encode("unicode_escape").decode() not in stored


def test_what_is_sealed_opens_again(house: House) -> None:
    """The test above would pass where nothing was stored at all."""
    moved = _a_whole_life(house)
    [row] = house.rows(Appointment, Appointment.id == moved.id)
    assert (row.name, row.phone, row.item) == (NAME, "+86" + PHONE, ITEM)
