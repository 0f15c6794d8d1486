"""What the phones of a department are told, reckoned once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.core.database import Work
from server.core.outbox import HallRevision
from server.queueing.models import Ticket
from server.waiting.rules.estimate import Estimate
from server.waiting.service.estimates import estimate_within
from server.waiting.service.loads import department_load

#: How long a reckoning holds where nothing of its hall moved. Estimates are told in minutes.
HOLDS_FOR = timedelta(seconds=10)


@dataclass(frozen=True)
class _Reckoned:
    """A department at one revision of its hall: people ahead and estimate of each ticket that waits."""

    revision: int
    at: datetime
    tickets: dict[str, tuple[int, Estimate | None]]


class SharedEstimates:
    """The estimates of whole departments, kept in this process until something of the hall moves. Whatever moves raises
    the hall's revision in the same transaction, so that what is kept is never behind what is stored."""

    def __init__(self) -> None:
        self._kept: dict[str, _Reckoned] = {}

    def of(self, work: Work, ticket: Ticket, timezone: ZoneInfo) -> tuple[int, Estimate | None]:
        """How many are before a ticket, and how long it still takes; nobody is before one that does not queue."""
        if ticket.state != "waiting":
            return 0, None
        row = work.session.get(HallRevision, ticket.hall)
        revision = row.revision if row is not None else 0
        kept = self._kept.get(ticket.department)
        fresh = kept is not None and kept.revision == revision and abs(work.now - kept.at) < HOLDS_FOR
        if kept is None or not fresh or ticket.id not in kept.tickets:
            load = department_load(work, ticket.department, timezone)
            kept = _Reckoned(revision, work.now, {one.id: estimate_within(load, one) for one in load.waiting})
            self._kept[ticket.department] = kept
        return kept.tickets[ticket.id]
