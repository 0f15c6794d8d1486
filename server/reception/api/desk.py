"""What staff see and change of a ticket beside calling it (R7, R11, R15, R21, R24, R45, R52)."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from flask import Response, jsonify, request
from pydantic import Field
from sqlalchemy import select

from server.accounts.rules import roles_that_may
from server.accounts.service import record_audit
from server.clinic.service import clinic_settings
from server.core.clock import instant, service_day
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.devices.service import contact_of, require_hall
from server.queueing.documents import ticket_document
from server.queueing.models import Ticket
from server.queueing.service import find_ticket, find_tickets_by_number
from server.queueing.service.queue import hold_ticket, moved, record_event
from server.reception import service
from server.reception.api.parts import Body, SymptomCodes, base_url, blueprint, timezone
from server.registration.models import Patient, Visit
from server.registration.service import change_visit_class, find_visits, note_special, person_of_ticket, set_no_fee
from server.triage.service import has_open_alarm, suggestion_document
from server.web.context import database
from server.web.requests import actor, body, language, needs

VIEWERS = roles_that_may("tickets.view")
WORKERS = roles_that_may("queue.work")


class Transfer(Body):
    """To which department, and why."""

    department: str = Field(max_length=32)
    reason: str = Field(min_length=1, max_length=200)


class VisitClass(Body):
    """Another class, and why (R15)."""

    visit_class: str = Field(max_length=16)
    reason: str = Field(default="", max_length=200)


class NoFee(Body):
    """Why the visit costs nothing; null where it may again (R19)."""

    reason: Literal["consultation", "check_up", "milk_tooth", "not_to_be_drawn", "nothing_done"] | None


class Triage(Body):
    """The department and urgency that staff decide on."""

    department: str = Field(max_length=32)
    urgency: int = Field(ge=1, le=4)


class Special(Body):
    """What the doctor must know (R7)."""

    note: str | None = Field(default=None, max_length=300)


class Worse(Body):
    """What is felt now."""

    text: str | None = Field(default=None, max_length=2000)
    symptoms: SymptomCodes = Field(default_factory=list)


class Offer(Body):
    """What the patient chose when the wait was long (R52)."""

    choice: Literal["wait", "other_doctor", "rebook", "education"]


class Search(Body):
    """An exact name, phone or identity number; in a body, since addresses are written into logs."""

    text: str = Field(min_length=1, max_length=64)


@blueprint.get("/tickets")
@needs(*VIEWERS)
def find_by_number() -> Response:
    """The day's tickets that bear a number."""
    number = request.args.get("number", "").strip()
    if not number:
        raise Invalid([FieldProblem("number", "required")])
    with database().read(actor()) as work:
        return _found(work, find_tickets_by_number(work, _day(work), number))


@blueprint.post("/tickets/search")
@needs(*VIEWERS)
def find_by_person() -> Response:
    """The day's tickets of whoever has exactly this name, phone or identity number (audited, R5)."""
    given = body(Search)
    with database().write(actor()) as work:
        visits = find_visits(work, given.text, _day(work))
        wanted = select(Ticket).where(Ticket.visit.in_(visits)).order_by(Ticket.issued_at.desc())
        return _found(work, list(work.session.scalars(wanted)))


def _day(work: Work) -> date:
    return service_day(work.now, timezone(), clinic_settings(work).day_starts_hour)


def _found(work: Work, tickets: list[Ticket]) -> Response:
    halls = work.actor.halls
    return jsonify(tickets=[ticket_document(one) for one in tickets if not halls or one.hall in halls])


@blueprint.get("/tickets/<identifier>")
@needs(*VIEWERS)
def see_ticket(identifier: str) -> Response:
    """Facts, complaint, triage and history, without a name; the look is audited (R106)."""
    with database().write(actor()) as work:
        ticket = _visible_ticket(work, identifier)
        record_audit(work, "ticket.seen", f"ticket:{identifier}", fields=["complaint", "special"])
        return jsonify(service.staff_ticket(work, ticket, timezone()))


def _visible_ticket(work: Work, identifier: str) -> Ticket:
    """A ticket of one's own halls, or of any hall while its red flag is open: whoever is nearest goes."""
    ticket = find_ticket(work, identifier)
    if not has_open_alarm(work, identifier):
        require_hall(work, ticket.hall)
    return ticket


