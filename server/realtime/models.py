"""What the displays say beside calls: notices (R60) and the emergency text that replaces all else (R103)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json


class Notice(Base):
    """A notice of the day, put up by staff; `hall` None means every hall. `say_at`: from when on displays say it, once;
    None where it is only shown (R61)."""

    __tablename__ = "notice"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall: Mapped[str | None] = mapped_column(String(32))
    texts: Mapped[dict[str, str]] = mapped_column(Json)
    say_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(String(64))
    removed_at: Mapped[datetime | None] = mapped_column(Instant)


class Emergency(Base):
    """An evacuation text, shown on every display of its halls until it is ended."""

    __tablename__ = "emergency"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall: Mapped[str | None] = mapped_column(String(32))
    texts: Mapped[dict[str, str]] = mapped_column(Json)
    direction: Mapped[str] = mapped_column(String(8))
    raised_at: Mapped[datetime] = mapped_column(Instant)
    raised_by: Mapped[str] = mapped_column(String(64))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
