"""HTTP of what screens show: snapshots, notices, emergencies."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.clinic.models import Hall
from server.clinic.rules import at_minute, minutes_of
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.errors import FieldProblem, Invalid, NotFound
from server.core.language import DEFAULT_LANGUAGE, languages
from server.core.outbox import snapshot
from server.devices.service import require_hall
from server.realtime import service
from server.realtime.speaking import SPOKEN, find_sentence
from server.web.context import database, state
from server.web.requests import actor, body, needs

blueprint = Blueprint("realtime", __name__)


class NewNotice(BaseModel):
    """A notice, in one language at least; no hall means every hall. `say` it aloud never, now, or today at a time of
    day (`at`, such as "14:30")."""

    model_config = ConfigDict(extra="forbid")
    texts: dict[str, str] = Field(max_length=8)
    hall: str | None = Field(default=None, max_length=32)
    say: Literal["never", "now", "later"] = "never"
    at: str = Field(default="", max_length=5)


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
        notice = service.add_notice(work, texts, given.hall, _say_at(given, work.now))
        said = instant(notice.say_at) if notice.say_at is not None else None
        return jsonify(id=notice.id, texts=notice.texts, hall=notice.hall, say_at=said), 201


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


@blueprint.get("/speech/<kind>/<identifier>/<language>.wav")
@needs("display", "staff")
def speech(kind: str, identifier: str, language: str) -> Response:
    """The sound of a call, a notice or an emergency text that stands now (R61). 404 where this server has no voice: the
    display then speaks by its own."""
    if kind not in SPOKEN or language not in languages():
        raise NotFound("speech")
    with database().read(actor()) as work:
        sentence = find_sentence(work, kind, identifier, language)
        chosen = clinic_settings(work).voice
    sound = state().voice.wav(sentence, chosen.source, chosen.rate)
    if sound is None:
        raise NotFound("speech")
    return Response(sound, mimetype="audio/wav", headers={"Cache-Control": "private, max-age=86400, immutable"})


def _say_at(given: NewNotice, now: datetime) -> datetime | None:
    """When displays begin to say a notice. Raises Invalid for a time that is none, or has passed today."""
    if given.say != "later":
        return now if given.say == "now" else None
    timezone = state().settings.timezone
    try:
        at = at_minute(now.astimezone(timezone).date(), minutes_of(given.at), timezone)
    except ValueError as problem:
        raise Invalid([FieldProblem("at", "not_understood")]) from problem
    if at <= now:
        raise Invalid([FieldProblem("at", "time_past")])
    return at


def _texts(given: dict[str, str], field: str) -> dict[str, str]:
    """Texts by language; `zh` may be said for `zh-CN`, and what is missing is taken from the other."""
    known = {name: given.get(name, given.get(name.split("-")[0], "")).strip() for name in languages()}
    filled = next((text for text in known.values() if text), "")
    if not filled:
        raise Invalid([FieldProblem(f"{field}.{DEFAULT_LANGUAGE}", "required")])
    if any(len(text) > 120 for text in known.values()):
        raise Invalid([FieldProblem(f"{field}.{DEFAULT_LANGUAGE}", "too_long", {"limit": 120})])
    return {name: text or filled for name, text in known.items()}
