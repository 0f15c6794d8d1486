"""The day before: whom to remind of what, and what came of it, each written down once (R70, R71, R80)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, Reminder, RosterConflict
from server.appointments.rules.reminders import FINAL, OUTCOMES, standing
from server.appointments.service.keeping import hold_appointment, record_event
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal, WrongState
from server.registration.rules.texts import LONGEST_NOTE, clean_text
from server.registration.service.problems import Problems


@dataclass(frozen=True)
class ToRemind:
    """One line of the work list: the appointment, how its reminder stands, and whether it is left over (R71)."""

    appointment: Appointment
    reminder: Reminder | None
    standing: str | None
    #: The doctor will not be there: there is another time to be offered, and nothing to be confirmed (R35).
    doctor_away: bool = False

    @property
    def state(self) -> str:
        """The reminder's state; `open` where nobody has tried."""
        return self.reminder.state if self.reminder is not None else "open"


def reminders_for(work: Work, day: date, timezone: ZoneInfo) -> list[ToRemind]:
    """The appointments of a day with how their reminders stand, in order of time; those moved away or cancelled only
    where somebody had been reached about them."""
    rows = work.session.execute(
        select(Appointment, Reminder)
        .outerjoin(Reminder, Reminder.appointment == Appointment.id)
        .where(Appointment.day == day)
        .order_by(Appointment.starts_at, Appointment.doctor)
    )
    away = set(work.session.scalars(select(RosterConflict.open_for).where(RosterConflict.open_for.is_not(None))))
    return [
        ToRemind(appointment, reminder, _standing(work, appointment, reminder, timezone), appointment.id in away)
        for appointment, reminder in rows
        if appointment.state not in ("moved", "cancelled") or reminder is not None
    ]


def record_reminder(work: Work, identifier: str, outcome: str, note: str | None, timezone: ZoneInfo) -> ToRemind:
    """What came of reminding (R70). The same outcome again changes nothing; nobody reached, or a message that went
    out, may be followed by an answer.

    Raises Invalid (`outcome`, `note`), WrongState where nobody waits for the appointment any more, Refusal
    `reminder_done` where another answer stands, `reminder_doctor_away` where a time is confirmed at which no doctor
    will be there.
    """
    if outcome not in OUTCOMES:
        raise Invalid([FieldProblem("outcome", "not_a_choice")])
    problems = Problems()
    said = problems.run("note", lambda: clean_text(note, LONGEST_NOTE))
    problems.refuse()
    appointment = hold_appointment(work, identifier)
    reminder = work.session.get(Reminder, identifier)
    if reminder is None or reminder.state != outcome:
        if appointment.state != "booked":
            raise WrongState(appointment.state, "remind")
        if reminder is not None and reminder.state in FINAL:
            raise Refusal("reminder_done")
        if outcome == "confirmed" and _doctor_away(work, appointment):
            raise Refusal("reminder_doctor_away")
        reminder = set_outcome(work, appointment, outcome, said)
        record_event(work, appointment, "reminded", outcome=outcome)
        record_audit(work, "appointment.reminded", f"appointment:{appointment.id}", outcome=outcome)
    return ToRemind(
        appointment, reminder, _standing(work, appointment, reminder, timezone), _doctor_away(work, appointment)
    )


def _doctor_away(work: Work, appointment: Appointment) -> bool:
    open_one = select(RosterConflict.id).where(RosterConflict.open_for == appointment.id)
    return work.session.scalar(open_one) is not None


def set_outcome(work: Work, appointment: Appointment, outcome: str, note: str | None = None) -> Reminder:
    """Write down who reached what, and when."""
    reminder = work.session.get(Reminder, appointment.id)
    if reminder is None:
        reminder = Reminder(appointment=appointment.id, state=outcome, tries=0)
        work.session.add(reminder)
    reminder.state, reminder.note = outcome, note
    reminder.outcome_at, reminder.outcome_by = work.now, work.actor.stamp
    work.session.flush()
    return reminder


def note_change(work: Work, appointment: Appointment, outcome: str, timezone: ZoneInfo) -> None:
    """A change on the day before, or later, is what came of reminding."""
    reminder = work.session.get(Reminder, appointment.id)
    tomorrow = work.now.astimezone(timezone).date() + timedelta(days=1)
    if appointment.day <= tomorrow and (reminder is None or reminder.state not in FINAL):
        set_outcome(work, appointment, outcome)


def reminder_of(work: Work, appointment: str) -> Reminder | None:
    """How reminding for an appointment stands."""
    return work.session.get(Reminder, appointment)


def _standing(work: Work, appointment: Appointment, reminder: Reminder | None, timezone: ZoneInfo) -> str | None:
    if appointment.state != "booked":
        return None
    return standing(reminder.state if reminder is not None else "open", appointment.day, work.now, timezone)
