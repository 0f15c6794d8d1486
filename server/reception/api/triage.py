"""Triage suggestions for kiosk and desk, alarms from a kiosk, and their end (R21–R28)."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify
from pydantic import Field

from server.accounts.rules import roles_that_may
from server.reception import service
from server.reception.api.parts import Body, RegionCode, SymptomCodes, blueprint, timezone
from server.triage.api import alarm_document
from server.triage.service import assess, suggestion_document
from server.web.context import database
from server.web.requests import actor, body, language, needs


class Suggest(Body):
    """A complaint to be triaged; nothing of it is stored."""

    text: str | None = Field(default=None, max_length=2000)
    symptoms: SymptomCodes = Field(default_factory=list)
    region: RegionCode = None
    duration: str | None = Field(default=None, pattern="^(today|days|week|month)$")
    age: float | None = Field(default=None, ge=0, le=130)
    sex: str | None = Field(default=None, max_length=16)
    language: str | None = Field(default=None, max_length=16)


class KioskAlarm(Body):
    """A red flag at a kiosk, before anything else is known."""

    request_id: str = Field(min_length=8, max_length=64)
    symptoms: SymptomCodes = Field(default_factory=list)
    text: str | None = Field(default=None, max_length=2000)
    language: str | None = Field(default=None, max_length=16)
    number: str | None = Field(default=None, max_length=8)


class AlarmOutcome(Body):
    """How an alarm ended; `department` where the patient queues for another one."""

    outcome: str = Field(max_length=16)
    department: str | None = Field(default=None, max_length=32)
    note: str | None = Field(default=None, max_length=300)


@blueprint.post("/triage/suggest")
@needs("kiosk", "staff")
def suggest() -> Response:
    """Urgency, red flags, up to three departments with reasons and waits, or "ask a person" (R28)."""
    given = body(Suggest)
    with database().read(actor()) as work:
        on_duty = service.open_now(work, timezone())
        clinic = service.clinic_document(work, timezone())
    assessment = assess(
        text=given.text, symptoms=given.symptoms, age_years=given.age, sex=given.sex,
        open_departments=on_duty, region=given.region, duration=given.duration,
    )  # fmt: skip
    answer = suggestion_document(assessment, given.language or language())
    waits = {department["code"]: department for department in clinic["departments"]}
    answer["departments"] = [
        _with_wait(choice, waits) | {"doctors": service.doctors_for(clinic["doctors"], choice["code"], assessment)}
        for choice in answer["departments"]
    ]
    return jsonify(answer)


def _with_wait(choice: dict[str, Any], waits: dict[str, dict[str, Any]]) -> dict[str, Any]:
    department = waits[choice["code"]]
    named = ("names", "prefix", "waiting", "estimate", "doctors_on_duty", "place")
    return choice | {name: department[name] for name in named}


@blueprint.post("/alarms")
@needs("kiosk")
def raise_alarm() -> tuple[Response, int]:
    """Staff, come at once (R22)."""
    given = body(KioskAlarm)
    with database().write(actor()) as work:
        answer = service.alarm_from_kiosk(
            work, given.request_id, given.text, tuple(given.symptoms), timezone(), given.number
        )
    return jsonify(answer), 201


@blueprint.post("/alarms/<identifier>/resolve")
@needs(*roles_that_may("tasks.work"), "doctor")
def settle(identifier: str) -> Response:
    """With a doctor, able to queue, or a mistake."""
    given = body(AlarmOutcome)
    with database().write(actor()) as work:
        alarm = service.settle_alarm(work, identifier, given.outcome, given.department, given.note)
        return jsonify(alarm_document(alarm))
