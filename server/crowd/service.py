"""Watching how full the halls are, and noting what staff did about it (R47)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from server.accounts.service import record_audit
from server.clinic.models import Hall
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound
from server.core.ids import new_id
from server.crowd.models import CrowdAlert
from server.crowd.rules import MEASURES, is_too_full
from server.devices.service import require_hall
from server.queueing.models import Ticket


def waiting_by_hall(work: Work) -> dict[str, int]:
    """How many people wait in each hall; those with nobody are left out."""
    rows = work.session.execute(
        select(Ticket.hall, func.count()).where(Ticket.state == "waiting").group_by(Ticket.hall)
    )
    return {row[0]: row[1] for row in rows}


def open_alert(work: Work, hall: str) -> CrowdAlert | None:
    """The alert of a hall that is too full now, as it was last noticed."""
    return work.session.scalar(select(CrowdAlert).where(CrowdAlert.hall == hall, CrowdAlert.ended_at.is_(None)))


def any_crowd_changes(work: Work) -> bool:
    """Whether a watch would open or end an alert: a cheap look, so that no idle moment takes the writer."""
    return next(_changes(work), None) is not None


def watch_crowds(work: Work) -> int:
    """Open an alert for each hall that has become too full, end each of a hall that no longer is. Returns how many
    changed. Repeated at once it changes nothing; the database holds one open alert for a hall."""
    work.lock("crowd")
    changed = 0
    for hall, waiting, alert in list(_changes(work)):
        if alert is None:
            limit = hall.crowded_from or 0
            opened = CrowdAlert(id=new_id(), hall=hall.code, opened_at=work.now, waiting=waiting, crowded_from=limit)
            work.session.add(opened)
        else:
            alert.ended_at = work.now
        work.session.flush()
        work.announce("crowd.opened" if alert is None else "crowd.ended", hall.code, parts=("crowd",))
        changed += 1
    return changed


def acknowledge_crowd(work: Work, identifier: str, measure: str) -> CrowdAlert:
    """Somebody has seen to it, in this way. Who comes later, or presses again, changes nothing.

    Raises Invalid (`measure`), NotFound, Forbidden `not_your_hall`.
    """
    if measure not in MEASURES:
        raise Invalid([FieldProblem("measure", "not_a_choice")])
    alert = work.session.get(CrowdAlert, identifier, with_for_update=True, populate_existing=True)
    if alert is None:
        raise NotFound("crowd")
    require_hall(work, alert.hall)
    if alert.acknowledged_at is None:
        alert.acknowledged_at, alert.acknowledged_by, alert.measure = work.now, work.actor.stamp, measure
        record_audit(work, "crowd.acknowledged", f"crowd:{alert.id}", hall=alert.hall, measure=measure)
        work.session.flush()
        work.announce("crowd.acknowledged", alert.hall, parts=("crowd",))
    return alert


def _changes(work: Work) -> Iterator[tuple[Hall, int, CrowdAlert | None]]:
    """The halls that have crossed a limit since they were last looked at, with how many wait and the alert there is."""
    halls = work.session.scalars(select(Hall).order_by(Hall.code)).all()
    alerts = {
        alert.hall: alert for alert in work.session.scalars(select(CrowdAlert).where(CrowdAlert.ended_at.is_(None)))
    }
    if not alerts and all(hall.crowded_from is None for hall in halls):
        return
    waiting = waiting_by_hall(work)
    for hall in halls:
        alert = alerts.get(hall.code)
        limit = hall.crowded_from if hall.active else None
        if is_too_full(waiting.get(hall.code, 0), limit, alerted=alert is not None) != (alert is not None):
            yield hall, waiting.get(hall.code, 0), alert
