"""Telling every tablet of the house that appointments have changed: two desks see each other's bookings at once."""

from __future__ import annotations

from sqlalchemy import select

from server.clinic.models import Hall
from server.core.database import Work

EVENT = "appointments.changed"


def announce_change(work: Work) -> None:
    """Note, once for a unit of work, that lists of appointments are to be asked anew. Staff book for the whole house,
    so that every hall's tablets are told; they are told that something changed, not what."""
    if any(one.event == EVENT for one in work.announcements):
        return
    for hall in work.session.scalars(select(Hall.code).where(Hall.active.is_(True)).order_by(Hall.code)):
        work.announce(EVENT, hall, parts=("appointments",))
