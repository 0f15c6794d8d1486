"""Taking a ticket, and following its paper (R1–R3, R53)."""

from __future__ import annotations

from typing import Annotated, Literal

from flask import Response, jsonify, request
from pydantic import Field

from server.accounts.rules import roles_that_may
from server.appointments.api.parts import limiter
from server.core.errors import NotFound, Refusal
from server.printing.service import find_job, told_kiosk
from server.queueing.service import find_ticket
from server.reception import service
from server.reception.api.parts import Body, Complaint, blueprint, timezone
from server.reception.service.paper import reprint
from server.registration.fields import PatientFields
from server.web.context import database, state
from server.web.requests import actor, body, language, needs


class PatientBody(PatientFields):
    """A new patient's fields, or `ref` of one who was found, with `changes`."""

    ref: str | None = Field(default=None, max_length=400)
    changes: PatientFields | None = None


class DoctorWish(Body):
    """A wish for any doctor of a sex or title (R38)."""

    sex: Literal["male", "female"] | None = None
    title: str | None = Field(default=None, max_length=20)


class NewTicket(Body):
    """A registration (contract: `POST /tickets`)."""

    request_id: str = Field(min_length=8, max_length=64)
    patient: PatientBody
    complaint: Complaint = Field(default_factory=Complaint)
    visit_class: Literal["first", "return", "consultation", "check_up", "orthodontics"] | None = None
    department: str | None = Field(default=None, max_length=32)
    doctor_preference: Annotated[str, Field(max_length=16)] | DoctorWish | None = None
    appointment_code: str | None = Field(default=None, max_length=32)
    language: str | None = Field(default=None, max_length=16)
    consent: bool = False


@blueprint.get("/clinic")
@needs("kiosk", "display", "staff")
def clinic() -> Response:
    """The house: halls, departments with their waits, rooms, doctors on duty."""
    with database().read(actor()) as work:
        return jsonify(service.clinic_document(work, timezone()))


@blueprint.post("/tickets")
@needs("kiosk", *roles_that_may("tickets.issue"))
def take_ticket() -> tuple[Response, int]:
    """Register and take a number: 201, or 200 with the same body where the request was answered before. The code of an
    appointment is guessed no more often here than where it is looked up (R5)."""
    given = body(NewTicket)
    who = actor()
    if given.appointment_code:
        limiter().check(who.stamp, state().clock.now())
    try:
        with database().write(who) as work:
            answer, new = service.take_ticket(work, _order(given), timezone())
    except Refusal as refused:
        if refused.code == "appointment_not_found":
            limiter().missed(who.stamp, state().clock.now())
        raise
    return jsonify(answer), 201 if new else 200


def _order(given: NewTicket) -> service.TicketOrder:
    patient, wish = given.patient, given.doctor_preference
    complaint = given.complaint
    details = {
        name: value
        for name, value in (("region", complaint.region), ("duration", complaint.duration))
        if value is not None
    }
    return service.TicketOrder(
        request_id=given.request_id,
        language=language() if given.language is None else given.language,
        base_url=request.url_root.rstrip("/"),
        consent=given.consent,
        patient=None if patient.ref else PatientFields(**patient.model_dump(exclude={"ref", "changes"})),
        ref=patient.ref,
        changes=_changes(patient.changes),
        complaint=complaint.text,
        symptoms=tuple(complaint.symptoms),
        region=complaint.region,
        duration=complaint.duration,
        same_problem=complaint.same_problem,
        visit_class=given.visit_class,
        department=given.department,
        doctor=wish if isinstance(wish, str) else None,
        doctor_sex=wish.sex if isinstance(wish, DoctorWish) else None,
        doctor_title=wish.title if isinstance(wish, DoctorWish) else None,
        appointment_code=given.appointment_code,
        details=details,
    )


def _changes(changes: PatientFields | None) -> PatientFields | None:
    """A phone given as null means: no phone any more (R13)."""
    if changes is not None and "phone" in changes.model_fields_set and not changes.phone:
        return changes.model_copy(update={"phone": None, "phone_declined": True})
    return changes


class Holder(Body):
    """Who holds numbers: somebody who was found at this kiosk, or a slip or phone page that was scanned."""

    ref: str | None = Field(default=None, max_length=400)
    token: str | None = Field(default=None, max_length=64)


class Again(Holder):
    """Which of them is printed once more."""

    ticket: str = Field(max_length=36)
    request_id: str = Field(min_length=8, max_length=64)


@blueprint.post("/tickets/held")
@needs("kiosk")
def held_tickets() -> Response:
    """The numbers that somebody holds today."""
    given = body(Holder)
    with database().read(actor()) as work:
        return jsonify(tickets=service.held_tickets(work, timezone(), ref=given.ref, token=given.token))


@blueprint.post("/tickets/held/print")
@needs("kiosk")
def print_held() -> tuple[Response, int]:
    """One of them once more, marked 副本 / COPY. 404; 409 `printed_often`, `nothing_to_print`."""
    given = body(Again)
    with database().write(actor()) as work:
        answer = service.print_held(
            work, timezone(), request.url_root.rstrip("/"), given.ticket,
            request_id=given.request_id, ref=given.ref, token=given.token,
        )  # fmt: skip
    return jsonify(answer), 202


@blueprint.get("/print-jobs/<identifier>")
@needs("kiosk", "staff")
def print_job(identifier: str) -> Response:
    """How a slip stands, for the kiosk that asked for it."""
    who = actor()
    with database().read(who) as work:
        job = find_job(work, identifier)
        if who.kind == "kiosk" and job.device != who.code:
            raise NotFound("print_job")
        return jsonify(told_kiosk(work, job))


@blueprint.post("/tickets/<identifier>/reprint")
@needs(*roles_that_may("tickets.reprint"))
def print_again(identifier: str) -> tuple[Response, int]:
    """Print the slip once more, marked 副本 / COPY."""
    with database().write(actor()) as work:
        job = reprint(work, find_ticket(work, identifier), timezone())
        return jsonify(told_kiosk(work, job)), 202
