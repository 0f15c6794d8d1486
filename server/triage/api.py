"""HTTP of triage: the body's regions and chips, and alarms that somebody takes."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify

from server.accounts.rules import roles_that_may
from server.core.clock import instant
from server.core.errors import NotFound
from server.triage import service
from server.triage.models import Alarm
from server.web.context import database
from server.web.requests import actor, needs

blueprint = Blueprint("triage", __name__)


@blueprint.get("/triage/symptoms")
@needs("kiosk", "staff")
def symptoms() -> Response:
    """Regions of the body and the complaints of each, with names in every language."""
    return jsonify(service.symptoms_document())


@blueprint.get("/alarms/<identifier>")
@needs("kiosk", "staff")
def see_alarm(identifier: str) -> Response:
    """How an alarm stands: for the kiosk that raised it, and for staff."""
    who = actor()
    with database().read(who) as work:
        alarm = service.find_alarm(work, identifier)
        if who.kind == "kiosk" and alarm.device != who.code:
            raise NotFound("alarm")
        return jsonify(alarm_document(alarm))


@blueprint.post("/alarms/<identifier>/claim")
@needs(*roles_that_may("tasks.work"), "doctor")
def claim(identifier: str) -> Response:
    """I go now (R22: acknowledged and timed)."""
    with database().write(actor()) as work:
        return jsonify(alarm_document(service.claim_alarm(work, identifier)))


def alarm_document(alarm: Alarm) -> dict[str, Any]:
    """An alarm as it is answered."""
    return {
        "id": alarm.id,
        "state": alarm.state,
        "ticket": alarm.ticket,
        "number": alarm.number,
        "urgency": alarm.urgency,
        "raised_at": instant(alarm.raised_at),
        "claimed_at": instant(alarm.claimed_at) if alarm.claimed_at else None,
        "outcome": alarm.outcome,
    }
