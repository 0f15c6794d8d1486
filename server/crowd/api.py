"""HTTP of a hall that is too full (R47)."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.crowd import service
from server.web.context import database
from server.web.requests import actor, body, needs

blueprint = Blueprint("crowd", __name__)


class Acknowledged(BaseModel):
    """What was done about it."""

    model_config = ConfigDict(extra="forbid")
    measure: str = Field(max_length=16)


@blueprint.post("/crowds/<identifier>/acknowledge")
@needs(*roles_that_may("tasks.work"))
def acknowledge(identifier: str) -> Response:
    """Somebody sees to a hall that is too full."""
    given = body(Acknowledged)
    with database().write(actor()) as work:
        alert = service.acknowledge_crowd(work, identifier, given.measure)
        return jsonify(id=alert.id, measure=alert.measure)
