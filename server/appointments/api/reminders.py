"""The list of the day before, and what came of each reminder (R70, R71)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Response
from pydantic import Field

from server.accounts.service import record_audit
from server.appointments.api.parts import BOOKERS, Body, Words, asked_day, blueprint, private, timezone, today
from server.appointments.documents import appointment_document, who
from server.appointments.service.reminding import ToRemind, record_reminder, reminders_for
from server.core.clock import instant
from server.core.database import Work
from server.web.context import database, state
from server.web.requests import actor, body, needs


class Outcome(Body):
    """What came of reminding."""

    outcome: str = Field(max_length=16)
    note: Words | None = None


@blueprint.get("/appointments/reminders")
@needs(*BOOKERS)
def list_reminders() -> Response:
    """Whom to remind of what for `?day=` (tomorrow): date, time, item, length, doctor; and what is left over (R71)."""
    day = asked_day("day", today() + timedelta(days=1))
    with database().write(actor()) as work:
        found = [_line(work, one) for one in reminders_for(work, day, timezone())]
        record_audit(work, "reminders.seen", f"day:{day.isoformat()}", fields=["item"])
    return private({"day": day.isoformat(), "sends": state().settings.notify_url is not None, "reminders": found})


@blueprint.post("/appointments/<identifier>/reminder")
@needs(*BOOKERS)
def record(identifier: str) -> Response:
    """Confirmed, moved, cancelled, not reached, or sent by hand. 409 `reminder_done`, `reminder_doctor_away`."""
    given = body(Outcome)
    with database().write(actor()) as work:
        return private(_line(work, record_reminder(work, identifier, given.outcome, given.note, timezone())))


def _line(work: Work, one: ToRemind) -> dict[str, Any]:
    reminder = one.reminder
    return {
        "appointment": appointment_document(work, one.appointment, timezone()),
        "item": one.appointment.item,
        "state": one.state,
        "standing": one.standing,
        "doctor_away": one.doctor_away,
        "outcome_at": instant(reminder.outcome_at) if reminder is not None and reminder.outcome_at else None,
        "by": who(work, reminder.outcome_by) if reminder is not None else None,
        "note": reminder.note if reminder is not None else None,
        "tries": reminder.tries if reminder is not None else 0,
    }
