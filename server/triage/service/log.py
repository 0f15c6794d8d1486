"""The triage log: every triage with its input, its suggestion, its final choice, and by whom (R27)."""

from __future__ import annotations

from sqlalchemy import select

from server.core.database import Work
from server.core.ids import new_id
from server.triage.models import TriageLog
from server.triage.service.assess import Assessment


def record_triage(
    work: Work,
    assessment: Assessment,
    kind: str,
    *,
    ticket: str | None = None,
    final_department: str | None = None,
    final_urgency: int | None = None,
) -> TriageLog:
    """Log one triage. `kind`: registration, alarm, worse or desk."""
    suggestion = assessment.suggestion
    entry = TriageLog(
        id=new_id(),
        ticket=ticket,
        kind=kind,
        at=work.now,
        actor=work.actor.stamp,
        text=assessment.text,
        symptoms=list(assessment.symptoms),
        suggestion={
            "departments": [
                {"code": choice.code, "confidence": round(choice.confidence, 3)}
                for choice in suggestion.departments
            ],
            "ask_a_person": suggestion.ask_a_person,
            "ask_reason": suggestion.ask_reason,
            "matched": list(suggestion.matched),
            "denied": list(suggestion.denied),
            "cautions": [flag.code for flag in suggestion.cautions],
        },
        confidence=assessment.confidence,
        urgency=suggestion.urgency,
        red_flags=assessment.red_flags,
        final_department=final_department,
        final_urgency=final_urgency,
        decided_by=work.actor.stamp if final_department else None,
        decided_at=work.now if final_department else None,
    )
    work.session.add(entry)
    return entry


def confirm_triage(work: Work, ticket: str, department: str, urgency: int) -> None:
    """Staff confirmed or changed the choice; who and when is kept beside the suggestion."""
    entry = last_triage(work, ticket)
    if entry is not None:
        entry.final_department = department
        entry.final_urgency = urgency
        entry.decided_by = work.actor.stamp
        entry.decided_at = work.now


def last_triage(work: Work, ticket: str) -> TriageLog | None:
    """The latest triage of a ticket."""
    return work.session.scalar(
        select(TriageLog)
        .where(TriageLog.ticket == ticket)
        .order_by(TriageLog.at.desc(), TriageLog.id.desc())
        .limit(1)
    )
