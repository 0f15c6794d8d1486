"""The document of how full a hall may be, and the alert while it is too full (R47). How many wait, and which rooms
could be opened, the tablet reads from the queues and rooms beside it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.accounts.service import describe_by
from server.clinic.models import Hall
from server.core.clock import instant
from server.core.database import Work
from server.crowd.models import CrowdAlert
from server.crowd.rules import ends_at, has_room
from server.crowd.service import open_alert, waiting_by_hall


def crowd_document(work: Work, code: str) -> dict[str, Any] | None:
    """The hall's limit and its alert; None where it has no limit and never had one that still stands."""
    hall = work.session.get(Hall, code)
    alert = open_alert(work, code)
    if hall is None or (hall.crowded_from is None and alert is None):
        return None
    limit = hall.crowded_from if hall.crowded_from is not None else (alert.crowded_from if alert else 0)
    return {
        "from": limit,
        "until": ends_at(limit),
        "alert": _alert(work, alert) if alert is not None else None,
    }


def _alert(work: Work, alert: CrowdAlert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "opened_at": instant(alert.opened_at),
        "measure": alert.measure,
        "by": describe_by(work, alert.acknowledged_by),
        "acknowledged_at": instant(alert.acknowledged_at) if alert.acknowledged_at else None,
        "elsewhere": _roomy_halls(work, alert.hall),
    }


def _roomy_halls(work: Work, but: str) -> list[dict[str, Any]]:
    """Where people could sit meanwhile: their numbers are not called there, which the tablet says."""
    waiting = waiting_by_hall(work)
    halls = work.session.scalars(
        select(Hall).where(Hall.active.is_(True), Hall.code != but).order_by(Hall.position)
    )
    return [
        {"hall": hall.code, "names": hall.names, "place": hall.place, "waiting": waiting.get(hall.code, 0)}
        for hall in halls
        if has_room(waiting.get(hall.code, 0), hall.crowded_from)
    ]
