"""What devices there are, what one knows of itself, its signs of life, its troubles (R59, R105)."""

from __future__ import annotations

from flask import Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import ADMINISTRATOR, roles_that_may
from server.devices import service
from server.devices.api.parts import blueprint
from server.web.context import database
from server.web.requests import actor, body, needs


class SignOfLife(BaseModel):
    """The page that a screen shows, and the troubles that it has noticed."""

    model_config = ConfigDict(extra="forbid")
    page: str | None = Field(default=None, max_length=48)
    faults: list[str] = Field(default_factory=list, max_length=16)


@blueprint.get("/devices")
@needs(*roles_that_may("devices.view"))
def list_devices() -> Response:
    """Every kiosk, display and printer, how it is, and its open troubles."""
    with database().read(actor()) as work:
        return jsonify({"devices": service.list_devices(work), "printers": service.list_printers(work)})


@blueprint.get("/devices/me")
@needs("kiosk", "display")
def describe_own() -> Response:
    """What this device is and where it stands."""
    with database().read(actor()) as work:
        return jsonify(service.describe_own(work, actor().code))


@blueprint.post("/devices/me/heartbeat")
@needs("kiosk", "display")
def heartbeat() -> tuple[str, int]:
    """A sign of life from a device that has no socket open."""
    given = body(SignOfLife)
    with database().write(actor()) as work:
        service.heartbeat(work, actor().code, given.page, given.faults)
    return "", 204


@blueprint.post("/devices/<code>/revoke")
@needs(*roles_that_may("devices.manage"))
def revoke_device(code: str) -> tuple[str, int]:
    """Put a device out at once. 404; 403 `not_your_hall`."""
    with database().write(actor()) as work:
        service.revoke_device(work, code)
    return "", 204


@blueprint.get("/faults")
@needs(*roles_that_may("faults.work"))
def list_faults() -> Response:
    """Troubles of one's halls: open ones, or with `?state=all` past ones too."""
    who = actor()
    halls = None if who.role == ADMINISTRATOR else who.halls
    with database().read(who) as work:
        faults = service.list_faults(work, halls, past=request.args.get("state") == "all")
    return jsonify({"faults": faults})


@blueprint.post("/faults/<identifier>/resolve")
@needs(*roles_that_may("faults.work"))
def resolve_fault(identifier: str) -> Response:
    """A trouble is settled."""
    with database().write(actor()) as work:
        return jsonify(service.resolve_fault(work, identifier))
