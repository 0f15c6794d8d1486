"""The print jobs, in the transaction that issued the ticket, and what is known of each printer (R59, R105)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, SealedJson

#: waiting: to be printed; printing: leased; printed: the printer confirmed; sent: handed over, not confirmed;
#: dropped: given up, see `PrintJob.reason`.
STATES = ("waiting", "printing", "printed", "sent", "dropped")

TICKET, TEST = "ticket", "test"


class PrintJob(Base):
    """One slip for one printer; `slip` is what stands on it: no name and no complaint, but the
    link to the patient's page, hence sealed.

    `wanted_printer` is where the patient expects it, `sent_to` where staff moved it, `printer` where it is now.
    `holder` is the print agent that has it, None for a worker of the server. `unsure` counts the tries after which
    nobody knows whether paper came out. `overtaken_at`: the patient was called or left, paper is of no use any more.
    `reason` says why it was given up.
    """

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
    purpose: Mapped[str] = mapped_column(String(8), default=TICKET)
    sent_to: Mapped[str | None] = mapped_column(String(32))
    holder: Mapped[str | None] = mapped_column(String(36))
    unsure: Mapped[int] = mapped_column(default=0)
    overtaken_at: Mapped[datetime | None] = mapped_column(Instant)
    reason: Mapped[str | None] = mapped_column(String(16))

    __table_args__ = (
        Index("ix_print_job_due", "state", "printer", "next_try_at"),
        Index("ix_print_job_ended", "state", "ended_at"),
    )


class PrinterState(Base):
    """What is known of a printer: how it was when it was last asked, its back-off, what came out last, whether staff
    took it out of use, and other settings than the clinic file's that an administrator chose."""

    __tablename__ = "printer_state"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    state: Mapped[str] = mapped_column(String(32), default="unknown")
    known_at: Mapped[datetime | None] = mapped_column(Instant)
    since: Mapped[datetime | None] = mapped_column(Instant)
    #: Whether it has ever said how it is: one that never does is not in trouble because it is silent.
    answers: Mapped[bool] = mapped_column(default=False)
    failures: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(Instant)
    last_number: Mapped[str | None] = mapped_column(String(16))
    last_at: Mapped[datetime | None] = mapped_column(Instant)
    last_confirmed: Mapped[bool] = mapped_column(default=False)
    out_since: Mapped[datetime | None] = mapped_column(Instant)
    out_until: Mapped[datetime | None] = mapped_column(Instant)
    out_reason: Mapped[str | None] = mapped_column(String(100))
    out_by: Mapped[str | None] = mapped_column(String(64))
    #: Settings chosen on the devices page, and those of the file at that moment.
    chosen: Mapped[dict[str, Any] | None] = mapped_column(Json)
    chosen_over: Mapped[dict[str, Any] | None] = mapped_column(Json)
    chosen_at: Mapped[datetime | None] = mapped_column(Instant)
    chosen_by: Mapped[str | None] = mapped_column(String(64))
