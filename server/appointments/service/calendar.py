"""An appointment as a calendar file (RFC 5545): where, when, with whom, an alarm on the day before; nobody's name and
no word of what it is about."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vText

from server.appointments.models import Appointment
from server.appointments.rules.slots import UNIT_MINUTES, ends_at
from server.appointments.service.roster import names_of
from server.clinic.models import Department, Doctor
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.language import choose_language, text

DAY_BEFORE = timedelta(days=-1)


def _chain(work: Work, row: Appointment) -> tuple[str, int]:
    """The appointment that this one was first booked as, and how often it was moved since: a calendar then moves the
    entry that it has."""
    moves, first = 0, row
    while first.moved_from is not None:
        first, moves = work.session.get_one(Appointment, first.moved_from), moves + 1
    return first.id, moves


def calendar_file(work: Work, row: Appointment, timezone: ZoneInfo, wanted: str) -> bytes:
    """The file's content in a language: of a moved appointment the one that it became, under the same UID, so that a
    calendar moves the entry that it has; a cancelled one comes as cancelled, so that it is taken out."""
    while row.moved_to is not None:
        row = work.session.get_one(Appointment, row.moved_to)
    language = choose_language(wanted)
    department = work.session.get_one(Department, row.department)
    doctor = work.session.get(Doctor, row.doctor)
    said = {
        "clinic": clinic_settings(work).names[language],
        "department": department.names[language],
        "doctor": names_of(doctor)[language] if doctor is not None else row.doctor,
        "minutes": row.units * UNIT_MINUTES,
        "code": row.code,
    }
    stands = row.state not in ("cancelled", "no_show")
    event = Event()
    first, moves = _chain(work, row)
    event.add("uid", f"{first}@houzhen")
    event.add("dtstamp", work.now)
    event.add("dtstart", row.starts_at.astimezone(timezone))
    event.add("dtend", ends_at(row.starts_at, row.units).astimezone(timezone))
    event.add("summary", text(language, "calendar-summary", **said))
    event.add("description", text(language, "calendar-description", **said))
    event["location"] = vText(f"{said['clinic']}, {department.place[language]}")
    event.add("status", "CONFIRMED" if stands else "CANCELLED")
    event.add("sequence", moves if stands else moves + 1)
    event.add("class", "PRIVATE")
    if stands and row.starts_at + DAY_BEFORE > work.now:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text(language, "calendar-alarm", **said))
        alarm.add("trigger", DAY_BEFORE)
        event.add_component(alarm)
    file = Calendar()
    file.add("prodid", "-//Houzhen//appointments//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH" if stands else "CANCEL")
    file.add_component(event)
    file.add_missing_timezones()
    return bytes(file.to_ical())
