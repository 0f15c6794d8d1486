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
from server.queueing.rules.ordering import (
    FIRST,
    NOTHING_YET,
    Choice,
    Policy,
    Reason,
    choose_for_room,
    lane_of,
    standing,
)
from server.queueing.service.assign import duty_in
from server.queueing.service.queue import candidates, course_of, policy_of
from server.queueing.service.rooms import rooms_now
from server.waiting.service import DepartmentLoad, department_load, newcomer_estimate


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
    load: DepartmentLoad


def read_department(work: Work, code: str, timezone: ZoneInfo) -> DepartmentView | None:
    """The department as it is now; None where the clinic has none of that code any more."""
    department = work.session.get(Department, code)
    if department is None or not department.active:
        return None
    rooms = rooms_now(work, code)
    load = department_load(work, code, timezone)
    waiting = load.waiting
    open_now = is_open(department, work.now, timezone)
    held = [state.ticket for _, state in rooms if state.ticket]
    tickets = {ticket.id: ticket for ticket in work.session.scalars(select(Ticket).where(Ticket.id.in_(held)))}
    numbers = {state.doctor for _, state in rooms} | {one.doctor for one in (*tickets.values(), *waiting)}
    return DepartmentView(
        department=department,
        is_open=open_now,
        opens_at=opens_at(department, work.now, timezone),
        rooms=rooms,
        doctors={
            doctor.number: doctor
            for doctor in work.session.scalars(select(Doctor).where(Doctor.number.in_(numbers - {None})))
        },
        waiting=waiting,
        held=tickets,
        load=load,
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
        documents[f"staff/room/{room.code}"] = _staff_room(view, room, state, upcoming(room.code, state.doctor))
    return documents


def _queue(view: DepartmentView) -> dict[str, Any]:
    department = view.department
    estimate = newcomer_estimate(view.load) if view.is_open else None
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
        "estimate": estimate.as_dict() if estimate else None,
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
    return {"number": doctor.number, "name": doctor.name, "names": _names(doctor), "title": doctor.title}


def _names(doctor: Doctor | None) -> dict[str, str] | None:
    return None if doctor is None else {"zh-CN": doctor.name, "en": doctor.name_en}


def _staff_queue(work: Work, view: DepartmentView) -> dict[str, Any]:
    policy = policy_of(work, view.department.code)
    aside = work.session.scalars(
        select(Ticket).where(Ticket.department == view.department.code, Ticket.state.in_(("missed", "out")))
    ).all()
    return {
        "department": view.department.code,
        "waiting": [
            _waiting(ticket, view.load.outlook.ahead(ticket.id) + 1, work.now, policy, view.doctors)
            for ticket in view.waiting
        ],
        "doctors": _by_doctor(view),
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


def _by_doctor(view: DepartmentView) -> list[dict[str, Any]]:
    """For each doctor on duty: how many wait for them alone, and how long a new patient would wait who asks for them;
    no figure where nobody can say, as in a pause (R37)."""
    rows = []
    for _, state in view.rooms:
        if state.doctor is not None and state.state != "closed":
            estimate = newcomer_estimate(view.load, state.doctor) if view.is_open else None
            rows.append({
                "number": state.doctor,
                "waiting": sum(1 for ticket in view.waiting if ticket.doctor == state.doctor),
                "estimate": estimate.as_dict() if estimate else None,
            })  # fmt: skip
    return rows


def _waiting(
    ticket: Ticket, position: int, now: datetime, policy: Policy, doctors: dict[str, Doctor]
) -> dict[str, Any]:
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
        "bound": ticket.bound,
        "doctor_names": _names(doctors.get(ticket.doctor or "")),
        "returned": ticket.returned,
        "language": ticket.language,
    }


def _upcoming(work: Work, view: DepartmentView) -> Callable[[str, str | None], dict[str, Any] | None]:
    """Who would be called next into a room, by the doctor who sits there: what the call itself would choose. Worked out
    once for all rooms of which nobody's patients wait; a department may have many rooms and a long queue."""
    waiting = candidates(view.waiting)
    code = view.department.code
    policy = policy_of(work, code)
    wanted = {candidate.doctor for candidate in waiting} - {None}
    # Where only first visits wait nothing takes turns, and the course of the queue need not be read.
    plain = all(lane_of(candidate, work.now, policy) == FIRST for candidate in waiting)
    duty = duty_in(view.rooms)
    known: dict[str | None, dict[str, Any] | None] = {}

    def upcoming(room: str, doctor: str | None) -> dict[str, Any] | None:
        key = None if plain and doctor not in wanted and room != duty.first_free else room
        if key not in known:
            course = NOTHING_YET if plain else course_of(work, code, room)
            choice = choose_for_room(waiting, doctor, duty.there, room == duty.first_free, work.now, policy, course)
            known[key] = None if choice is None else _next(choice)
        return known[key]

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
        "cover_for": _covered(view, ticket, state),
        "next": upcoming,
        "free_since": None if ticket else instant(state.since),
    }


def _covered(view: DepartmentView, ticket: Ticket | None, state: RoomState) -> dict[str, Any] | None:
    """Whose patient is in the room of another doctor: "帮王医生" (R33)."""
    if ticket is None or ticket.doctor in (None, state.doctor):
        return None
    return _doctor(view.doctors.get(ticket.doctor or ""))