@blueprint.get("/tickets/<identifier>/person")
@needs(*roles_that_may("patient.person"))
def see_person(identifier: str) -> Response:
    """Name and phone behind a ticket; audited, and never together with the complaint (R107)."""
    with database().write(actor()) as work:
        ticket = _visible_ticket(work, identifier)
        today = work.now.astimezone(timezone()).date()
        person = person_of_ticket(work, ticket.id, ticket.visit, today)
        patient = work.session.get_one(Patient, person.patient)
        return jsonify(
            name=person.name,
            phone=person.phone,
            phone_declined=person.phone_declined,
            contact=contact_of(work, ticket.id),
            sex=person.sex,
            age=person.age,
            birth_date=person.birth_date.isoformat(),
            birth_estimated=person.birth_estimated,
            last_confirmed=instant(patient.confirmed_at),
        )


@blueprint.post("/tickets/<identifier>/transfer")
@needs(*roles_that_may("tickets.transfer"))
def transfer_ticket(identifier: str) -> Response:
    """To another department: a new number, the history kept (R45)."""
    given = body(Transfer)
    with database().write(actor()) as work:
        old, new, job = service.move_patient(
            work, identifier, given.department, given.reason, timezone=timezone(), base_url=base_url()
        )
        return jsonify(ticket_document(old) | {"new": ticket_document(new) | {"print": job}})


@blueprint.post("/tickets/<identifier>/no-fee")
@needs(*WORKERS, "doctor")
def no_fee(identifier: str) -> Response:
    """免检: the visit ends without a fee, for a reason (R19)."""
    given = body(NoFee)
    with database().write(actor()) as work:
        ticket = hold_ticket(work, identifier)
        set_no_fee(work, ticket.visit, given.reason)
        record_event(work, ticket, "no_fee", code=given.reason or "none")
        moved(work, ticket, ticket.state, "no_fee")
        return jsonify(ticket_document(ticket) | {"no_fee": given.reason})


@blueprint.post("/tickets/<identifier>/visit-class")
@needs(*roles_that_may("visit_class.change"))
def set_visit_class(identifier: str) -> Response:
    """Correct the class of a visit, with a reason (R15)."""
    given = body(VisitClass)
    with database().write(actor()) as work:
        ticket = hold_ticket(work, identifier)
        visit: Visit = change_visit_class(work, ticket.visit, given.visit_class, given.reason)
        ticket.visit_class = visit.visit_class
        record_event(work, ticket, "visit_class", visit_class=visit.visit_class, reason=given.reason)
        moved(work, ticket, ticket.state, "visit_class")
        return jsonify(ticket_document(ticket))


@blueprint.post("/tickets/<identifier>/triage")
@needs(*roles_that_may("triage.confirm"))
def confirm(identifier: str) -> Response:
    """Confirm the suggested department and urgency, or decide otherwise (R21, R27)."""
    given = body(Triage)
    with database().write(actor()) as work:
        return jsonify(
            ticket_document(
                service.confirm_department(
                    work, identifier, given.department, given.urgency, timezone=timezone(), base_url=base_url()
                )
            )
        )


@blueprint.post("/tickets/<identifier>/special")
@needs(*WORKERS, "doctor")
def special(identifier: str) -> Response:
    """Keep or take away what the doctor must know before the call (R7)."""
    given = body(Special)
    with database().write(actor()) as work:
        # The patient's file first, then the queue: the order in which an arrival takes them.
        visit = work.session.get_one(Visit, find_ticket(work, identifier).visit)
        patient = note_special(work, visit.patient, given.note)
        ticket = hold_ticket(work, identifier)
        ticket.special = patient.special is not None
        record_event(work, ticket, "special")
        moved(work, ticket, ticket.state, "special")
        return jsonify(ticket_document(ticket) | {"special_note": patient.special})


@blueprint.post("/tickets/<identifier>/worse")
@needs(*WORKERS, "doctor")
def worse(identifier: str) -> Response:
    """The patient feels worse: triage again (R24)."""
    given = body(Worse)
    with database().write(actor()) as work:
        ticket = find_ticket(work, identifier)
        felt = service.feel_worse(work, ticket, given.text, tuple(given.symptoms), timezone())
        document: dict[str, Any] = ticket_document(felt.ticket)
    return jsonify(document | {"suggestion": suggestion_document(felt.assessment, language())})


@blueprint.post("/tickets/<identifier>/offer")
@needs(*WORKERS)
def offer(identifier: str) -> Response:
    """What was offered for a long wait, and what the patient chose (R37, R52)."""
    given = body(Offer)
    with database().write(actor()) as work:
        ticket = hold_ticket(work, identifier)
        record_event(work, ticket, "offer", choice=given.choice)
        record_audit(work, "ticket.offer", f"ticket:{identifier}", choice=given.choice)
        return jsonify(ticket_document(ticket))
