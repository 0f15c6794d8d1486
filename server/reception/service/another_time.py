"""From a ticket to an appointment: leaving the queue for another time, and the doctor's word on the next visit
(R48, R69)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.appointments.documents import booked_document
from server.appointments.models import NextVisit
from server.appointments.service.booking import Booking, book
from server.appointments.service.next_visits import plan_next_visit
from server.appointments.service.persons import Person
from server.core.answers import keep_answer, kept_answer
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.queueing.documents import ticket_document
from server.queueing.models import RoomState, Ticket
from server.queueing.service import cancel, find_ticket
from server.registration.models import Visit


@dataclass(frozen=True)
class OtherTime:
    """Which time instead of waiting, and why."""

    doctor: str
    starts_at: datetime
    reason: str
    channel: str
    units: int | None = None


def another_time(
    work: Work, identifier: str, request_id: str, to: OtherTime, timezone: ZoneInfo, base_url: str
) -> dict[str, Any]:
    """Give a place in the queue up for an appointment in the same department: both or neither (R48). The same request
    again gets the first answer.

    Raises WrongState, and as `book`.
    """
    kept = kept_answer(work, "another_time", f"{identifier}\0{request_id}")
    if kept is not None:
        return kept
    ticket = cancel(work, identifier, to.reason)
    booking = Booking(
        department=ticket.department, doctor=to.doctor, starts_at=to.starts_at, channel=to.channel,
        language=ticket.language, units=to.units,
    )  # fmt: skip
    row = book(work, _holder(work, ticket), booking, timezone)
    answer = {"ticket": ticket_document(ticket), "appointment": booked_document(work, row, timezone, base_url)}
    keep_answer(work, "another_time", f"{identifier}\0{request_id}", answer)
    return answer


def plan_after(
    work: Work, identifier: str, units: int, *, item: str | None, earliest: date | None, doctor: str | None
) -> NextVisit:
    """What the doctor says at the end of a visit about the next one (R69). Without a name it is the doctor who says it,
    or who sits in the room. Raises NotFound, Invalid (`units`, `item`, `doctor`)."""
    ticket = find_ticket(work, identifier)
    number = doctor or (work.actor.code if work.actor.role == "doctor" else _seated(work, ticket)) or ticket.doctor
    if number is None:
        raise Invalid([FieldProblem("doctor", "required")])
    patient = _holder(work, ticket).patient or ""
    return plan_next_visit(
        work, patient=patient, ticket=ticket.id, department=ticket.department, doctor=number, units=units, item=item,
        earliest=earliest,
    )  # fmt: skip


def _holder(work: Work, ticket: Ticket) -> Person:
    return Person(work.session.get_one(Visit, ticket.visit).patient)


def _seated(work: Work, ticket: Ticket) -> str | None:
    state = work.session.get(RoomState, ticket.room) if ticket.room is not None else None
    return state.doctor if state is not None else None
