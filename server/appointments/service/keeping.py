"""Finding an appointment, holding it while it changes, and writing down what happened to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.appointments.models import Appointment, AppointmentEvent, DoctorNotice
from server.appointments.rules.codes import read_code
from server.appointments.rules.states import after
from server.appointments.service.live import announce_change
from server.appointments.service.times import lock_times
from server.core.database import Sealed, Work
from server.core.errors import FieldProblem, Invalid, NotFound, WrongState
from server.core.ids import new_id
from server.core.seal import hash_token
from server.registration.rules.texts import LONGEST_NOTE, clean_text
from server.registration.service.problems import Problems


def find_appointment(work: Work, identifier: str) -> Appointment:
    """The appointment of an id. Raises NotFound."""
    row = work.session.get(Appointment, identifier)
    if row is None:
        raise NotFound("appointment")
    return row


def find_by_code(work: Work, typed: str) -> Appointment | None:
    """The appointment of a code, as somebody typed it; one that was moved leads to the new time."""
    code = read_code(typed)
    row = work.session.scalar(select(Appointment).where(Appointment.code == code)) if code is not None else None
    return None if row is None else latest(work, row)


def find_by_token(work: Work, token: str) -> Appointment:
    """The appointment of a patient's own link; one that was moved leads to the new time. Raises NotFound."""
    row = work.session.scalar(select(Appointment).where(Appointment.token_hash == hash_token(token)))
    if row is None:
        raise NotFound("appointment")
    return latest(work, row)


def latest(work: Work, row: Appointment) -> Appointment:
    """What has become of an appointment after all changes of its time."""
    while row.moved_to is not None:
        row = find_appointment(work, row.moved_to)
    return row


def hold_appointment(work: Work, identifier: str, *more_doctors: str) -> Appointment:
    """The appointment, its doctor's times locked until the end of this work, and those of `more_doctors`.

    Raises NotFound.
    """
    doctor = work.session.scalar(select(Appointment.doctor).where(Appointment.id == identifier))
    if doctor is None:
        raise NotFound("appointment")
    lock_times(work, doctor, *more_doctors)
    return work.session.get_one(Appointment, identifier, with_for_update=True, populate_existing=True)


def step(appointment: Appointment, name: str) -> str:
    """Take an appointment one step on; returns the state before. Raises WrongState."""
    target = after(appointment.state, name)
    if target is None:
        raise WrongState(appointment.state, name)
    before, appointment.state = appointment.state, target
    return before


def appointment_token(identifier: str) -> str:
    """The secret of an appointment's own page: 144 bits, the same each time it is told."""
    if Sealed.seal is None:
        raise RuntimeError("no seal is set")
    return Sealed.seal.token("appointment", identifier)


def record_event(work: Work, appointment: Appointment, kind: str, reason: str | None = None, **detail: Any) -> None:
    """Write into the appointment's history who did what. `reason` is what a person typed, and sealed; `detail` holds
    codes only."""
    work.session.add(
        AppointmentEvent(
            appointment=appointment.id, at=work.now, kind=kind, actor=work.actor.stamp, reason=reason, detail=detail
        )
    )
    announce_change(work)


def history_of(work: Work, appointment: Appointment) -> list[AppointmentEvent]:
    """What happened, oldest first, that of the times before included."""
    earlier: list[AppointmentEvent] = []
    if appointment.moved_from is not None:
        earlier = history_of(work, find_appointment(work, appointment.moved_from))
    own = select(AppointmentEvent).where(AppointmentEvent.appointment == appointment.id).order_by(AppointmentEvent.id)
    return [*earlier, *work.session.scalars(own)]


def tell_doctor(work: Work, appointment: Appointment, kind: str, doctor: str | None = None) -> None:
    """Put a change on the list of what a doctor and the assistant must be told (R73)."""
    work.session.add(
        DoctorNotice(
            id=new_id(), doctor=doctor or appointment.doctor, appointment=appointment.id, kind=kind, at=work.now
        )
    )


def require_reason(reason: str | None, field: str = "reason") -> str:
    """What a person gave as a reason. Raises Invalid where it is blank or too long."""
    problems = Problems()
    said = problems.run(field, lambda: clean_text(reason, LONGEST_NOTE))
    problems.refuse()
    if said is None:
        raise Invalid([FieldProblem(field, "reason_required")])
    return said
