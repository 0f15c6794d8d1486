"""At which printer a slip comes out for whoever asks."""

from __future__ import annotations

from sqlalchemy import select

from server.clinic.models import Printer, Screen
from server.core.database import Work


def printer_for(work: Work, hall: str) -> str | None:
    """The kiosk's own printer, else one in the hall, else any; None where the house has none."""
    screen = work.session.get(Screen, work.actor.code) if work.actor.kind == "kiosk" else None
    if screen is not None and screen.printer:
        return screen.printer
    printers = work.session.scalars(select(Printer).where(Printer.active.is_(True)).order_by(Printer.code)).all()
    here = [printer.code for printer in printers if printer.hall == hall]
    return next(iter([*here, *(printer.code for printer in printers)]), None)
