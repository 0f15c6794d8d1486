"""Another time, or none: with a reason, told to the doctor, the units free at once (R73, R75)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, RosterConflict
from server.appointments.service.booking import new_code
from server.appointments.service.keeping import (
    appointment_token,
    hold_appointment,
    record_event,
    require_reason,
    step,
    tell_doctor,
)
from server.appointments.service.reminding import note_change
from server.appointments.service.roster import require_doctor
from server.appointments.service.times import TimeWish, free_time, hold_time, offer_times
from server.clinic.models import Department, Doctor
from server.core.database import Work
from server.core.ids import new_id
from server.core.seal import hash_token


@dataclass(frozen=True)
class NewTime:
    """Where an appointment goes. Without `doctor` or `units` these stay."""

    starts_at: datetime
    reason: str
    doctor: str | None = None
    units: int | None = None


def reschedule(work: Work, identifier: str, to: NewTime, timezone: ZoneInfo) -> tuple[Appointment, Appointment]:
    """The appointment as it was, now `moved`, and the new one; old code and link lead to the new one (R73).

    All or nothing: where the new time is taken the old one stays. Raises as `hold_time`, WrongState, Invalid.
    """
    reason = require_reason(to.reason)
    old = hold_appointment(work, identifier, *([to.doctor] if to.doctor is not None else []))
    doctor = require_doctor(work, to.doctor or old.doctor, old.department)
    step(old, "move")
    free_time(work, old.id)
    new = _moved(work, old, doctor.number, to, timezone)
    hold_time(work, new.id, doctor, new.starts_at, new.units, timezone)
    work.session.add(new)
    old.moved_to = new.id
    work.session.flush()
    record_event(work, old, "moved", reason=reason, to=new.id)
    record_event(work, new, "moved_here", reason=reason, old=old.id, units=new.units)
    record_audit(work, "appointment.moved", f"appointment:{old.id}", to=new.id)
    tell_doctor(work, new, "moved")
    if new.doctor != old.doctor:
        tell_doctor(work, old, "moved", old.doctor)
    note_change(work, old, "moved", timezone)
    end_conflicts(work, old, "moved")
    return old, new


def cancel_appointment(work: Work, identifier: str, reason: str, timezone: ZoneInfo) -> Appointment:
    """Give the time up, with a reason. Raises WrongState, NotFound, Invalid."""
    said = require_reason(reason)
    row = hold_appointment(work, identifier)
    step(row, "cancel")
    free_time(work, row.id)
    record_event(work, row, "cancelled", reason=said)
    record_audit(work, "appointment.cancelled", f"appointment:{row.id}")
    tell_doctor(work, row, "cancelled")
    note_change(work, row, "cancelled", timezone)
    end_conflicts(work, row, "cancelled")
    work.session.flush()
    return row


def other_times(
    work: Work,
    appointment: Appointment,
    timezone: ZoneInfo,
    *,
    doctor: str | None = None,
    earliest: date | None = None,
    part: str | None = None,
    units: int | None = None,
) -> list[dict[str, Any]]:
    """Times to offer instead of an appointment (R75): of the same length unless another is asked for, with the same
    doctor unless another is named; with any doctor where the own one has left or has nothing free. Raises as
    `offer_times`."""
    length = appointment.units if units is None else units
    own = work.session.get(Doctor, appointment.doctor)
    stays = own is not None and own.active and own.department == appointment.department
    wanted = doctor or (appointment.doctor if stays else None)
    wish = TimeWish(appointment.department, wanted, length, earliest, part)
    return offer_times(work, wish, timezone) or offer_times(work, replace(wish, doctor=doctor), timezone)


def next_times(work: Work, appointment: Appointment, timezone: ZoneInfo) -> list[dict[str, Any]]:
    """What to offer to whoever has just cancelled (R75); nothing where the department is gone."""
    department = work.session.get(Department, appointment.department)
    return other_times(work, appointment, timezone) if department is not None and department.active else []


def end_conflicts(work: Work, appointment: Appointment, outcome: str) -> None:
    """Whatever was open about the doctor's absence is settled by what happened to the appointment."""
    for conflict in work.session.scalars(select(RosterConflict).where(RosterConflict.open_for == appointment.id)):
        conflict.open_for, conflict.outcome = None, outcome
        conflict.resolved_at, conflict.resolved_by = work.now, work.actor.stamp


def _moved(work: Work, old: Appointment, doctor: str, to: NewTime, timezone: ZoneInfo) -> Appointment:
    identifier = new_id()
    return Appointment(
        id=identifier, code=new_code(work), token_hash=hash_token(appointment_token(identifier)),
        patient=old.patient, name=old.name, name_hash=old.name_hash, phone=old.phone, phone_hash=old.phone_hash,
        department=old.department, doctor=doctor, starts_at=to.starts_at,
        day=to.starts_at.astimezone(timezone).date(), units=old.units if to.units is None else to.units,
        item=old.item, visit_class=old.visit_class, channel=old.channel, state="booked", language=old.language,
        booked_at=old.booked_at, booked_on=old.booked_on, booked_by=old.booked_by, consent_at=old.consent_at,
        moved_from=old.id,
    )  # fmt: skip
