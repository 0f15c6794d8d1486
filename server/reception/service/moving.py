"""Moving a patient to another department at the desk: a new number, its slip, the history kept (R45)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from server.accounts.service import record_audit
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.queueing.models import Ticket
from server.queueing.service import find_ticket, transfer
from server.reception.service.answer import ticket_url
from server.reception.service.directory import open_now
from server.reception.service.paper import queue_ticket


def move_patient(
    work: Work,
    identifier: str,
    department: str,
    reason: str,
    *,
    timezone: ZoneInfo,
    base_url: str,
    urgency: int | None = None,
) -> tuple[Ticket, Ticket, dict[str, Any] | None]:
    """The old ticket, the new one, and the job that prints the new slip where the patient stands.

    Raises WrongState, NotFound, or Refusal `department_closed`, `same_department`.
    """
    row = work.session.get(Department, department)
    if row is None or not row.active:
        raise NotFound("department")
    if department not in open_now(work, timezone):
        raise Refusal("department_closed", department=row.names.get("zh-CN", department))
    hall = find_ticket(work, identifier).hall
    after = clinic_settings(work).apology_after
    old, new = transfer(work, identifier, department, reason, after, urgency)
    record_audit(work, "ticket.transferred", f"ticket:{identifier}", department=department)
    return old, new, queue_ticket(work, timezone, new, ticket_url(base_url, new), hall)
