"""An appointment as it is answered: to staff and kiosks with masks, to its holder without a person at all."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import describe_by
from server.appointments.models import Appointment, AppointmentEvent, RosterConflict
from server.appointments.service.keeping import appointment_token
from server.appointments.service.persons import contact_of
from server.appointments.service.reminding import reminder_of
from server.appointments.service.roster import names_of
from server.appointments.service.times import time_fields
from server.clinic.models import Department, Doctor
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.core.language import DEFAULT_LANGUAGE, both, languages
from server.devices.service import device_names
from server.registration.rules.masks import mask_name, mask_phone


def appointment_document(work: Work, row: Appointment, timezone: ZoneInfo) -> dict[str, Any]:
    """Facts with a masked person; never a full name, a phone or what it is about (R107)."""
    name, phone = contact_of(work, row.patient, row.name, row.phone)
    reminder = reminder_of(work, row.id)
    return {
        "id": row.id,
        "code": row.code,
        "state": row.state,
        **place_fields(work, row),
        **time_fields(row.starts_at, row.units, timezone),
        "channel": row.channel,
        "visit_class": row.visit_class,
        "on_file": row.patient is not None,
        "name_masked": mask_name(name) if name else None,
        "phone_masked": mask_phone(phone) if phone else None,
        "language": row.language,
        "booked_at": instant(row.booked_at),
        "booked_by": who(work, row.booked_by),
        "checked_in_at": instant(row.checked_in_at) if row.checked_in_at else None,
        "arrival": row.arrival,
        "ticket": row.ticket,
        "moved_to": row.moved_to,
        "moved_from": row.moved_from,
        "reminder": reminder.state if reminder is not None else None,
        "conflict": work.session.scalar(select(RosterConflict.id).where(RosterConflict.open_for == row.id)),
    }


def booked_document(work: Work, row: Appointment, timezone: ZoneInfo, base_url: str) -> dict[str, Any]:
    """An appointment with its link, for whoever has just booked it."""
    return appointment_document(work, row, timezone) | link_fields(row, base_url)


def public_document(work: Work, row: Appointment, timezone: ZoneInfo, base_url: str) -> dict[str, Any]:
    """What the holder of an appointment's link may see: when, where, with whom; nobody's name, phone or complaint."""
    settings = clinic_settings(work)
    links = link_fields(row, base_url)
    return {
        "code": row.code,
        "state": row.state,
        "clinic": settings.names,
        "logo": settings.logo,
        "desk": settings.desk,
        **place_fields(work, row),
        **time_fields(row.starts_at, row.units, timezone),
        "timezone": timezone.key,
        "language": row.language,
        "can_change": row.state == "booked" and row.starts_at > work.now,
        "url": links["url"],
        "calendar_url": links["calendar_url"],
        "now": instant(work.now),
    }


def place_fields(work: Work, row: Appointment) -> dict[str, Any]:
    """Where and with whom."""
    department = work.session.get_one(Department, row.department)
    doctor = work.session.get(Doctor, row.doctor)
    return {
        "department": row.department,
        "department_names": department.names,
        "place": department.place,
        "way": department.way,
        "doctor": row.doctor,
        "doctor_names": names_of(doctor) if doctor is not None else dict.fromkeys(languages(), row.doctor),
        "title": doctor.title if doctor is not None else dict.fromkeys(languages(), ""),
    }


def link_fields(row: Appointment, base_url: str) -> dict[str, str]:
    """The key to an appointment's own page, and where that page and its calendar file are."""
    token = appointment_token(row.id)
    return {
        "token": token,
        "url": f"{base_url}/a/{token}",
        "calendar_url": f"{base_url}/api/v1/public/appointments/{token}/calendar.ics",
    }


def event_document(work: Work, event: AppointmentEvent) -> dict[str, Any]:
    """One line of an appointment's history."""
    return {
        "at": instant(event.at),
        "kind": event.kind,
        "actor": event.actor,
        "by": who(work, event.actor),
        "reason": event.reason,
        "detail": event.detail,
    }


def who(work: Work, stamp: str | None) -> dict[str, Any] | None:
    """Who did something, as people call them: a colleague by name, a kiosk by what it is called."""
    if stamp is None:
        return None
    kind, _, code = stamp.partition(":")
    if kind == "staff":
        return describe_by(work, stamp)
    names = device_names(work, code) if kind in ("kiosk", "display") else both(f"actor-{kind}")
    return {"number": code, "name": names.get(DEFAULT_LANGUAGE, code), "names": names}
