"""Exceptions to the weekly sessions: set by a supervisor with a reason, withdrawn, never erased (R35, R46)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import record_audit
from server.appointments.models import RosterConflict, RosterException
from server.appointments.rules.roster import KINDS
from server.appointments.service.conflicts import find_conflicts
from server.appointments.service.keeping import require_reason
from server.appointments.service.live import announce_change
from server.appointments.service.roster import require_doctor
from server.appointments.service.times import lock_times
from server.clinic.rules import minutes_of
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound, Refusal
from server.core.ids import new_id

#: The longest absence that is entered at once.
MOST_DAYS = 366


@dataclass(frozen=True)
class NewException:
    """What differs: `off` from `first` to `last`, with or without hours, or an `extra` session with hours."""

    doctor: str
    kind: str
    first: date
    last: date
    starts: str | None
    ends: str | None
    reason: str


def add_exception(
    work: Work, new: NewException, timezone: ZoneInfo
) -> tuple[RosterException, list[RosterConflict]]:
    """The stored exception, and the appointments that it leaves without their doctor. Raises Invalid."""
    doctor = require_doctor(work, new.doctor)
    starts, ends = _checked(work, new, timezone)
    reason = require_reason(new.reason)
    lock_times(work, doctor.number)
    row = RosterException(
        id=new_id(), doctor=doctor.number, kind=new.kind, first=new.first, last=new.last, starts=starts, ends=ends,
        reason=reason, set_at=work.now, set_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(row)
    work.session.flush()
    announce_change(work)
    record_audit(
        work, "roster.exception_set", f"doctor:{doctor.number}", kind=new.kind, first=new.first.isoformat(),
        last=new.last.isoformat(),
    )  # fmt: skip
    return row, find_conflicts(work, [doctor.number], timezone, row.first, row.last)


def withdraw_exception(
    work: Work, identifier: str, reason: str, timezone: ZoneInfo
) -> tuple[RosterException, list[RosterConflict]]:
    """The exception holds no more; conflicts that it had opened close, and taking an extra session back may open some.

    Raises NotFound, Invalid (`reason`), Refusal `exception_withdrawn`.
    """
    require_reason(reason)
    doctor = work.session.scalar(select(RosterException.doctor).where(RosterException.id == identifier))
    if doctor is None:
        raise NotFound("exception")
    lock_times(work, doctor)
    row = work.session.get_one(RosterException, identifier, with_for_update=True, populate_existing=True)
    if row.withdrawn_at is not None:
        raise Refusal("exception_withdrawn")
    row.withdrawn_at, row.withdrawn_by = work.now, work.actor.stamp
    work.session.flush()
    announce_change(work)
    record_audit(work, "roster.exception_withdrawn", f"doctor:{row.doctor}", kind=row.kind)
    return row, find_conflicts(work, [row.doctor], timezone, row.first, row.last)


def list_exceptions(work: Work, since: date, doctor: str | None) -> list[RosterException]:
    """The exceptions that reach to a day or beyond, in order of their days; withdrawn ones too."""
    wanted = select(RosterException).where(RosterException.last >= since)
    if doctor is not None:
        wanted = wanted.where(RosterException.doctor == doctor)
    return list(work.session.scalars(wanted.order_by(RosterException.first, RosterException.set_at)))


def _checked(work: Work, new: NewException, timezone: ZoneInfo) -> tuple[str | None, str | None]:
    problems = []
    if new.kind not in KINDS:
        problems.append(FieldProblem("kind", "not_a_choice"))
    if new.last < new.first:
        problems.append(FieldProblem("last", "end_before_begin"))
    elif new.last - new.first >= timedelta(days=MOST_DAYS):
        problems.append(FieldProblem("last", "span_too_long", {"limit": MOST_DAYS}))
    elif new.last < work.now.astimezone(timezone).date():
        problems.append(FieldProblem("last", "date_past"))
    if (new.starts is None) != (new.ends is None):
        problems.append(FieldProblem("to" if new.ends is None else "from", "span_needs_both"))
    elif new.kind == "extra" and new.starts is None:
        problems.append(FieldProblem("from", "extra_needs_hours"))
    starts, ends = (_clock(clock, field, problems) for clock, field in ((new.starts, "from"), (new.ends, "to")))
    if starts is not None and starts == ends:
        problems.append(FieldProblem("to", "end_before_begin"))
    if problems:
        raise Invalid(problems)
    return starts, ends


def _clock(given: str | None, field: str, problems: list[FieldProblem]) -> str | None:
    if given is None:
        return None
    try:
        minutes = minutes_of(given)
    except ValueError:
        problems.append(FieldProblem(field, "not_understood"))
        return None
    return f"{minutes // 60:02}:{minutes % 60:02}"
