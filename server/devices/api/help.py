"""Calls for a person (R64)."""

from __future__ import annotations

from flask import Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.devices import service
from server.devices.api.parts import blueprint
from server.web.context import database
from server.web.requests import actor, body, needs


class Help(BaseModel):
    """Which page the person sees; the same `request_id` is the same call."""

    model_config = ConfigDict(extra="forbid")
    request_id: str = Field(min_length=1, max_length=64)
    page: str = Field(min_length=1, max_length=48)


@blueprint.post("/help")
@needs("kiosk")
def ask_for_help() -> tuple[Response, int]:
    """Call a person to this kiosk."""
    given = body(Help)
    with database().write(actor()) as work:
        answer = service.ask_for_help(work, given.request_id, given.page)
    return jsonify(answer), 201


@blueprint.get("/help/<identifier>")
@needs("kiosk", "staff")
def see_help(identifier: str) -> Response:
    """Whether someone is on the way."""
    with database().read(actor()) as work:
        return jsonify(service.see_help(work, identifier))


@blueprint.post("/help/<identifier>/claim")
@needs(*roles_that_may("tasks.work"))
def claim_help(identifier: str) -> Response:
    """Go there. 409 `already_claimed`, `already_done`."""
    with database().write(actor()) as work:
        return jsonify(service.claim_help(work, identifier))


@blueprint.post("/help/<identifier>/resolve")
@needs(*roles_that_may("tasks.work"))
def resolve_help(identifier: str) -> Response:
    """The person was helped."""
    with database().write(actor()) as work:
        return jsonify(service.resolve_help(work, identifier))
