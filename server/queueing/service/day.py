"""The turn of the service day: whoever is still open from an earlier day is closed (R45)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from server.core.database import Work
from server.queueing.models import Ticket
from server.queueing.rules.states import OPEN
from server.queueing.service.queue import moved, record_event
from server.queueing.service.rooms import free_room


def close_earlier_days(work: Work, today: date) -> int:
    """End the open tickets of earlier service days: seen ones are finished, the others expire. Returns how
    many. Urgent ones stay: a person must end them. When somebody forgotten in a room left it, nobody knows: `left_at`
    stays empty, so that the night is not learned as the length of a consultation."""
    left_over = select(Ticket).where(Ticket.state.in_(OPEN - {"urgent"}), Ticket.service_day < today)
    departments = work.session.scalars(left_over.with_only_columns(Ticket.department).distinct())
    work.lock(*(f"queue:{code}" for code in departments))
    tickets = work.session.scalars(left_over.execution_options(populate_existing=True)).all()
    for ticket in tickets:
        before = ticket.state
        seen = before in ("in_room", "out")
        free_room(work, ticket)
        ticket.state = "finished" if seen else "expired"
        ticket.ended_at = work.now
        ticket.undo, ticket.undo_until = None, None
        record_event(work, ticket, "day_closed", room=ticket.room)
        moved(work, ticket, before, "expire")
    return len(tickets)
