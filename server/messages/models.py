"""Messages between desks and rooms (R44): they live for one service day, and what was typed is sealed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Sealed


class RoomMessage(Base):
    """One message. `towards` is `room` (from a desk of the hall) or `desk` (from the room's doctor).

    `sentence` and `answer` are prepared ones (`rules`); `text` and `answer_text` what somebody typed. `closed_at`: the
    sender has seen the answer, or has taken the message back.
    """

    __tablename__ = "room_message"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    service_day: Mapped[date] = mapped_column(index=True)
    hall: Mapped[str] = mapped_column(String(32))
    room: Mapped[str] = mapped_column(String(32))
    towards: Mapped[str] = mapped_column(String(4))
    ticket: Mapped[str | None] = mapped_column(String(36))
    sentence: Mapped[str | None] = mapped_column(String(24))
    text: Mapped[str | None] = mapped_column(Sealed)
    sent_at: Mapped[datetime] = mapped_column(Instant)
    sent_by: Mapped[str] = mapped_column(String(64))
    delivered_at: Mapped[datetime | None] = mapped_column(Instant)
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    answer: Mapped[str | None] = mapped_column(String(24))
    answer_text: Mapped[str | None] = mapped_column(Sealed)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by: Mapped[str | None] = mapped_column(String(64))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (Index("ix_room_message_open", "hall", "closed_at"),)
