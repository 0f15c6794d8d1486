"""Times: what is free and offered, and the holding of units, which nobody else can have (R68, R72, R74)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from server.appointments.models import BookedUnit
from server.appointments.rules.offers import MOST_OFFERS, DoctorTimes, Offer, Wish, find_offers, horizon, part_of_day
from server.appointments.rules.slots import MOST_UNITS, UNIT_MINUTES, fits, on_grid, unit_starts
from server.appointments.service.roster import (
    doctors_of,
    midnight,
    names_of,
    require_department,
    require_doctor,
)
from server.clinic.models import Doctor
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal
from server.roster.service import spans_of

#: How far ahead staff may book.
STAFF_HORIZON_DAYS = 366
#: Three options lie near together; only where they do not is the whole horizon looked through.
NEAR = timedelta(days=6)


@dataclass(frozen=True)
class TimeWish:
    """What somebody asks for. `earliest` defaults to today, `doctor` to any of the department."""

    department: str
    doctor: str | None = None
    units: int = 1
    earliest: date | None = None
    part: str | None = None


def offer_times(work: Work, wish: TimeWish, timezone: ZoneInfo) -> list[dict[str, Any]]:
    """Two or three concrete times, fewer only where nothing more is free within the horizon (R74).

    Raises Invalid (`department`, `doctor`, `units`).
    """
    require_department(work, wish.department)
    if wish.doctor is not None:
        require_doctor(work, wish.doctor, wish.department)
    require_units(wish.units)
    today = work.now.astimezone(timezone).date()
    first = max(today, wish.earliest or today)
    days = clinic_settings(work).appointments.horizon_days
    last = horizon(first, days) if work.actor.kind == "staff" else horizon(today, days)
    doctors = doctors_of(work, wish.department, wish.doctor)
    found: list[Offer] = []
    for until in sorted({min(first + NEAR, last), last}):
        if len(found) < MOST_OFFERS and until >= first:
            times = _times(work, doctors, first, until, timezone)
            found = find_offers(times, Wish(wish.units, first, until, wish.part), work.now, timezone)
    rows = {row.number: row for row in doctors}
    return [_offer(offer, rows[offer.doctor], timezone) for offer in found]


def hold_time(
    work: Work, appointment: str, doctor: Doctor, starts_at: datetime, units: int, timezone: ZoneInfo
) -> None:
    """Take the units of a time for an appointment. The doctor's times must be locked (`lock_times`).

    Raises Invalid (`starts_at`, `units`), or Refusal with other times to offer: `slot_not_open` where the doctor is
    not there, it is past or too far ahead, `slot_taken` where somebody was quicker.
    """
    require_units(units)
    if not on_grid(starts_at):
        raise Invalid([FieldProblem("starts_at", "not_on_grid", {"minutes": UNIT_MINUTES})])
    day = starts_at.astimezone(timezone).date()
    wanted = TimeWish(doctor.department, doctor.number, units, day)
    spans = spans_of(work, [doctor], day, day, timezone)[doctor.number]
    if starts_at <= work.now or day > _last_day(work, timezone) or not fits(spans, starts_at, units):
        raise _refusal(work, "slot_not_open", wanted, timezone)
    starts = unit_starts(starts_at, units)
    if _any_taken(work, doctor.number, starts):
        raise _refusal(work, "slot_taken", wanted, timezone)
    try:
        with work.session.begin_nested():
            work.session.add_all(
                [BookedUnit(doctor=doctor.number, starts_at=one, appointment=appointment) for one in starts]
            )
    except IntegrityError as taken:
        raise _refusal(work, "slot_taken", wanted, timezone) from taken


def free_time(work: Work, appointment: str) -> None:
    """Give the units of an appointment back."""
    work.session.execute(delete(BookedUnit).where(BookedUnit.appointment == appointment))


def lock_times(work: Work, *doctors: str) -> None:
    """Hold the times of these doctors until the end of this work, so that whoever loses a race sees who won."""
    work.lock(*(f"times:{number}" for number in doctors))


def require_units(units: int) -> None:
    """Raise Invalid (`units`) where an appointment cannot be so long."""
    if not 1 <= units <= MOST_UNITS:
        raise Invalid([FieldProblem("units", "units_range", {"limit": MOST_UNITS})])


def time_fields(starts_at: datetime, units: int, timezone: ZoneInfo) -> dict[str, Any]:
    """When an appointment is, as it is sent: instants, and date and time in the clinic's own time."""
    local = starts_at.astimezone(timezone)
    return {
        "starts_at": instant(starts_at),
        "ends_at": instant(starts_at + timedelta(minutes=units * UNIT_MINUTES)),
        "date": local.date().isoformat(),
        "time": f"{local:%H:%M}",
        "part": part_of_day(starts_at, timezone),
        "units": units,
        "minutes": units * UNIT_MINUTES,
    }


def _last_day(work: Work, timezone: ZoneInfo) -> date:
    days = STAFF_HORIZON_DAYS if work.actor.kind == "staff" else clinic_settings(work).appointments.horizon_days
    return horizon(work.now.astimezone(timezone).date(), days)


def _any_taken(work: Work, doctor: str, starts: Sequence[datetime]) -> bool:
    wanted = select(BookedUnit.appointment).where(BookedUnit.doctor == doctor, BookedUnit.starts_at.in_(starts))
    return work.session.scalar(wanted.limit(1)) is not None


def _refusal(work: Work, code: str, wanted: TimeWish, timezone: ZoneInfo) -> Refusal:
    refused = Refusal(code)
    refused.offered = {"offers": offer_times(work, wanted, timezone)}
    return refused


def _times(
    work: Work, doctors: Sequence[Doctor], first: date, last: date, timezone: ZoneInfo
) -> list[DoctorTimes]:
    spans = spans_of(work, doctors, first, last, timezone)
    taken: dict[str, set[datetime]] = {row.number: set() for row in doctors}
    until = midnight(last + 2 * timedelta(days=1), timezone)  # a last night's session runs on into the next day
    rows = work.session.execute(
        select(BookedUnit.doctor, BookedUnit.starts_at).where(
            BookedUnit.doctor.in_(taken), BookedUnit.starts_at >= midnight(first - timedelta(days=1), timezone),
            BookedUnit.starts_at < until,
        )
    )  # fmt: skip
    for number, starts_at in rows:
        taken[number].add(starts_at.astimezone(UTC))
    return [DoctorTimes(number, spans[number], frozenset(units)) for number, units in taken.items()]


def _offer(offer: Offer, doctor: Doctor, timezone: ZoneInfo) -> dict[str, Any]:
    return {
        "doctor": doctor.number, "doctor_names": names_of(doctor), "title": doctor.title, "sex": doctor.sex,
        "department": doctor.department,
    } | time_fields(offer.starts_at, offer.units, timezone)  # fmt: skip
