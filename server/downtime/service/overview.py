"""What the page of entering shows: outages, packs, what was entered, the rooms that a patient may have been seen in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from server.accounts.service import describe_by
from server.clinic.models import Department, Doctor, Room
from server.core.clock import instant
from server.core.database import Work
from server.devices.models import Outage
from server.devices.service import recent_outages
from server.downtime.models import PaperEntry
from server.downtime.service.packs import list_packs
from server.downtime.service.taking_back import stands_as_entered
from server.queueing.models import RoomState, Ticket

#: Entries are listed so long.
LISTED_FOR = timedelta(hours=24)
#: A shorter silence before a start was a restart, and no outage.
SHORTEST = timedelta(minutes=2)
LONGEST = timedelta(days=3)


def overview(work: Work, quiet_since: datetime | None, started_at: datetime | None) -> dict[str, Any]:
    """Everything at once. `quiet_since` and `started_at`: the last sign of life before this start, and the start."""
    outages = recent_outages(work)
    counts = _counts(work)
    return {
        "outages": [outage_document(work, one) | {"entered": counts.get(one.id, 0)} for one in outages],
        "suggested": _suggested(outages, quiet_since, started_at),
        "packs": list_packs(work),
        "entries": _entries(work),
        "rooms": _rooms(work),
        "now": instant(work.now),
    }


def outage_document(work: Work, outage: Outage) -> dict[str, Any]:
    """An outage: from when to when, and who said so."""
    return {
        "id": outage.id,
        "from": instant(outage.started_at),
        "until": instant(outage.ended_at),
        "by": describe_by(work, outage.noted_by),
    }


def _suggested(
    outages: list[Outage], quiet_since: datetime | None, started_at: datetime | None
) -> dict[str, str] | None:
    """The silence before this start, to the minute, unless it was short or is noted already."""
    if quiet_since is None or started_at is None or not SHORTEST <= started_at - quiet_since <= LONGEST:
        return None
    if any(one.started_at < started_at and one.ended_at > quiet_since for one in outages):
        return None
    begun = quiet_since.replace(second=0, microsecond=0)
    return {"from": instant(begun), "until": instant(started_at.replace(second=0, microsecond=0))}


def _counts(work: Work) -> dict[str, int]:
    rows = work.session.execute(
        select(PaperEntry.outage, func.count()).where(PaperEntry.ticket.is_not(None)).group_by(PaperEntry.outage)
    )
    return {outage: int(count) for outage, count in rows}


def _entries(work: Work) -> list[dict[str, Any]]:
    rows = work.session.execute(
        select(PaperEntry, Ticket, Department.names)
        .join(Ticket, Ticket.id == PaperEntry.ticket)
        .join(Department, Department.code == Ticket.department)
        .where(PaperEntry.entered_at > work.now - LISTED_FOR)
        .order_by(PaperEntry.entered_at.desc(), PaperEntry.sequence.desc())
        .limit(200)
    )
    return [
        {
            "ticket": ticket.id,
            "number": ticket.number,
            "names": names,
            "entered_as": entry.entered_as,
            "state": ticket.state,
            "arrived_at": instant(ticket.waiting_since),
            "waited_seconds": ticket.waited_seconds,
            "entered_at": instant(entry.entered_at),
            "by": describe_by(work, entry.entered_by),
            "can_take_back": stands_as_entered(ticket, entry),
        }
        for entry, ticket, names in rows
    ]


def _rooms(work: Work) -> list[dict[str, Any]]:
    """Every room with who sits there now: whoever enters a line sees whose patient it becomes."""
    rows = work.session.execute(
        select(Room, Doctor)
        .join(RoomState, RoomState.room == Room.code, isouter=True)
        .join(Doctor, Doctor.number == RoomState.doctor, isouter=True)
        .where(Room.active.is_(True))
        .order_by(Room.position)
    )
    return [
        {
            "code": room.code, "department": room.department, "names": room.names, "label": room.label,
            "doctor": {"zh-CN": doctor.name, "en": doctor.name_en} if doctor is not None else None,
        }
        for room, doctor in rows
    ]  # fmt: skip
