"""HTTP of waits: apology tasks, and a hall's figures."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.clinic.models import Hall
from server.clinic.service import clinic_settings
from server.core.clock import instant, service_day
from server.core.errors import NotFound
from server.devices.service import require_hall
from server.waiting import service
from server.waiting.models import ApologyTask
from server.web.context import database, state
from server.web.requests import actor, body, needs

blueprint = Blueprint("waiting", __name__)

WORKERS = roles_that_may("tasks.work")


class Outcome(BaseModel):
    """What came of speaking to the patient."""

    model_config = ConfigDict(extra="forbid")
    outcome: str = Field(max_length=16)
    note: str | None = Field(default=None, max_length=300)


@blueprint.get("/apologies")
@needs(*WORKERS)
def list_apologies() -> Response:
    """The open apology tasks of one's halls."""
    with database().read(actor()) as work:
        halls = work.actor.halls or [hall.code for hall in work.session.query(Hall)]
        tasks = [task for hall in halls for task in service.open_apologies(work, hall)]
        return jsonify(apologies=[apology_document(task) for task in tasks])


@blueprint.post("/apologies/<identifier>/claim")
@needs(*WORKERS)
def claim(identifier: str) -> Response:
    """I go and explain."""
    with database().write(actor()) as work:
        return jsonify(apology_document(service.claim_apology(work, identifier)))


@blueprint.post("/apologies/<identifier>/resolve")
@needs(*WORKERS)
def resolve(identifier: str) -> Response:
    """It was explained, with this outcome."""
    given = body(Outcome)
    with database().write(actor()) as work:
        return jsonify(apology_document(service.resolve_apology(work, identifier, given.outcome, given.note)))


@blueprint.post("/apologies/<identifier>/escalate")
@needs(*WORKERS)
def escalate(identifier: str) -> Response:
    """Ask the supervisor to come (R49)."""
    with database().write(actor()) as work:
        return jsonify(apology_document(service.escalate_apology(work, identifier)))


@blueprint.get("/halls/<code>/figures")
@needs(*roles_that_may("figures.view"))
def figures(code: str) -> Response:
    """Live figures of a hall (R54)."""
    with database().read(actor()) as work:
        if work.session.get(Hall, code) is None:
            raise NotFound("hall")
        require_hall(work, code)
        settings = clinic_settings(work)
        day = service_day(work.now, state().settings.timezone, settings.day_starts_hour)
        return jsonify(service.day_figures(work, code, day, settings.apology_minutes))


def apology_document(task: ApologyTask) -> dict[str, Any]:
    """A task as it is answered."""
    return {
        "id": task.id,
        "ticket": task.ticket,
        "round": task.round,
        "due_at": instant(task.due_at),
        "opened_at": instant(task.opened_at),
        "state": task.state,
        "by": task.claimed_by,
        "outcome": task.outcome,
    }
