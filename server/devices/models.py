"""Tables of devices: tokens, heartbeat, pairing by code, faults, calls for help, outages (R59, R64, R105)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed


class DeviceState(Base):
    """What is known of a kiosk or display beside its installation: when it was last heard, what it shows.

    `kind` and `hall` are set only for a device that stands in no clinic file and was added by its token.
    """

    __tablename__ = "device_state"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str | None] = mapped_column(String(16))
    hall: Mapped[str | None] = mapped_column(String(32))
    paired_at: Mapped[datetime | None] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    last_seen_at: Mapped[datetime | None] = mapped_column(Instant)
    page: Mapped[str | None] = mapped_column(String(48))


class DeviceToken(Base):
    """A device's key, one for each way to get it: `code` (a screen paired by code), `local` (a window on the
    serving machine), `program` (the command line). Revoking the device deletes them all."""

    __tablename__ = "device_token"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    device: Mapped[str] = mapped_column(String(32))
    origin: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (UniqueConstraint("device", "origin"),)


class Pairing(Base):
    """A screen that waits to be paired: it shows `code` and polls; the token is handed over once."""

    __tablename__ = "pairing"

    poll_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[str] = mapped_column(String(8), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    hall: Mapped[str | None] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(Instant)
    device: Mapped[str | None] = mapped_column(String(32))
    approved_by: Mapped[str | None] = mapped_column(String(64))
    collected_at: Mapped[datetime | None] = mapped_column(Instant)


class Fault(Base):
    """Trouble with a device, from first notice to its end; one open row for a device and code."""

    __tablename__ = "fault"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    device: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    hall: Mapped[str] = mapped_column(String(32))
    code: Mapped[str] = mapped_column(String(32))
    detail: Mapped[dict[str, Any]] = mapped_column(Json)
    since: Mapped[datetime] = mapped_column(Instant)
    cleared_at: Mapped[datetime | None] = mapped_column(Instant)
    cleared_by: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (
        Index("ix_fault_hall_cleared", "hall", "cleared_at"),
        Index(
            "uq_fault_open", "device", "code", unique=True,
            sqlite_where=text("cleared_at IS NULL"), postgresql_where=text("cleared_at IS NULL"),
        ),
    )  # fmt: skip


class HelpCall(Base):
    """Someone at a kiosk or with a ticket's page asked for a person (R64)."""

    __tablename__ = "help_call"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    device: Mapped[str | None] = mapped_column(String(32))
    ticket: Mapped[str | None] = mapped_column(String(36))
    hall: Mapped[str] = mapped_column(String(32))
    page: Mapped[str] = mapped_column(String(48))
    reason: Mapped[str] = mapped_column(String(32), default="help")
    #: Where to ring, if somebody asks for another time; shown with the person behind the ticket only.
    contact: Mapped[str | None] = mapped_column(Sealed)
    raised_at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(16), default="open")
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    claimed_at: Mapped[datetime | None] = mapped_column(Instant)
    resolved_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (Index("ix_help_call_open", "hall", "state"),)


class Outage(Base):
    """The whole system was down from one instant to another, as staff noted it afterwards (R105). Waits and services
    that reach into it were not timed by the system, and nothing is learned from them."""

    __tablename__ = "outage"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime] = mapped_column(Instant, index=True)
    noted_at: Mapped[datetime] = mapped_column(Instant)
    noted_by: Mapped[str] = mapped_column(String(64))
