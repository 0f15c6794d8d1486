"""The whole system was down: noted by staff afterwards, corrected where they find better times (R105)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.core.ids import new_id
from server.devices.models import DeviceState, Outage

#: How far back outages are still shown.
SHOWN_FOR = timedelta(days=8)

Instants = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


def note_outage(work: Work, started_at: datetime, ended_at: datetime) -> Outage:
    """Write down that the system was down. The same times again are the outage that is known already.

    Raises Refusal `outage_overlaps` where it was noted before with other times.
    """
    work.lock("outage")
    for known in _touching(work, started_at, ended_at):
        if (known.started_at, known.ended_at) != (started_at, ended_at):
            raise Refusal("outage_overlaps")
        return known
    outage = Outage(
        id=new_id(), started_at=started_at, ended_at=ended_at, noted_at=work.now, noted_by=work.actor.stamp
    )
    work.session.add(outage)
    work.session.flush()
    record_audit(work, "outage.noted", f"outage:{outage.id}")
    return outage


def correct_outage(work: Work, identifier: str, started_at: datetime, ended_at: datetime) -> Outage:
    """Better times for an outage that was noted. Raises NotFound, Refusal `outage_overlaps`."""
    work.lock("outage")
    outage = find_outage(work, identifier)
    if any(known.id != identifier for known in _touching(work, started_at, ended_at)):
        raise Refusal("outage_overlaps")
    outage.started_at, outage.ended_at = started_at, ended_at
    record_audit(work, "outage.corrected", f"outage:{identifier}")
    work.session.flush()
    return outage


def find_outage(work: Work, identifier: str) -> Outage:
    """The outage of an id. Raises NotFound."""
    outage = work.session.get(Outage, identifier)
    if outage is None:
        raise NotFound("outage")
    return outage


def recent_outages(work: Work) -> list[Outage]:
    """The outages of the last days, newest first."""
    recent = select(Outage).where(Outage.ended_at > work.now - SHOWN_FOR)
    return list(work.session.scalars(recent.order_by(Outage.started_at.desc())))


def reaches_into_outage(since: Instants, until: Instants) -> ColumnElement[bool]:
    """Whether a stretch of time overlaps an outage: timed by hand or not at all, it teaches nothing."""
    return exists().where(Outage.started_at < until, Outage.ended_at > since)


def was_down_at(work: Work, at: datetime) -> bool:
    """Whether an instant lies in an outage."""
    within = select(Outage.id).where(Outage.started_at <= at, Outage.ended_at >= at).limit(1)
    return work.session.scalar(within) is not None


def last_heard(work: Work) -> datetime | None:
    """When any kiosk or display was last heard."""
    newest = select(DeviceState.last_seen_at).where(DeviceState.last_seen_at.is_not(None))
    return work.session.scalar(newest.order_by(DeviceState.last_seen_at.desc()).limit(1))


def _touching(work: Work, started_at: datetime, ended_at: datetime) -> list[Outage]:
    return list(work.session.scalars(select(Outage).where(Outage.started_at < ended_at, Outage.ended_at > started_at)))
