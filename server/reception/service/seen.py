"""A ticket as a patient's phone sees it (never a name), and as staff see it (facts and history, no name)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import describe_by
from server.clinic.models import Department, Doctor, Hall, Room
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.core.language import DEFAULT_LANGUAGE, both, languages
from server.devices.service import device_names
from server.queueing.documents import event_document, ticket_document
from server.queueing.models import Call, Ticket
from server.queueing.rules.ordering import EARLY, Reason, lane_of
from server.queueing.service import candidates, ticket_history
from server.queueing.service.queue import policy_of
from server.registration.models import Patient, Visit
from server.triage.models import Alarm, TriageLog
from server.triage.rules import symptom_name
from server.triage.service import danger_chips, flag_document, knowledge, last_triage
from server.waiting.rules.estimate import Estimate
from server.waiting.rules.phones import ask_again_seconds
from server.waiting.service import SharedEstimates, estimate_ticket

FIVE_MINUTES = timedelta(minutes=5)


def public_ticket(
    work: Work, ticket: Ticket, timezone: ZoneInfo, shared: SharedEstimates | None = None
) -> dict[str, Any]:
    """What the holder of a ticket's token may see: number, place, people ahead, range, state, and when to ask again.
    `shared` holds what was reckoned for other phones of the department; not within a work that moves the ticket."""
    settings = clinic_settings(work)
    department = work.session.get_one(Department, ticket.department)
    hall = work.session.get_one(Hall, ticket.hall)
    ahead, estimate = shared.of(work, ticket, timezone) if shared else estimate_ticket(work, ticket, timezone)
    appointment = _appointment(work, ticket)
    room = work.session.get(Room, ticket.room) if ticket.room and ticket.state != "waiting" else None
    offered = bool(estimate and estimate.likely > settings.education_minutes)
    return {
        "number": ticket.number,
        "state": ticket.state,
        "names": department.names,
        "department": department.code,
        "hall": hall.names,
        "place": department.place,
        "way": department.way,
        "ahead": ahead,
        "estimate": estimate.as_dict() if estimate else None,
        "poll_seconds": ask_again_seconds(ahead),
        "expected": _expected(work, estimate, on_the_clock=bool(appointment and appointment["early"])),
        "room": {"label": room.label, "names": room.names, "way": room.way} if room else None,
        "called_at": instant(ticket.called_at) if ticket.called_at else None,
        "attempt": ticket.attempt,
        "issued_at": instant(ticket.issued_at),
        "urgent_at": _urgent_at(work, ticket),
        "companion": ticket.companion,
        "appointment": appointment,
        "language": ticket.language,
        "transferred": ticket.transferred_from is not None,
        "education": {"offered": offered, "cards": settings.education.get(department.code, [])},
        "clinic": settings.names,
        "logo": settings.logo,
        "desk": settings.desk,
        "red_flags": danger_chips(),
        "now": instant(work.now),
    }


def _expected(work: Work, estimate: Estimate | None, *, on_the_clock: bool) -> dict[str, str] | None:
    """From when to when the call is expected; `on_the_clock` opened to five minutes of it, beside a booked time."""
    if estimate is None:
        return None
    start, end = (work.now + timedelta(minutes=minutes) for minutes in (estimate.low, estimate.high))
    if on_the_clock:
        start, end = start - _past_five(start), end + (FIVE_MINUTES - _past_five(end)) % FIVE_MINUTES
    return {"from": instant(start), "to": instant(end)}


def _past_five(at: datetime) -> timedelta:
    return timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)


def _appointment(work: Work, ticket: Ticket) -> dict[str, Any] | None:
    """The booked time, and whether it is still to come: until then the wait runs from that time (R34)."""
    if ticket.appointment_at is None:
        return None
    [candidate] = candidates([ticket])
    early = ticket.state == "waiting" and lane_of(candidate, work.now, policy_of(work, ticket.department)) == EARLY
    return {"starts_at": instant(ticket.appointment_at), "early": early}


def _urgent_at(work: Work, ticket: Ticket) -> str | None:
    if ticket.state != "urgent":
        return None
    raised = work.session.scalar(
        select(Alarm.raised_at).where(Alarm.ticket == ticket.id).order_by(Alarm.raised_at.desc()).limit(1)
    )
    return instant(raised or ticket.issued_at)


def staff_ticket(work: Work, ticket: Ticket, timezone: ZoneInfo) -> dict[str, Any]:
    """A ticket with its complaint, triage and history, but without a name: those have their own call."""
    ahead, estimate = estimate_ticket(work, ticket, timezone) if ticket.state == "waiting" else (None, None)
    visit = work.session.get_one(Visit, ticket.visit)
    call = work.session.scalar(
        select(Call).where(Call.ticket == ticket.id).order_by(Call.at.desc(), Call.id.desc()).limit(1)
    )
    reason = Reason(**call.reason) if call is not None and not call.withdrawn else None
    return ticket_document(ticket, reason) | {
        "waited_seconds": ticket.waited_seconds,
        "doctor_names": _doctor_names(work, ticket.doctor),
        "ahead": ahead,
        "estimate": estimate.as_dict() if estimate else None,
        "computed_class": visit.computed_class,
        "class_reason": visit.class_reason,
        "no_fee": visit.no_fee,
        "entered_by": visit.entered_by,
        "complaint": _complaint(visit),
        "triage": _triage(work, ticket),
        "special_note": _special(work, visit),
        "history": [_event(work, event_document(event)) for event in _history(work, ticket)],
    }


def _doctor_names(work: Work, number: str | None) -> dict[str, str] | None:
    doctor = work.session.get(Doctor, number) if number is not None else None
    return {"zh-CN": doctor.name, "en": doctor.name_en} if doctor is not None else None


def _special(work: Work, visit: Visit) -> str | None:
    patient = work.session.get_one(Patient, visit.patient)
    return patient.special


def _history(work: Work, ticket: Ticket) -> list[Any]:
    """The ticket's own history after that of the ticket it came from (R45)."""
    earlier = []
    if ticket.transferred_from is not None:
        earlier = _history(work, work.session.get_one(Ticket, ticket.transferred_from))
    return [*earlier, *ticket_history(work, ticket.id)]


