"""The document of what needs a person now: alarms, apologies, calls for help, faults, calls that no screen has
shown (R22, R49, R51, R56, R59)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.accounts.service import describe_by
from server.clinic.models import Department, Doctor, Hall, Room, Screen
from server.core.clock import instant
from server.core.database import Work
from server.core.language import both, languages, text
from server.devices.service import open_faults, open_helps
from server.printing.service import what_follows
from server.queueing.models import Arrangement, Call, Ticket
from server.queueing.rules.assignment import BY_SUPERVISOR
from server.queueing.service.arrange import open_arrangements
from server.triage.models import Alarm
from server.triage.service import flag_document
from server.waiting.models import ApologyTask
from server.waiting.rules.watch import why_waiting
from server.waiting.service import department_load, estimate_within, open_apologies


def tasks_document(work: Work, hall: str, timezone: ZoneInfo) -> dict[str, Any]:
    """Every open task of a hall, in the order in which they came."""
    return {
        "alarms": _alarms(work, hall),
        "apologies": _apologies(work, hall, timezone),
        "helps": _helps(work, hall),
        "faults": _faults(work, hall),
        "unshown": _unshown(work, hall),
        "arrangements": [_arrangement(work, one) for one in open_arrangements(work, hall)],
    }


def _arrangement(work: Work, arrangement: Arrangement) -> dict[str, Any]:
    """Whose doctor is to be arranged, and why, without what a person typed (R33, R36, R39, R40)."""
    ticket = work.session.get_one(Ticket, arrangement.ticket)
    doctor = work.session.get(Doctor, arrangement.doctor) if arrangement.doctor else None
    department = work.session.get_one(Department, ticket.department)
    return {
        "id": arrangement.id,
        "ticket": ticket.id,
        "number": ticket.number,
        "service_day": ticket.service_day.isoformat(),
        "department": ticket.department,
        "names": department.names,
        "case": arrangement.case,
        "doctor": {"zh-CN": doctor.name, "en": doctor.name_en} if doctor is not None else None,
        "supervisor": arrangement.case in BY_SUPERVISOR,
        "waiting_since": instant(ticket.waiting_since),
        "opened_at": instant(arrangement.opened_at),
    }


def _alarms(work: Work, hall: str) -> list[dict[str, Any]]:
    # A red flag at any kiosk concerns every guide in the house: whoever is nearest goes.
    alarms = work.session.scalars(
        select(Alarm).where(Alarm.state.in_(("open", "claimed"))).order_by(Alarm.urgency, Alarm.raised_at, Alarm.id)
    )
    return [
        {
            "id": alarm.id,
            "ticket": alarm.ticket,
            "number": alarm.number,
            "hall": alarm.hall,
            "here": alarm.hall == hall,
            "place": _place(work, alarm.device, alarm.hall),
            "kiosk": alarm.device,
            "source": alarm.source,
            "flags": [flag_document(code) for code in alarm.red_flags],
            "urgency": alarm.urgency,
            "raised_at": instant(alarm.raised_at),
            "state": alarm.state,
            "by": describe_by(work, alarm.claimed_by),
            "claimed_at": instant(alarm.claimed_at) if alarm.claimed_at else None,
        }
        for alarm in alarms
    ]


def _apologies(work: Work, hall: str, timezone: ZoneInfo) -> list[dict[str, Any]]:
    return [_apology(work, task, timezone) for task in open_apologies(work, hall)]


def _apology(work: Work, task: ApologyTask, timezone: ZoneInfo) -> dict[str, Any]:
    ticket = work.session.get_one(Ticket, task.ticket)
    department = work.session.get_one(Department, ticket.department)
    load = department_load(work, department.code, timezone)
    ahead, estimate = estimate_within(load, ticket)
    why = why_waiting(len(load.rooms), load.longest_in_room, department.service_minutes, ahead, load.rooms_free)
    if ahead == 0:
        words = both("apology-words-next")
    elif estimate is None:
        words = both("apology-words-unknown", ahead=ahead)
    else:
        words = both("apology-words", ahead=ahead, minutes=max(5, _to_five(estimate.likely)))
    return {
        "id": task.id,
        "ticket": ticket.id,
        "number": ticket.number,
        "department": department.code,
        "names": department.names,
        "place": department.place,
        "room": None,
        "round": task.round,
        "due_at": instant(task.due_at),
        "waiting_since": instant(ticket.waiting_since),
        "ahead": ahead,
        "why": both(f"why-{why.code}", minutes=_to_five(why.minutes)),
        "words": words,
        "language": ticket.language,
        "estimate": estimate.as_dict() if estimate else None,
        "state": task.state,
        "by": describe_by(work, task.claimed_by) if task.state == "claimed" else None,
        "claimed_at": instant(task.claimed_at) if task.claimed_at and task.state == "claimed" else None,
        "escalated_at": instant(task.escalated_at) if task.escalated_at else None,
    }


def _to_five(minutes: int) -> int:
    return round(minutes / 5) * 5


def _helps(work: Work, hall: str) -> list[dict[str, Any]]:
    return [call | {"number": _number(work, call["ticket"])} for call in open_helps(work, hall)]


def _faults(work: Work, hall: str) -> list[dict[str, Any]]:
    return [
        fault | what_follows(work, fault["device"], fault["code"], fault["since"])
        if fault["kind"] == "printer"
        else fault
        for fault in open_faults(work, hall)
    ]


def _unshown(work: Work, hall: str) -> list[dict[str, Any]]:
    calls = work.session.execute(
        select(Call, Room)
        .join(Room, Room.code == Call.room)
        .join(Ticket, Ticket.id == Call.ticket)
        .where(
            Call.hall == hall,
            Call.unshown_alarm.is_(True),
            Call.shown_at.is_(None),
            Call.withdrawn.is_(False),
            Ticket.state == "called",
        )
        .order_by(Call.at)
    )
    return [
        {
            "call_id": call.id,
            "ticket": call.ticket,
            "number": call.number,
            "room": room.code,
            "room_names": room.names,
            "at": instant(call.at),
        }
        for call, room in calls
    ]


def _number(work: Work, ticket: str | None) -> str | None:
    found = work.session.get(Ticket, ticket) if ticket else None
    return found.number if found else None


def _place(work: Work, device: str | None, hall: str) -> dict[str, str]:
    screen = work.session.get(Screen, device) if device else None
    if screen is not None:
        return {
            name: text(name, "place-kiosk", name=screen.names.get(name, screen.code)) for name in languages()
        }
    row = work.session.get(Hall, hall)
    return row.names if row else {}
