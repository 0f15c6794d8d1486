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
from server.queueing.rules.assignment import (
    ABSENT,
    BY_SUPERVISOR,
    COVER,
    COVERABLE,
    LATE,
    LEFT,
    ORIGINAL,
    REFUSED,
    STAYS,
    WISH,
)
from server.queueing.service.assign import on_duty
from server.queueing.service.move import cancel
from server.queueing.service.queue import find_ticket, hold_ticket, moved, record_event

#: What may come of it: the patient waits for the doctor; another stands in; another doctor, or any; another day; gone;
#: the second step is booked, or not wanted (R20).
OUTCOMES = ("wait", "cover", "other_doctor", "rebook", "left", "booked", "not_wanted")
#: Of these, what ends the wait (R48).
GIVES_UP = frozenset({"rebook", "left"})


def open_arrangement(
    work: Work, ticket: Ticket, case: str, doctor: str | None = None, reason: str | None = None
) -> None:
    """Note that somebody must arrange a patient's doctor; what was arranged before is opened anew."""
    known = select(Arrangement).where(Arrangement.ticket == ticket.id, Arrangement.case == case)
    arrangement = work.session.scalar(known.execution_options(populate_existing=True))
    if arrangement is not None and arrangement.state == "open":
        return
    if arrangement is None:
        arrangement = Arrangement(id=new_id(), ticket=ticket.id, case=case)
        work.session.add(arrangement)
    arrangement.hall, arrangement.doctor, arrangement.reason = ticket.hall, doctor, reason
    arrangement.opened_at, arrangement.opened_by = work.now, work.actor.stamp
    arrangement.state = "open"
    arrangement.outcome = arrangement.ended_at = arrangement.ended_by = None
    work.session.flush()
    record_event(work, ticket, "arrange", case=case, doctor=doctor)
    work.announce("arrangement.opened", ticket.hall, ticket.department, parts=("tasks",))


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
    _end(work, arrangement, "done", outcome)
    record_audit(work, "arrangement.done", f"ticket:{ticket.id}", case=arrangement.case, outcome=outcome)
    if ticket.state == "waiting":
        _carry_out(work, ticket, arrangement, outcome, doctor)
    return arrangement


def _carry_out(work: Work, ticket: Ticket, arrangement: Arrangement, outcome: str, doctor: str | None) -> None:
    if outcome in GIVES_UP:
        cancel(work, ticket.id, outcome)
        return
    if outcome == "other_doctor":
        _require_other(arrangement, doctor)
        _bind(work, ticket, doctor)
    elif ticket.doctor is not None:
        ticket.bound = COVER if outcome == "cover" else ORIGINAL
    record_event(work, ticket, "arranged", outcome=outcome, doctor=ticket.doctor)
    moved(work, ticket, ticket.state, "doctor")


def _require_other(arrangement: Arrangement, doctor: str | None) -> None:
    """Whoever is not wanted must not be the one who calls; "any" could be (R39)."""
    if arrangement.case == REFUSED and doctor in (None, arrangement.doctor):
        raise Invalid([FieldProblem("doctor", "required")])


def change_doctor(work: Work, identifier: str, doctor: str | None, reason: str, *, refused: bool = False) -> Ticket:
    """A waiting patient goes to another doctor, or to any (R37). Not wanting the doctor of before is `refused`: then
    another must be named; the reason is kept and reaches the supervisor (R39).

    Raises WrongState, Invalid (`doctor`).
    """
    ticket = hold_ticket(work, identifier)
    if ticket.state != "waiting":
        raise WrongState(ticket.state, "doctor")
    before = ticket.doctor
    if refused and doctor in (None, before):
        raise Invalid([FieldProblem("doctor", "required")])
    _bind(work, ticket, doctor)
    _close(work, ticket, "changed")
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


def follow_room(work: Work, **facts: Any) -> None:
    """A room was opened or closed, or its doctor changed: whoever waits for a doctor that sits nowhere any more must be
    asked (R33, R35); where a doctor is back, nothing is left to ask."""
    department: str = facts["department"]
    there = on_duty(work, department)
    bound = select(Ticket).where(
        Ticket.department == department, Ticket.state == "waiting", Ticket.doctor.is_not(None)
    )
    for ticket in work.session.scalars(bound).all():
        if ticket.doctor in there:
            _close(work, ticket, "back")
        else:
            _ask_if_stranded(work, ticket, there)


def follow_patient(work: Work, **facts: Any) -> None:
    """A ticket moved: what is to be arranged ends when the patient no longer waits, and is asked when one waits again.
    A refusal stays until the supervisor has dealt with it (R39)."""
    ticket: Ticket = facts["ticket"]
    if ticket.state != "waiting":
        _close(work, ticket, facts["step"][:16])
    elif facts["before"] != "waiting" and ticket.doctor is not None:
        _ask_if_stranded(work, ticket, on_duty(work, ticket.department))


def _ask_if_stranded(work: Work, ticket: Ticket, there: frozenset[str]) -> None:
    if ticket.doctor is None or ticket.doctor in there or ticket.bound in COVERABLE:
        return
    doctor = work.session.get(Doctor, ticket.doctor)
    works_here = doctor is not None and doctor.active
    if works_here and _is_open(work, ticket, LATE):
        return  # asked already: the doctor is on the way
    open_arrangement(work, ticket, ABSENT if works_here else LEFT, ticket.doctor)


def _is_open(work: Work, ticket: Ticket, case: str) -> bool:
    wanted = select(Arrangement.id).where(
        Arrangement.ticket == ticket.id, Arrangement.case == case, Arrangement.state == "open"
    )
    return work.session.scalar(wanted) is not None


def _close(work: Work, ticket: Ticket, outcome: str) -> None:
    wanted = select(Arrangement).where(Arrangement.ticket == ticket.id, Arrangement.state == "open")
    for arrangement in work.session.scalars(wanted).all():
        if arrangement.case not in STAYS:
            _end(work, arrangement, "closed", outcome)


def close_arrangement(work: Work, ticket: Ticket, case: str, outcome: str) -> None:
    """End one case of a ticket, where it is open: its cause is gone."""
    wanted = select(Arrangement).where(
        Arrangement.ticket == ticket.id, Arrangement.case == case, Arrangement.state == "open"
    )
    for arrangement in work.session.scalars(wanted).all():
        _end(work, arrangement, "closed", outcome)


def _end(work: Work, arrangement: Arrangement, state: str, outcome: str) -> None:
    arrangement.state, arrangement.outcome = state, outcome
    arrangement.ended_at, arrangement.ended_by = work.now, work.actor.stamp
    ticket = find_ticket(work, arrangement.ticket)
    work.announce("arrangement.ended", ticket.hall, ticket.department, parts=("tasks",))
