"""The roster as it is stored: weekly sessions from the clinic's file, exceptions from supervisors (R35, R46)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from server.appointments.models import BookedUnit, RosterException
from server.appointments.rules.roster import DatedChange, Span, spans_between
from server.appointments.rules.slots import units_of
from server.clinic.models import Department, Doctor
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.queueing.rules.duty import LATER, NONE, NOW

#: A night's session begins on the day before it is over.
DAY = timedelta(days=1)


def require_department(work: Work, code: str) -> Department:
    """A department that is in use. Raises Invalid (`department`)."""
    row = work.session.get(Department, code)
    if row is None or not row.active:
        raise Invalid([FieldProblem("department", "no_such_department")])
    return row


def require_doctor(work: Work, number: str, department: str | None = None) -> Doctor:
    """A doctor of the house, or of one department. Raises Invalid (`doctor`)."""
    row = work.session.get(Doctor, number)
    if row is None or not row.active or department not in (None, row.department):
        raise Invalid([FieldProblem("doctor", "no_such_doctor")])
    return row


def doctors_of(work: Work, department: str | None = None, number: str | None = None) -> list[Doctor]:
    """The doctors of the house, of a department, or one, by staff number."""
    wanted = select(Doctor).where(Doctor.active.is_(True))
    if department is not None:
        wanted = wanted.where(Doctor.department == department)
    if number is not None:
        wanted = wanted.where(Doctor.number == number)
    return sorted(work.session.scalars(wanted), key=lambda row: (len(row.number), row.number))


def changes_of(work: Work, numbers: Sequence[str], first: date, last: date) -> dict[str, list[DatedChange]]:
    """Each doctor's exceptions that touch the days from `first` to `last`, in the order in which they were made."""
    rows = work.session.scalars(
        select(RosterException)
        .where(
            RosterException.doctor.in_(numbers), RosterException.withdrawn_at.is_(None),
            RosterException.first <= last, RosterException.last >= first,
        )
        .order_by(RosterException.set_at, RosterException.id)
    )  # fmt: skip
    found: dict[str, list[DatedChange]] = {number: [] for number in numbers}
    for row in rows:
        found[row.doctor].append(DatedChange(row.kind, row.first, row.last, row.starts, row.ends))
    return found


def spans_of(
    work: Work, doctors: Sequence[Doctor], first: date, last: date, timezone: ZoneInfo
) -> dict[str, list[Span]]:
    """When each doctor is there on the days from `first` to `last`; a night that began the day before included."""
    changes = changes_of(work, [row.number for row in doctors], first - DAY, last)
    return {
        row.number: spans_between(
            row.sessions if row.active else [], changes[row.number], first - DAY, last, timezone
        )
        for row in doctors
    }


def session_now(work: Work, number: str | None, timezone: ZoneInfo) -> str:
    """A doctor's sessions today as `queueing.rules.duty` names them, exceptions counted (R35): one lasts now, one comes
    later, none is left."""
    row = work.session.get(Doctor, number) if number is not None else None
    if row is None or not row.active:
        return NONE
    today = work.now.astimezone(timezone).date()
    spans = spans_of(work, [row], today, today, timezone)[row.number]
    span = next((span for span in spans if span.ends_at > work.now), None)
    if span is None:
        return NONE
    return NOW if span.starts_at <= work.now else LATER


def roster_document(
    work: Work, first: date, days: int, timezone: ZoneInfo, *, department: str | None, doctor: str | None
) -> dict[str, Any]:
    """Who is there on which day, how many units that gives and how many are booked (R46, R66)."""
    doctors = doctors_of(work, department, doctor)
    last = first + (days - 1) * DAY
    changes = changes_of(work, [row.number for row in doctors], first, last)
    booked = _booked_by_day(work, [row.number for row in doctors], first, last, timezone)
    return {
        "from": first.isoformat(),
        "days": days,
        "doctors": [
            _doctor(row) | {
                "days": [
                    _day(row, changes[row.number], first + step * DAY, booked, timezone) for step in range(days)
                ]
            }
            for row in doctors
        ],
    }  # fmt: skip


def _doctor(row: Doctor) -> dict[str, Any]:
    return {
        "number": row.number, "names": names_of(row), "title": row.title, "sex": row.sex,
        "department": row.department,
    }  # fmt: skip


def names_of(doctor: Doctor) -> dict[str, str]:
    """A doctor's name in each language."""
    return {"zh-CN": doctor.name, "en": doctor.name_en}


def _day(
    row: Doctor, changes: list[DatedChange], day: date, booked: dict[tuple[str, date], int], timezone: ZoneInfo
) -> dict[str, Any]:
    spans = spans_between(row.sessions, changes, day, day, timezone)
    return {
        "date": day.isoformat(),
        "changed": any(change.first <= day <= change.last for change in changes),
        "spans": [
            {
                "from": f"{span.starts_at.astimezone(timezone):%H:%M}",
                "to": f"{span.ends_at.astimezone(timezone):%H:%M}",
                "starts_at": instant(span.starts_at), "ends_at": instant(span.ends_at),
            }
            for span in spans
        ],
        "units": sum(len(units_of(span)) for span in spans),
        "booked_units": booked.get((row.number, day), 0),
    }  # fmt: skip


def _booked_by_day(
    work: Work, numbers: Sequence[str], first: date, last: date, timezone: ZoneInfo
) -> dict[tuple[str, date], int]:
    rows = work.session.execute(
        select(BookedUnit.doctor, BookedUnit.starts_at, func.count())
        .where(
            BookedUnit.doctor.in_(numbers),
            BookedUnit.starts_at >= midnight(first, timezone), BookedUnit.starts_at < midnight(last + DAY, timezone),
        )
        .group_by(BookedUnit.doctor, BookedUnit.starts_at)
    )  # fmt: skip
    found: dict[tuple[str, date], int] = {}
    for doctor, starts_at, count in rows:
        key = (doctor, starts_at.astimezone(timezone).date())
        found[key] = found.get(key, 0) + count
    return found


def midnight(day: date, timezone: ZoneInfo) -> datetime:
    """The instant at which a day begins in the clinic's own time."""
    return datetime.combine(day, datetime.min.time(), timezone)
