"""A ticket's slip: what stands on it, at which printer it comes out, and once more as a copy (R53, R105)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from printers.slip import Both
from printers.wording import compose
from server.accounts.service import record_audit
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import Refusal
from server.core.language import text
from server.devices.service import require_hall
from server.printing.models import PrintJob
from server.printing.places import printer_for
from server.printing.service import last_job, queue_slip, told_kiosk
from server.queueing.models import Ticket
from server.queueing.service.queue import record_event
from server.waiting.service import estimate_ticket


def queue_ticket(
    work: Work, timezone: ZoneInfo, ticket: Ticket, url: str, hall: str | None = None
) -> dict[str, Any] | None:
    """Store the print job in this same transaction; None where the house has no printer here.

    `hall`: where the patient stands, if not in the ticket's own.
    """
    printer = printer_for(work, hall or ticket.hall)
    if printer is None:
        return None
    department = work.session.get_one(Department, ticket.department)
    ahead, estimate = estimate_ticket(work, ticket, timezone)
    settings = clinic_settings(work)
    local = work.now.astimezone(timezone)
    slip = compose(
        text,
        number=ticket.number,
        clinic=_both(settings.names),
        logo=settings.logo,
        department=_both(department.names),
        place=_both(department.place),
        ahead=ahead,
        wait=(estimate.low, estimate.high) if estimate else None,
        companion=ticket.companion,
        date=f"{local:%Y-%m-%d}",
        time=f"{local:%H:%M}",
        url=url,
        language=ticket.language,
    )
    device = work.actor.code if work.actor.kind == "kiosk" else None
    job = queue_slip(work, printer, slip.to_json(), ticket=ticket.id, device=device)
    return {"job": job.id} | told_kiosk(work, job)


def _both(texts: dict[str, str]) -> Both:
    return Both(texts.get("zh-CN", ""), texts.get("en", ""))


def reprint(work: Work, ticket: Ticket, timezone: ZoneInfo) -> PrintJob:
    """The ticket's slip once more, marked as a copy with its own time, at the printer of its hall, or of the kiosk that
    asks (R105).

    Raises Refusal `nothing_to_print` where no slip was ever made.
    """
    first = last_job(work, ticket.id)
    if first is None:
        raise Refusal("nothing_to_print")
    printer = printer_for(work, ticket.hall) or first.wanted_printer
    require_hall(work, ticket.hall)
    record_event(work, ticket, "reprinted")
    record_audit(work, "ticket.reprinted", f"ticket:{ticket.id}")
    local = work.now.astimezone(timezone)
    slip = first.slip | {"date": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}"}
    device = work.actor.code if work.actor.kind == "kiosk" else None
    return queue_slip(work, printer, slip, ticket=ticket.id, device=device, copy=True)
