"""HTTP of what screens show: snapshots, notices, emergencies."""

from __future__ import annotations

from typing import Any, Literal

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.clinic.models import Hall
from server.core.errors import FieldProblem, Invalid, NotFound
from server.core.language import DEFAULT_LANGUAGE, languages
from server.core.outbox import snapshot
from server.devices.service import require_hall
from server.realtime import service
from server.web.context import database
from server.web.requests import actor, body, needs

blueprint = Blueprint("realtime", __name__)


class NewNotice(BaseModel):
    """A notice, in one language at least; no hall means every hall."""

    model_config = ConfigDict(extra="forbid")
    texts: dict[str, str] = Field(max_length=8)
    hall: str | None = Field(default=None, max_length=32)


class NewEmergency(BaseModel):
    """An evacuation text, or its end."""

    model_config = ConfigDict(extra="forbid")
    active: bool = True
    texts: dict[str, str] = Field(default_factory=dict, max_length=8)
    direction: Literal["left", "right", "up", "down", "none"] = "none"
    hall: str | None = Field(default=None, max_length=32)


@blueprint.get("/halls/<code>/snapshot")
@needs("display", "staff")
def hall_snapshot(code: str) -> Response:
    """Everything that the hall's screens show, at its revision."""
    who = actor()
    with database().read(who) as work:
        hall = work.session.get(Hall, code)
        if hall is None or not hall.active:
            raise NotFound("hall")
        require_hall(work, code)
        shown = snapshot(work, code, for_staff=who.kind == "staff")
    documents: dict[str, Any] = shown["documents"]
    queues = sorted(
        (body for key, body in documents.items() if key.startswith("queue/")),
        key=lambda queue: queue["order"],
    )
    shown |= {
        "calls": documents.get("calls", []), "queues": queues, "notices": documents.get("notices", []),
    }  # fmt: skip
    return jsonify(shown)


@blueprint.post("/notices")
@needs(*roles_that_may("notices.publish"))
def add_notice() -> tuple[Response, int]:
    """Put up a notice (R60)."""
    given = body(NewNotice)
    texts = _texts(given.texts, "texts")
    with database().write(actor()) as work:
        notice = service.add_notice(work, texts, given.hall)
        return jsonify(id=notice.id, texts=notice.texts, hall=notice.hall), 201


@blueprint.delete("/notices/<identifier>")
@blueprint.post("/notices/<identifier>/remove")
@needs(*roles_that_may("notices.publish"))
def remove_notice(identifier: str) -> tuple[str, int]:
    """Take a notice down."""
    with database().write(actor()) as work:
        service.remove_notice(work, identifier)
    return "", 204


@blueprint.post("/emergency")
@needs(*roles_that_may("emergency.start"))
def emergency() -> Response:
    """Replace every display's picture by an evacuation text, or end it (R103)."""
    given = body(NewEmergency)
    texts = _texts(given.texts, "texts") if given.active else {}
    with database().write(actor()) as work:
        if given.active:
            service.raise_emergency(work, texts, given.direction, given.hall)
        else:
            service.end_emergency(work, given.hall)
    return jsonify(active=given.active)


def _texts(given: dict[str, str], field: str) -> dict[str, str]:
    """Texts by language; `zh` may be said for `zh-CN`, and what is missing is taken from the other."""
    known = {name: given.get(name, given.get(name.split("-")[0], "")).strip() for name in languages()}
    filled = next((text for text in known.values() if text), "")
    if not filled:
        raise Invalid([FieldProblem(f"{field}.{DEFAULT_LANGUAGE}", "required")])
    if any(len(text) > 120 for text in known.values()):
        raise Invalid([FieldProblem(f"{field}.{DEFAULT_LANGUAGE}", "too_long", {"limit": 120})])
    return {name: text or filled for name, text in known.items()}
