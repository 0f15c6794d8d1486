"""Groups that go ahead: noted by staff when they have seen the papers (R29)."""

from __future__ import annotations

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import WrongState
from server.queueing.models import Ticket
from server.queueing.rules.states import OPEN
from server.queueing.service.queue import hold_ticket, moved, record_event


def set_priority(work: Work, identifier: str, group: str | None) -> Ticket:
    """Put a ticket into one of `rules.priority.GROUPS`, or into none; audited. Raises WrongState for an ended one."""
    ticket = hold_ticket(work, identifier)
    if ticket.state not in OPEN:
        raise WrongState(ticket.state, "priority")
    ticket.priority = group
    record_event(work, ticket, "priority", group=group or "none")
    record_audit(work, "ticket.priority", f"ticket:{identifier}", group=group or "none")
    moved(work, ticket, ticket.state, "priority")
    return ticket
