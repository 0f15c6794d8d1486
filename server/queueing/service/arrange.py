"""What somebody must arrange about a patient's doctor, and changing the doctor (R33, R36, R37, R39, R40)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.accounts.rules import may
from server.accounts.service import record_audit
from server.clinic.models import Doctor
from server.core.database import Work
from server.core.errors import FieldProblem, Forbidden, Invalid, NotFound, WrongState
from server.core.ids import new_id
from server.queueing.models import Arrangement, Ticket
from server.queueing.rules.assignment import ABSENT, BY_SUPERVISOR, COVER, COVERABLE, LEFT, REFUSED, WISH
from server.queueing.service.assign import on_duty
from server.queueing.service.queue import find_ticket, hold_ticket, moved, record_event

#: What may come of it: the patient waits for the doctor; another stands in; another doctor, or any; another day; gone.
OUTCOMES = ("wait", "cover", "other_doctor", "rebook", "left")


def open_arrangement(
    work: Work, ticket: Ticket, case: str, doctor: str | None = None, reason: str | None = None
) -> Arrangement | None:
    """Note that somebody must arrange a patient's doctor; None where it was noted before."""
    known = select(Arrangement.id).where(Arrangement.ticket == ticket.id, Arrangement.case == case)
    if work.session.scalar(known) is not None:
        return None
    arrangement = Arrangement(
        id=new_id(), ticket=ticket.id, hall=ticket.hall, case=case, doctor=doctor, reason=reason,
        opened_at=work.now, opened_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(arrangement)
    work.session.flush()
    record_event(work, ticket, "arrange", case=case, doctor=doctor)
    work.announce("arrangement.opened", ticket.hall, ticket.department, parts=("tasks",))
    return arrangement


def open_arrangements(work: Work, hall: str) -> list[Arrangement]:
    """What is still to be arranged in a hall, oldest first."""
    wanted = select(Arrangement).where(Arrangement.hall == hall, Arrangement.state == "open")
    return list(work.session.scalars(wanted.order_by(Arrangement.opened_at, Arrangement.id)))


def arrange(work: Work, identifier: str, outcome: str, doctor: str | None = None) -> Arrangement:
    """What was arranged with the patient. Doing the same again changes nothing.

    Raises NotFound, WrongState, Invalid (`outcome`, `doctor`), Forbidden where it is a supervisor's.
    """
    if outcome not in OUTCOMES:
        raise Invalid([FieldProblem("outcome", "not_a_choice")])
    known = work.session.get(Arrangement, identifier)
    if known is None:
        raise NotFound("arrangement")
    ticket = hold_ticket(work, known.ticket)
    arrangement = work.session.get_one(Arrangement, identifier, with_for_update=True, populate_existing=True)
    if arrangement.case in BY_SUPERVISOR and not may(work.actor.role, "queue.override"):
        raise Forbidden
    if arrangement.state != "open":
        if arrangement.outcome == outcome:
            return arrangement
        raise WrongState(arrangement.state, "arrange")
    if ticket.state == "waiting":
        _carry_out(work, ticket, outcome, doctor)
    _end(work, arrangement, "done", outcome)
    record_audit(work, "arrangement.done", f"ticket:{ticket.id}", case=arrangement.case, outcome=outcome)
    moved(work, ticket, ticket.state, "doctor")
    return arrangement


def _carry_out(work: Work, ticket: Ticket, outcome: str, doctor: str | None) -> None:
    if outcome == "other_doctor":
        _bind(work, ticket, doctor)
    elif outcome == "cover":
        ticket.bound = COVER if ticket.doctor is not None else None
    record_event(work, ticket, "arranged", outcome=outcome, doctor=ticket.doctor)


def change_doctor(work: Work, identifier: str, doctor: str | None, reason: str, *, refused: bool = False) -> Ticket:
    """A waiting patient goes to another doctor, or to any (R37). Not wanting the doctor of before is `refused`: the
    reason is kept and reaches the supervisor (R39).

    Raises WrongState, Invalid (`doctor`).
    """
    ticket = hold_ticket(work, identifier)
    if ticket.state != "waiting":
        raise WrongState(ticket.state, "doctor")
    before = ticket.doctor
    _bind(work, ticket, doctor)
    record_event(work, ticket, "doctor", reason=reason, before=before, doctor=doctor)
    record_audit(work, "ticket.doctor", f"ticket:{identifier}", before=before, doctor=doctor, refused=refused)
    if refused and before is not None:
        open_arrangement(work, ticket, REFUSED, before, reason)
    moved(work, ticket, ticket.state, "doctor")
    return ticket


def _bind(work: Work, ticket: Ticket, doctor: str | None) -> None:
    if doctor is not None and doctor not in on_duty(work, ticket.department):
        raise Invalid([FieldProblem("doctor", "doctor_not_on_duty")])
    ticket.doctor, ticket.bound = doctor, WISH if doctor is not None else None


def find_stranded(work: Work, department: str) -> int:
    """Who waits for a doctor that sits in no room any more: somebody must ask them (R33, R35). Returns how many are
    new."""
    there = on_duty(work, department)
    waiting = work.session.scalars(
        select(Ticket).where(
            Ticket.department == department, Ticket.state == "waiting", Ticket.doctor.is_not(None),
            Ticket.doctor.not_in(there), Ticket.bound.not_in(COVERABLE),
        )
    ).all()  # fmt: skip
    found = 0
    for ticket in waiting:
        works_here = work.session.get(Doctor, ticket.doctor)
        case = ABSENT if works_here is not None and works_here.active else LEFT
        found += open_arrangement(work, ticket, case, ticket.doctor) is not None
    return found


def follow_room(work: Work, **facts: Any) -> None:
    """A room was closed, or its doctor changed."""
    department: str = facts["department"]
    find_stranded(work, department)


def follow_doctor(work: Work, **facts: Any) -> None:
    """A ticket moved: what is to be arranged ends when the patient no longer waits. A refusal stays until the
    supervisor has dealt with it (R39)."""
    ticket: Ticket = facts["ticket"]
    if ticket.state == "waiting":
        return
    wanted = select(Arrangement).where(Arrangement.ticket == ticket.id, Arrangement.state == "open")
    for arrangement in work.session.scalars(wanted).all():
        if arrangement.case != REFUSED:
            _end(work, arrangement, "closed", facts["step"][:16])


def _end(work: Work, arrangement: Arrangement, state: str, outcome: str) -> None:
    arrangement.state, arrangement.outcome = state, outcome
    arrangement.ended_at, arrangement.ended_by = work.now, work.actor.stamp
    ticket = find_ticket(work, arrangement.ticket)
    work.announce("arrangement.ended", ticket.hall, ticket.department, parts=("tasks",))
