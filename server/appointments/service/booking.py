"""Booking: a person, a doctor, a time that nobody else can have, in one transaction (R65–R69, R72)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.rules import may
from server.accounts.service import record_audit
from server.appointments.models import Appointment
from server.appointments.rules.codes import ALPHABET, LENGTH
from server.appointments.rules.states import THREE_MONTHS, barred_until
from server.appointments.service.keeping import appointment_token, record_event, require_reason, tell_doctor
from server.appointments.service.next_visits import open_plan
from server.appointments.service.persons import Person, count_booked, missed_by
from server.appointments.service.roster import require_department, require_doctor
from server.appointments.service.times import hold_time, lock_times
from server.clinic.models import Doctor
from server.clinic.service import clinic_settings
from server.core.database import Work
from server.core.errors import Refusal
from server.core.ids import new_id
from server.core.seal import hash_token
from server.registration import hashes
from server.registration.models import VISIT_CLASSES
from server.registration.rules.texts import clean_text
from server.registration.service.problems import Problems
from server.triage.service import assess

CHANNELS = ("desk", "phone", "kiosk", "web")
#: Through these patients book for themselves, and take as long as a doctor has said, else one unit.
OWN_CHANNELS = ("kiosk", "web")
LONGEST_ITEM = 80


@dataclass(frozen=True)
class Booking:
    """What is to be booked. Without `units`: what the doctor said for the next visit, else one (R18, R69).
    `override_reason` books in spite of missed appointments."""

    department: str
    doctor: str
    starts_at: datetime
    channel: str
    language: str
    units: int | None = None
    item: str | None = None
    visit_class: str | None = None
    override_reason: str | None = None


def book(work: Work, person: Person, booking: Booking, timezone: ZoneInfo) -> Appointment:
    """The stored appointment, its units held.

    Raises Invalid naming every field; Refusal `slot_taken` and `slot_not_open` with other times, `booking_barred` for
    whoever missed too many, `too_many_booked` online, `walk_in_only` and `booking_danger` to who books for themselves.
    """
    require_department(work, booking.department)
    doctor = require_doctor(work, booking.doctor, booking.department)
    item = _checked_item(booking)
    if booking.channel in OWN_CHANNELS:
        _refuse_danger(work, booking, item)
    override = _override(work, person, booking, timezone)
    plan = open_plan(work, person.patient, booking.department)
    units = booking.units
    if units is None or booking.channel in OWN_CHANNELS:
        units = plan.units if plan is not None else 1
    lock_times(work, doctor.number)
    row = _row(work, person, booking, doctor, units, item or (plan.item if plan is not None else None), timezone)
    hold_time(work, row.id, doctor, row.starts_at, units, timezone)
    work.session.add(row)
    work.session.flush()
    if plan is not None:
        plan.used_by = row.id
    record_event(work, row, "booked", reason=override, channel=booking.channel, units=units, overridden=bool(override))
    record_audit(work, "appointment.booked", f"appointment:{row.id}", channel=booking.channel, doctor=row.doctor)
    if row.day == work.now.astimezone(timezone).date():
        tell_doctor(work, row, "booked")
    return row


def refuse_walk_in_only(work: Work, department: str) -> None:
    """Raise Refusal `walk_in_only` where patients cannot book for themselves."""
    if department in clinic_settings(work).appointments.walk_in_only:
        raise Refusal("walk_in_only")


def new_code(work: Work) -> str:
    """A code that no appointment has; 29 to the power of 8, so that guessing one takes billions of tries."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if work.session.scalar(select(Appointment.id).where(Appointment.code == code)) is None:
            return code


def _row(
    work: Work, person: Person, booking: Booking, doctor: Doctor, units: int, item: str | None, timezone: ZoneInfo
) -> Appointment:
    identifier = new_id()
    return Appointment(
        id=identifier, code=new_code(work), token_hash=hash_token(appointment_token(identifier)),
        patient=person.patient, name=person.name, phone=person.phone,
        name_hash=hashes.name_hash(person.name) if person.name else None,
        phone_hash=hashes.phone_hash(person.phone) if person.phone else None,
        department=doctor.department, doctor=doctor.number, starts_at=booking.starts_at,
        day=booking.starts_at.astimezone(timezone).date(), units=units, item=item, visit_class=booking.visit_class,
        channel=booking.channel, state="booked", language=booking.language, booked_at=work.now,
        booked_on=work.now.astimezone(timezone).date(), booked_by=work.actor.stamp, consent_at=work.now,
    )  # fmt: skip


def _checked_item(booking: Booking) -> str | None:
    problems = Problems()
    if booking.visit_class is not None and booking.visit_class not in VISIT_CLASSES:
        problems.add("visit_class", "not_a_choice")
    item = problems.run("item", lambda: clean_text(booking.item, LONGEST_ITEM))
    problems.refuse()
    return item


def _refuse_danger(work: Work, booking: Booking, item: str | None) -> None:
    """Whoever writes of a danger is not given a time next week, and no time where people only come as they are: they
    are told to come, or to ring for help, at once (R22)."""
    refuse_walk_in_only(work, booking.department)
    if item is not None:
        found = assess(text=item, symptoms=(), age_years=None, sex=None, open_departments={booking.department: 1})
        if found.is_alarm:
            raise Refusal("booking_danger")


def _override(work: Work, person: Person, booking: Booking, timezone: ZoneInfo) -> str | None:
    """Who missed too many books none for three months, unless a supervisor makes an exception: its reason, None where
    none was needed. One phone number does not hold the book online."""
    settings = clinic_settings(work).appointments
    if booking.channel == "web" and person.phone and count_booked(work, person.phone) >= settings.online_limit:
        raise Refusal("too_many_booked", limit=settings.online_limit)
    missed = missed_by(work, person, work.now - 2 * THREE_MONTHS)
    until = barred_until(missed, work.now, settings.no_show_limit)
    if until is None:
        return None
    if not booking.override_reason or not may(work.actor.role, "appointments.override"):
        raise Refusal("booking_barred", date=until.astimezone(timezone).date().isoformat())
    return require_reason(booking.override_reason, "override_reason")
