"""Appointments as tests use them: short ways to book, to change and to look."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from server.appointments.models import Appointment, BookedUnit
from server.appointments.service.booking import Booking, book
from server.appointments.service.keeping import find_appointment
from server.appointments.service.persons import Person, named_person
from server.appointments.service.times import TimeWish, offer_times
from server.core.database import Actor
from tests.support.house import GUIDE, SHANGHAI, House

#: Two dentists of the starting clinic, there every day from 07:30 to 21:30.
DENTIST, OTHER_DENTIST = "1025", "1026"
WEB = Actor("patient", "web")
NAME, PHONE = "周梦溪", "13812345678"


def at(clock: str, day: int = 1) -> datetime:
    """A time of the clinic, so many days after the Monday on which tests begin."""
    hour, minute = map(int, clock.split(":"))
    return (datetime(2026, 11, 23, hour, minute, tzinfo=SHANGHAI) + timedelta(days=day)).astimezone(UTC)


def person(name: str = NAME, phone: str = PHONE) -> Person:
    """Somebody without a file."""
    return named_person(name, phone, datetime(2026, 11, 23, tzinfo=UTC).date())


def booking(starts_at: datetime, doctor: str = DENTIST, **more: Any) -> Booking:
    """A booking by telephone for a dentist."""
    fields = {"department": "dental", "channel": "phone", "language": "zh-CN"} | more
    return Booking(doctor=doctor, starts_at=starts_at, **fields)


def booked(
    house: House, starts_at: datetime, doctor: str = DENTIST, *, by: Actor = GUIDE, who: Person | None = None,
    **more: Any,
) -> Appointment:  # fmt: skip
    """A stored appointment."""
    row: Appointment = house.do(book, who or person(), booking(starts_at, doctor, **more), SHANGHAI, by=by)
    return row


def appointment(house: House, identifier: str) -> Appointment:
    """An appointment as it stands."""
    row: Appointment = house.look(find_appointment, identifier)
    return row


def units(house: House, doctor: str = DENTIST) -> dict[str, str]:
    """The clock times at which a doctor is taken, each with its appointment."""
    rows = house.rows(BookedUnit, BookedUnit.doctor == doctor, order=BookedUnit.starts_at)
    return {f"{row.starts_at.astimezone(SHANGHAI):%d %H:%M}": row.appointment for row in rows}


def offers(house: House, by: Actor = GUIDE, **wish: Any) -> list[str]:
    """What is offered, in short."""
    asked = TimeWish(**({"department": "dental"} | wish))
    with house.database.read(by) as work:
        return [f"{one['doctor']} {one['date'][8:]} {one['time']}" for one in offer_times(work, asked, SHANGHAI)]
