"""Appointments as browser tests use them: short ways to book and to look."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.browser.bookings import book, free_times
from tests.browser.house import House
from tests.browser.words import CHINESE, ENGLISH

#: The dentists, who are there every day from 07:30 to 21:30.
DENTISTS = ("1025", "1026")
#: Their department, as it is called.
DENTAL = {CHINESE: "口腔科", ENGLISH: "Dental Clinic"}
NAME, PHONE = "周梦溪", "13812345678"
QUARTER = timedelta(minutes=15)
_requests = count(1)


def quarter_after(instant: datetime) -> datetime:
    """The next time of the booking grid, never the instant itself."""
    day = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    return day + ((instant - day) // QUARTER + 1) * QUARTER


def book_at(house: House, starts_at: datetime, *, name: str = NAME, phone: str = PHONE) -> dict[str, Any]:
    """A time by telephone with whichever dentist is free, for somebody who has no file."""
    for doctor in DENTISTS:
        answer = house.staff("POST", "/appointments", {
            "request_id": f"by-phone-{next(_requests)}", "department": "dental", "doctor": doctor,
            "starts_at": starts_at.astimezone(UTC).isoformat().replace("+00:00", "Z"), "channel": "phone",
            "patient": {"name": name, "phone": phone}, "consent": True,
        })  # fmt: skip
        if answer.status == 201:
            return dict(answer.json)
    raise AssertionError(answer.json)


def appointment(house: House, identifier: str) -> dict[str, Any]:
    """An appointment as staff see it."""
    answer = house.staff("GET", f"/appointments/{identifier}")
    assert answer.status == 200, answer.json
    return dict(answer.json)


def appointments_of(house: House, days: int) -> list[dict[str, Any]]:
    """The appointments of so many days after today."""
    dates = [(house.now() + timedelta(days=ahead)).date() for ahead in range(1, days + 1)]
    found = [house.staff("GET", f"/appointments?day={one.isoformat()}").json["appointments"] for one in dates]
    return [one for day in found for one in day]


def take_whatever_is_offered(house: House) -> None:
    """Somebody at the desk is quicker: every time that a kiosk would offer now is booked."""
    for offer in free_times(house):
        book(house, offer, name="卫东")
