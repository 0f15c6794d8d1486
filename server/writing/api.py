"""HTTP of handwriting, for kiosks. What somebody writes is answered and forgotten: never stored, never logged."""

from __future__ import annotations

from typing import Annotated, Literal

from flask import Blueprint, Response, current_app, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.core.errors import Refusal, TooMany
from server.devices.limits import Buckets
from server.web.context import state
from server.web.requests import actor, body, needs
from server.writing.service import candidates

blueprint = Blueprint("writing", __name__)

Coordinate = Annotated[int, Field(ge=-10_000, le=10_000)]
Point = tuple[Coordinate, Coordinate]

#: A stroke is a request: a few characters in a hurry, and nobody writes four strokes a second for long.
BURST, SECONDS_EACH = 60, 0.25


class Written(BaseModel):
    """The strokes of one character so far, each as points [x, y] downwards, in one unit; `place` says what it is for:
    the first character of a name, a later one, or a sentence."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    strokes: list[Annotated[list[Point], Field(min_length=1, max_length=256)]] = Field(min_length=1, max_length=48)
    place: Literal["family", "given", "text"] = "text"


class NoHandwriting(Refusal):
    """This server has no recogniser; one writes by pinyin."""

    status = 503

    def __init__(self) -> None:
        super().__init__("no_handwriting")


@blueprint.post("/writing/candidates")
@needs("kiosk")
def writing_candidates() -> Response:
    """At most ten characters that the strokes may mean, the likeliest first (R1). 503 `no_handwriting`."""
    who = actor()
    buckets: Buckets = current_app.extensions.setdefault("houzhen-writing", Buckets(BURST, SECONDS_EACH))
    seconds = buckets.seconds_to_wait(who.stamp, state().clock.now())
    if seconds:
        raise TooMany("too_many_requests", seconds=seconds)
    written = body(Written)
    found = candidates(written.strokes, written.place)
    if found is None:
        raise NoHandwriting
    answer = jsonify({"candidates": found})
    answer.headers["Cache-Control"] = "no-store"
    return answer
