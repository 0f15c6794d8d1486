"""HTTP of appointments: for desk and kiosk, for the roster, and for patients with their link."""

from server.appointments.api import (  # noqa: F401  (routes register themselves)
    booking,
    callbacks,
    lists,
    public,
    reminders,
    roster,
)
from server.appointments.api.parts import blueprint

__all__ = ["blueprint"]
