"""Patients for themselves: what is free, booking by name and phone, and everything by the appointment's link (R67).

A link holds 144 bits. One network address may ask only so often; a house can close booking online altogether.
"""

from __future__ import annotations

from typing import Any

from flask import Response
from pydantic import Field

from server.appointments.api.parts import (
    Body,
    Day,
    DepartmentCode,
    DoctorNumber,
    OwnWish,
    Part,
    RequestId,
    Start,
    Words,
    base_url,
    blueprint,
    calendar_answer,
    limit_address,
    private,
    timezone,
    today,
)
from server.appointments.documents import public_document
from server.appointments.models import Appointment
from server.appointments.rules.offers import horizon
from server.appointments.service.answers import change_own_time, take_own_booking
from server.appointments.service.booking import Booking, refuse_walk_in_only
from server.appointments.service.calendar import calendar_file
from server.appointments.service.changing import NewTime, cancel_appointment, next_times, other_times
from server.appointments.service.keeping import find_by_token
from server.appointments.service.roster import doctors_of, names_of
from server.appointments.service.times import TimeWish, offer_times
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.database import Actor, Work
from server.core.errors import Forbidden, NotFound
from server.web.context import database
from server.web.requests import body, language

#: Who books online; and who acts by an appointment's link.
WEB, HOLDER = Actor("patient", "web"), Actor("patient", "link")


class OpenWish(Body):
    """What somebody looks for."""

    department: DepartmentCode
    doctor: DoctorNumber | None = None
    earliest: Day | None = None
    part: Part | None = None


class OwnBooking(Body):
    """A booking by the patient."""

    request_id: RequestId
    department: DepartmentCode
    doctor: DoctorNumber
    starts_at: Start
    name: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=64)
    item: Words | None = None
    consent: bool = False
    language: str | None = Field(default=None, max_length=16)


class OwnChange(Body):
    """Another time, and why."""

    request_id: RequestId
    starts_at: Start
    doctor: DoctorNumber | None = None
    reason: Words = ""


class OwnReason(Body):
    """Why somebody does not come."""

    reason: Words = ""


@blueprint.get("/public/booking")
def booking() -> Response:
    """Whether this house can be booked online, until when, and which departments and doctors."""
    _limit_reading()
    with database().read(WEB) as work:
        settings = clinic_settings(work)
        last = horizon(today(), settings.appointments.horizon_days)
        return private({
            "open": settings.appointments.book_online,
            "clinic": settings.names,
            "logo": settings.logo,
            "desk": settings.desk,
            "timezone": timezone().key,
            "today": today().isoformat(),
            "last_day": last.isoformat(),
            "departments": _departments(work) if settings.appointments.book_online else [],
        })  # fmt: skip


@blueprint.post("/public/appointments/offers")
def offer_own() -> Response:
    """Two or three concrete times. 403 `booking_closed`."""
    given = body(OpenWish)
    _limit_reading()
    with database().read(WEB) as work:
        _require_open(work)
        refuse_walk_in_only(work, given.department)
        wish = TimeWish(given.department, given.doctor, 1, given.earliest, given.part)
        return private({"offers": offer_times(work, wish, timezone())})


@blueprint.post("/public/appointments")
def book_own() -> tuple[Response, int]:
    """Book by name and phone: 201, or 200 with the same body for a repeated request. 409 `slot_taken`."""
    given = body(OwnBooking)
    limit_address("own-booking", burst=20, seconds_each=60)
    wanted = Booking(
        department=given.department, doctor=given.doctor, starts_at=given.starts_at, channel="web",
        language=given.language or language(), item=given.item,
    )  # fmt: skip
    with database().write(WEB) as work:
        _require_open(work)
        answer, new = take_own_booking(
            work, given.request_id, given.name, given.phone, wanted, timezone(), base_url(), consent=given.consent
        )
    return private(answer), 201 if new else 200


@blueprint.get("/public/appointments/<token>")
def see_own(token: str) -> Response:
    """When, where, with whom: no name, no phone, no complaint."""
    _limit_reading()
    with database().read(HOLDER) as work:
        return private(public_document(work, _own(work, token), timezone(), base_url()))


@blueprint.post("/public/appointments/<token>/offers")
def offer_other_own(token: str) -> Response:
    """Other times for one's own appointment."""
    given = body(OwnWish)
    _limit_reading()
    with database().read(HOLDER) as work:
        _require_open(work)
        offers = other_times(
            work, _own(work, token), timezone(), doctor=given.doctor, earliest=given.earliest, part=given.part
        )
        return private({"offers": offers})


@blueprint.post("/public/appointments/<token>/reschedule")
def change_own(token: str) -> Response:
    """Another time, with a reason (R73). 409 `slot_taken`."""
    given = body(OwnChange)
    limit_address("own-booking", burst=20, seconds_each=60)
    to = NewTime(given.starts_at, given.reason, given.doctor)
    with database().write(HOLDER) as work:
        _require_open(work)
        _own(work, token)
        return private(change_own_time(work, given.request_id, token, to, timezone(), base_url()))


@blueprint.post("/public/appointments/<token>/cancel")
def cancel_own(token: str) -> Response:
    """I am not coming, with a reason; the answer offers other times (R75)."""
    given = body(OwnReason)
    limit_address("own-booking", burst=20, seconds_each=60)
    with database().write(HOLDER) as work:
        row = cancel_appointment(work, _own(work, token).id, given.reason, timezone())
        offers = next_times(work, row, timezone())
        return private(public_document(work, row, timezone(), base_url()) | {"offers": offers})


@blueprint.get("/public/appointments/<token>/calendar.ics")
def own_calendar(token: str) -> Response:
    """The appointment for a phone's calendar."""
    _limit_reading()
    with database().read(HOLDER) as work:
        row = _own(work, token)
        return calendar_answer(calendar_file(work, row, timezone(), row.language))


def _departments(work: Work) -> list[dict[str, Any]]:
    closed = clinic_settings(work).appointments.walk_in_only
    rows = work.session.query(Department).filter(Department.active.is_(True)).order_by(Department.position)
    return [
        {
            "code": row.code, "names": row.names, "short": row.short, "scope": row.scope, "place": row.place,
            "doctors": [
                {
                    "number": doctor.number, "names": names_of(doctor), "title": doctor.title, "sex": doctor.sex,
                    "specialities": doctor.specialities,
                }
                for doctor in doctors_of(work, row.code)
            ],
        }
        for row in rows
        if row.code not in closed
    ]  # fmt: skip


def _own(work: Work, token: str) -> Appointment:
    if len(token) > 64:
        raise NotFound("appointment")
    return find_by_token(work, token)


def _require_open(work: Work) -> None:
    if not clinic_settings(work).appointments.book_online:
        raise Forbidden("booking_closed")


def _limit_reading() -> None:
    limit_address("own-reading", burst=120, seconds_each=1)
