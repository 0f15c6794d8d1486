"""The roster, its exceptions, and the appointments that they leave without a doctor (R35, R40, R46)."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response, request
from pydantic import Field

from server.accounts.rules import roles_that_may
from server.appointments.api.parts import (
    BOOKERS,
    Body,
    Day,
    DoctorNumber,
    RequestId,
    Start,
    Words,
    asked_code,
    asked_day,
    blueprint,
    private,
    timezone,
    today,
)
from server.appointments.documents import appointment_document, who
from server.appointments.models import RosterConflict, RosterException
from server.appointments.rules.offers import half_of_day
from server.appointments.service import conflicts
from server.appointments.service.changing import NewTime
from server.appointments.service.exceptions import (
    NewException,
    add_exception,
    list_exceptions,
    withdraw_exception,
)
from server.appointments.service.keeping import find_appointment
from server.appointments.service.roster import names_of, roster_document
from server.appointments.service.times import TimeWish, offer_times
from server.clinic.models import Doctor
from server.core.answers import keep_answer, kept_answer
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.web.context import database
from server.web.requests import actor, body, needs

ROSTER_VIEWERS = roles_that_may("roster.view")
MANAGERS = roles_that_may("roster.manage")
MOST_DAYS = 62


class RosterChange(Body):
    """A change of a doctor's sessions: `off`, or an `extra` session."""

    request_id: RequestId
    doctor: DoctorNumber
    kind: Literal["off", "extra"]
    first: Day
    last: Day | None = None
    start: str | None = Field(default=None, alias="from", max_length=8)
    to: str | None = Field(default=None, max_length=8)
    reason: Words = ""


class WithReason(Body):
    """A step whose reason is kept."""

    reason: Words = ""


class Settlement(Body):
    """How a conflict is settled: `move` to `starts_at` or another doctor, `cancel`, or `keep` as it is."""

    outcome: Literal["move", "cancel", "keep"]
    starts_at: Start | None = None
    doctor: DoctorNumber | None = None
    units: int | None = None
    reason: Words = ""


@blueprint.get("/roster")
@needs(*ROSTER_VIEWERS)
def see_roster() -> Response:
    """Who is there on which day, and how much is booked: `?from= &days= &department= &doctor=` (R46)."""
    first, given = asked_day("from", today()), request.args
    days = given.get("days", 7, int)
    if not 1 <= days <= MOST_DAYS:
        raise Invalid([FieldProblem("days", "span_too_long", {"limit": MOST_DAYS})])
    with database().read(actor()) as work:
        return private(
            roster_document(
                work, first, days, timezone(), department=asked_code("department"), doctor=asked_code("doctor")
            )
        )


@blueprint.get("/roster/exceptions")
@needs(*ROSTER_VIEWERS)
def see_exceptions() -> Response:
    """The exceptions from a day on, withdrawn ones too: `?from= &doctor=`."""
    since = asked_day("from", today())
    with database().read(actor()) as work:
        rows = list_exceptions(work, since, asked_code("doctor"))
        return private({"exceptions": [_exception(work, row) for row in rows]})


@blueprint.post("/roster/exceptions")
@needs(*MANAGERS)
def set_exception() -> tuple[Response, int]:
    """A day off or an extra session; the answer lists the appointments that it leaves without their doctor (R35)."""
    given = body(RosterChange)
    new = NewException(
        doctor=given.doctor, kind=given.kind, first=given.first, last=given.last or given.first, starts=given.start,
        ends=given.to, reason=given.reason,
    )  # fmt: skip
    with database().write(actor()) as work:
        kept = kept_answer(work, "exception", given.request_id)
        if kept is not None:
            return private(kept), 200
        row, opened = add_exception(work, new, timezone())
        answer = {"exception": _exception(work, row), "conflicts": [_conflict(work, one) for one in opened]}
        keep_answer(work, "exception", given.request_id, answer)
        return private(answer), 201


