"""Estimates from the queue and the rooms as they are now (R53)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from server.clinic.models import Department
from server.core.clock import elapsed_seconds
from server.core.database import Work
from server.core.errors import NotFound
from server.queueing.models import Ticket
from server.queueing.service.queue import position_of
from server.queueing.service.rooms import rooms_now
from server.waiting.rules.estimate import Estimate, ServiceTime, estimate_wait, service_time

#: How many of the last services speak for how long one lasts now.
RECENT_SERVICES = 20


@dataclass(frozen=True)
class DepartmentLoad:
    """What an estimate is made from: for each room on duty the minutes its patient has been there, or None
    where it is free; and how long services last."""

    in_rooms: list[float | None]
    service: ServiceTime

    @property
    def longest_in_room(self) -> float | None:
        """Minutes of the longest consultation going on."""
        return max((minutes for minutes in self.in_rooms if minutes is not None), default=None)

    @property
    def rooms_free(self) -> int:
        """Rooms on duty that hold nobody."""
        return sum(1 for minutes in self.in_rooms if minutes is None)


def department_load(work: Work, code: str) -> DepartmentLoad:
    """The department's rooms on duty and its service time, now."""
    department = work.session.get(Department, code)
    if department is None:
        raise NotFound("department")
    open_rooms = [state for _, state in rooms_now(work, code) if state.state == "open" and state.doctor]
    held = {
        ticket.id: ticket
        for ticket in work.session.scalars(
            select(Ticket).where(Ticket.id.in_([state.ticket for state in open_rooms if state.ticket]))
        )
    }
    in_rooms: list[float | None] = []
    for state in open_rooms:
        ticket = held.get(state.ticket) if state.ticket else None
        inside = ticket is not None and ticket.state == "in_room"
        since = None if ticket is None else (ticket.in_room_at if inside else None) or work.now
        in_rooms.append(None if since is None else elapsed_seconds(since, work.now) / 60)
    recent = work.session.execute(
        select(Ticket.in_room_at, Ticket.left_at)
        .where(Ticket.department == code, Ticket.left_at.is_not(None), Ticket.in_room_at.is_not(None))
        .order_by(Ticket.left_at.desc())
        .limit(RECENT_SERVICES)
    )
    minutes = [
        elapsed_seconds(entered, left) / 60
        for entered, left in recent
        if entered is not None and left is not None
    ]
    return DepartmentLoad(in_rooms, service_time(minutes, department.service_minutes))


def estimate_at(load: DepartmentLoad, ahead: int) -> Estimate | None:
    """The wait of somebody with `ahead` people before them."""
    return estimate_wait(ahead, load.in_rooms, load.service)


def estimate_ticket(work: Work, ticket: Ticket) -> tuple[int, Estimate | None]:
    """How many are before a waiting ticket, and how long it still takes."""
    ahead = position_of(work, ticket)
    return ahead, estimate_at(department_load(work, ticket.department), ahead)
