"""Use cases of the clinic: apply its file, and ask what is open and who is on duty."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import column, func, inspect, select, table

from server.clinic import rules
from server.clinic.file import ClinicFile, read_clinic_file
from server.clinic.models import Clinic, Department, Hall, Room
from server.clinic.rows import rows_of, settings_of
from server.clinic.settings import ClinicSettings, clinic_settings
from server.core.database import Base, Work
from server.core.errors import Refusal

__all__ = [
    "ClinicChange", "apply_clinic", "clinic_settings", "is_open", "next_opening",
    "open_departments", "opens_at", "resumes_at", "taking_numbers",
]  # fmt: skip

#: Rises with what is stored for a file, so that an upgrade applies an unchanged file anew.
SHAPE = 4

#: States of a ticket whose department must stay.
HELD_STATES = ("waiting", "called", "in_room", "out", "urgent")

# The clinic stands below the queue and may not import it; it knows two of its tables by name.
_ticket = table("ticket", column("department"), column("state"))
_room_state = table("room_state", column("room"), column("ticket"))


@dataclass(frozen=True)
class ClinicChange:
    """What applying a file changed. Entries read `department internal`; retired ones became inactive."""

    changed: bool
    file_hash: str
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()


@dataclass
class _Changes:
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)


def apply_clinic(work: Work, text: str, file_name: str = "clinic.toml") -> ClinicChange:
    """Make the stored clinic equal to a file; nothing is deleted and no ticket is touched.

    The same file again changes nothing. Raises ClinicFileError (every trouble by line and key), and Refusal
    `clinic_department_waiting` or `clinic_room_in_use` where people still wait for what the file drops.
    """
    file = read_clinic_file(text, file_name)
    work.lock("clinic")
    file_hash = hashlib.sha256(f"{SHAPE}\n{text}".encode()).hexdigest()
    clinic = work.session.get(Clinic, 1)
    if clinic is not None and clinic.file_hash == file_hash:
        return ClinicChange(changed=False, file_hash=file_hash)
    _refuse_to_strand(work, file)
    former_doctors = {row[0]: row[1] for row in work.session.execute(select(Room.code, Room.doctor))}
    before = _departments_by_hall(work)
    changes = _Changes()
    for model, rows in rows_of(file).items():
        _store(work, model, rows, changes)
    content: dict[str, Any] = {
        "names": file.clinic.name, "logo": file.clinic.logo, "settings": settings_of(file),
        "file_hash": file_hash,
    }  # fmt: skip
    if clinic is None:
        work.session.add(Clinic(id=1, **content))
    else:
        changes.updated += _changed_content(clinic, content)
        for name, value in content.items():
            setattr(clinic, name, value)
    work.session.flush()
    work.happened("clinic.applied", former_doctors=former_doctors)
    after = _departments_by_hall(work)
    for hall in sorted({*before, *after}):
        departments = sorted(before.get(hall, set()) | after.get(hall, set()))
        work.announce("clinic.applied", hall, *departments, parts=("rooms", "calls", "notices", "tasks"))
    return ClinicChange(True, file_hash, tuple(changes.added), tuple(changes.updated), tuple(changes.retired))


def open_departments(work: Work, now: datetime, timezone: ZoneInfo) -> list[Department]:
    """The departments that take patients at an instant, in the clinic's order (R25)."""
    rows = work.session.scalars(select(Department).where(Department.active).order_by(Department.position))
    return [row for row in rows if is_open(row, now, timezone)]


def is_open(department: Department, now: datetime, timezone: ZoneInfo) -> bool:
    """Whether a department takes patients at an instant."""
    return department.active and rules.is_open(department.hours, now, timezone)


def opens_at(department: Department, now: datetime, timezone: ZoneInfo) -> str | None:
    """Such as "13:30" where the department is closed and opens later today; else None."""
    return rules.opens_at(department.hours, now, timezone) if department.active else None


def next_opening(department: Department, now: datetime, timezone: ZoneInfo) -> datetime | None:
    """The next instant, within a week, at which one of the department's spans begins."""
    return rules.next_opening(department.hours, now, timezone) if department.active else None


def taking_numbers(settings: ClinicSettings, now: datetime, timezone: ZoneInfo) -> bool:
    """Whether kiosks give numbers at an instant."""
    return rules.is_open(settings.taking_numbers, now, timezone)


def resumes_at(settings: ClinicSettings, now: datetime, timezone: ZoneInfo) -> datetime | None:
    """When kiosks give numbers again, where they do not now."""
    if taking_numbers(settings, now, timezone):
        return None
    return rules.next_opening(settings.taking_numbers, now, timezone)


def _refuse_to_strand(work: Work, file: ClinicFile) -> None:
    kept = {entry.code for entry in file.departments}
    waiting = work.session.execute(
        select(_ticket.c.department, func.count())
        .where(_ticket.c.state.in_(HELD_STATES), _ticket.c.department.not_in(kept))
        .group_by(_ticket.c.department)
        .order_by(_ticket.c.department)
    ).first()
    if waiting is not None:
        raise Refusal("clinic_department_waiting", department=waiting[0], count=waiting[1])
    rooms = {entry.code for entry in file.rooms}
    room = work.session.scalar(
        select(_room_state.c.room)
        .where(_room_state.c.ticket.is_not(None), _room_state.c.room.not_in(rooms))
        .order_by(_room_state.c.room)
    )
    if room is not None:
        raise Refusal("clinic_room_in_use", room=room)


def _changed_content(clinic: Clinic, content: Mapping[str, Any]) -> list[str]:
    """What of the clinic itself a file changes: its name and sign, and each setting by its key."""
    told = ["clinic"] if (clinic.names, clinic.logo) != (content["names"], content["logo"]) else []
    keys = sorted({*clinic.settings, *content["settings"]})
    return told + [f"setting {key}" for key in keys if clinic.settings.get(key) != content["settings"].get(key)]


def _departments_by_hall(work: Work) -> dict[str, set[str]]:
    halls: dict[str, set[str]] = {code: set() for code in work.session.scalars(select(Hall.code).where(Hall.active))}
    for code, hall in work.session.execute(select(Department.code, Department.hall).where(Department.active)):
        halls.setdefault(hall, set()).add(code)
    return halls


def _store(work: Work, model: type[Base], rows: Mapping[str, dict[str, Any]], changes: _Changes) -> None:
    """Insert, update or retire the rows of one table until it equals the file."""
    label = model.__tablename__
    key = inspect(model).primary_key[0].name
    stored = {getattr(row, key): row for row in work.session.scalars(select(model))}
    for code, values in rows.items():
        wanted = {**values, "active": True}
        row = stored.get(code)
        if row is None:
            work.session.add(model(**{key: code, **wanted}))
            changes.added.append(f"{label} {code}")
        elif any(getattr(row, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(row, name, value)
            changes.updated.append(f"{label} {code}")
    for code, row in stored.items():
        if code not in rows and getattr(row, "active", False):
            row.active = False  # type: ignore[attr-defined]  # every table of `rows_of` has it
            changes.retired.append(f"{label} {code}")