def _event(work: Work, document: dict[str, Any]) -> dict[str, Any]:
    return document | {"by": _by(work, document["actor"])}


def _complaint(visit: Visit) -> dict[str, Any]:
    known = knowledge()
    return {
        "text": visit.complaint,
        "symptoms": [
            {"code": code, "names": {name: symptom_name(known, code, name) for name in languages()}}
            for code in visit.symptoms
        ],
        "region": visit.details.get("region"),
        "duration": visit.details.get("duration"),
        "same_problem": visit.details.get("same_problem"),
    }


def _triage(work: Work, ticket: Ticket) -> dict[str, Any] | None:
    """The latest triage of the ticket or of those it came from; None where there was none at all."""
    entry = _latest_triage(work, ticket)
    if entry is None:
        return None
    cautions = entry.suggestion.get("cautions", [])
    return {
        "at": instant(entry.at),
        "kind": entry.kind,
        "suggested": entry.suggestion["departments"],
        "ask_a_person": entry.suggestion["ask_a_person"],
        "confidence": entry.confidence,
        "urgency": entry.urgency,
        "red_flags": [flag_document(code) for code in [*entry.red_flags, *cautions]],
        "checked": len(knowledge().flags),
        "decided": _decided(work, ticket, entry),
        "confirmed": ticket.confirmed,
    }


def _latest_triage(work: Work, ticket: Ticket) -> TriageLog | None:
    entry = last_triage(work, ticket.id)
    while entry is None and ticket.transferred_from is not None:
        ticket = work.session.get_one(Ticket, ticket.transferred_from)
        entry = last_triage(work, ticket.id)
    return entry


def _decided(work: Work, ticket: Ticket, entry: TriageLog) -> dict[str, Any] | None:
    """Where the patient was sent in the end and by whom: a move after the triage decides over it (R27)."""
    moved = next((event for event in ticket_history(work, ticket.id) if event.kind == "came_from"), None)
    if moved is not None and entry.ticket != ticket.id:
        return {
            "department": ticket.department,
            "urgency": ticket.urgency,
            "by": _by(work, moved.actor),
            "at": instant(moved.at),
        }
    if entry.decided_by is None or entry.decided_at is None:
        return None
    return {
        "department": entry.final_department,
        "urgency": entry.final_urgency,
        "by": _by(work, entry.decided_by),
        "at": instant(entry.decided_at),
    }


def _by(work: Work, stamp: str) -> dict[str, Any] | None:
    """Who did it, as people call them: a colleague by name, a kiosk by what it is called."""
    kind, _, code = stamp.partition(":")
    if kind in ("kiosk", "display"):
        names = device_names(work, code)
        return {"number": code, "name": names.get(DEFAULT_LANGUAGE, code), "names": names}
    if kind in ("patient", "system"):
        names = both(f"actor-{kind}")
        return {"number": code, "name": names[DEFAULT_LANGUAGE], "names": names}
    return describe_by(work, stamp)
