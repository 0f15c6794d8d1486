"""The apology tasks (R51, R49, R56), one for a ticket and round; predictions of waits and what was learned (R53)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed


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


class WaitPrediction(Base):
    """What was forecast for a ticket when it was issued, and what became of it (R53).

    `likely`, `below`, `above`: the forecast's median and spread in minutes, before any correction; None for who could
    go in at once, and where nobody was on duty. `made_at`: from when it counts, the booked time of who came early.
    `lane`: of the order, with "own:" before it where the ticket waits for one doctor. `called` and `waited`: how many
    were called until its own first call, and the minutes until then.
    """

    __tablename__ = "wait_prediction"

    ticket: Mapped[str] = mapped_column(String(36), primary_key=True)
    department: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(Instant)
    lane: Mapped[str] = mapped_column(String(16))
    ahead: Mapped[int]
    likely: Mapped[float | None]
    below: Mapped[float | None]
    above: Mapped[float | None]
    called: Mapped[int | None]
    waited: Mapped[float | None]
    called_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (Index("ix_wait_prediction_outcome", "department", "called_at"),)


class WaitLearning(Base):
    """What a department has learned from the outcomes of its predictions: the newest only."""

    __tablename__ = "wait_learning"

    department: Mapped[str] = mapped_column(String(32), primary_key=True)
    learned: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(Instant)
