"""Reminders by message (R70, R78): claimed in one transaction, sent outside of any, the outcome stored in another.

Whoever was claimed is sent to at most once: should the process end between claim and outcome, the reminder stays
`sending`, and a person rings, since the message may have arrived. One that failed is tried again, three times in all.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from urllib.parse import quote
from zoneinfo import ZoneInfo

import structlog
from apprise import Apprise
from sqlalchemy import exists, or_, select

from server.appointments.models import Appointment, Reminder, RosterConflict
from server.appointments.rules.reminders import day_to_send_for, may_send
from server.appointments.rules.slots import UNIT_MINUTES
from server.appointments.service.keeping import record_event
from server.appointments.service.persons import contact_of
from server.appointments.service.reminding import set_outcome
from server.appointments.service.roster import names_of
from server.clinic.models import Doctor
from server.clinic.service import clinic_settings
from server.core.database import Actor, Database, Work
from server.core.language import choose_language, text

log = structlog.get_logger()

#: Who writes down what came of a message.
MESSENGER = Actor("system", "messages")
#: No round goes on for longer than this; the next one follows soon, and the loop is seen to live.
ROUND_SECONDS = 20.0

# Their own lines would name phone numbers and the service's password.
for _talkative in ("apprise", "urllib3.connectionpool"):
    logging.getLogger(_talkative).disabled = True


@dataclass(frozen=True)
class Message:
    """One reminder that is to be sent now."""

    appointment: str
    phone: str
    title: str
    body: str


class Messenger:
    """Sends the reminders that are due through one message service. `notify_url` is an Apprise URL in which `{phone}`
    stands for the number."""

    def __init__(self, database: Database, timezone: ZoneInfo, notify_url: str | None) -> None:
        self._database = database
        self._timezone = timezone
        self._url = notify_url

    def send_due(self) -> int:
        """Send what is due, one by one; returns how many went out. Nothing without a message service."""
        if self._url is None:
            return 0
        sent = 0
        until = time.monotonic() + ROUND_SECONDS
        while time.monotonic() < until:
            with self._database.read() as work:
                due = _due(work, self._timezone)
            if due is None:
                break
            with self._database.write(MESSENGER) as work:
                message = claim_message(work, self._timezone)
            if message is None:
                break
            arrived = self._send(message)
            with self._database.write(MESSENGER) as work:
                end_message(work, message.appointment, arrived=arrived)
            sent += arrived
        return sent

    def _send(self, message: Message) -> bool:
        try:
            service = Apprise()
            service.add((self._url or "").replace("{phone}", quote(message.phone, safe="")))
            return bool(service.notify(title=message.title, body=message.body))
        except Exception as problem:  # noqa: BLE001  (whatever the service did, the reminder is tried again or rung)
            log.warning("message", kind=type(problem).__name__)
            return False


def claim_message(work: Work, timezone: ZoneInfo) -> Message | None:
    """Take the next reminder that is due, as `sending`, so that nobody else sends it; None where none is due."""
    work.lock("messages")
    row = _due(work, timezone)
    if row is None:
        return None
    reminder = work.session.get(Reminder, row.id, with_for_update=True, populate_existing=True)
    if reminder is None:
        reminder = Reminder(appointment=row.id, tries=0)
        work.session.add(reminder)
    reminder.state, reminder.tries, reminder.tried_at = "sending", reminder.tries + 1, work.now
    work.session.flush()
    _, phone = contact_of(work, row.patient, row.name, row.phone)
    return Message(row.id, phone or "", *_words(work, row, timezone))


def end_message(work: Work, appointment: str, *, arrived: bool) -> None:
    """What became of a message. An answer that somebody wrote down meanwhile stands."""
    reminder = work.session.get_one(Reminder, appointment, with_for_update=True)
    if reminder.state != "sending":
        return
    row = work.session.get_one(Appointment, appointment)
    if arrived:
        set_outcome(work, row, "sent")
        record_event(work, row, "reminded", outcome="sent")
    else:
        reminder.state = "failed"
        record_event(work, row, "reminded", outcome="failed")


def _due(work: Work, timezone: ZoneInfo) -> Appointment | None:
    day = day_to_send_for(work.now, clinic_settings(work).appointments.remind_from_hour, timezone)
    if day is None:
        return None
    rows = work.session.execute(
        select(Appointment, Reminder)
        .outerjoin(Reminder, Reminder.appointment == Appointment.id)
        .where(Appointment.day == day, Appointment.state == "booked")
        .where(or_(Reminder.state.is_(None), Reminder.state == "failed"))
        # Whose doctor will not be there is called by a person, with another time to offer (R35).
        .where(~exists().where(RosterConflict.open_for == Appointment.id))
        .order_by(Appointment.starts_at, Appointment.id)
    )
    for row, reminder in rows:
        state, tries, tried_at = ("open", 0, None) if reminder is None else (
            reminder.state, reminder.tries, reminder.tried_at
        )  # fmt: skip
        if may_send(state, tries, tried_at, work.now) and contact_of(work, row.patient, row.name, row.phone)[1]:
            found: Appointment = row
            return found
    return None


def _words(work: Work, row: Appointment, timezone: ZoneInfo) -> tuple[str, str]:
    """Date, time, length and doctor in the patient's language; nothing of what it is about, nor the department, which
    may say as much (R70, R107)."""
    language = choose_language(row.language)
    doctor = work.session.get(Doctor, row.doctor)
    local = row.starts_at.astimezone(timezone)
    return text(language, "appointment-reminder-title"), text(
        language,
        "appointment-reminder",
        clinic=clinic_settings(work).names[language],
        date=local.date().isoformat(),
        time=f"{local:%H:%M}",
        doctor=names_of(doctor)[language] if doctor is not None else row.doctor,
        minutes=row.units * UNIT_MINUTES,
        code=row.code,
    )
