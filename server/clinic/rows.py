"""From the checked file to the values of the clinic's rows: plain data, nothing stored here."""

from __future__ import annotations

from typing import Any

from server.clinic.file import ClinicFile
from server.clinic.file.shape import VoiceEntry
from server.clinic.models import Department, Doctor, Hall, Printer, Room, Screen
from server.core.database import Base
from server.core.language import both

Rows = dict[str, dict[str, Any]]


def rows_of(file: ClinicFile) -> dict[type[Base], Rows]:
    """For each table the rows that the file asks for, by their key."""
    return {
        Hall: _halls(file),
        Department: _departments(file),
        Room: _rooms(file),
        Doctor: _doctors(file),
        Printer: _printers(file),
        Screen: _screens(file),
    }


def settings_of(file: ClinicFile) -> dict[str, Any]:
    """What is kept in the clinic's own row, beside its names and logo."""
    return {
        **file.thresholds.model_dump(),
        "desk": file.clinic.desk,
        "taking_numbers": [span.stored() for span in file.clinic.taking_numbers],
        "notices": [{"code": entry.code, "texts": entry.text} for entry in file.notices],
        "education": file.education,
        "appointments": file.appointments.model_dump(),
        "voice": _voice(file.voice),
        "printing": file.printing.model_dump(),
    }


def _voice(entry: VoiceEntry) -> dict[str, Any]:
    """What a span leaves out is as in the rest of the day."""
    hours = [
        {
            **span.stored(), "halls": span.halls, "say": span.say or entry.say,
            "volume": entry.volume if span.volume is None else span.volume,
        }
        for span in entry.hours
    ]  # fmt: skip
    return {**entry.model_dump(exclude={"hours"}), "hours": hours}


def _halls(file: ClinicFile) -> Rows:
    return {
        entry.code: {
            "position": position, "names": entry.name, "place": entry.place, "depth_m": entry.depth_m,
            "languages": entry.languages, "crowded_from": entry.crowded_from,
        }
        for position, entry in enumerate(file.halls)
    }  # fmt: skip


def _departments(file: ClinicFile) -> Rows:
    return {
        entry.code: {
            "position": position, "hall": entry.hall, "prefix": entry.prefix, "names": entry.name,
            "short": entry.short or entry.name, "scope": entry.scope, "place": entry.place, "way": entry.way,
            "sensitive": entry.sensitive, "service_minutes": entry.service_minutes,
            "hours": [span.stored() for span in entry.hours],
            "policy": (entry.policy or file.policy).model_dump(mode="json"),
        }
        for position, entry in enumerate(file.departments)
    }  # fmt: skip


def _rooms(file: ClinicFile) -> Rows:
    halls = {entry.code: entry.hall for entry in file.departments}
    return {
        entry.code: {
            "position": position, "department": entry.department, "hall": halls[entry.department],
            "label": entry.label, "names": entry.name or both("server-clinic-room", label=entry.label),
            "direction": entry.direction, "way": entry.way, "doctor": entry.doctor,
        }
        for position, entry in enumerate(file.rooms)
    }  # fmt: skip


def _doctors(file: ClinicFile) -> Rows:
    return {
        entry.number: {
            "name": entry.name, "name_en": entry.name_en, "sex": entry.sex, "title": entry.title,
            "department": entry.department, "specialities": entry.specialities,
            "sessions": [span.stored() for span in entry.sessions],
        }
        for entry in file.doctors
    }  # fmt: skip


def _printers(file: ClinicFile) -> Rows:
    return {
        entry.code: {
            "names": entry.name, "hall": entry.hall, "kind": entry.kind, "address": entry.address,
            "width": entry.width_mm, "cut": entry.cut, "spare": entry.spare, "dpi": entry.dpi,
            "language": entry.language, "baud": entry.baud, "attached_to": entry.attached_to,
        }
        for entry in file.printers
    }  # fmt: skip


def _screens(file: ClinicFile) -> Rows:
    kiosks: Rows = {
        entry.code: {
            "kind": "kiosk", "names": entry.name, "place": entry.place, "hall": entry.hall,
            "room": None, "printer": entry.printer,
        }
        for entry in file.kiosks
    }  # fmt: skip
    displays: Rows = {
        entry.code: {
            "kind": "display", "names": entry.name, "place": entry.place, "hall": entry.hall,
            "room": entry.room, "printer": None,
        }
        for entry in file.displays
    }  # fmt: skip
    return kiosks | displays
