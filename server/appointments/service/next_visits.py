"""How long the next visit takes, as the doctor says at the end of this one (R69)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import NextVisit
from server.appointments.service.times import require_units
from server.core.database import Work
from server.core.ids import new_id
from server.registration.rules.texts import clean_text
from server.registration.service.problems import Problems

LONGEST_ITEM = 80


def plan_next_visit(
    work: Work, *, patient: str, ticket: str, department: str, doctor: str, units: int, item: str | None,
    earliest: date | None,
) -> NextVisit:  # fmt: skip
    """Keep what the doctor said; it takes the place of what was said before and not booked yet.

    Raises Invalid (`units`, `item`).
    """
    require_units(units)
    problems = Problems()
    said = problems.run("item", lambda: clean_text(item, LONGEST_ITEM))
    problems.refuse()
    plan = NextVisit(
        id=new_id(), patient=patient, ticket=ticket, department=department, doctor=doctor, units=units,
        earliest=earliest, item=said, set_at=work.now, set_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(plan)
    work.session.flush()
    record_audit(work, "next_visit.set", f"ticket:{ticket}", units=units)
    return plan


def open_plan(work: Work, patient: str | None, department: str) -> NextVisit | None:
    """The newest plan of a patient for a department, where nothing has been booked by it."""
    if patient is None:
        return None
    newest = work.session.scalar(
        select(NextVisit)
        .where(NextVisit.patient == patient, NextVisit.department == department)
        .order_by(NextVisit.set_at.desc(), NextVisit.id.desc())
        .limit(1)
    )
    return newest if newest is not None and newest.used_by is None else None
