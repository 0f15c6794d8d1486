"""Reading the queue, and holding a ticket while it is changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from server.clinic.models import Department
from server.core.database import Work
from server.core.errors import Forbidden, NotFound, WrongState
from server.core.seal import hash_token
from server.devices.service import require_hall
from server.queueing.models import Call, RoomState, Ticket, TicketEvent
from server.queueing.rules.ordering import RECENT_CALLS, Candidate, Course, Policy, course_from, in_order
from server.queueing.rules.states import HOLDING, after


def waiting_tickets(work: Work, department: str) -> list[Ticket]:
    """Everyone who waits in a department, in the order in which they would be called (R30)."""
    rows = {
        ticket.id: ticket
        for ticket in work.session.scalars(
            select(Ticket).where(Ticket.department == department, Ticket.state == "waiting")
        )
    }
    policy, course = policy_of(work, department), course_of(work, department)
    ordered = in_order(candidates(rows.values()), work.now, policy, course)
    return [rows[candidate.ticket] for candidate in ordered]


def candidates(tickets: Any) -> list[Candidate]:
    """Tickets as the ordering rule sees them."""
    return [
        Candidate(
            ticket.id, ticket.number, ticket.urgency, ticket.waiting_since, ticket.sequence, ticket.doctor,
            ticket.joined_at, ticket.line, ticket.priority, ticket.appointment_at, ticket.bound,
        )
        for ticket in tickets
    ]


def policy_of(work: Work, department: str) -> Policy:
    """The ordering policy that the clinic's file gives a department."""
    row = work.session.get(Department, department)
    if row is None or not row.policy:
        return Policy()
    return Policy(**{**row.policy, "limit_minutes": tuple(row.policy.get("limit_minutes", Policy.limit_minutes))})


def course_of(work: Work, department: str, room: str | None = None) -> Course:
    """What a department has called lately, for taking turns. A fixed number of rows, however long the day.

    Where patients wait for one doctor, each room has a line of its own: with `room`, only its own calls count then.
    """
    policy = policy_of(work, department)
    own_line = room is not None and (policy.own_doctor or policy.assign == "rotation")
    calls = work.session.execute(
        select(Call.lane, Call.at)
        .where(Call.room == room if own_line else Call.department == department, Call.lane.is_not(None))
        .order_by(Call.at.desc(), Call.id.desc())
        .limit(RECENT_CALLS)
    )
    return course_from(((str(lane), at) for lane, at in calls))


def courses_by_room(work: Work, department: str, rooms: int) -> dict[str, Course]:
    """What each of a department's rooms has called lately, where each has a line of its own; else nothing. As many rows
    as `course_of` reads for so many rooms, and at most for ten."""
    policy = policy_of(work, department)
    if not (policy.own_doctor or policy.assign == "rotation"):
        return {}
    calls: dict[str, list[tuple[str, datetime]]] = {}
    for room, lane, at in work.session.execute(
        select(Call.room, Call.lane, Call.at)
        .where(Call.department == department, Call.lane.is_not(None))
        .order_by(Call.at.desc(), Call.id.desc())
        .limit(RECENT_CALLS * min(rooms, 10))
    ):
        calls.setdefault(room, []).append((str(lane), at))
    return {room: course_from(each[:RECENT_CALLS]) for room, each in calls.items()}


def find_ticket(work: Work, identifier: str) -> Ticket:
    """The ticket of an id. Raises NotFound."""
    ticket = work.session.get(Ticket, identifier)
    if ticket is None:
        raise NotFound("ticket")
    return ticket


def find_ticket_by_token(work: Work, token: str) -> Ticket:
    """The ticket of a phone page's token; a ticket moved to another department leads to the new one.

    Raises NotFound.
    """
    ticket = work.session.scalar(select(Ticket).where(Ticket.token_hash == hash_token(token)))
    if ticket is None:
        raise NotFound("ticket")
    while ticket.transferred_to is not None:
        ticket = find_ticket(work, ticket.transferred_to)
    return ticket


def find_tickets_by_number(work: Work, service_day: date, number: str) -> list[Ticket]:
    """The day's tickets that bear a number."""
    return list(
        work.session.scalars(
            select(Ticket).where(Ticket.service_day == service_day, Ticket.number == number.strip().upper())
        )
    )


def hold_ticket(work: Work, identifier: str, *more_departments: str) -> Ticket:
    """The ticket, its queue locked until the end of this work. Raises NotFound, or Forbidden for staff of
    another hall."""
    department = work.session.scalar(select(Ticket.department).where(Ticket.id == identifier))
    if department is None:
        raise NotFound("ticket")
    work.lock(*(f"queue:{code}" for code in (department, *more_departments)))
    ticket = work.session.get(Ticket, identifier, with_for_update=True, populate_existing=True)
    if ticket is None:  # pragma: no cover  (tickets are never deleted)
        raise NotFound("ticket")
    require_hall(work, ticket.hall)
    _require_own_room(work, ticket)
    return ticket


def _require_own_room(work: Work, ticket: Ticket) -> None:
    """A doctor acts on whom their own room holds; a guide on anyone of the hall. Raises Forbidden."""
    if work.actor.role != "doctor" or ticket.state not in HOLDING:
        return
    room = work.session.scalar(select(RoomState).where(RoomState.ticket == ticket.id))
    if room is not None and room.doctor != work.actor.code:
        raise Forbidden("other_room")


def step(ticket: Ticket, name: str) -> str:
    """Take a ticket one step on; returns the state before. Raises WrongState."""
    target = after(ticket.state, name)
    if target is None:
        raise WrongState(ticket.state, name)
    before, ticket.state = ticket.state, target
    return before


def record_event(
    work: Work, ticket: Ticket, kind: str, room: str | None = None, reason: str | None = None, **detail: Any
) -> None:
    """Write into the ticket's history who did what (R10). `reason` is what a person typed, and sealed; `detail`
    holds codes only."""
    work.session.add(
        TicketEvent(
            ticket=ticket.id, at=work.now, kind=kind, actor=work.actor.stamp, room=room, reason=reason, detail=detail
        )
    )


def ticket_history(work: Work, identifier: str) -> list[TicketEvent]:
    """What happened to a ticket, oldest first."""
    return list(
        work.session.scalars(
            select(TicketEvent).where(TicketEvent.ticket == identifier).order_by(TicketEvent.id)
        )
    )


def moved(work: Work, ticket: Ticket, before: str, name: str) -> None:
    """Tell the areas below, and the screens, that a ticket moved."""
    work.happened("ticket.moved", ticket=ticket, before=before, step=name)
    work.announce(f"ticket.{name}", ticket.hall, ticket.department, parts=("calls", "tasks"))
