"""Lists of the day: who comes, how many were booked how, what doctors must be told (R67, R73, R77)."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response

from server.appointments.api.parts import BOOKERS, VIEWERS, asked_code, asked_day, blueprint, private, timezone, today
from server.appointments.documents import appointment_document
from server.appointments.models import DoctorNotice
from server.appointments.rules.counts import table_text
from server.appointments.service.counts import count_day, count_table
from server.appointments.service.keeping import find_appointment
from server.appointments.service.lists import appointments_on, count_bookings, see_notice, unseen_notices
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid
from server.web.context import database
from server.web.requests import actor, language, needs

#: The most days that one count covers.
MOST_DAYS = 400


@blueprint.get("/appointments")
@needs(*VIEWERS)
def list_day() -> Response:
    """A day's appointments in order of time: `?day= &department= &doctor= &state=` (R77)."""
    day = asked_day("day", today())
    with database().read(actor()) as work:
        rows = appointments_on(
            work, day, department=asked_code("department"), doctor=asked_code("doctor"), state=asked_code("state")
        )
        found = [appointment_document(work, row, timezone()) for row in rows]
    return private({"day": day.isoformat(), "appointments": found})


@blueprint.get("/appointments/counts")
@needs(*VIEWERS)
def count() -> Response:
    """How many appointments were booked on each day through each channel: `?from= &to=` (R67)."""
    first, last = _asked_span()
    with database().read(actor()) as work:
        return private({"days": count_bookings(work, first, last)})


@blueprint.get("/appointments/counts/day")
@needs(*VIEWERS)
def count_one_day() -> Response:
    """What became of a day's appointments, by channel and doctor: `?day=` (R67)."""
    with database().read(actor()) as work:
        return private(count_day(work, asked_day("day", today())))


@blueprint.get("/appointments/counts.csv")
@needs(*VIEWERS)
def download_counts() -> Response:
    """The same for a spreadsheet: `?from= &to= &language=` (R67)."""
    first, last = _asked_span()
    with database().read(actor()) as work:
        content = table_text(count_table(work, first, last, language()))
    answer = Response(content, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="appointments-{first}-{last}.csv"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.get("/appointments/notices")
@needs(*VIEWERS)
def list_notices() -> Response:
    """What a doctor has not been told yet: moved, cancelled, booked for today: `?doctor=` (R73)."""
    who = actor()
    doctor = who.code if who.role == "doctor" else asked_code("doctor")
    with database().read(who) as work:
        return private({"notices": [_notice(work, notice) for notice in unseen_notices(work, doctor)]})


@blueprint.post("/appointments/notices/<identifier>/seen")
@needs(*BOOKERS)
def mark_seen(identifier: str) -> Response:
    """The doctor knows."""
    with database().write(actor()) as work:
        return private(see_notice(work, identifier))


def _asked_span() -> tuple[date, date]:
    first = asked_day("from", today())
    last = asked_day("to", first)
    if not 0 <= (last - first).days < MOST_DAYS:
        code, args = ("end_before_begin", {}) if last < first else ("span_too_long", {"limit": MOST_DAYS})
        raise Invalid([FieldProblem("to", code, dict(args))])
    return first, last


def _notice(work: Work, notice: DoctorNotice) -> dict[str, Any]:
    row = find_appointment(work, notice.appointment)
    before = find_appointment(work, row.moved_from) if row.moved_from is not None else None
    return {
        "id": notice.id,
        "doctor": notice.doctor,
        "kind": notice.kind,
        "at": instant(notice.at),
        "appointment": appointment_document(work, row, timezone()),
        "before": appointment_document(work, before, timezone()) if before is not None else None,
    }
