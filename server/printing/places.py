"""At which printer a slip comes out for whoever asks."""

from __future__ import annotations

from sqlalchemy import select

from server.clinic.models import Printer, Screen
from server.core.database import Work
from server.printing.service import all_printers


def printer_for(work: Work, hall: str) -> str | None:
    """The kiosk's own printer, else one in the hall, else any, one that prints before one that does not; None where the
    house has none."""
    screen = work.session.get(Screen, work.actor.code) if work.actor.kind == "kiosk" else None
    if screen is not None and screen.printer:
        return screen.printer
    found = work.session.execute(select(Printer.code, Printer.hall).where(Printer.active).order_by(Printer.code)).all()
    usable = all_printers(work).usable
    ordered = sorted(found, key=lambda one: (not usable(one[0]), one[1] != hall))
    return ordered[0][0] if ordered else None
