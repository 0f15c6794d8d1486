"""The roster as it is stored: weekly sessions from the clinic's file, exceptions from supervisors (R35, R46)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.clinic.models import Doctor
from server.core.database import Work
from server.roster.models import RosterException
from server.roster.rules import NONE, DatedChange, Span, session_of, spans_between

#: A night's session begins on the day before it is over.
DAY = timedelta(days=1)


def changes_of(work: Work, numbers: Sequence[str], first: date, last: date) -> dict[str, list[DatedChange]]:
    """Each doctor's exceptions that touch the days from `first` to `last`, in the order in which they were made."""
    rows = work.session.scalars(
        select(RosterException)
        .where(
            RosterException.doctor.in_(numbers), RosterException.withdrawn_at.is_(None),
            RosterException.first <= last, RosterException.last >= first,
        )
        .order_by(RosterException.set_at, RosterException.id)
    )  # fmt: skip
    found: dict[str, list[DatedChange]] = {number: [] for number in numbers}
    for row in rows:
        found[row.doctor].append(DatedChange(row.kind, row.first, row.last, row.starts, row.ends))
    return found


def spans_of(
    work: Work, doctors: Sequence[Doctor], first: date, last: date, timezone: ZoneInfo
) -> dict[str, list[Span]]:
    """When each doctor is there on the days from `first` to `last`; a night that began the day before included."""
    changes = changes_of(work, [row.number for row in doctors], first - DAY, last)
    return {
        row.number: spans_between(
            row.sessions if row.active else [], changes[row.number], first - DAY, last, timezone
        )
        for row in doctors
    }


def sessions_today(work: Work, doctors: Sequence[Doctor], timezone: ZoneInfo) -> dict[str, list[Span]]:
    """When each doctor is there today, in order; a night that began the day before included."""
    today = work.now.astimezone(timezone).date()
    return spans_of(work, doctors, today, today, timezone)


def session_now(work: Work, number: str | None, timezone: ZoneInfo) -> str:
    """Whether a doctor has a session, exceptions counted (R35): `NOW`, `LATER` today, or `NONE` that is left."""
    row = work.session.get(Doctor, number) if number is not None else None
    if row is None or not row.active:
        return NONE
    return session_of(sessions_today(work, [row], timezone)[row.number], work.now)
