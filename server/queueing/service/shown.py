"""Calls as the screens acknowledge them: shown, said, or alarmed for because no screen has shown them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Select, or_, select

from server.core.database import Work
from server.core.outbox import OutboxRow
from server.queueing.models import Call

#: Calls older than this are neither acknowledged nor alarmed for any more.
CALL_LIFETIME = timedelta(minutes=10)


def calls_to_acknowledge(
    work: Work, hall: str, *, call_id: str | None, revision: int | None, spoken: bool
) -> list[str]:
    """Which calls of a hall a screen's word would change: a cheap look, since ten screens say the same.

    A screen names the call itself, or the revision that it has shown: then every call up to it is meant.
    """
    news = Call.shown_at.is_(None)
    wanted = select(Call.id).where(
        Call.hall == hall,
        Call.at >= work.now - CALL_LIFETIME,
        or_(news, Call.spoken_at.is_(None)) if spoken else news,
    )
    if call_id is not None:
        return list(work.session.scalars(wanted.where(Call.id == call_id)))
    at = work.session.scalar(select(OutboxRow.at).where(OutboxRow.hall == hall, OutboxRow.revision == revision))
    return [] if at is None else list(work.session.scalars(wanted.where(Call.at <= at)))


def acknowledge_calls(work: Work, calls: Sequence[str], *, spoken: bool) -> None:
    """A screen has shown, and perhaps said, these calls. Repeating it changes nothing."""
    rows = work.session.scalars(
        select(Call).where(Call.id.in_(calls)).with_for_update().execution_options(populate_existing=True)
    )
    for call in rows.all():
        late = call.unshown_alarm and call.shown_at is None
        call.shown_at = call.shown_at or work.now
        if spoken:
            call.spoken_at = call.spoken_at or work.now
        if late:
            work.announce("call.shown", call.hall, parts=("tasks",))


def anything_unshown(work: Work, after_seconds: int) -> bool:
    """Whether a call alarms: a cheap look, so that no idle second takes the writer."""
    return work.session.scalar(_unshown(work, after_seconds).limit(1)) is not None


def find_unshown_calls(work: Work, after_seconds: int) -> list[Call]:
    """Calls that no screen of their hall has shown in time; each is marked, so that it alarms once."""
    calls = list(work.session.scalars(_unshown(work, after_seconds).with_for_update()))
    for call in calls:
        call.unshown_alarm = True
        work.announce("call.unshown", call.hall, parts=("tasks",))
    return calls


def _unshown(work: Work, after_seconds: int) -> Select[Call]:
    return select(Call).where(
        Call.at <= work.now - timedelta(seconds=after_seconds),
        Call.at >= work.now - CALL_LIFETIME,
        Call.shown_at.is_(None),
        Call.withdrawn.is_(False),
        Call.unshown_alarm.is_(False),
    )
