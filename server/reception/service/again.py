"""A number once more at the kiosk: whoever lost the slip, or never got one, finds the number and prints it (R59, R105).
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from server.clinic.service import clinic_settings
from server.core.answers import keep_answer, kept_answer
from server.core.clock import instant, service_day
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.printing.models import PrintJob
from server.printing.service import told_kiosk
from server.queueing.models import Ticket, TicketEvent
from server.queueing.rules.states import OPEN
from server.queueing.service import find_ticket_by_token
from server.reception.service.answer import ticket_answer
from server.reception.service.paper import reprint
from server.registration.models import Visit
from server.registration.service import read_ref

#: How often kiosks print one number again: after that a person looks why.
MOST_COPIES = 2


def held_tickets(work: Work, timezone: ZoneInfo, *, ref: str | None, token: str | None) -> list[dict[str, Any]]:
    """Today's numbers of somebody who was found (`ref`), or the one of a slip that was scanned (`token`), oldest
    first. Raises Refusal `patient_ref_expired`, NotFound."""
    return [_described(work, ticket) for ticket in _held(work, timezone, ref, token)]


def print_held(
    work: Work, timezone: ZoneInfo, base_url: str, ticket: str, *, request_id: str, ref: str | None, token: str | None
) -> dict[str, Any]:
    """One of them once more, marked as a copy; answers as a new number does. Asked twice, it prints once.

    Raises NotFound where it is none of theirs, Refusal `printed_often`, `nothing_to_print`, `patient_ref_expired`.
    """
    kept = kept_answer(work, "tickets.held.print", request_id)
    if kept is not None:
        return kept
    found = next((one for one in _held(work, timezone, ref, token) if one.id == ticket), None)
    if found is None:
        raise NotFound("ticket")
    if _copies(work, found) >= MOST_COPIES:
        raise Refusal("printed_often", count=MOST_COPIES)
    job = reprint(work, found, timezone)
    answer = ticket_answer(work, found, base_url, timezone, job={"job": job.id} | told_kiosk(work, job))
    keep_answer(work, "tickets.held.print", request_id, answer)
    return answer


def _held(work: Work, timezone: ZoneInfo, ref: str | None, token: str | None) -> list[Ticket]:
    if token is not None:
        ticket = find_ticket_by_token(work, token)
        return [ticket] if ticket.state in OPEN else []
    if ref is None:
        return []
    today = service_day(work.now, timezone, clinic_settings(work).day_starts_hour)
    return list(
        work.session.scalars(
            select(Ticket)
            .join(Visit, Visit.id == Ticket.visit)
            .where(Visit.patient == read_ref(work, ref), Ticket.service_day == today, Ticket.state.in_(OPEN))
            .order_by(Ticket.issued_at, Ticket.id)
        )
    )


def _described(work: Work, ticket: Ticket) -> dict[str, Any]:
    """The number and its time, and not the department: others may read what stands on a kiosk."""
    slips = work.session.scalar(select(func.count()).select_from(PrintJob).where(PrintJob.ticket == ticket.id)) or 0
    return {
        "id": ticket.id, "number": ticket.number, "issued_at": instant(ticket.issued_at),
        "printable": slips > 0 and _copies(work, ticket) < MOST_COPIES,
    }  # fmt: skip


def _copies(work: Work, ticket: Ticket) -> int:
    return work.session.scalar(
        select(func.count()).select_from(TicketEvent).where(
            TicketEvent.ticket == ticket.id, TicketEvent.kind == "reprinted", TicketEvent.actor.startswith("kiosk:")
        )
    ) or 0  # fmt: skip
