"""Alerts of too many people in a hall: one from each crossing of the limit until the hall has emptied again (R47)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant


class CrowdAlert(Base):
    """A hall was too full. `waiting` and `crowded_from` (the limit) are as they were when it opened; `measure` is what
    staff did."""

    __tablename__ = "crowd_alert"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall: Mapped[str] = mapped_column(String(32))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    waiting: Mapped[int]
    crowded_from: Mapped[int]
    acknowledged_at: Mapped[datetime | None] = mapped_column(Instant)
    acknowledged_by: Mapped[str | None] = mapped_column(String(64))
    measure: Mapped[str | None] = mapped_column(String(16))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (
        Index(
            "uq_crowd_alert_open", "hall", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip
