"""Whom to ring when a doctor is back (R36)."""

from __future__ import annotations

from typing import Any, Literal

from flask import Response
from pydantic import Field

from server.accounts.service import record_audit
from server.appointments.api.parts import (
    BOOKERS,
    Body,
    DoctorNumber,
    RequestId,
    Words,
    asked_code,
    blueprint,
    private,
    timezone,
)
from server.appointments.documents import who
from server.appointments.service.callbacks import (
    Due,
    add_callback,
    back_on,
    end_callback,
    find_callback,
    list_callbacks,
)
from server.appointments.service.persons import contact_of
from server.appointments.service.roster import names_of
from server.clinic.models import Doctor
from server.core.clock import instant
from server.core.database import Work
from server.registration.fields import PatientFields
from server.registration.rules.masks import mask_name, mask_phone
from server.web.context import database
from server.web.requests import actor, body, needs


class WhoToRing(PatientFields):
    """Name and phone, or `ref` of a patient who was found."""

    ref: str | None = Field(default=None, max_length=400)


class NewCallBack(Body):
    """Whom to ring when this doctor is back, and what about."""

    request_id: RequestId
    doctor: DoctorNumber
    patient: WhoToRing
    item: Words | None = None


class Rung(Body):
    """What came of ringing."""

    outcome: str = Field(max_length=16)
    appointment: str | None = Field(default=None, max_length=36)
    note: Words | None = None


@blueprint.get("/callbacks")
@needs(*BOOKERS)
def see_callbacks() -> Response:
    """The list, those that are due first: `?state=open &doctor=`."""
    state: Literal["open", "done"] = "done" if asked_code("state") == "done" else "open"
    with database().write(actor()) as work:
        found = [_line(work, one) for one in list_callbacks(work, state, asked_code("doctor"), timezone())]
        record_audit(work, "callbacks.seen", "callbacks", fields=["item"])
    return private({"callbacks": found})


@blueprint.post("/callbacks")
@needs(*BOOKERS)
def keep_callback() -> tuple[Response, int]:
    """Keep somebody's name, phone and what they came for until the doctor is back."""
    given = body(NewCallBack)
    patient = given.patient
    fields = None if patient.ref else PatientFields(**patient.model_dump(exclude={"ref"}))
    with database().write(actor()) as work:
        row, new = add_callback(
            work, given.request_id, given.doctor, ref=patient.ref, fields=fields, item=given.item, timezone=timezone()
        )
        answer = _line(work, Due(row, back_on(work, row.doctor, timezone()), due=False))
    return private(answer), 201 if new else 200


@blueprint.get("/callbacks/<identifier>/person")
@needs(*BOOKERS)
def see_whom_to_ring(identifier: str) -> Response:
    """Name and phone; audited (R106)."""
    with database().write(actor()) as work:
        row = find_callback(work, identifier)
        name, phone = contact_of(work, row.patient, row.name, row.phone)
        record_audit(work, "patient.seen", f"callback:{identifier}", fields=["name", "phone"])
        return private({"name": name, "phone": phone})


@blueprint.post("/callbacks/<identifier>/done")
@needs(*BOOKERS)
def end(identifier: str) -> Response:
    """Booked, not wanted any more, or nobody reached, which leaves it open. 409 `callback_done`."""
    given = body(Rung)
    with database().write(actor()) as work:
        row = end_callback(work, identifier, given.outcome, given.appointment, given.note)
        return private(_line(work, Due(row, back_on(work, row.doctor, timezone()), due=False)))


def _line(work: Work, one: Due) -> dict[str, Any]:
    row = one.callback
    name, phone = contact_of(work, row.patient, row.name, row.phone)
    doctor = work.session.get(Doctor, row.doctor)
    return {
        "id": row.id,
        "doctor": row.doctor,
        "doctor_names": names_of(doctor) if doctor is not None else None,
        "department": row.department,
        "name_masked": mask_name(name) if name else None,
        "phone_masked": mask_phone(phone) if phone else None,
        "item": row.item,
        "created_at": instant(row.created_at),
        "by": who(work, row.created_by),
        "state": row.state,
        "due": one.due,
        "back_on": one.back_on.isoformat() if one.back_on is not None else None,
        "tries": row.tries,
        "outcome": row.outcome,
        "appointment": row.appointment,
        "done_at": instant(row.done_at) if row.done_at else None,
    }
