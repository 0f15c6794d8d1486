"""Whom to ring when a doctor is back (R36): kept with what they came for, due by the roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, CallBack
from server.appointments.rules.roster import next_day_with_session
from server.appointments.service.live import announce_change
from server.appointments.service.persons import person_for
from server.appointments.service.roster import changes_of, require_doctor
from server.clinic.models import Doctor
from server.core.answers import keep_answer, kept_answer
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound, Refusal
from server.core.ids import new_id
from server.registration.fields import PatientFields
from server.registration.rules.texts import LONGEST_NOTE, clean_text
from server.registration.service.problems import Problems

OUTCOMES = ("booked", "not_wanted", "not_reached")
#: How far ahead a doctor's return is looked for.
LOOK_AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Due:
    """One line of the list: the call-back, the day on which the doctor is there, and whether that is today."""

    callback: CallBack
    back_on: date | None
    due: bool


def add_callback(
    work: Work, request_id: str, doctor: str, *, ref: str | None, fields: PatientFields | None, item: str | None,
    timezone: ZoneInfo,
) -> tuple[CallBack, bool]:  # fmt: skip
    """Keep whom to ring and what for, and whether it is new. Raises Invalid, Refusal `patient_ref_expired`."""
    kept = kept_answer(work, "callback", request_id)
    if kept is not None:
        return work.session.get_one(CallBack, kept["id"]), False
    row = require_doctor(work, doctor)
    person = person_for(work, ref, fields, work.now.astimezone(timezone).date())
    problems = Problems()
    said = problems.run("item", lambda: clean_text(item, LONGEST_NOTE))
    problems.refuse()
    callback = CallBack(
        id=new_id(), doctor=row.number, department=row.department, patient=person.patient, name=person.name,
        phone=person.phone, item=said, created_at=work.now, created_by=work.actor.stamp, state="open", tries=0,
    )  # fmt: skip
    work.session.add(callback)
    work.session.flush()
    announce_change(work)
    record_audit(work, "callback.added", f"callback:{callback.id}", doctor=row.number)
    keep_answer(work, "callback", request_id, {"id": callback.id})
    return callback, True


def list_callbacks(work: Work, state: str, doctor: str | None, timezone: ZoneInfo) -> list[Due]:
    """The list, those that are due first, then the oldest first."""
    wanted = select(CallBack).where(CallBack.state == state)
    if doctor is not None:
        wanted = wanted.where(CallBack.doctor == doctor)
    rows = list(work.session.scalars(wanted.order_by(CallBack.created_at, CallBack.id)))
    back = {number: back_on(work, number, timezone) for number in {row.doctor for row in rows}}
    today = work.now.astimezone(timezone).date()
    found = [Due(row, back[row.doctor], row.state == "open" and back[row.doctor] == today) for row in rows]
    return sorted(found, key=lambda one: not one.due)


def back_on(work: Work, number: str, timezone: ZoneInfo) -> date | None:
    """The next day on which a doctor is there, today while a session lasts or is still to come."""
    doctor = work.session.get(Doctor, number)
    if doctor is None or not doctor.active:
        return None
    today = work.now.astimezone(timezone).date()
    last = today + LOOK_AHEAD
    changes = changes_of(work, [number], today, last)[number]
    return next_day_with_session(doctor.sessions, changes, today, last, timezone, work.now)


def find_callback(work: Work, identifier: str) -> CallBack:
    """The call-back of an id. Raises NotFound."""
    row = work.session.get(CallBack, identifier)
    if row is None:
        raise NotFound("callback")
    return row


def end_callback(work: Work, identifier: str, outcome: str, appointment: str | None, note: str | None) -> CallBack:
    """What came of ringing; nobody reached leaves it open.

    Raises NotFound, Invalid (`outcome`, `appointment`, `note`), Refusal `callback_done`.
    """
    problems = Problems()
    if outcome not in OUTCOMES:
        problems.add("outcome", "not_a_choice")
    said = problems.run("note", lambda: clean_text(note, LONGEST_NOTE))
    problems.refuse()
    row = work.session.get(CallBack, identifier, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("callback")
    if row.state == "done":
        if row.outcome == outcome:
            return row
        raise Refusal("callback_done")
    if appointment is not None and work.session.get(Appointment, appointment) is None:
        raise Invalid([FieldProblem("appointment", "not_a_choice")])
    row.outcome, row.note, row.appointment = outcome, said, appointment
    row.tries += 1
    if outcome != "not_reached":
        row.state, row.done_at, row.done_by = "done", work.now, work.actor.stamp
    detail: dict[str, Any] = {"outcome": outcome}
    announce_change(work)
    record_audit(work, "callback.rung", f"callback:{row.id}", **detail)
    return row
