"""Packs of paper tickets, which numbers they hold, and which of these were entered (R105)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant


class DowntimePack(Base):
    """One printed pack. Its id stands in the codes of its tickets; `day` where it is good for one day only."""

    __tablename__ = "downtime_pack"

    id: Mapped[str] = mapped_column(String(8), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(String(64))
    day: Mapped[date | None]


class PaperRange(Base):
    """The numbers of a pack for one department, with the letter that stands on the paper."""

    __tablename__ = "paper_range"

    pack: Mapped[str] = mapped_column(String(8), primary_key=True)
    department: Mapped[str] = mapped_column(String(32), primary_key=True)
    prefix: Mapped[str] = mapped_column(String(2), index=True)
    first: Mapped[int]
    last: Mapped[int]


class PaperEntry(Base):
    """A paper number that was entered: its key lets nobody enter it twice. `entered_as` is the state of the ticket
    then; `taken_back` counts entries that were mistakes, after which the number can be entered again."""

    __tablename__ = "paper_entry"

    pack: Mapped[str] = mapped_column(String(8), primary_key=True)
    department: Mapped[str] = mapped_column(String(32), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    outage: Mapped[str] = mapped_column(String(36), index=True)
    #: None where the last entry was taken back.
    ticket: Mapped[str | None] = mapped_column(String(36), unique=True)
    entered_as: Mapped[str] = mapped_column(String(16))
    entered_at: Mapped[datetime] = mapped_column(Instant)
    entered_by: Mapped[str] = mapped_column(String(64))
    taken_back: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("ix_paper_entry_entered_at", "entered_at"),)
