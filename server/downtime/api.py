"""Routes of paper: what was noted and entered, an outage, a line of the form, an entry taken back (R105)."""

from __future__ import annotations

from typing import Literal
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from server.accounts.rules import roles_that_may
from server.devices.service import correct_outage, note_outage
from server.downtime import service
from server.downtime.service.overview import outage_document
from server.registration.fields import PatientFields
from server.web.context import database, state
from server.web.requests import actor, body, language, needs

blueprint = Blueprint("downtime", __name__)

WORKERS = roles_that_may("tickets.issue")


class Body(BaseModel):
    """A body whose fields are all named."""

    model_config = ConfigDict(extra="forbid")


class OutageTimes(Body):
    """From when to when the system was down, by the clinic's clock: days such as 2026-11-23, times such as 8:41."""

    from_day: str = Field(max_length=16)
    from_time: str = Field(max_length=16)
    until_day: str = Field(max_length=16)
    until_time: str = Field(max_length=16)


class PaperTicket(Body):
    """One line of the form, as it was written by hand."""

    request_id: str = Field(min_length=8, max_length=64)
    outage: str = Field(max_length=36)
    paper: str = Field(max_length=64)
    arrived: str = Field(max_length=16)
    day: str | None = Field(default=None, max_length=16)
    patient: PatientFields
    complaint: str | None = Field(default=None, max_length=2000)
    urgency: int | None = Field(default=None, ge=1, le=4)
    state: Literal["waiting", "seen", "left"]
    called: str | None = Field(default=None, max_length=16)
    finished: str | None = Field(default=None, max_length=16)
    room: str | None = Field(default=None, max_length=32)
    language: str | None = Field(default=None, max_length=16)
    consent: bool = False


@blueprint.get("/downtime")
@needs(*WORKERS)
def overview() -> Response:
    """Outages, packs, what was entered within a day, and the rooms."""
    with database().read(actor()) as work:
        return jsonify(service.overview(work, state().quiet_since, state().started_at))


@blueprint.post("/downtime/outages")
@needs(*WORKERS)
def note() -> Response:
    """The system was down: from when to when. The same times again are the same outage."""
    given = body(OutageTimes)
    with database().write(actor()) as work:
        times = service.read_outage(**given.model_dump(), now=work.now, timezone=_timezone())
        return jsonify(outage_document(work, note_outage(work, *times)))


@blueprint.post("/downtime/outages/<identifier>")
@needs(*WORKERS)
def correct(identifier: str) -> Response:
    """Better times for an outage."""
    given = body(OutageTimes)
    with database().write(actor()) as work:
        times = service.read_outage(**given.model_dump(), now=work.now, timezone=_timezone())
        return jsonify(outage_document(work, correct_outage(work, identifier, *times)))


@blueprint.post("/downtime/tickets")
@needs(*WORKERS)
def enter() -> tuple[Response, int]:
    """Enter one line: 201, or 200 with the same body where the request was answered before."""
    given = body(PaperTicket)
    line = service.PaperLine(
        **given.model_dump(exclude={"patient", "language"}),
        patient=given.patient,
        language=language() if given.language is None else given.language,
    )
    with database().write(actor()) as work:
        answer, new = service.enter_paper(work, line, _timezone())
    return jsonify(answer), 201 if new else 200


@blueprint.post("/downtime/tickets/<identifier>/take-back")
@needs(*WORKERS)
def take_back(identifier: str) -> Response:
    """Undo an entry while nothing has happened to its ticket; the number can then be entered again."""
    with database().write(actor()) as work:
        return jsonify(service.take_back(work, identifier))


def _timezone() -> ZoneInfo:
    return state().settings.timezone
