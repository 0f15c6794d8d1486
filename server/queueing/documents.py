"""A ticket as it is answered to staff: facts without a name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from server.core.clock import instant
from server.core.language import both
from server.queueing.models import Call, Ticket, TicketEvent
from server.queueing.rules.ordering import Reason


def ticket_document(ticket: Ticket, reason: Reason | None = None, call: Call | None = None) -> dict[str, Any]:
    """A ticket after a step: where it stands, and until when the step can be taken back."""
    document: dict[str, Any] = {
        "id": ticket.id,
        "number": ticket.number,
        "state": ticket.state,
        "department": ticket.department,
        "hall": ticket.hall,
        "room": ticket.room,
        "urgency": ticket.urgency,
        "visit_class": ticket.visit_class,
        "sex": ticket.sex,
        "age": ticket.age,
        "companion": ticket.companion,
        "special": ticket.special,
        "confirmed": ticket.confirmed,
        "returned": ticket.returned,
        "line": ticket.line,
        "priority": ticket.priority,
        "doctor": ticket.doctor,
        "bound": ticket.bound,
        "language": ticket.language,
        "attempt": ticket.attempt,
        "missed_times": ticket.missed_times,
        "transferred_to": ticket.transferred_to,
        "transferred_from": ticket.transferred_from,
        "undo_until": instant(ticket.undo_until) if ticket.undo_until else None,
        "undo_step": ticket.undo["step"] if ticket.undo else None,
    }
    for name in (
        "issued_at", "waiting_since", "appointment_at", "called_at", "in_room_at", "left_at", "ended_at", "missed_at",
    ):  # fmt: skip
        value = getattr(ticket, name)
        document[name] = instant(value) if value else None
    if reason is not None:
        document["reason"] = reason_document(reason)
    if call is not None:
        document["call_id"] = call.id
    return document


def reason_document(reason: Reason) -> dict[str, Any]:
    """A reason as it is sent: its code and its sentence in each language."""
    return {
        "code": reason.code,
        "args": reason.args,
        "text": dict(_sentence(reason.code, tuple(reason.args.items()))),
    }


@lru_cache(maxsize=2048)
def _sentence(code: str, args: tuple[tuple[str, str | int], ...]) -> dict[str, str]:
    """Kept, since a queue's document says the same few sentences for everyone who waits."""
    return both(f"reason-{code.replace('_', '-')}", **dict(args))


def event_document(event: TicketEvent) -> dict[str, Any]:
    """One line of a ticket's history."""
    return {
        "at": instant(event.at),
        "kind": event.kind,
        "actor": event.actor,
        "room": event.room,
        "reason": event.reason,
        "detail": event.detail,
    }
