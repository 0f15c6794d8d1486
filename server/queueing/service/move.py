"""The steps of a called patient: arrives, misses the call, leaves, is finished, comes back, gives up."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.core.database import Work
from server.core.errors import Refusal
from server.queueing.models import Ticket
from server.queueing.rules.ordering import RETURN, Rejoin, rejoin
from server.queueing.rules.states import undo_deadline
from server.queueing.service.assign import bind_to_who_saw
from server.queueing.service.call import withdraw_calls
from server.queueing.service.queue import (
    candidates,
    hold_ticket,
    moved,
    policy_of,
    record_event,
    step,
    waiting_tickets,
)
from server.queueing.service.rooms import free_room, room_state

#: How each step stands in a ticket's history.
WRITTEN = {
    "arrive": "arrived", "leave": "left", "finish": "finished", "missed": "missed", "return": "returned",
    "cancel": "cancelled", "raise": "worse", "lower": "can_wait", "hand_over": "handed_over",
}  # fmt: skip


def arrive(work: Work, identifier: str, undo_seconds: int = 10) -> Ticket:
    """The patient is in the room: the in-time is stored (R42)."""
    ticket = hold_ticket(work, identifier)
    kept = {"step": "arrive", "in_room_at": _text(ticket.in_room_at), "left_at": _text(ticket.left_at)}
    before = step(ticket, "arrive")
    ticket.in_room_at = work.now
    ticket.left_at = None
    ticket.seen_by = room_state(work, ticket.room).doctor if ticket.room else None
    _close(work, ticket, before, "arrive")
    ticket.undo, ticket.undo_until = kept, undo_deadline("arrive", work.now, undo_seconds)
    return ticket


def leave(work: Work, identifier: str) -> Ticket:
    """The patient has left the treatment area and will come back with results; the out-time is stored."""
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "leave")
    ticket.left_at = work.now
    free_room(work, ticket)
    _close(work, ticket, before, "leave")
    return ticket


def finish(work: Work, identifier: str, undo_seconds: int = 10) -> Ticket:
    """The patient was seen; if still in the room, the out-time is stored with it (R42)."""
    ticket = hold_ticket(work, identifier)
    kept = {"step": "finish", "state": ticket.state, "left_at": _text(ticket.left_at)}
    before = step(ticket, "finish")
    if before == "in_room":
        ticket.left_at = work.now
        free_room(work, ticket)
    ticket.ended_at = work.now
    _close(work, ticket, before, "finish")
    ticket.undo, ticket.undo_until = kept, undo_deadline("finish", work.now, undo_seconds)
    return ticket


def mark_missed(work: Work, identifier: str, undo_seconds: int = 10) -> Ticket:
    """The patient did not come; the room is free, and signing in at the desk brings them back."""
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "missed")
    ticket.missed_at = work.now
    ticket.missed_times += 1
    free_room(work, ticket)
    _close(work, ticket, before, "missed")
    ticket.undo, ticket.undo_until = {"step": "missed"}, undo_deadline("missed", work.now, undo_seconds)
    return ticket


def return_to_queue(work: Work, identifier: str, apology_after: timedelta) -> Ticket:
    """Back in the queue: signed in after a missed call, or with results. The wait counts from now; the place follows
    the department's custom (`rules.ordering.missed`).

    Raises WrongState, or Refusal `number_void` where a call was missed too often.
    """
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "return")
    place = Rejoin(RETURN, work.now) if before == "out" else _signed_in_again(work, ticket)
    if before == "out":
        own = bind_to_who_saw(work, ticket.department, ticket.seen_by)
        ticket.returned = True
        ticket.doctor, ticket.bound = own.doctor, own.bound
    _wait_again(work, ticket, apology_after)
    ticket.line, ticket.joined_at = place.line, place.joined_at
    _close(work, ticket, before, "return")
    return ticket


def cancel(work: Work, identifier: str, reason: str) -> Ticket:
    """The patient gives up the place, or it was taken by mistake; the reason is kept (R48)."""
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "cancel")
    free_room(work, ticket)
    withdraw_calls(work, ticket)
    ticket.ended_at = work.now
    _close(work, ticket, before, "cancel", reason=reason)
    return ticket


def raise_urgency(work: Work, identifier: str, urgency: int, apology_after: timedelta) -> Ticket:
    """A red flag: out of the queue, to a person at once (R22). A ticket that is urgent already stays so."""
    ticket = hold_ticket(work, identifier)
    if ticket.state == "urgent":
        ticket.urgency = min(ticket.urgency, urgency)
        return ticket
    before = step(ticket, "raise")
    free_room(work, ticket)
    withdraw_calls(work, ticket)
    ticket.urgency = urgency
    if before in ("missed", "out"):
        _wait_again(work, ticket, apology_after)
    ticket.room, ticket.attempt = None, 0
    _close(work, ticket, before, "raise", urgency=urgency)
    return ticket


def lower_urgency(work: Work, identifier: str, urgency: int) -> Ticket:
    """Staff found that the patient can queue; the wait has counted all along, and so have its rounds (R24)."""
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "lower")
    ticket.urgency = urgency
    _close(work, ticket, before, "lower", urgency=urgency)
    return ticket


def hand_over(work: Work, identifier: str) -> Ticket:
    """An urgent patient is with a doctor."""
    ticket = hold_ticket(work, identifier)
    before = step(ticket, "hand_over")
    ticket.ended_at = work.now
    _close(work, ticket, before, "hand_over")
    return ticket


def _signed_in_again(work: Work, ticket: Ticket) -> Rejoin:
    waiting = candidates(one for one in waiting_tickets(work, ticket.department) if one.id != ticket.id)
    place = rejoin(waiting, work.now, policy_of(work, ticket.department), ticket.missed_times)
    if place is None:
        raise Refusal("number_void", count=ticket.missed_times)
    return place


def _wait_again(work: Work, ticket: Ticket, apology_after: timedelta) -> None:
    ticket.waiting_since = ticket.joined_at = work.now
    ticket.next_watch_at = work.now + apology_after
    ticket.room = None
    ticket.attempt = 0


def _close(work: Work, ticket: Ticket, before: str, name: str, reason: str | None = None, **detail: int) -> None:
    ticket.undo, ticket.undo_until = None, None
    record_event(work, ticket, WRITTEN[name], room=ticket.room, reason=reason, **detail)
    moved(work, ticket, before, name)


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
