"""What a kiosk or desk is told of a ticket: number, place, people ahead, range, link, paper (contract)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.appointments.models import Appointment
from server.appointments.service.roster import names_of
from server.clinic.models import Department, Doctor
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.queueing.models import Ticket
from server.queueing.service import ticket_token
from server.triage.models import Alarm
from server.triage.service import flag_document
from server.waiting.rules.estimate import Estimate
from server.waiting.service import estimate_ticket


def ticket_url(base_url: str, ticket: Ticket) -> str:
    """The address of the ticket's phone page."""
    return f"{base_url}/t/{ticket_token(ticket.id)}"


def ticket_answer(
    work: Work, ticket: Ticket, base_url: str, timezone: ZoneInfo, *, job: dict[str, Any] | None = None,
    alarm: Alarm | None = None,
) -> dict[str, Any]:  # fmt: skip
    """A ticket as `POST /tickets` answers it; `job` is its slip, `alarm` its red flag."""
    department = work.session.get_one(Department, ticket.department)
    ahead, estimate = estimate_ticket(work, ticket, timezone)
    return {
        "id": ticket.id,
        "number": ticket.number,
        "state": ticket.state,
        "department": department.code,
        "names": department.names,
        "hall": ticket.hall,
        "place": department.place,
        "way": department.way,
        "ahead": ahead,
        "returning_ahead": _returning_ahead(work, ticket),
        "estimate": estimate.as_dict() if estimate else None,
        "expected": _expected(work, estimate),
        "urgency": ticket.urgency,
        "visit_class": ticket.visit_class,
        "companion": ticket.companion,
        "issued_at": instant(ticket.issued_at),
        "token": ticket_token(ticket.id),
        "url": ticket_url(base_url, ticket),
        "print": job,
        "appointment": _appointment(work, ticket),
        "education": {"offered": bool(estimate and estimate.likely > clinic_settings(work).education_minutes)},
        "alarm": {"id": alarm.id, "raised_at": instant(alarm.raised_at)} if alarm else None,
        "red_flags": [flag_document(code) for code in (alarm.red_flags if alarm else [])],
    }


def _appointment(work: Work, ticket: Ticket) -> dict[str, Any] | None:
    """The booked time that a ticket stands for, and how early or late its holder came (R34)."""
    if ticket.appointment_at is None:
        return None
    row = work.session.scalars(select(Appointment).where(Appointment.ticket == ticket.id)).one()
    doctor = work.session.get(Doctor, row.doctor)
    return {
        "id": row.id,
        "code": row.code,
        "starts_at": instant(row.starts_at),
        "doctor": row.doctor,
        "doctor_names": names_of(doctor) if doctor is not None else None,
        "arrival": row.arrival,
    }


def _expected(work: Work, estimate: Estimate | None) -> dict[str, str] | None:
    if estimate is None:
        return None
    return {
        "from": instant(work.now + timedelta(minutes=estimate.low)),
        "to": instant(work.now + timedelta(minutes=estimate.high)),
    }


def _returning_ahead(work: Work, ticket: Ticket) -> int:
    ahead = work.session.scalars(
        select(Ticket).where(
            Ticket.department == ticket.department, Ticket.state == "waiting", Ticket.returned.is_(True)
        )
    )
    return sum(1 for other in ahead if other.urgency <= ticket.urgency)
