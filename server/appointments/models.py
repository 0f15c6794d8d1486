"""Appointments, the units that they hold, the roster's exceptions, and the work that follows (R31–R36, R65–R80).

Personal fields are sealed; history and audit trail hold none. Nothing is deleted but the units of an appointment that
was moved or cancelled: they are what makes a time taken, and not a record.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed


class Appointment(Base):
    """A time that is kept for somebody. `patient` is a file of registration; without one, `name` and `phone` are who
    booked by telephone or online. `day` is the date in clinic time; `ticket` the number given on arrival."""

    __tablename__ = "appointment"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    patient: Mapped[str | None] = mapped_column(String(36), index=True)
    name: Mapped[str | None] = mapped_column(Sealed)
    name_hash: Mapped[str | None] = mapped_column(String(64))
    phone: Mapped[str | None] = mapped_column(Sealed)
    phone_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    department: Mapped[str] = mapped_column(String(32))
    doctor: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[datetime] = mapped_column(Instant)
    day: Mapped[date]
    units: Mapped[int]
    item: Mapped[str | None] = mapped_column(Sealed)
    visit_class: Mapped[str | None] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(12))
    language: Mapped[str] = mapped_column(String(16))
    booked_at: Mapped[datetime] = mapped_column(Instant)
    #: The date of booking in clinic time, for the daily count (R67).
    booked_on: Mapped[date]
    booked_by: Mapped[str] = mapped_column(String(64))
    consent_at: Mapped[datetime | None] = mapped_column(Instant)
    ticket: Mapped[str | None] = mapped_column(String(36), index=True)
    checked_in_at: Mapped[datetime | None] = mapped_column(Instant)
    arrival: Mapped[str | None] = mapped_column(String(8))
    moved_to: Mapped[str | None] = mapped_column(String(36))
    moved_from: Mapped[str | None] = mapped_column(String(36))

    __table_args__ = (
        Index("ix_appointment_day_department", "day", "department"),
        Index("ix_appointment_doctor_starts", "doctor", "starts_at"),
        Index("ix_appointment_state_starts", "state", "starts_at"),
        Index("ix_appointment_booked_on", "booked_on"),
    )


class BookedUnit(Base):
    """Fifteen minutes of a doctor that an appointment holds: by its key nobody else can have them (R72)."""

    __tablename__ = "appointment_unit"

    doctor: Mapped[str] = mapped_column(String(16), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(Instant, primary_key=True)
    appointment: Mapped[str] = mapped_column(String(36), index=True)


class AppointmentEvent(Base):
    """What happened to an appointment: who, when, why. `detail` holds codes only."""

    __tablename__ = "appointment_event"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    appointment: Mapped[str] = mapped_column(String(36), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(String(24))
    actor: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str | None] = mapped_column(Sealed)
    detail: Mapped[dict[str, Any]] = mapped_column(Json)


class NextVisit(Base):
    """What a doctor wants for a patient's next visit: how many units, at the earliest when (R69). `used_by` is the
    appointment that took it up."""

    __tablename__ = "next_visit"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    patient: Mapped[str] = mapped_column(String(36), index=True)
    ticket: Mapped[str] = mapped_column(String(36))
    department: Mapped[str] = mapped_column(String(32))
    doctor: Mapped[str] = mapped_column(String(16))
    units: Mapped[int]
    earliest: Mapped[date | None]
    item: Mapped[str | None] = mapped_column(Sealed)
    set_at: Mapped[datetime] = mapped_column(Instant)
    set_by: Mapped[str] = mapped_column(String(64))
    used_by: Mapped[str | None] = mapped_column(String(36))


class DoctorNotice(Base):
    """What a doctor and the assistant must be told of their appointments: moved, cancelled, booked for today (R73)."""

    __tablename__ = "doctor_notice"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    doctor: Mapped[str] = mapped_column(String(16))
    appointment: Mapped[str] = mapped_column(String(36))
    kind: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime | None] = mapped_column(Instant)
    seen_by: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (Index("ix_doctor_notice_doctor_seen", "doctor", "seen_at"),)


class Reminder(Base):
    """How reminding for one appointment stands. A row exists once anybody, or a message, has tried."""

    __tablename__ = "appointment_reminder"

    appointment: Mapped[str] = mapped_column(String(36), primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    tries: Mapped[int] = mapped_column(default=0)
    #: When a message was last given out for sending.
    tried_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome_by: Mapped[str | None] = mapped_column(String(64))
    note: Mapped[str | None] = mapped_column(Sealed)


class RosterConflict(Base):
    """An appointment whose doctor will not be there: first the doctor is told, then a supervisor arranges (R35, R40).

    `open_for` is the appointment's id while the conflict is open, so that one appointment has one open conflict.
    """

    __tablename__ = "roster_conflict"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    appointment: Mapped[str] = mapped_column(String(36), index=True)
    doctor: Mapped[str] = mapped_column(String(16))
    open_for: Mapped[str | None] = mapped_column(String(36))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    doctor_told_at: Mapped[datetime | None] = mapped_column(Instant)
    told_by: Mapped[str | None] = mapped_column(String(64))
    arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str | None] = mapped_column(String(12))
    resolved_at: Mapped[datetime | None] = mapped_column(Instant)
    resolved_by: Mapped[str | None] = mapped_column(String(64))
    note: Mapped[str | None] = mapped_column(Sealed)

    __table_args__ = (UniqueConstraint("open_for"),)


class CallBack(Base):
    """Somebody to be rung when a doctor is back (R36)."""

    __tablename__ = "call_back"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    doctor: Mapped[str] = mapped_column(String(16))
    department: Mapped[str] = mapped_column(String(32))
    patient: Mapped[str | None] = mapped_column(String(36))
    name: Mapped[str | None] = mapped_column(Sealed)
    phone: Mapped[str | None] = mapped_column(Sealed)
    item: Mapped[str | None] = mapped_column(Sealed)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8))
    tries: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str | None] = mapped_column(String(16))
    appointment: Mapped[str | None] = mapped_column(String(36))
    note: Mapped[str | None] = mapped_column(Sealed)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    done_by: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (Index("ix_call_back_state_doctor", "state", "doctor"),)
