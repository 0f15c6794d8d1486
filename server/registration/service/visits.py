"""Visits: one row an arrival, with its class computed and, where staff know better, changed (R3, R15–R20)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound
from server.core.ids import new_id
from server.registration.models import VISIT_CLASSES, Patient, Visit
from server.registration.rules.texts import LONGEST_COMPLAINT, LONGEST_NOTE, clean_text
from server.registration.rules.visits import NO_FEE, ClassDecision, PastVisit, decide_visit_class
from server.registration.service.problems import Problems

#: Earlier visits that are looked at; the newest decide.
PAST_VISITS = 50


def record_visit(
    work: Work,
    patient: Patient,
    department: str,
    *,
    service_day: date,
    language: str,
    consent: bool,
    complaint: str | None = None,
    symptoms: list[str] | None = None,
    details: dict[str, Any] | None = None,
    same_problem: bool | None = None,
    hint: str | None = None,
    visit_class: str | None = None,
) -> Visit:
    """Record an arrival (R2, R3). The class is computed from the history in this department, `same_problem`
    and triage's `hint`; a `visit_class` that was chosen at the desk or kiosk goes before it.

    `details` holds codes only (region, duration). Raises Invalid: `consent_required` (R106), a complaint
    over 500 characters, an unknown class.
    """
    problems = Problems()
    if not consent:
        problems.add("consent", "consent_required")
    if visit_class is not None and visit_class not in VISIT_CLASSES:
        problems.add("visit_class", "not_a_choice")
    text = problems.run("complaint.text", lambda: clean_text(complaint, LONGEST_COMPLAINT))
    problems.refuse()
    decision = _decide(work, patient.id, department, service_day, same_problem, hint)
    kept = dict(details or {})
    if same_problem is not None:
        kept["same_problem"] = same_problem
    if decision.general_check_first and visit_class in (None, "orthodontics"):
        kept["general_check_first"] = True
    visit = Visit(
        id=new_id(), patient=patient.id, service_day=service_day, arrived_at=work.now, department=department,
        visit_class=visit_class or decision.visit_class, computed_class=decision.visit_class,
        class_reason="chosen" if visit_class else decision.reason, complaint=text,
        symptoms=list(symptoms or []), details=kept, language=language, consent_at=work.now,
        entered_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(visit)
    work.session.flush()
    return visit


def change_visit_class(work: Work, visit: str, visit_class: str, reason: str) -> Visit:
    """Staff correct the class of a visit, with a reason (R15); what was computed stays beside it.

    Raises NotFound, Invalid (`visit_class`, `reason`).
    """
    row = work.session.get(Visit, visit, with_for_update=True)
    if row is None:
        raise NotFound("visit")
    problems = Problems()
    if visit_class not in VISIT_CLASSES:
        problems.add("visit_class", "not_a_choice")
    said = problems.run("reason", lambda: clean_text(reason, LONGEST_NOTE))
    if said is None and "reason" not in problems.names():
        problems.add("reason", "reason_required")
    problems.refuse()
    before, row.visit_class, row.class_reason = row.visit_class, visit_class, said
    record_audit(work, "visit.class_changed", f"visit:{row.id}", before=before, after=visit_class)
    work.session.flush()
    return row


def set_no_fee(work: Work, visit: str, reason: str | None) -> Visit:
    """免检: the visit ends without a fee, for one of `NO_FEE`; None takes it back (R19).

    Raises NotFound, Invalid (`reason`).
    """
    row = work.session.get(Visit, visit, with_for_update=True)
    if row is None:
        raise NotFound("visit")
    if reason is not None and reason not in NO_FEE:
        raise Invalid([FieldProblem("reason", "not_a_choice")])
    before, row.no_fee = row.no_fee, reason
    record_audit(work, "visit.no_fee", f"visit:{row.id}", before=before, after=reason)
    return row


def last_visit(
    work: Work, patient: str, department: str | None = None, before: Visit | None = None
) -> Visit | None:
    """The patient's newest visit (to a department), other than `before`: whose doctor stays theirs (R31)."""
    wanted = select(Visit).where(Visit.patient == patient)
    if department is not None:
        wanted = wanted.where(Visit.department == department)
    if before is not None:
        wanted = wanted.where(Visit.id != before.id)
    return work.session.scalar(wanted.order_by(Visit.arrived_at.desc()).limit(1))


def _decide(
    work: Work, patient: str, department: str, today: date, same_problem: bool | None, hint: str | None
) -> ClassDecision:
    rows = work.session.execute(
        select(Visit.service_day, Visit.visit_class)
        .where(Visit.patient == patient, Visit.department == department)
        .order_by(Visit.arrived_at.desc())
        .limit(PAST_VISITS)
    )
    past = [PastVisit(day, visit_class) for day, visit_class in rows]
    return decide_visit_class(past, today, same_problem=same_problem, hint=hint)
