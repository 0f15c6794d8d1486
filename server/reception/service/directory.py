"""The house as a kiosk or tablet sees it: what is open, who is on duty, how long it takes (R25, R26, R53)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from server.clinic.models import Department, Doctor, Hall, Room
from server.clinic.service import (
    clinic_settings,
    is_open,
    next_opening,
    open_departments,
    opens_at,
    resumes_at,
    taking_numbers,
)
from server.core.clock import instant
from server.core.database import Work
from server.queueing.models import RoomState, Ticket
from server.queueing.rules.duty import PRESENT
from server.queueing.service import rooms_on_duty
from server.waiting.service import department_load, newcomer_estimate


def open_now(work: Work, timezone: ZoneInfo) -> dict[str, int]:
    """The departments that take patients now, with how many rooms have a doctor on duty (R26)."""
    on_duty = rooms_on_duty(work)
    return {
        department.code: on_duty[department.code]
        for department in open_departments(work, work.now, timezone)
        if department.code in on_duty
    }


def clinic_document(work: Work, timezone: ZoneInfo) -> dict[str, Any]:
    """Halls, departments with people waiting and the range of the wait, rooms, doctors; and the figures by
    which a kiosk works."""
    settings = clinic_settings(work)
    resumes = resumes_at(settings, work.now, timezone)
    return {
        "name": settings.names,
        "logo": settings.logo,
        "desk": settings.desk,
        "timezone": timezone.key,
        "now": instant(work.now),
        "updated_at": instant(work.now),
        "taking_numbers": taking_numbers(settings, work.now, timezone),
        "resumes_at": instant(resumes) if resumes else None,
        "idle": {"warn_seconds": settings.idle_warn_seconds, "wipe_seconds": settings.idle_wipe_seconds},
        "education_minutes": settings.education_minutes,
        "apology_minutes": settings.apology_minutes,
        "halls": [_hall(hall) for hall in _active(work, Hall)],
        "departments": _departments(work, timezone),
        "rooms": [_room(room) for room in _active(work, Room)],
        "doctors": _doctors(work, timezone),
    }


def _departments(work: Work, timezone: ZoneInfo) -> list[dict[str, Any]]:
    waiting, on_duty = _waiting_counts(work), rooms_on_duty(work)
    booked = set(work.session.scalars(select(Doctor.department).where(Doctor.active.is_(True))))
    booked -= set(clinic_settings(work).appointments.walk_in_only)
    return [
        _department(work, department, timezone, waiting.get(department.code, 0), on_duty.get(department.code, 0))
        | {"can_book": department.code in booked}
        for department in _active(work, Department)
    ]


def _waiting_counts(work: Work) -> dict[str, int]:
    rows = work.session.execute(
        select(Ticket.department, func.count()).where(Ticket.state == "waiting").group_by(Ticket.department)
    )
    return {row[0]: row[1] for row in rows}


def _department(work: Work, department: Department, timezone: ZoneInfo, waiting: int, on_duty: int) -> dict[str, Any]:
    open_hours = is_open(department, work.now, timezone)
    opening = next_opening(department, work.now, timezone)
    takes_patients = open_hours and on_duty > 0
    estimate = newcomer_estimate(department_load(work, department.code, timezone)) if takes_patients else None
    return {
        "code": department.code,
        "prefix": department.prefix,
        "hall": department.hall,
        "names": department.names,
        "short": department.short,
        "scope": department.scope,
        "sensitive": department.sensitive,
        "place": department.place,
        "way": department.way,
        "open": takes_patients,
        "opens_at": opens_at(department, work.now, timezone),
        "opens_next": instant(opening) if opening and not open_hours else None,
        "waiting": waiting,
        "estimate": estimate.as_dict() if estimate else None,
        "doctors_on_duty": on_duty if open_hours else 0,
    }


def _doctors(work: Work, timezone: ZoneInfo) -> list[dict[str, Any]]:
    seated = {
        state.doctor: state.room
        for state in work.session.scalars(select(RoomState).where(RoomState.state.in_(PRESENT)))
        if state.doctor
    }
    doctors = work.session.scalars(select(Doctor).where(Doctor.active.is_(True)).order_by(Doctor.number)).all()
    asked_for = _waiting_by_doctor(work)
    takes_patients = open_now(work, timezone)
    return [
        {
            "number": doctor.number,
            "name": doctor.name,
            "names": {"zh-CN": doctor.name, "en": doctor.name_en},
            "sex": doctor.sex,
            "title": doctor.title,
            "department": doctor.department,
            "specialities": doctor.specialities,
            "on_duty": doctor.number in seated,
            "waiting": asked_for.get(doctor.number, 0),
            "estimate": (
                _estimate_of(work, doctor, timezone)
                if doctor.number in seated and doctor.department in takes_patients
                else None
            ),
            "room": seated.get(doctor.number),
        }
        for doctor in doctors
    ]


def _estimate_of(work: Work, doctor: Doctor, timezone: ZoneInfo) -> dict[str, int] | None:
    """How long a new patient would wait who asks for a doctor on duty (R37)."""
    estimate = newcomer_estimate(department_load(work, doctor.department, timezone), doctor.number)
    return estimate.as_dict() if estimate else None


def _waiting_by_doctor(work: Work) -> dict[str, int]:
    """How many wait for each doctor alone."""
    rows = work.session.execute(
        select(Ticket.doctor, func.count())
        .where(Ticket.state == "waiting", Ticket.doctor.is_not(None))
        .group_by(Ticket.doctor)
    )
    return {str(doctor): count for doctor, count in rows}


def _hall(hall: Hall) -> dict[str, Any]:
    return {"code": hall.code, "names": hall.names, "place": hall.place}


def _room(room: Room) -> dict[str, Any]:
    return {
        "code": room.code,
        "label": room.label,
        "names": room.names,
        "department": room.department,
        "hall": room.hall,
        "doctor": room.doctor,
    }


def _active(work: Work, model: Any) -> list[Any]:
    return list(work.session.scalars(select(model).where(model.active.is_(True)).order_by(model.position)))
