"""How many appointments a day had, through which channel and with which doctor, and what became of them (R67)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import func, select

from server.appointments.models import Appointment
from server.appointments.rules.counts import count_states
from server.appointments.service.booking import CHANNELS
from server.appointments.service.lists import count_bookings
from server.appointments.service.roster import names_of
from server.clinic.models import Department, Doctor
from server.core.database import Work
from server.core.language import languages, text

Row = tuple[date, str, str, str, str, int]


def _by(*key: Any) -> Callable[[Row], bool]:
    """Whether a row has these values, in the row's own order; None stands for any."""
    return lambda row: all(value is None or value == part for value, part in zip(key, row, strict=False))


def count_day(work: Work, day: date) -> dict[str, Any]:
    """A day's appointments by channel and by doctor: how many there were, kept, missed, cancelled, still to come; and
    how many were booked on that day, whatever for."""
    rows = _rows(work, day, day)
    doctors = sorted({(row[2], row[1]) for row in rows}, key=lambda one: (one[0], len(one[1]), one[1]))
    return {
        "date": day.isoformat(),
        "total": _counted(rows, _by()),
        "by_channel": [
            {"channel": channel, **_counted(rows, _by(None, None, None, channel))} for channel in CHANNELS
        ],
        "by_doctor": [
            {
                **_doctor(work, number), "department": department,
                **_counted(rows, _by(None, number, department)),
            }
            for department, number in doctors
        ],
        "booked_that_day": count_bookings(work, day, day)[0],
    }  # fmt: skip


def count_table(work: Work, first: date, last: date, language: str) -> list[list[str | int]]:
    """The same for a spreadsheet, a line for each day, doctor and channel, with its head in a language."""
    rows = _rows(work, first, last)
    head = ["date", "department", "doctor-number", "doctor", "channel", "total", "kept", "missed", "cancelled", "open"]
    table: list[list[str | int]] = [[text(language, f"count-{name}") for name in head]]
    found: dict[tuple[date, str, str, str], list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        found[row[:4]].append((row[4], row[5]))
    for (day, number, department, channel), states in sorted(found.items()):
        counted = count_states(states)
        named = _doctor(work, number)["doctor_names"]
        place = work.session.get_one(Department, department).names
        table.append([
            day.isoformat(), place.get(language, department), number, named.get(language, number),
            text(language, f"count-channel-{channel}"), *counted.values(),
        ])  # fmt: skip
    return table


def _rows(work: Work, first: date, last: date) -> list[Row]:
    a = Appointment
    found = work.session.execute(
        select(a.day, a.doctor, a.department, a.channel, a.state, func.count())
        .where(a.day.between(first, last), a.state != "moved")
        .group_by(a.day, a.doctor, a.department, a.channel, a.state)
    )
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in found]


def _counted(rows: list[Row], wanted: Callable[[Row], bool]) -> dict[str, int]:
    return count_states((row[4], row[5]) for row in rows if wanted(row))


def _doctor(work: Work, number: str) -> dict[str, Any]:
    row = work.session.get(Doctor, number)
    names = names_of(row) if row is not None else dict.fromkeys(languages(), number)
    return {"doctor": number, "doctor_names": names}
