"""The documents of a hall as a whole: itself, its last calls, its notices, an emergency (R60, R103)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select

from server.clinic.models import Hall, Room
from server.clinic.service import clinic_settings
from server.core.clock import instant
from server.core.database import Work
from server.queueing.models import Call
from server.realtime.models import Emergency, Notice
from server.speech.service import call_sentence

#: How many calls a display lists, and how old one may be.
CALLS_LISTED = 8
CALLS_LISTED_FOR = timedelta(hours=2)


def hall_document(work: Work, code: str) -> dict[str, Any] | None:
    """The hall's names, place and screens' layout; None where the clinic has no such hall any more."""
    hall = work.session.get(Hall, code)
    if hall is None or not hall.active:
        return None
    settings = clinic_settings(work)
    return {
        "code": hall.code,
        "names": hall.names,
        "place": hall.place,
        "depth_m": hall.depth_m,
        "languages": hall.languages,
        "clinic": settings.names,
        "logo": settings.logo,
    }


def calls_document(work: Work, hall: str) -> list[dict[str, Any]]:
    """The hall's last calls, newest first, one for a ticket."""
    calls = work.session.scalars(
        select(Call)
        .where(Call.hall == hall, Call.at >= work.now - CALLS_LISTED_FOR, Call.withdrawn.is_(False))
        .order_by(Call.at.desc(), Call.id.desc())
        .limit(3 * CALLS_LISTED)
    ).all()
    latest: dict[str, Call] = {}
    for call in calls:
        latest.setdefault(call.ticket, call)
    listed = list(latest.values())[:CALLS_LISTED]
    rooms = {
        room.code: room
        for room in work.session.scalars(select(Room).where(Room.code.in_([call.room for call in listed])))
    }
    standing = work.session.get(Hall, hall)
    spoken = standing.languages if standing is not None else []
    return [_call(call, rooms[call.room], spoken) for call in listed if call.room in rooms]


def _call(call: Call, room: Room, spoken: list[str]) -> dict[str, Any]:
    return {
        "call_id": call.id,
        "number": call.number,
        "department": call.department,
        "room": room.code,
        "label": room.label,
        "room_names": room.names,
        "direction": room.direction,
        "at": instant(call.at),
        "attempt": call.attempt,
        "speech": {name: call_sentence(name, call.number, room.code, room.names).text for name in spoken},
    }


def notices_document(work: Work, hall: str) -> list[dict[str, Any]]:
    """The notices of the clinic's file, then those that staff have put up."""
    lasting = [
        {"id": notice.code, "texts": notice.texts, "lasting": True, "say_at": None}
        for notice in clinic_settings(work).notices
    ]
    today = work.session.scalars(
        select(Notice)
        .where(Notice.removed_at.is_(None), or_(Notice.hall.is_(None), Notice.hall == hall))
        .order_by(Notice.created_at, Notice.id)
    )
    return lasting + [
        {
            "id": notice.id, "texts": notice.texts, "lasting": False,
            "say_at": instant(notice.say_at) if notice.say_at is not None else None,
        }
        for notice in today
    ]  # fmt: skip


def emergency_document(work: Work, hall: str) -> dict[str, Any] | None:
    """The emergency text in force, or None."""
    emergency = work.session.scalar(
        select(Emergency)
        .where(Emergency.ended_at.is_(None), or_(Emergency.hall.is_(None), Emergency.hall == hall))
        .order_by(Emergency.raised_at.desc())
        .limit(1)
    )
    if emergency is None:
        return None
    return {
        "id": emergency.id,
        "kind": "evacuation",
        "texts": emergency.texts,
        "direction": emergency.direction,
        "raised_at": instant(emergency.raised_at),
    }