@blueprint.post("/roster/exceptions/<identifier>/withdraw")
@needs(*MANAGERS)
def withdraw(identifier: str) -> Response:
    """The weekly sessions hold again. 409 `exception_withdrawn`."""
    given = body(WithReason)
    with database().write(actor()) as work:
        row, opened = withdraw_exception(work, identifier, given.reason, timezone())
        return private({"exception": _exception(work, row), "conflicts": [_conflict(work, one) for one in opened]})


@blueprint.get("/roster/conflicts")
@needs(*ROSTER_VIEWERS)
def list_conflicts() -> Response:
    """Appointments whose doctor will not be there, the nearest first: `?doctor=` (R35)."""
    with database().read(actor()) as work:
        found = conflicts.open_conflicts(work, asked_code("doctor"))
        return private({"conflicts": [_conflict(work, conflict) for conflict, _ in found]})


@blueprint.get("/roster/conflicts/<identifier>")
@needs(*ROSTER_VIEWERS)
def see_conflict(identifier: str) -> Response:
    """One of them, with other times to offer: with whichever doctor is there, from the booked day on."""
    with database().read(actor()) as work:
        conflict = conflicts.find_conflict(work, identifier)
        row = find_appointment(work, conflict.appointment)
        wish = TimeWish(row.department, None, row.units, row.day, half_of_day(row.starts_at, timezone()))
        return private(_conflict(work, conflict) | {"offers": offer_times(work, wish, timezone())})


@blueprint.post("/roster/conflicts/<identifier>/told")
@needs(*BOOKERS)
def tell(identifier: str) -> Response:
    """The doctor was rung first (R35). 409 `conflict_settled`."""
    with database().write(actor()) as work:
        return private(_conflict(work, conflicts.tell_absent_doctor(work, identifier)))


@blueprint.post("/roster/conflicts/<identifier>/resolve")
@needs(*MANAGERS)
def settle(identifier: str) -> Response:
    """Move, cancel or keep, once the doctor was told. 409 `doctor_not_told`, `slot_taken`, `patient_is_here`."""
    given = body(Settlement)
    with database().write(actor()) as work:
        if given.outcome == "move":
            if given.starts_at is None:
                raise Invalid([FieldProblem("starts_at", "required")])
            to = NewTime(given.starts_at, given.reason or "doctor_away", given.doctor, given.units)
            settled = conflicts.settle_by_moving(work, identifier, to, timezone())
        elif given.outcome == "cancel":
            settled = conflicts.settle_by_cancelling(work, identifier, given.reason or "doctor_away", timezone())
        else:
            settled = conflicts.settle_by_keeping(work, identifier, given.reason)
        return private(_conflict(work, settled))


def _exception(work: Work, row: RosterException) -> dict[str, Any]:
    doctor = work.session.get(Doctor, row.doctor)
    return {
        "id": row.id,
        "doctor": row.doctor,
        "doctor_names": names_of(doctor) if doctor is not None else None,
        "kind": row.kind,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
        "from": row.starts,
        "to": row.ends,
        "reason": row.reason,
        "set_at": instant(row.set_at),
        "by": who(work, row.set_by),
        "withdrawn_at": instant(row.withdrawn_at) if row.withdrawn_at else None,
    }


def _conflict(work: Work, conflict: RosterConflict) -> dict[str, Any]:
    row = find_appointment(work, conflict.appointment)
    told_at, arrived_at, resolved_at = (
        instant(at) if at else None for at in (conflict.doctor_told_at, conflict.arrived_at, conflict.resolved_at)
    )
    return {
        "id": conflict.id,
        "appointment": appointment_document(work, row, timezone()),
        "state": "open" if conflict.open_for is not None else "resolved",
        "opened_at": instant(conflict.opened_at),
        "doctor_told_at": told_at,
        "told_by": who(work, conflict.told_by),
        "arrived_at": arrived_at,
        "outcome": conflict.outcome,
        "resolved_at": resolved_at,
        "by": who(work, conflict.resolved_by),
        "note": conflict.note,
    }
