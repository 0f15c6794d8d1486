"""Appointments whose doctor will not be there: found, told to the doctor, then arranged by a supervisor (R35, R40)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, RosterConflict
from server.appointments.rules.slots import fits
from server.appointments.service.changing import NewTime, cancel_appointment, end_conflicts, reschedule
from server.appointments.service.keeping import hold_appointment, record_event, require_reason
from server.appointments.service.live import announce_change
from server.appointments.service.roster import midnight, spans_of
from server.appointments.service.times import lock_times
from server.clinic.models import Doctor
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.core.ids import new_id

#: As far ahead as anybody may book.
FAR = timedelta(days=370)


def find_conflicts(
    work: Work, numbers: Sequence[str], timezone: ZoneInfo, first: date | None = None, last: date | None = None
) -> list[RosterConflict]:
    """Open a conflict for each coming appointment of these doctors that their roster no longer covers, and close those
    that it covers again. Returns the newly opened ones, nearest first."""
    lock_times(work, *numbers)
    today = work.now.astimezone(timezone).date()
    begin, end = max(first or today, today), min(last or today + FAR, today + FAR)
    rows = work.session.scalars(
        select(Appointment)
        .where(
            Appointment.doctor.in_(numbers), Appointment.state == "booked", Appointment.starts_at > work.now,
            Appointment.starts_at >= midnight(begin, timezone),
            Appointment.starts_at < midnight(end + timedelta(days=2), timezone),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    ).all()  # fmt: skip
    if not rows:
        return []
    doctors = work.session.scalars(select(Doctor).where(Doctor.number.in_(numbers))).all()
    spans = spans_of(work, doctors, rows[0].day, rows[-1].day, timezone)
    opened = []
    for row in rows:
        if fits(spans.get(row.doctor, []), row.starts_at, row.units):
            end_conflicts(work, row, "withdrawn")
        elif open_conflict_of(work, row) is None:
            opened.append(open_conflict(work, row))
    work.session.flush()
    return opened


def follow_clinic(work: Work, timezone: ZoneInfo) -> None:
    """A clinic file that was applied may have taken doctors or sessions away."""
    numbers = work.session.scalars(
        select(Appointment.doctor).where(Appointment.state == "booked", Appointment.starts_at > work.now).distinct()
    ).all()
    if numbers:
        find_conflicts(work, numbers, timezone)


def open_conflict_of(work: Work, row: Appointment) -> RosterConflict | None:
    """What is open about the doctor's absence at an appointment."""
    return work.session.scalar(select(RosterConflict).where(RosterConflict.open_for == row.id))


def open_conflict(work: Work, row: Appointment) -> RosterConflict:
    """Put an appointment on the work list."""
    conflict = RosterConflict(
        id=new_id(), appointment=row.id, doctor=row.doctor, open_for=row.id, opened_at=work.now
    )
    work.session.add(conflict)
    record_event(work, row, "doctor_away")
    return conflict


def open_conflicts(work: Work, doctor: str | None = None) -> list[tuple[RosterConflict, Appointment]]:
    """The work list, the nearest appointment first."""
    wanted = (
        select(RosterConflict, Appointment)
        .join(Appointment, Appointment.id == RosterConflict.appointment)
        .where(RosterConflict.open_for.is_not(None))
        .order_by(Appointment.starts_at, Appointment.id)
    )
    if doctor is not None:
        wanted = wanted.where(RosterConflict.doctor == doctor)
    return [(conflict, row) for conflict, row in work.session.execute(wanted)]


def find_conflict(work: Work, identifier: str) -> RosterConflict:
    """The conflict of an id. Raises NotFound."""
    conflict = work.session.get(RosterConflict, identifier)
    if conflict is None:
        raise NotFound("conflict")
    return conflict


def tell_absent_doctor(work: Work, identifier: str) -> RosterConflict:
    """The doctor was rung first (R35). A second time changes nothing. Raises NotFound, Refusal `conflict_settled`."""
    conflict = _hold(work, identifier)
    if conflict.doctor_told_at is None:
        conflict.doctor_told_at, conflict.told_by = work.now, work.actor.stamp
        announce_change(work)
        record_audit(work, "conflict.doctor_told", f"appointment:{conflict.appointment}", doctor=conflict.doctor)
    return conflict


def settle_by_moving(work: Work, identifier: str, to: NewTime, timezone: ZoneInfo) -> RosterConflict:
    """Another time, or another doctor at the same time. Raises as `reschedule`, Refusal `doctor_not_told`,
    `patient_is_here`."""
    conflict = _ready(work, identifier, to.doctor)
    _refuse_if_here(conflict)
    reschedule(work, conflict.appointment, to, timezone)
    return conflict


def settle_by_cancelling(work: Work, identifier: str, reason: str, timezone: ZoneInfo) -> RosterConflict:
    """The appointment is given up. Raises as `cancel_appointment`, Refusal `doctor_not_told`, `patient_is_here`."""
    conflict = _ready(work, identifier)
    _refuse_if_here(conflict)
    cancel_appointment(work, conflict.appointment, reason, timezone)
    return conflict


def settle_by_keeping(work: Work, identifier: str, reason: str) -> RosterConflict:
    """It stands as it is: the doctor comes all the same, or somebody else sees the patient. Raises Invalid (`reason`),
    Refusal `doctor_not_told`."""
    said = require_reason(reason)
    conflict = _ready(work, identifier)
    row = work.session.get_one(Appointment, conflict.appointment)
    end_conflicts(work, row, "kept")
    conflict.note = said
    record_event(work, row, "kept", reason=said)
    record_audit(work, "conflict.kept", f"appointment:{row.id}")
    return conflict


def _hold(work: Work, identifier: str, *more_doctors: str | None) -> RosterConflict:
    """The conflict, its appointment held first: the order in which a patient who signs in meanwhile takes them."""
    appointment = find_conflict(work, identifier).appointment
    hold_appointment(work, appointment, *(number for number in more_doctors if number is not None))
    conflict = work.session.get_one(RosterConflict, identifier, with_for_update=True, populate_existing=True)
    if conflict.open_for is None:
        raise Refusal("conflict_settled")
    return conflict


def _refuse_if_here(conflict: RosterConflict) -> None:
    if conflict.arrived_at is not None:
        raise Refusal("patient_is_here")


def _ready(work: Work, identifier: str, *more_doctors: str | None) -> RosterConflict:
    conflict = _hold(work, identifier, *more_doctors)
    if conflict.doctor_told_at is None:
        raise Refusal("doctor_not_told")
    return conflict
