"""How a screen becomes a known device (R108): it shows a code, staff approve it, it collects its token."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import address_key, roles_that_may
from server.core.errors import Forbidden, TooMany
from server.devices import service
from server.devices.api.parts import blueprint
from server.devices.limits import Buckets
from server.devices.rules import is_on_this_machine
from server.web.context import database, state
from server.web.requests import actor, body, needs

#: Generous to a hall of screens behind one address after a power cut, narrow for a flood.
_starts = Buckets(burst=30, seconds_each=2)

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via")


class Unpaired(BaseModel):
    """A screen that wants to be known; `hall` where its address names one."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["kiosk", "display"]
    hall: str | None = Field(default=None, min_length=1, max_length=32)


class Approval(BaseModel):
    """The code that a screen shows, and which device it is."""

    model_config = ConfigDict(extra="forbid")
    code: str = Field(pattern=r"^\s*\d{6}\s*$")
    device: str = Field(min_length=1, max_length=32)


@blueprint.post("/devices/pairing")
def start_pairing() -> tuple[Response, int]:
    """Begin to pair. 429 `too_many_pairings`."""
    given = body(Unpaired)
    _limit()
    with database().write() as work:
        waiting = service.start_pairing(work, given.kind, given.hall)
    return _private({"code": waiting.code, "poll": waiting.poll}), 201


@blueprint.get("/devices/pairing/<poll>")
def collect_token(poll: str) -> Response:
    """Ask whether the code was approved; the token comes once. 404 where it has run out or was collected."""
    with database().read() as work:
        approved = service.peek_pairing(work, poll)
    paired = None
    if approved:
        with database().write() as work:
            paired = service.collect_token(work, poll)
    return _private({"state": "waiting"} if paired is None else {"state": "paired", **_token(paired)})


@blueprint.post("/devices/pairing/local")
def pair_local() -> tuple[Response, int]:
    """Pair a window on the serving machine at once, in a try-out. 403 `pairing_needs_code` anywhere else."""
    given = body(Unpaired)
    forwarded = any(name in request.headers for name in _FORWARDED)
    local = is_on_this_machine(request.remote_addr, request.host, forwarded=forwarded)
    if not (state().local_pairing and local):
        raise Forbidden("pairing_needs_code")
    with database().write() as work:
        paired = service.pair_local(work, state().seal, given.kind, given.hall)
    return _private(_token(paired)), 201


@blueprint.post("/devices/pairing/approve")
@needs(*roles_that_may("devices.manage"))
def approve_pairing() -> Response:
    """Approve the screen that shows a code. 404 unknown or run out, 409 `wrong_device`."""
    given = body(Approval)
    with database().write(actor()) as work:
        device = service.approve_pairing(work, given.code.strip(), given.device)
    return _private({"device": device.code, "kind": device.kind, "hall": device.hall, "names": device.names})


def _limit() -> None:
    seconds = _starts.seconds_to_wait(address_key(request.remote_addr), state().clock.now())
    if seconds:
        raise TooMany("too_many_pairings", seconds)


def _token(paired: service.Paired) -> dict[str, Any]:
    return {"token": paired.token, "device": paired.device.code}


def _private(content: dict[str, Any]) -> Response:
    answer = jsonify(content)
    answer.headers["Cache-Control"] = "no-store"
    return answer
