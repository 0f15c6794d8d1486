"""Estimates from the queue and the rooms as they are now, and from what the department has learned (R37, R53)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from server.core.database import Work
from server.queueing.models import Ticket
from server.waiting.rules.estimate import Estimate
from server.waiting.service.learning import keep_prediction
from server.waiting.service.loads import DepartmentLoad, department_load


def newcomer_estimate(load: DepartmentLoad, doctor: str | None = None) -> Estimate | None:
    """The wait of a first visit that would join now, for any doctor or for one; None where nobody can say."""
    return load.outlook.newcomer(doctor).estimate(load.learned)


def estimate_ticket(work: Work, ticket: Ticket, timezone: ZoneInfo) -> tuple[int, Estimate | None]:
    """How many are before a ticket, and how long it still takes; nobody is before one that does not queue."""
    if ticket.state != "waiting":
        return 0, None
    return estimate_within(department_load(work, ticket.department, timezone), ticket)


def estimate_within(load: DepartmentLoad, ticket: Ticket) -> tuple[int, Estimate | None]:
    """The same, where the ticket's department has been read already."""
    if ticket.state != "waiting":
        return 0, None
    prospect = load.outlook.of(ticket.id)
    return prospect.ahead, prospect.estimate(load.learned)


def predict(work: Work, ticket: Ticket, timezone: ZoneInfo) -> None:
    """Keep what is forecast for a ticket that was issued just now, to learn from it at its call."""
    prospect = department_load(work, ticket.department, timezone).outlook.of(ticket.id)
    keep_prediction(work, ticket, prospect.lane, prospect.ahead, prospect.spread)
