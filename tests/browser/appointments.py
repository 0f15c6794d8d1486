"""Appointments as browser tests use them: short ways to book and to look."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.browser.house import House

#: The dentists, who are there every day from 07:30 to 21:30.
DENTISTS = ("1025", "1026")
NAME, PHONE = "周梦溪", "13812345678"
QUARTER = timedelta(minutes=15)
_requests = count(1)


def quarter_after(instant: datetime) -> datetime:
    """The next time of the booking grid, never the instant itself."""
    day = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    return day + ((instant - day) // QUARTER + 1) * QUARTER


def book(house: House, starts_at: datetime, *, name: str = NAME, phone: str = PHONE) -> dict[str, Any]:
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
