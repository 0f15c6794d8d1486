"""The turn of the service day: who had a time and did not come (R34, R35)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.appointments.models import Appointment, RosterConflict
from server.appointments.service.changing import end_conflicts
from server.appointments.service.keeping import record_event, step
from server.appointments.service.times import lock_times
from server.core.database import Work
from server.devices.service import was_down_at


def close_past_appointments(work: Work, today: date, day_starts_hour: int, timezone: ZoneInfo) -> int:
    """End the booked appointments of earlier service days: nobody came. Where the doctor was not there and nobody had
    arranged anything, or while the system was down and people were registered on paper (R105), it is no fault of the
    patient's: those are cancelled. Returns how many."""
    turned = datetime.combine(today, datetime.min.time(), timezone) + timedelta(hours=day_starts_hour)
    left_over = select(Appointment).where(Appointment.state == "booked", Appointment.starts_at < turned)
    doctors = work.session.scalars(left_over.with_only_columns(Appointment.doctor).distinct()).all()
    lock_times(work, *doctors)
    rows = work.session.scalars(left_over.execution_options(populate_existing=True)).all()
    for row in rows:
        conflict = work.session.scalar(select(RosterConflict.id).where(RosterConflict.open_for == row.id))
        if conflict is None and not was_down_at(work, row.starts_at):
            step(row, "miss")
            record_event(work, row, "no_show")
        else:
            step(row, "cancel")
            record_event(work, row, "lapsed")
            end_conflicts(work, row, "lapsed")
    return len(rows)
