"""Tickets, numbering, rooms as they are now, calls, and what happened to each ticket (R29, R30, R42)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, Json, Sealed


class Ticket(Base):
    """A place in one department's queue. `waiting_since` is the instant from which the wait counts; it stays
    when a waiting patient is moved to another department. `joined_at`, `line` and `priority` are the place by the
    order of the queue (`rules.ordering.Candidate`)."""

    __tablename__ = "ticket"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit: Mapped[str] = mapped_column(String(36), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    service_day: Mapped[date]
    department: Mapped[str] = mapped_column(String(32))
    hall: Mapped[str] = mapped_column(String(32))
    sequence: Mapped[int]
    number: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16))
    urgency: Mapped[int]
    visit_class: Mapped[str] = mapped_column(String(16))
    sex: Mapped[str] = mapped_column(String(8))
    age: Mapped[int]
    companion: Mapped[bool]
    special: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(16))
    #: The doctor for whom it waits, why (`rules.assignment`), and who saw the patient.
    doctor: Mapped[str | None] = mapped_column(String(16))
    bound: Mapped[str | None] = mapped_column(String(12))
    seen_by: Mapped[str | None] = mapped_column(String(16))
    #: The booked time of who signed in with an appointment, whether early, on time or late.
    appointment_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed: Mapped[bool] = mapped_column(default=False)
    returned: Mapped[bool] = mapped_column(default=False)
    issued_at: Mapped[datetime] = mapped_column(Instant)
    waiting_since: Mapped[datetime] = mapped_column(Instant)
    joined_at: Mapped[datetime] = mapped_column(Instant)
    line: Mapped[str] = mapped_column(String(8), default="first")
    priority: Mapped[str | None] = mapped_column(String(16))
    room: Mapped[str | None] = mapped_column(String(32))
    called_at: Mapped[datetime | None] = mapped_column(Instant)
    attempt: Mapped[int] = mapped_column(default=0)
    in_room_at: Mapped[datetime | None] = mapped_column(Instant)
    left_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    missed_at: Mapped[datetime | None] = mapped_column(Instant)
    missed_times: Mapped[int] = mapped_column(default=0)
    #: Seconds waited until the last call; None until first called (R54).
    waited_seconds: Mapped[float | None]
    transferred_from: Mapped[str | None] = mapped_column(String(36))
    transferred_to: Mapped[str | None] = mapped_column(String(36))
    watch_round: Mapped[int] = mapped_column(default=0)
    #: When the next round of the watch is due, should the ticket be waiting then.
    next_watch_at: Mapped[datetime] = mapped_column(Instant)
    #: What the last call, missed call or finish changed, to take it back within 10 s.
    undo: Mapped[dict[str, Any] | None] = mapped_column(Json)
    undo_until: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (
        UniqueConstraint("department", "service_day", "sequence"),
        UniqueConstraint("department", "service_day", "number"),
        Index("ix_ticket_department_state", "department", "state", "waiting_since"),
        Index("ix_ticket_watch", "state", "next_watch_at"),
        Index("ix_ticket_department_left", "department", "left_at"),
        Index("ix_ticket_day_number", "service_day", "number"),
        Index("ix_ticket_day_department_called", "service_day", "department", "called_at"),
    )


class TicketCounter(Base):
    """The last number given in a department on a service day."""

    __tablename__ = "ticket_counter"

    department: Mapped[str] = mapped_column(String(32), primary_key=True)
    service_day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


class RoomState(Base):
    """A room as it is now. One row a room and a unique ticket: a ticket is held by at most one room."""

    __tablename__ = "room_state"

    room: Mapped[str] = mapped_column(String(32), primary_key=True)
    state: Mapped[str] = mapped_column(String(8), default="open")
    doctor: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[dict[str, str] | None] = mapped_column(Json)
    ticket: Mapped[str | None] = mapped_column(String(36), unique=True)
    since: Mapped[datetime] = mapped_column(Instant)


class Call(Base):
    """One calling of a number into a room; acknowledged by the screens that showed and said it."""

    __tablename__ = "call"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[str] = mapped_column(String(8))
    department: Mapped[str] = mapped_column(String(32))
    hall: Mapped[str] = mapped_column(String(32))
    room: Mapped[str] = mapped_column(String(32))
    attempt: Mapped[int]
    at: Mapped[datetime] = mapped_column(Instant)
    reason: Mapped[dict[str, Any]] = mapped_column(Json)
    #: The lane of the order that it was taken from; None where the same number is called once more.
    lane: Mapped[str | None] = mapped_column(String(16))
    withdrawn: Mapped[bool] = mapped_column(default=False)
    shown_at: Mapped[datetime | None] = mapped_column(Instant)
    spoken_at: Mapped[datetime | None] = mapped_column(Instant)
    unshown_alarm: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        Index("ix_call_hall_at", "hall", "at"),
        Index("ix_call_at", "at"),
        Index("ix_call_department_at", "department", "at"),
    )


class TicketEvent(Base):
    """What happened to a ticket: who, when, where, why. Never a name or a complaint."""

    __tablename__ = "ticket_event"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    ticket: Mapped[str] = mapped_column(String(36), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(String(24))
    actor: Mapped[str] = mapped_column(String(64))
    room: Mapped[str | None] = mapped_column(String(32))
    reason: Mapped[str | None] = mapped_column(Sealed)
    detail: Mapped[dict[str, Any]] = mapped_column(Json)


class DoctorTurn(Base):
    """How many new patients a doctor was given in a department on a service day (R32)."""

    __tablename__ = "doctor_turn"

    department: Mapped[str] = mapped_column(String(32), primary_key=True)
    service_day: Mapped[date] = mapped_column(primary_key=True)
    doctor: Mapped[str] = mapped_column(String(16), primary_key=True)
    taken: Mapped[int]


class Arrangement(Base):
    """Somebody must arrange which doctor sees a patient (R33, R36, R39, R40): one for a ticket and case.

    `reason` is what a person typed, and sealed; `state` is open, done or closed (the ticket stopped waiting before).
    """

    __tablename__ = "arrangement"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    ticket: Mapped[str] = mapped_column(String(36))
    hall: Mapped[str] = mapped_column(String(32))
    case: Mapped[str] = mapped_column(String(12))
    doctor: Mapped[str | None] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Sealed)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    opened_by: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8), default="open")
    outcome: Mapped[str | None] = mapped_column(String(16))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (UniqueConstraint("ticket", "case"), Index("ix_arrangement_open", "hall", "state"))
