"""Orthodontics in two steps (R20): after the general check the specialist's appointment is offered, on a card that
stays until it is booked or the patient does not want it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.appointments.service.roster import doctors_of, names_of
from server.clinic.models import Doctor
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import NotFound
from server.queueing.models import Arrangement, Ticket
from server.queueing.rules.assignment import SECOND_STEP
from server.queueing.service import find_ticket, open_arrangement
from server.queueing.service.arrange import close_arrangement
from server.registration.models import Patient, Visit
from server.registration.service import describe_candidate
from server.triage.service import assess

#: The class of the second visit.
ORTHODONTICS = "orthodontics"


def follow_first_step(work: Work, **facts: Any) -> None:
    """Whoever was seen for the general check that comes before braces is offered the specialist; where that end of the
    visit is taken back, so is the card."""
    ticket: Ticket = facts["ticket"]
    if facts["step"] == "undo" and facts["before"] == "finished":
        close_arrangement(work, ticket, SECOND_STEP, "undone")
    elif facts["step"] == "finish":
        visit = work.session.get(Visit, ticket.visit)
        if visit is not None and visit.details.get("general_check_first"):
            open_arrangement(work, ticket, SECOND_STEP)


def second_step(work: Work, identifier: str) -> dict[str, Any]:
    """What a desk needs to book the second step of a ticket: the patient, masked, and the specialists.

    Raises NotFound where nothing is to be booked.
    """
    ticket = find_ticket(work, identifier)
    wanted = select(Arrangement.id).where(
        Arrangement.ticket == ticket.id, Arrangement.case == SECOND_STEP, Arrangement.state == "open"
    )
    if work.session.scalar(wanted) is None:
        raise NotFound("arrangement")
    patient = work.session.get_one(Patient, work.session.get_one(Visit, ticket.visit).patient)
    candidate = describe_candidate(work, patient, work.now.date(), clinic_settings(work).stale_days)
    specialists = [row for row in doctors_of(work, ticket.department) if _is_specialist(row)]
    return {
        "department": ticket.department,
        "visit_class": ORTHODONTICS,
        "patient": {**vars(candidate), "last_confirmed": instant(candidate.last_confirmed)},
        "specialists": [{"number": row.number, "names": names_of(row)} for row in specialists],
    }


def _is_specialist(doctor: Doctor) -> bool:
    """Whether a doctor's specialities, as the clinic's file words them, mean orthodontics to the triage's knowledge."""
    said = (doctor.specialities or {}).get("zh-CN")
    if not said:
        return False
    found = assess(text=said, symptoms=(), age_years=None, sex=None, open_departments={doctor.department: 1})
    return found.suggestion.visit_class_hint == ORTHODONTICS
