"""Patients and their visits (R1–R3, R8, R10–R12, R106). Personal fields are sealed; nothing is deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed

SEXES = ("male", "female", "other", "unknown")
VISIT_CLASSES = ("first", "return", "consultation", "check_up", "orthodontics")


class Patient(Base):
    """One person's file. `*_hash` are keyed lookups; `birth_estimated` when only an age was given."""

    __tablename__ = "patient"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(Sealed)
    name_hash: Mapped[str] = mapped_column(String(64), index=True)
    phone: Mapped[str | None] = mapped_column(Sealed)
    phone_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    id_number: Mapped[str | None] = mapped_column(Sealed)
    id_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    sex: Mapped[str] = mapped_column(String(8))
    birth_date: Mapped[date]
    birth_estimated: Mapped[bool] = mapped_column(default=False)
    phone_declined: Mapped[bool] = mapped_column(default=False)
    special: Mapped[str | None] = mapped_column(Sealed)
    confirmed_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(String(64))


class PatientChange(Base):
    """What a field of a patient's file held before it was changed, sealed; the new value is in the file or in
    the next change (R8, R11)."""

    __tablename__ = "patient_change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    patient: Mapped[str] = mapped_column(String(36), index=True)
    field: Mapped[str] = mapped_column(String(24))
    before: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(String(64))


class Visit(Base):
    """One arrival (R3). `complaint` is the sealed text; `symptoms` are codes, `consent_at` R106."""

    __tablename__ = "visit"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    patient: Mapped[str] = mapped_column(String(36))
    service_day: Mapped[date]
    arrived_at: Mapped[datetime] = mapped_column(Instant)
    department: Mapped[str] = mapped_column(String(32))
    visit_class: Mapped[str] = mapped_column(String(16))
    computed_class: Mapped[str] = mapped_column(String(16))
    #: Why this class: a code of the rules, or the words of the staff member who changed it.
    class_reason: Mapped[str | None] = mapped_column(Sealed)
    complaint: Mapped[str | None] = mapped_column(Sealed)
    symptoms: Mapped[list[str]] = mapped_column(Json)
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    language: Mapped[str] = mapped_column(String(16))
    consent_at: Mapped[datetime] = mapped_column(Instant)
    entered_by: Mapped[str] = mapped_column(String(64))
    #: Why this visit costs nothing (`rules.visits.NO_FEE`); None where it may.
    no_fee: Mapped[str | None] = mapped_column(String(16))

    __table_args__ = (Index("ix_visit_patient_department", "patient", "department", "arrived_at"),)
