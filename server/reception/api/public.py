"""A patient's phone: whoever holds the ticket's token sees its place, never a name (R24, R48, R53, R64)."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response, current_app, jsonify, request
from pydantic import Field

from server.clinic.service import clinic_settings
from server.core.database import Actor, Work
from server.core.errors import FieldProblem, Invalid, NotFound, TooMany, WrongState
from server.core.ids import new_id
from server.devices.limits import Buckets
from server.devices.service import ask_for_help
from server.queueing.models import Ticket
from server.queueing.rules.states import OPEN, after
from server.queueing.service import cancel, find_ticket_by_token
from server.reception import service
from server.reception.api.parts import Body, SymptomCodes, blueprint, timezone
from server.registration.fields import PatientFields
from server.registration.service import check_fields
from server.triage.service import suggestion_document
from server.waiting.service import SharedEstimates
from server.web.codes import qr_picture
from server.web.context import database
from server.web.requests import body, language

#: The patient who acts on their own ticket; which ticket stands in its history.
PATIENT = Actor("patient", "phone")


#: How often the holder of one ticket may ask for something.
_presses = Buckets(burst=8, seconds_each=15)


class Worse(Body):
    """What is felt now, in words or chips."""

    text: str | None = Field(default=None, max_length=500)
    symptoms: SymptomCodes = Field(default_factory=list)


class Leave(Body):
    """Gone for good, or asked to be called for another time."""

    choice: Literal["leave", "rebook"]
    contact: str | None = Field(default=None, max_length=64)


@blueprint.get("/public/tickets/<token>")
def see_public_ticket(token: str) -> Response:
    """Number, place, people ahead, range, state."""
    with database().read(PATIENT) as work:
        return jsonify(service.public_ticket(work, _ticket(work, token), timezone(), _shared()))


@blueprint.get("/public/tickets/<token>/qr.svg")
def qr_code(token: str) -> Response:
    """The code that leads to the phone page, drawn for the kiosk's screen."""
    with database().read(PATIENT) as work:
        _ticket(work, token)
    return qr_picture(f"{request.url_root.rstrip('/')}/t/{token}")


@blueprint.post("/public/tickets/<token>/worse")
def feel_worse(token: str) -> Response:
    """I feel worse (R24)."""
    given = body(Worse)
    with database().write(PATIENT) as work:
        felt = service.feel_worse(
            work, _open_ticket(work, token), given.text, tuple(given.symptoms), timezone()
        )
        answer: dict[str, Any] = service.public_ticket(work, felt.ticket, timezone())
    return jsonify(answer | {"suggestion": suggestion_document(felt.assessment, language())})


@blueprint.post("/public/tickets/<token>/leave")
def leave(token: str) -> Response:
    """I do not wait any longer; or please arrange another time, which a person does (R48)."""
    given = body(Leave)
    with database().write(PATIENT) as work:
        ticket = _open_ticket(work, token)
        if given.choice == "rebook":
            ask_for_help(
                work, f"rebook:{ticket.id}:{work.now.isoformat()}", "rebook", ticket=ticket.id, hall=ticket.hall,
                reason="rebook", contact=_contact(work, given.contact),
            )  # fmt: skip
        elif after(ticket.state, "cancel") is not None:
            cancel(work, ticket.id, "left_by_phone")
        return jsonify(service.public_ticket(work, ticket, timezone()))


def _contact(work: Work, typed: str | None) -> str | None:
    """A number to be rung at, checked as a patient's phone is. Raises Invalid (`contact`)."""
    if not typed or not typed.strip():
        return None
    try:
        checked = check_fields(PatientFields(phone=typed), work.now.astimezone(timezone()).date())
    except Invalid as refused:
        raise Invalid([FieldProblem("contact", found.code, found.args) for found in refused.problems]) from refused
    phone: str = checked["phone"]
    return phone


@blueprint.post("/public/tickets/<token>/help")
def ask(token: str) -> tuple[Response, int]:
    """I need somebody (R64)."""
    with database().write(PATIENT) as work:
        ticket = _open_ticket(work, token)
        return jsonify(ask_for_help(work, new_id(), "phone", ticket=ticket.id, hall=ticket.hall)), 201


@blueprint.get("/education/<department>")
def education(department: str) -> Response:
    """Reading cards for those who wait (R52)."""
    with database().read(PATIENT) as work:
        cards = clinic_settings(work).education.get(department)
    if cards is None:
        raise NotFound("department")
    return jsonify(cards=cards)


def _ticket(work: Work, token: str) -> Ticket:
    if len(token) > 64:
        raise NotFound("ticket")
    return find_ticket_by_token(work, token)


def _shared() -> SharedEstimates:
    """What was reckoned for other phones of this application."""
    kept: SharedEstimates = current_app.extensions.setdefault("houzhen-shared-estimates", SharedEstimates())
    return kept


def _open_ticket(work: Work, token: str) -> Ticket:
    """The ticket, where its holder may still act on it: a slip found a week later opens nothing.

    Raises WrongState, and TooMany where somebody presses on and on.
    """
    ticket = _ticket(work, token)
    if ticket.state not in OPEN:
        raise WrongState(ticket.state, "public")
    seconds = _presses.seconds_to_wait(ticket.id, work.now)
    if seconds:
        raise TooMany("too_many_presses", seconds)
    return ticket
