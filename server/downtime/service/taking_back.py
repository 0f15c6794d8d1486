"""Taking an entry back: it was a mistake, and the number can be entered anew.

The ticket stays in the records as cancelled, under a number that nobody can hold; the paper's own number is free again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.downtime.models import PaperEntry
from server.downtime.service.packs import lock_of
from server.queueing.models import Ticket
from server.queueing.service import cancel
from server.queueing.service.queue import hold_ticket, moved, record_event
from server.triage.service import end_alarms_of

#: What the history gives as the reason.
REASON = "taken_back"
#: So often can one number be entered by mistake.
MOST = 9


def take_back(work: Work, ticket: str) -> dict[str, Any]:
    """Undo an entry while nothing has happened to its ticket since.

    Raises NotFound; Refusal `paper_moved_on` where the patient was called, moved or has left meanwhile.
    """
    entry = _hold_entry(work, ticket)
    held = hold_ticket(work, ticket)
    if not stands_as_entered(held, entry) or entry.taken_back >= MOST:
        raise Refusal("paper_moved_on", number=held.number)
    number = held.number
    if held.state in ("waiting", "urgent"):
        held = cancel(work, ticket, REASON)
        end_alarms_of(work, ticket, "false_alarm")
    else:
        _forget_visit_times(work, held)
    entry.taken_back += 1
    entry.ticket = None
    _give_up_number(held, entry)
    record_audit(work, "paper.taken_back", f"ticket:{ticket}", number=number, pack=entry.pack)
    work.session.flush()
    return {"id": ticket, "number": number, "state": held.state}


def _hold_entry(work: Work, ticket: str) -> PaperEntry:
    """The entry of a ticket, its number held as by whoever enters it."""
    wanted = select(PaperEntry).where(PaperEntry.ticket == ticket).execution_options(populate_existing=True)
    entry = work.session.scalar(wanted)
    if entry is not None:
        work.lock(lock_of(entry.pack, entry.department, entry.sequence))
        entry = work.session.scalar(wanted)
    if entry is None:
        raise NotFound("paper_entry")
    return entry


def stands_as_entered(ticket: Ticket, entry: PaperEntry) -> bool:
    """Whether nothing has happened to the ticket since it was entered."""
    called_since = ticket.state == "waiting" and ticket.called_at is not None
    return ticket.state == entry.entered_as and not called_since


def _forget_visit_times(work: Work, ticket: Ticket) -> None:
    """Nobody was seen under this entry: no figure counts it, and no doctor has seen the patient."""
    before, ticket.state = ticket.state, "cancelled"
    ticket.called_at = ticket.in_room_at = ticket.left_at = None
    ticket.waited_seconds = ticket.seen_by = ticket.room = None
    ticket.ended_at = work.now
    record_event(work, ticket, "cancelled", reason=REASON)
    moved(work, ticket, before, "cancel")


def _give_up_number(ticket: Ticket, entry: PaperEntry) -> None:
    ticket.number = f"{ticket.number}-{entry.taken_back}"
    ticket.sequence = -(entry.taken_back * 100_000 + entry.sequence)
