"""The apology tasks (R51, R49, R56): one for a ticket and round, held by the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Sealed


class ApologyTask(Base):
    """Someone waited past `round` × 20 minutes and is to be told in person.

    `state`: open, claimed, escalated, done, merged (a later round has taken it over), closed (called or
    gone before anyone came; `outcome` says which).
    """

    __tablename__ = "apology_task"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str] = mapped_column(String(36))
    hall: Mapped[str] = mapped_column(String(32))
    round: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(Instant)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(16), default="open")
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    escalated_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[str | None] = mapped_column(String(64))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)

    __table_args__ = (
        UniqueConstraint("ticket", "round"),
        Index("ix_apology_task_open", "hall", "state"),
        Index("ix_apology_task_state_opened", "state", "opened_at"),
    )
