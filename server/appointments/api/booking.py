"""Offering, booking, finding, changing: for the desk and the kiosk (R65, R66, R73–R75)."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response
from pydantic import Field

from server.accounts.service import record_audit, record_opening
from server.appointments.api.parts import (
    BOOKERS,
    VIEWERS,
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
    limiter,
    now,
    private,
    timezone,
)
from server.appointments.documents import appointment_document, event_document, link_fields
from server.appointments.models import Appointment
from server.appointments.service.answers import BookingOrder, change_time, take_booking
from server.appointments.service.booking import OWN_CHANNELS, Booking, refuse_walk_in_only
from server.appointments.service.calendar import calendar_file
from server.appointments.service.changing import NewTime, cancel_appointment, next_times, other_times
from server.appointments.service.keeping import find_appointment, history_of
from server.appointments.service.lists import find_own
from server.appointments.service.next_visits import open_plan
from server.appointments.service.paper import queue_appointment
from server.appointments.service.persons import contact_of
from server.appointments.service.signing_in import arrival_now, check_in_problem
from server.appointments.service.times import TimeWish, offer_times
from server.core.database import Work
from server.core.errors import Refusal
from server.registration.fields import PatientFields
from server.registration.service import read_ref, ref_for
from server.web.context import database
from server.web.requests import actor, body, language, needs


class WishBody(Body):
    """What somebody asks for; `ref` is a patient who was found, whose doctor may have said how long it takes."""

    department: DepartmentCode
    doctor: DoctorNumber | None = None
    earliest: Day | None = None
    part: Part | None = None
    units: int | None = None
    ref: str | None = Field(default=None, max_length=400)


class PatientBody(PatientFields):
    """A new patient's fields, a name and phone only, or `ref` of one who was found."""

    ref: str | None = Field(default=None, max_length=400)


class NewAppointment(Body):
    """A booking. `channel` is how the patient asked; a kiosk's is always its own."""

    request_id: RequestId
    department: DepartmentCode
    doctor: DoctorNumber
    starts_at: Start
    patient: PatientBody
    units: int | None = None
    item: Words | None = None
    visit_class: str | None = Field(default=None, max_length=16)
    language: str | None = Field(default=None, max_length=16)
    channel: Literal["desk", "phone"] = "desk"
    consent: bool = False
    override_reason: Words | None = None


class Find(Body):
    """By what an appointment is looked up."""

    code: str | None = Field(default=None, max_length=64)
    phone: str | None = Field(default=None, max_length=64)


class StaffWish(OwnWish):
    """Other times, of another length too."""

    units: int | None = None


class Reschedule(Body):
    """Another time, and why (R73)."""

    request_id: RequestId
    starts_at: Start
    doctor: DoctorNumber | None = None
    units: int | None = None
    reason: Words = ""


class WithReason(Body):
    """A step whose reason is kept."""

    reason: Words = ""


@blueprint.post("/appointments/offers")
@needs("kiosk", *BOOKERS)
def offer() -> Response:
    """Two or three concrete times (R74). At a kiosk 409 `walk_in_only` where people only come as they are."""
    given = body(WishBody)
    who = actor()
    with database().read(who) as work:
        plan = open_plan(work, read_ref(work, given.ref), given.department) if given.ref else None
        if who.kind in OWN_CHANNELS:
            refuse_walk_in_only(work, given.department)
        units = given.units
        if units is None or who.kind in OWN_CHANNELS:
            units = plan.units if plan is not None else 1
        earliest = given.earliest or (plan.earliest if plan is not None else None)
        wish = TimeWish(given.department, given.doctor, units, earliest, given.part)
        planned = {"department": plan.department, "doctor": plan.doctor, "units": plan.units} if plan else None
        return private({"offers": offer_times(work, wish, timezone()), "units": units, "plan": planned})


@blueprint.post("/appointments")
@needs("kiosk", *BOOKERS)
def book() -> tuple[Response, int]:
    """Book a time: 201, or 200 with the same body where the request was answered before. 409 `slot_taken`."""
    given = body(NewAppointment)
    who = actor()
    patient = given.patient
    order = BookingOrder(
        request_id=given.request_id,
        booking=Booking(
            department=given.department, doctor=given.doctor, starts_at=given.starts_at,
            channel="kiosk" if who.kind == "kiosk" else given.channel, language=given.language or language(),
            units=given.units, item=given.item, visit_class=given.visit_class, override_reason=given.override_reason,
        ),
        consent=given.consent, base_url=base_url(), ref=patient.ref,
        patient=None if patient.ref else PatientFields(**patient.model_dump(exclude={"ref"})),
    )  # fmt: skip
    with database().write(who) as work:
        answer, new = take_booking(work, order, timezone())
    return private(answer), 201 if new else 200


