"""The documents of one department: its queue and its rooms, for displays and for tablets (R30, R46, R60)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.clinic.models import Department, Doctor, Room
from server.clinic.service import is_open, opens_at
from server.core.clock import instant
from server.core.database import Work
from server.queueing.documents import reason_document
from server.queueing.models import RoomState, Ticket
from server.queueing.rules.ordering import Choice, Policy, Reason, choose_next, standing, waiting_for
from server.queueing.service.queue import candidates, course_of, policy_of, waiting_tickets
from server.queueing.service.rooms import rooms_now
from server.waiting.rules.estimate import Estimate
from server.waiting.service import department_load, estimate_at


@dataclass(frozen=True)
class DepartmentView:
    """A department read once, for all of its documents."""

    department: Department
    is_open: bool
    opens_at: str | None
    rooms: list[tuple[Room, RoomState]]
    doctors: dict[str, Doctor]
    waiting: list[Ticket]
    held: dict[str, Ticket]
    estimate: Estimate | None


def read_department(work: Work, code: str, timezone: ZoneInfo) -> DepartmentView | None:
    """The department as it is now; None where the clinic has none of that code any more."""
    department = work.session.get(Department, code)
    if department is None or not department.active:
        return None
    rooms = rooms_now(work, code)
    waiting = waiting_tickets(work, code)
    open_now = is_open(department, work.now, timezone)
    numbers = [state.doctor for _, state in rooms if state.doctor]
    held = [state.ticket for _, state in rooms if state.ticket]
    return DepartmentView(
        department=department,
        is_open=open_now,
        opens_at=opens_at(department, work.now, timezone),
        rooms=rooms,
        doctors={
            doctor.number: doctor
            for doctor in work.session.scalars(select(Doctor).where(Doctor.number.in_(numbers)))
        },
        waiting=waiting,
        held={
            ticket.id: ticket for ticket in work.session.scalars(select(Ticket).where(Ticket.id.in_(held)))
        },
        estimate=estimate_at(department_load(work, code), len(waiting)) if open_now else None,
    )


def department_documents(work: Work, view: DepartmentView) -> dict[str, Any]:
    """Every document of a department, by key."""
    code = view.department.code
    upcoming = _upcoming(work, view)
    documents: dict[str, Any] = {
        f"queue/{code}": _queue(view),
        f"staff/queue/{code}": _staff_queue(work, view),
    }
    for room, state in view.rooms:
        documents[f"room/{room.code}"] = _room(view, room, state)
        documents[f"staff/room/{room.code}"] = _staff_room(view, room, state, upcoming(state.doctor))
    return documents


def _queue(view: DepartmentView) -> dict[str, Any]:
    department = view.department
    return {
        "department": department.code,
        "order": department.position,
        "prefix": department.prefix,
        "names": department.names,
        "short": department.short,
        "open": view.is_open,
        "opens_at": view.opens_at,
        "waiting": len(view.waiting),
        "next": [ticket.number for ticket in view.waiting[:3]],
        "estimate": view.estimate.as_dict() if view.estimate else None,
    }


def _room(view: DepartmentView, room: Room, state: RoomState) -> dict[str, Any]:
    doctor = view.doctors.get(state.doctor or "")
    ticket = view.held.get(state.ticket or "")
    holding = None
    if ticket is not None:
        since = ticket.called_at if ticket.state == "called" else ticket.in_room_at
        holding = {
            "number": ticket.number,
            "state": ticket.state,
            "since": instant(since or state.since),
            "attempt": ticket.attempt,
        }
    return {
        "code": room.code,
        "order": room.position,
        "label": room.label,
        "names": room.names,
        "direction": room.direction,
        "way": room.way,
        "department": room.department,
        "doctor": _doctor(doctor),
        "state": state.state if view.is_open or ticket else "closed",
        "note": state.note,
        "since": instant(state.since),
        "holding": holding,
    }


def _doctor(doctor: Doctor | None) -> dict[str, Any] | None:
    if doctor is None:
        return None
    names = {"zh-CN": doctor.name, "en": doctor.name_en}
    return {"number": doctor.number, "name": doctor.name, "names": names, "title": doctor.title}


def _staff_queue(work: Work, view: DepartmentView) -> dict[str, Any]:
    policy = policy_of(work, view.department.code)
    aside = work.session.scalars(
        select(Ticket).where(Ticket.department == view.department.code, Ticket.state.in_(("missed", "out")))
    ).all()
    return {
        "department": view.department.code,
        "waiting": [_waiting(ticket, position, work.now, policy) for position, ticket in enumerate(view.waiting, 1)],
        "missed": [
            {
                "ticket": ticket.id,
                "number": ticket.number,
                "missed_at": instant(ticket.missed_at),
                "times": ticket.missed_times,
            }
            for ticket in sorted(aside, key=lambda ticket: ticket.number)
            if ticket.state == "missed" and ticket.missed_at
        ],
        "out": [
            {"ticket": ticket.id, "number": ticket.number, "left_at": instant(ticket.left_at)}
            for ticket in sorted(aside, key=lambda ticket: ticket.number)
            if ticket.state == "out" and ticket.left_at
        ],
    }


def _waiting(ticket: Ticket, position: int, now: datetime, policy: Policy) -> dict[str, Any]:
    [candidate] = candidates([ticket])
    return {
        "ticket": ticket.id,
        "number": ticket.number,
        "urgency": ticket.urgency,
        "visit_class": ticket.visit_class,
        "sex": ticket.sex,
        "age": ticket.age,
        "companion": ticket.companion,
        "waiting_since": instant(ticket.waiting_since),
        "position": position,
        "reason": reason_document(standing(candidate, now, policy)),
        "line": ticket.line,
        "priority": ticket.priority,
        "special": ticket.special,
        "unconfirmed": not ticket.confirmed,
        "doctor": ticket.doctor,
        "returned": ticket.returned,
        "language": ticket.language,
    }


def _upcoming(work: Work, view: DepartmentView) -> Callable[[str | None], dict[str, Any] | None]:
    """Who would be called next, by the doctor who calls. Worked out once for all whom nobody asked for: a
    department may have many rooms and a long queue."""
    waiting = candidates(view.waiting)
    code = view.department.code
    policy, course = policy_of(work, code), course_of(work, code)
    wanted = {candidate.doctor for candidate in waiting}
    known: dict[str | None, dict[str, Any] | None] = {}

    def upcoming(doctor: str | None) -> dict[str, Any] | None:
        asked_for = doctor if doctor in wanted else None
        if asked_for not in known:
            choice = choose_next(waiting_for(waiting, asked_for), work.now, policy, course)
            known[asked_for] = None if choice is None else _next(choice)
        return known[asked_for]

    return upcoming


def _next(choice: Choice) -> dict[str, Any]:
    candidate = choice.candidate
    # The minutes of the reason would change by themselves; the tablet counts them from waiting_since.
    reason = Reason("by_arrival") if choice.reason.code == "longest_waiting" else choice.reason
    return {
        "ticket": candidate.ticket,
        "number": candidate.number,
        "waiting_since": instant(candidate.waiting_since),
        "urgency": candidate.urgency,
        "reason": reason_document(reason),
    }


def _staff_room(
    view: DepartmentView, room: Room, state: RoomState, upcoming: dict[str, Any] | None
) -> dict[str, Any]:
    ticket = view.held.get(state.ticket or "")
    return {
        "code": room.code,
        "ticket": ticket.id if ticket else None,
        "number": ticket.number if ticket else None,
        "waited_seconds": ticket.waited_seconds if ticket else None,
        "companion": ticket.companion if ticket else False,
        "special": ticket.special if ticket else False,
        "next": upcoming,
        "free_since": None if ticket else instant(state.since),
    }
