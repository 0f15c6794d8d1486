"""Routes of registration: find a returning patient, check what was typed. Tickets are issued elsewhere."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, jsonify
from pydantic import BaseModel, ConfigDict

from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.registration.fields import FindFields, PatientFields
from server.registration.limiter import FindLimiter
from server.registration.rules.ages import age_on, may_bring_companion
from server.registration.service import Candidate, check_fields, find_patients
from server.web.context import database, state
from server.web.requests import actor, body, needs

blueprint = Blueprint("registration", __name__)


class CheckBody(BaseModel):
    """The fields of one step of the kiosk."""

    model_config = ConfigDict(extra="forbid")

    patient: PatientFields


@blueprint.post("/patients/find")
@needs("kiosk", "staff")
def find() -> Response:
    """Masked people who may be meant by a phone, an identity number, or a name with a birth date."""
    fields = body(FindFields)
    who = actor()
    limiter = _limiter()
    now = state().clock.now()
    limiter.check(who.stamp, now)
    # Staff searches leave an audit row, so theirs is a unit of work that writes.
    opened = database().write(who) if who.kind == "staff" else database().read(who)
    with opened as work:
        today = now.astimezone(state().settings.timezone).date()
        found = find_patients(work, fields, today, clinic_settings(work).stale_days)
    if not found.candidates and found.needs is None:
        limiter.missed(who.stamp, now)
    return _private({"candidates": [_candidate(one) for one in found.candidates], "needs": found.needs})


@blueprint.post("/patients/check")
@needs("kiosk", "staff")
def check() -> Response:
    """The given fields as they would be stored, or every problem; nothing is kept."""
    fields = body(CheckBody).patient
    today = state().clock.now().astimezone(state().settings.timezone).date()
    found = check_fields(fields, today)
    normalised: dict[str, Any] = {
        name: value.isoformat() if name == "birth_date" else value for name, value in found.items()
    }
    if "birth_date" in found:
        normalised["age"] = age_on(found["birth_date"], today)
        normalised["companion"] = may_bring_companion(normalised["age"])
    return _private({"normalised": normalised})


def _limiter() -> FindLimiter:
    limiter: FindLimiter = current_app.extensions.setdefault("houzhen-find-limiter", FindLimiter())
    return limiter


def _candidate(one: Candidate) -> dict[str, Any]:
    return {**vars(one), "last_confirmed": instant(one.last_confirmed)}


def _private(document: dict[str, Any]) -> Response:
    answer = jsonify(document)
    answer.headers["Cache-Control"] = "no-store"
    return answer
