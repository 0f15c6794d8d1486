"""Calling: the next of a queue into a room, or again, or one by name of a supervisor (R29, R41, R50)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update

from server.clinic.models import Room
from server.core.clock import elapsed_seconds
from server.core.database import Work
from server.core.errors import Refusal, WrongState
from server.core.ids import new_id
from server.queueing.models import Call, RoomState, Ticket
from server.queueing.rules.ordering import Reason, choose_for_room, lane_of
from server.queueing.rules.states import undo_deadline
from server.queueing.service.assign import duty_in
from server.queueing.service.queue import (
    candidates,
    course_of,
    find_ticket,
    hold_ticket,
    moved,
    policy_of,
    record_event,
    step,
)
from server.queueing.service.rooms import find_room, hold_room, rooms_now, take_room


@dataclass(frozen=True)
class Called:
    """A ticket that was called, and why it was this one."""

    ticket: Ticket
    reason: Reason
    call: Call


def call_next(work: Work, room_code: str, undo_seconds: int = 10) -> Called | None:
    """Call whom the department's policy puts first; None where nobody waits for this room.

    Raises Refusal `patient_not_left` while the last patient is in the treatment area (R41), `room_closed`,
    `evacuation` (R103).
    """
    room, state = hold_room(work, room_code)
    _check_free(work, room, state)
    waiting = {
        ticket.id: ticket
        for ticket in work.session.scalars(
            select(Ticket)
            .where(Ticket.department == room.department, Ticket.state == "waiting")
            .execution_options(populate_existing=True)
        )
    }
    duty = duty_in(rooms_now(work, room.department))
    choice = choose_for_room(
        candidates(waiting.values()), state.doctor, duty.there, duty.first_free == room.code, work.now,
        policy_of(work, room.department), course_of(work, room.department, room.code),
    )  # fmt: skip
    if choice is None:
        return None
    return _call(work, waiting[choice.candidate.ticket], state, choice.lane, choice.reason, undo_seconds)


def call_ticket(work: Work, room_code: str, identifier: str, reason: str, undo_seconds: int = 10) -> Called:
    """Call one waiting ticket out of order; a supervisor's right, with a reason that is kept (R50)."""
    if find_ticket(work, identifier).department != find_room(work, room_code).department:
        raise Refusal("other_department")  # before any lock: two queues would be locked in any order
    room, state = hold_room(work, room_code)
    _check_free(work, room, state)
    ticket = hold_ticket(work, identifier)
    if ticket.state != "waiting":
        raise WrongState(ticket.state, "call")
    [candidate] = candidates([ticket])
    lane = lane_of(candidate, work.now, policy_of(work, ticket.department))
    called = _call(work, ticket, state, lane, Reason("by_hand"), undo_seconds)
    record_event(work, ticket, "reordered", room=room_code, reason=reason)
    return called


def recall(work: Work, identifier: str) -> Called:
    """Call a called ticket once more; shown and said again. Raises WrongState."""
    ticket = hold_ticket(work, identifier)
    step(ticket, "recall")
    ticket.attempt += 1
    ticket.undo, ticket.undo_until = None, None
    call = _record_call(work, ticket, Reason("again"))
    record_event(work, ticket, "recalled", room=ticket.room, attempt=ticket.attempt)
    moved(work, ticket, "called", "recall")
    return Called(ticket, Reason("again"), call)


def withdraw_calls(work: Work, ticket: Ticket) -> None:
    """Take a ticket's calls off the screens: it was a mistake, or somebody else's turn."""
    work.session.execute(
        update(Call).where(Call.ticket == ticket.id, Call.withdrawn.is_(False)).values(withdrawn=True)
    )


def _check_free(work: Work, room: Room, state: RoomState) -> None:
    work.happened("room.calling", hall=room.hall)
    if state.ticket is not None:
        raise Refusal("patient_not_left", number=find_ticket(work, state.ticket).number)
    if state.state != "open":
        raise Refusal("room_closed")


def _call(
    work: Work, ticket: Ticket, state: RoomState, lane: str, reason: Reason, undo_seconds: int
) -> Called:
    kept = {
        "step": "call",
        "room": ticket.room,
        "called_at": None if ticket.called_at is None else ticket.called_at.isoformat(),
        "attempt": ticket.attempt,
        "waited_seconds": ticket.waited_seconds,
    }
    before = step(ticket, "call")
    take_room(work, state, ticket)
    ticket.room = state.room
    ticket.called_at = work.now
    ticket.attempt = 1
    ticket.waited_seconds = elapsed_seconds(ticket.waiting_since, work.now)
    ticket.undo, ticket.undo_until = kept, undo_deadline("call", work.now, undo_seconds)
    call = _record_call(work, ticket, reason, lane)
    covers = {"cover_for": ticket.doctor} if ticket.doctor not in (None, state.doctor) else {}
    record_event(work, ticket, "called", room=state.room, because=reason.code, args=reason.args, **covers)
    moved(work, ticket, before, "call")
    return Called(ticket, reason, call)


def _record_call(work: Work, ticket: Ticket, reason: Reason, lane: str | None = None) -> Call:
    call = Call(
        id=new_id(), ticket=ticket.id, number=ticket.number, department=ticket.department,
        hall=ticket.hall, room=ticket.room or "", attempt=ticket.attempt, at=work.now,
        reason={"code": reason.code, "args": reason.args}, lane=lane,
    )  # fmt: skip
    work.session.add(call)
    return call
