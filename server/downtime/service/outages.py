"""When the system was down: read from what staff typed, and guessed from the last thing that it saw."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal
from server.devices.service import last_heard
from server.downtime.rules.times import check_outage, on_day, read_clock
from server.queueing.models import TicketEvent
from server.registration.service.problems import Problems


def read_outage(
    from_day: str, from_time: str, until_day: str, until_time: str, now: datetime, timezone: ZoneInfo
) -> tuple[datetime, datetime]:
    """The instants of an outage as they were typed. Raises Invalid (`from_day` …, and `until_time` for the whole)."""
    problems = Problems()
    started = problems.run("from_time", lambda: read_clock(from_time))
    ended = problems.run("until_time", lambda: read_clock(until_time))
    started_at = problems.run("from_day", lambda: on_day(from_day, started or 0, timezone))
    ended_at = problems.run("until_day", lambda: on_day(until_day, ended or 0, timezone))
    problems.refuse()
    if started_at is None or ended_at is None:  # pragma: no cover  (refused above)
        raise Refusal("general")
    wrong = check_outage(started_at, ended_at, now)
    if wrong is not None:
        raise Invalid([FieldProblem("until_time", wrong)])
    return started_at, ended_at


def last_sign_of_life(work: Work) -> datetime | None:
    """The last thing that the system saw before this start of it: a screen that was there, a step of a ticket."""
    seen = (last_heard(work), work.session.scalar(select(func.max(TicketEvent.at))))
    return max((at for at in seen if at is not None), default=None)