@blueprint.post("/appointments/find")
@needs("kiosk", *VIEWERS)
def find() -> Response:
    """The appointments behind a code or a phone number, and whether one can sign in for them now."""
    given = body(Find)
    who = actor()
    limiter().check(who.stamp, now())
    with database().write(who) if who.kind == "staff" else database().read(who) as work:
        found = [_found(work, row) for row in find_own(work, given.code, given.phone, timezone())]
        if who.kind == "kiosk" and given.code:
            # Whoever has the code has what the link opens; by phone anybody could ask.
            found = [one | link_fields(find_appointment(work, one["id"]), base_url()) for one in found]
    if not found:
        limiter().missed(who.stamp, now())
    return private({"appointments": found})


def _found(work: Work, row: Appointment) -> dict[str, Any]:
    problem = check_in_problem(work, row, timezone())
    return appointment_document(work, row, timezone()) | {
        "check_in": {"possible": problem is None, "reason": problem, "arrival": arrival_now(work, row)},
        "patient_ref": ref_for(work, row.patient) if row.patient is not None else None,
    }


@blueprint.get("/appointments/<identifier>")
@needs(*VIEWERS)
def see(identifier: str) -> Response:
    """One appointment with what it is about and its history, without a name (R107). Where it says anything personal,
    the opening is audited by those fields; a look at a time and a doctor is none."""
    with database().write(actor()) as work:
        row = find_appointment(work, identifier)
        history = [event_document(work, event) for event in history_of(work, row)]
        reasons = any(event["reason"] for event in history)
        opened = [field for field, there in (("item", row.item), ("reason", reasons)) if there]
        if opened:
            record_opening(work, "appointment.opened", f"appointment:{identifier}", opened)
        return private(appointment_document(work, row, timezone()) | {"item": row.item, "history": history})


@blueprint.get("/appointments/<identifier>/person")
@needs(*VIEWERS)
def see_person(identifier: str) -> Response:
    """Name and phone behind an appointment; audited, and never together with what it is about (R107)."""
    with database().write(actor()) as work:
        row = find_appointment(work, identifier)
        name, phone = contact_of(work, row.patient, row.name, row.phone)
        record_audit(work, "patient.seen", f"appointment:{identifier}", fields=["name", "phone"])
        return private({"name": name, "phone": phone, "on_file": row.patient is not None, "patient": row.patient})


@blueprint.post("/appointments/<identifier>/offers")
@needs(*BOOKERS)
def offer_others(identifier: str) -> Response:
    """Other times for an appointment: of the same length, with the same doctor unless another is named."""
    given = body(StaffWish)
    with database().read(actor()) as work:
        row = find_appointment(work, identifier)
        offers = other_times(
            work, row, timezone(), doctor=given.doctor, earliest=given.earliest, part=given.part, units=given.units
        )
        return private({"offers": offers, "units": row.units if given.units is None else given.units, "plan": None})


@blueprint.post("/appointments/<identifier>/reschedule")
@needs(*BOOKERS)
def change(identifier: str) -> Response:
    """Another time, with a reason; the old one is free at once (R73). 409 `slot_taken`."""
    given = body(Reschedule)
    to = NewTime(given.starts_at, given.reason, given.doctor, given.units)
    with database().write(actor()) as work:
        return private(change_time(work, given.request_id, identifier, to, timezone(), base_url()))


@blueprint.post("/appointments/<identifier>/cancel")
@needs(*BOOKERS)
def cancel(identifier: str) -> Response:
    """Give the time up, with a reason; the answer offers the next ones (R75)."""
    given = body(WithReason)
    with database().write(actor()) as work:
        row = cancel_appointment(work, identifier, given.reason, timezone())
        offers = next_times(work, row, timezone())
        return private({"appointment": appointment_document(work, row, timezone()), "offers": offers})


@blueprint.post("/appointments/<identifier>/print")
@needs(*BOOKERS)
def print_slip(identifier: str) -> tuple[Response, int]:
    """The appointment on paper, at the printer of the asker's hall (R65). 409 `no_printer`, `appointment_over`."""
    with database().write(actor()) as work:
        job = queue_appointment(work, find_appointment(work, identifier), timezone(), base_url())
        if job is None:
            raise Refusal("no_printer")
    return private(job), 202


@blueprint.get("/appointments/<identifier>/calendar.ics")
@needs("kiosk", *VIEWERS)
def calendar(identifier: str) -> Response:
    """The appointment for a phone's calendar."""
    with database().read(actor()) as work:
        return calendar_answer(calendar_file(work, find_appointment(work, identifier), timezone(), language()))
