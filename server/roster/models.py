"""The roster's exceptions. They are withdrawn and never deleted; the reason is sealed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Sealed


class RosterException(Base):
    """A change of a doctor's weekly sessions for single days (R35, R46). `starts` and `ends` are HH:MM in clinic time;
    none for a whole day off."""

    __tablename__ = "roster_exception"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    doctor: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(8))
    first: Mapped[date]
    last: Mapped[date]
    starts: Mapped[str | None] = mapped_column(String(5))
    ends: Mapped[str | None] = mapped_column(String(5))
    reason: Mapped[str] = mapped_column(Sealed)
    set_at: Mapped[datetime] = mapped_column(Instant)
    set_by: Mapped[str] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
    withdrawn_by: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (Index("ix_roster_exception_doctor_last", "doctor", "last"),)
