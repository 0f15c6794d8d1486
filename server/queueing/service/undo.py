"""Taking back a call, an arrival, a missed call or a finish within 10 seconds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from server.core.database import Work
from server.core.errors import Refusal
from server.queueing.models import Call, Ticket
from server.queueing.service.call import withdraw_calls
from server.queueing.service.queue import hold_ticket, moved, record_event
from server.queueing.service.rooms import free_room, room_state, take_room


def undo(work: Work, identifier: str) -> Ticket:
    """The ticket as it was before its last step.

    Raises Refusal `undo_too_late`, or `patient_not_left` where the room has called another meanwhile.
    """
    ticket = hold_ticket(work, identifier)
    kept = ticket.undo
    if kept is None or ticket.undo_until is None or work.now > ticket.undo_until:
        raise Refusal("undo_too_late")
    before = ticket.state
    if kept["step"] == "call":
        _take_back_call(work, ticket, kept)
    elif kept["step"] == "arrive":
        ticket.state = "called"
        ticket.in_room_at = _instant(kept["in_room_at"])
        ticket.left_at = _instant(kept["left_at"])
        ticket.seen_by = kept.get("seen_by")
    elif kept["step"] == "missed":
        _hold_room_again(work, ticket)
        ticket.state = "called"
        ticket.missed_times -= 1
        ticket.missed_at = None
    else:
        if kept["state"] == "in_room":
            _hold_room_again(work, ticket)
        ticket.state = kept["state"]
        ticket.left_at = _instant(kept["left_at"])
        ticket.ended_at = None
    ticket.undo, ticket.undo_until = None, None
    record_event(work, ticket, "undone", room=ticket.room, step=kept["step"])
    moved(work, ticket, before, "undo")
    return ticket


def _take_back_call(work: Work, ticket: Ticket, kept: dict[str, str | int | float | None]) -> None:
    if ticket.state != "called":
        raise Refusal("undo_too_late")
    free_room(work, ticket)
    withdraw_calls(work, ticket)
    _took_no_turn(work, ticket)
    ticket.state = "waiting"
    ticket.room = str(kept["room"]) if kept["room"] else None
    ticket.called_at = _instant(kept["called_at"])
    ticket.attempt = int(kept["attempt"] or 0)
    ticket.waited_seconds = float(kept["waited_seconds"]) if kept["waited_seconds"] is not None else None


def _took_no_turn(work: Work, ticket: Ticket) -> None:
    """The call that is taken back counts for nobody's turn; earlier ones of the same ticket were real."""
    newest = select(Call).where(Call.ticket == ticket.id, Call.attempt == 1).order_by(Call.at.desc(), Call.id.desc())
    call = work.session.scalar(newest.limit(1))
    if call is not None:
        call.lane = None


def _hold_room_again(work: Work, ticket: Ticket) -> None:
    if ticket.room is None:
        raise Refusal("undo_too_late")
    take_room(work, room_state(work, ticket.room, hold=True), ticket)


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else None
