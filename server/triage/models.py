"""Tables of triage: every suggestion with its input and final choice (R27), and alarms (R22, R23)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed


class TriageLog(Base):
    """One triage: the sealed input, what was suggested and how surely, what was chosen in the end, by whom."""

    __tablename__ = "triage_log"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str | None] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(String(64))
    text: Mapped[str | None] = mapped_column(Sealed)
    symptoms: Mapped[list[str]] = mapped_column(Json)
    suggestion: Mapped[dict[str, Any]] = mapped_column(Json)
    confidence: Mapped[float]
    urgency: Mapped[int]
    red_flags: Mapped[list[str]] = mapped_column(Json)
    final_department: Mapped[str | None] = mapped_column(String(32))
    final_urgency: Mapped[int | None]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None] = mapped_column(Instant)


class Alarm(Base):
    """A red flag: raised in the transaction that found it, claimed and timed, ended with an outcome."""

    __tablename__ = "alarm"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str | None] = mapped_column(String(36), index=True)
    number: Mapped[str | None] = mapped_column(String(8))
    hall: Mapped[str] = mapped_column(String(32))
    device: Mapped[str | None] = mapped_column(String(32))
    source: Mapped[str] = mapped_column(String(16))
    red_flags: Mapped[list[str]] = mapped_column(Json)
    urgency: Mapped[int]
    raised_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(16), default="open")
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    resolved_by: Mapped[str | None] = mapped_column(String(64))
    resolved_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)

    __table_args__ = (Index("ix_alarm_open", "hall", "state"),)
