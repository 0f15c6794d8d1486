"""HTTP of silent messages between a desk and a room (R44)."""

from __future__ import annotations

from typing import Any, Literal

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.clinic.service import clinic_settings
from server.core.clock import service_day
from server.messages import service
from server.messages.models import RoomMessage
from server.messages.service import NewMessage
from server.web.context import database, state
from server.web.requests import actor, body, needs

blueprint = Blueprint("messages", __name__)

SPEAKERS = (*roles_that_may("messages.desk"), *roles_that_may("messages.room"))


class Body(BaseModel):
    """A body whose fields are all named."""

    model_config = ConfigDict(extra="forbid")


class Sent(Body):
    """A message: a prepared sentence, words of one's own, or both; perhaps about a ticket."""

    request_id: str = Field(min_length=8, max_length=64)
    room: str = Field(max_length=32)
    towards: Literal["room", "desk"]
    sentence: str | None = Field(default=None, max_length=24)
    text: str | None = Field(default=None, max_length=200)
    ticket: str | None = Field(default=None, max_length=36)


class Answer(Body):
    """A prepared answer, words of one's own, or both."""

    answer: str | None = Field(default=None, max_length=24)
    text: str | None = Field(default=None, max_length=200)


@blueprint.post("/messages")
@needs(*SPEAKERS)
def send() -> tuple[Response, int]:
    """Send a message into a room, or from it to the desk. 409 `nobody_in_room`."""
    given = body(Sent)
    new = NewMessage(given.room, given.towards, given.sentence, given.text, given.ticket)
    with database().write(actor()) as work:
        today = service_day(work.now, state().settings.timezone, clinic_settings(work).day_starts_hour)
        return jsonify(service.send_message(work, given.request_id, new, today)), 201


@blueprint.get("/messages/<identifier>")
@needs(*SPEAKERS)
def see(identifier: str) -> Response:
    """What was typed: documents carry prepared sentences only."""
    with database().read(actor()) as work:
        answer = jsonify(_typed(service.see_message(work, identifier)))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.post("/messages/<identifier>/delivered")
@needs(*SPEAKERS)
def note_delivery(identifier: str) -> Response:
    """It stands on a tablet of the side that it goes to."""
    with database().write(actor()) as work:
        return jsonify(id=service.deliver_message(work, identifier).id)


@blueprint.post("/messages/<identifier>/read")
@needs(*SPEAKERS)
def note_reading(identifier: str) -> Response:
    """Somebody has opened it."""
    with database().write(actor()) as work:
        return jsonify(id=service.read_message(work, identifier).id)


@blueprint.post("/messages/<identifier>/close")
@needs(*SPEAKERS)
def close(identifier: str) -> Response:
    """The answer was seen, or the message is taken back."""
    with database().write(actor()) as work:
        return jsonify(id=service.close_message(work, identifier).id)


@blueprint.post("/messages/<identifier>/answer")
@needs(*SPEAKERS)
def answer(identifier: str) -> Response:
    """Answer it."""
    given = body(Answer)
    with database().write(actor()) as work:
        return jsonify(id=service.answer_message(work, identifier, given.answer, given.text).id)


def _typed(message: RoomMessage) -> dict[str, Any]:
    return {"id": message.id, "text": message.text, "answer_text": message.answer_text}
