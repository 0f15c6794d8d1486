"""Lists over appointments: a day in order of time, somebody's own, how many through which channel (R67, R77)."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select

from server.accounts.service import record_audit
from server.appointments.models import Appointment, DoctorNotice
from server.appointments.service.booking import CHANNELS
from server.appointments.service.keeping import find_by_code
from server.appointments.service.live import announce_change
from server.appointments.service.persons import has_phone, phone_key
from server.clinic.models import Department
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound

#: States of an appointment that somebody may still come for.
OPEN = ("booked", "checked_in")
MOST_FOUND = 20


def appointments_on(
    work: Work, day: date, *, department: str | None = None, doctor: str | None = None, state: str | None = None
) -> list[Appointment]:
    """A day's appointments in order of time (R77); those moved away only where they are asked for."""
    wanted = select(Appointment).where(Appointment.day == day)
    wanted = wanted.where(Appointment.state == state if state is not None else Appointment.state != "moved")
    if department is not None:
        wanted = wanted.where(Appointment.department == department)
    if doctor is not None:
        wanted = wanted.where(Appointment.doctor == doctor)
    return list(work.session.scalars(wanted.order_by(Appointment.starts_at, Appointment.doctor, Appointment.id)))


def find_own(work: Work, code: str | None, phone: str | None, timezone: ZoneInfo) -> list[Appointment]:
    """The appointments behind a code, or the open ones under a phone number (R5).

    A kiosk is told by phone only of today, and of no department that is kept private: somebody else's number is
    quickly typed. A search by staff is audited without what was searched. Raises Invalid.
    """
    if bool(code and code.strip()) == bool(phone and phone.strip()):
        raise Invalid([FieldProblem("phone" if code else "code", "find_by_code_or_phone")])
    if code and code.strip():
        row = find_by_code(work, code)
        found = [row] if row is not None else []
    else:
        found = _by_phone(work, phone or "", work.now.astimezone(timezone).date())
    if work.actor.kind == "staff":
        record_audit(work, "appointments.searched", "appointments", found=len(found))
    return found


def count_bookings(work: Work, first: date, last: date) -> list[dict[str, Any]]:
    """How many appointments were booked on each day through each channel (R67); a changed time counts once."""
    rows = work.session.execute(
        select(Appointment.booked_on, Appointment.channel, func.count())
        .where(Appointment.booked_on.between(first, last), Appointment.moved_from.is_(None))
        .group_by(Appointment.booked_on, Appointment.channel)
    )
    counted = {(day, channel): count for day, channel, count in rows}
    answer = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        by_channel = {channel: counted.get((day, channel), 0) for channel in CHANNELS}
        answer.append({"date": day.isoformat(), **by_channel, "total": sum(by_channel.values())})
    return answer


def unseen_notices(work: Work, doctor: str | None) -> list[DoctorNotice]:
    """What a doctor, or anyone, has not yet been told of their appointments, oldest first (R73)."""
    wanted = select(DoctorNotice).where(DoctorNotice.seen_at.is_(None))
    if doctor is not None:
        wanted = wanted.where(DoctorNotice.doctor == doctor)
    return list(work.session.scalars(wanted.order_by(DoctorNotice.at, DoctorNotice.id)))


def see_notice(work: Work, identifier: str) -> dict[str, Any]:
    """The doctor knows. A second time changes nothing. Raises NotFound."""
    notice = work.session.get(DoctorNotice, identifier, with_for_update=True)
    if notice is None:
        raise NotFound("notice")
    if notice.seen_at is None:
        notice.seen_at, notice.seen_by = work.now, work.actor.stamp
        announce_change(work)
    return {"id": notice.id, "seen_at": instant(notice.seen_at)}


def _by_phone(work: Work, phone: str, today: date) -> list[Appointment]:
    wanted = select(Appointment).where(has_phone(phone_key(phone)), Appointment.state.in_(OPEN))
    if work.actor.kind == "staff":
        wanted = wanted.where(or_(Appointment.day >= today, Appointment.state == "checked_in"))
    else:
        private = select(Department.code).where(Department.sensitive.is_(True))
        wanted = wanted.where(Appointment.day == today, Appointment.department.not_in(private))
    return list(work.session.scalars(wanted.order_by(Appointment.starts_at).limit(MOST_FOUND)))
