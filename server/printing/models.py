"""The print jobs (R59, R105): rows in the transaction that issued the ticket."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, SealedJson

#: waiting: not yet tried; printing: leased; printed: the printer confirmed; sent: handed over, not
#: confirmed; trouble: not out, a person is told.
STATES = ("waiting", "printing", "printed", "sent", "trouble")


class PrintJob(Base):
    """One slip for one printer; `slip` is what stands on it: no name and no complaint, but the
    link to the patient's page, hence sealed."""

    __tablename__ = "print_job"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str | None] = mapped_column(String(36), index=True)
    device: Mapped[str | None] = mapped_column(String(32))
    wanted_printer: Mapped[str] = mapped_column(String(32))
    printer: Mapped[str] = mapped_column(String(32))
    slip: Mapped[dict[str, Any]] = mapped_column(SealedJson)
    copy: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(16), default="waiting")
    code: Mapped[str | None] = mapped_column(String(32))
    tries: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Instant)
    next_try_at: Mapped[datetime] = mapped_column(Instant)
    lease: Mapped[str | None] = mapped_column(String(36))
    leased_until: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (Index("ix_print_job_due", "state", "printer", "next_try_at"),)
