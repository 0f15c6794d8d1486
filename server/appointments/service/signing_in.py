"""Signing in for an appointment, and how it follows the number that was given for it (R34)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, RosterConflict
from server.appointments.rules.states import arrival_of
from server.appointments.service.changing import end_conflicts
from server.appointments.service.keeping import find_by_code, hold_appointment, record_event, step
from server.appointments.service.times import free_time
from server.clinic.service import clinic_settings
from server.core.clock import service_day
from server.core.database import Work
from server.core.errors import Refusal
from server.queueing.models import Ticket
from server.queueing.service.queue import policy_of

#: The steps of a ticket after which its appointment is looked at.
FOLLOWED = frozenset({"finish", "hand_over", "cancel", "expire", "undo", "transfer"})


def check_in_problem(work: Work, row: Appointment, timezone: ZoneInfo) -> str | None:
    """Why nobody can sign in for an appointment now: `checked_in`, `cancelled`, `over` or `other_day`; None where
    they can."""
    if row.state == "checked_in":
        return "checked_in"
    if row.state != "booked":
        return "cancelled" if row.state == "cancelled" else "over"
    turns = clinic_settings(work).day_starts_hour
    booked, today = (service_day(at, timezone, turns) for at in (row.starts_at, work.now))
    if booked == today:
        return None
    return "other_day" if booked > today else "over"


def arrival_now(work: Work, row: Appointment) -> str:
    """Whether who comes now is early, on time or late, by the policy that orders the department's queue."""
    policy = policy_of(work, row.department)
    return arrival_of(row.starts_at, work.now, policy.early_minutes, policy.late_minutes)


def find_to_check_in(work: Work, code: str, timezone: ZoneInfo) -> Appointment:
    """The appointment that a code stands for, where one can sign in for it now, or has.

    Raises Refusal: `appointment_not_found`, `appointment_other_day` with `date` and `time`, `appointment_over`.
    """
    row = find_by_code(work, code)
    problem = check_in_problem(work, row, timezone) if row is not None else "cancelled"
    if row is None or problem == "cancelled":
        raise Refusal("appointment_not_found")
    if problem == "over":
        raise Refusal("appointment_over")
    if problem == "other_day":
        local = row.starts_at.astimezone(timezone)
        raise Refusal("appointment_other_day", date=local.date().isoformat(), time=f"{local:%H:%M}")
    return row


def check_in(work: Work, identifier: str, ticket: Ticket, patient: str) -> Appointment:
    """Somebody has come, and holds this ticket: it carries the booked time. Raises WrongState."""
    row = hold_appointment(work, identifier)
    step(row, "check_in")
    row.ticket, row.checked_in_at, row.arrival = ticket.id, work.now, arrival_now(work, row)
    row.patient = row.patient or patient
    ticket.appointment_at = row.starts_at
    record_event(work, row, "checked_in", arrival=row.arrival, ticket=ticket.id)
    record_audit(work, "appointment.checked_in", f"appointment:{row.id}", arrival=row.arrival)
    conflict = work.session.scalar(select(RosterConflict).where(RosterConflict.open_for == row.id))
    if conflict is not None:
        conflict.arrived_at = work.now  # the doctor is not there, and the patient is (R35)
    work.session.flush()
    return row


def follow_ticket(work: Work, **facts: Any) -> None:
    """Seen is done, taken back is not; who gives up the place gives up the appointment; a transfer takes it along."""
    ticket: Ticket = facts["ticket"]
    name: str = facts["step"]
    if name not in FOLLOWED:
        return
    row = work.session.scalar(select(Appointment).where(Appointment.ticket == ticket.id).with_for_update())
    if row is None:
        return
    if name == "transfer":
        row.ticket = ticket.transferred_to
        return
    if name == "undo":
        if row.state == "done" and ticket.state != "finished":
            step(row, "reopen")
            record_event(work, row, "reopened")
        return
    if row.state == "checked_in":
        seen = name != "cancel" and ticket.state == "finished"
        step(row, "finish" if seen else "leave")
        record_event(work, row, "done" if seen else "left")
        if not seen and row.starts_at > work.now:
            free_time(work, row.id)  # somebody else can still have it
        end_conflicts(work, row, "kept" if seen else "lapsed")
