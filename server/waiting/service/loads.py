"""Reading what estimates of a department are made from: once in a unit of work, and anew when something of it moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session

from server.clinic.models import Department, Doctor, Room
from server.clinic.rules import spans_on
from server.core.clock import elapsed_seconds
from server.core.database import Work
from server.core.errors import NotFound
from server.devices.service import reaches_into_outage
from server.queueing.models import Arrangement, Call, RoomState, Ticket
from server.queueing.rules.assignment import COVERABLE
from server.queueing.rules.numbering import PAPER
from server.queueing.rules.ordering import FIRST, NOTHING_YET, RETURN, lane_of
from server.queueing.service.assign import duty_in
from server.queueing.service.queue import candidates, course_of, courses_by_room, policy_of
from server.queueing.service.rooms import rooms_now
from server.waiting.models import WaitLearning
from server.waiting.rules.forecast import Room as RoomNow
from server.waiting.rules.learning import Learned
from server.waiting.rules.outlook import Outlook, Situation
from server.waiting.rules.services import Service, ServiceTimes, learn_services
from server.waiting.service.learning import learned_of

#: How many of the last services speak for how long one lasts now, and how far back they may lie.
RECENT_SERVICES = 80
SERVICES_WITHIN = timedelta(days=90)

#: Where a unit of work keeps what it has read, and what makes it stale.
_KEPT = "department loads"
_MOVES = (Arrangement, Call, Department, Doctor, Room, RoomState, Ticket, WaitLearning)


@dataclass(frozen=True)
class DepartmentLoad:
    """A department now: its rooms on duty, those who wait in the order in which they are expected to be called, how
    long services last, what was learned of earlier predictions, and the prospects that follow."""

    rooms: list[RoomNow]
    waiting: list[Ticket]
    times: ServiceTimes
    learned: Learned
    outlook: Outlook

    @property
    def longest_in_room(self) -> float | None:
        """Minutes of the longest consultation going on."""
        return max((room.elapsed for room in self.rooms if room.elapsed is not None), default=None)

    @property
    def rooms_free(self) -> int:
        """How many rooms on duty hold nobody."""
        return sum(1 for room in self.rooms if room.elapsed is None)


def department_load(work: Work, code: str, timezone: ZoneInfo) -> DepartmentLoad:
    """The department now. Raises NotFound."""
    work.session.flush()  # what is not written yet may make what is kept stale
    kept: dict[tuple[str, datetime], DepartmentLoad] = work.session.info.setdefault(_KEPT, {})
    if (code, work.now) not in kept:
        kept[code, work.now] = _read(work, code, timezone)
    return kept[code, work.now]


@event.listens_for(Session, "after_flush")
def _forget_what_moved(session: Session, _context: Any) -> None:
    if any(isinstance(row, _MOVES) for row in chain(session.new, session.dirty, session.deleted)):
        session.info.pop(_KEPT, None)


@event.listens_for(Session, "do_orm_execute")
def _forget_after_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        state.session.info.pop(_KEPT, None)


def _read(work: Work, code: str, timezone: ZoneInfo) -> DepartmentLoad:
    department = work.session.get(Department, code)
    if department is None:
        raise NotFound("department")
    waiting = {
        ticket.id: ticket
        for ticket in work.session.scalars(select(Ticket).where(Ticket.department == code, Ticket.state == "waiting"))
    }
    states = rooms_now(work, code)
    rooms = _rooms(work, states)
    people, policy = candidates(waiting.values()), policy_of(work, code)
    there = duty_in(states).there
    # Where only first visits wait nothing takes turns, and the course of the queue need not be read.
    plain = all(lane_of(one, work.now, policy) == FIRST for one in people)
    by_room = {} if plain else courses_by_room(work, code, len(rooms))
    situation = Situation(
        rooms=[*rooms, *_to_come(work, waiting.values(), there, timezone)],
        waiting=people,
        kinds={ticket.id: _kind(ticket) for ticket in waiting.values()},
        now=work.now,
        policy=policy,
        course=NOTHING_YET if plain else course_of(work, code),
        courses={
            state.doctor: by_room.get(room.code, NOTHING_YET) for room, state in states if state.doctor and by_room
        },
        on_duty=there,
    )
    times, learned = learn_services(_services(work, code), department.service_minutes), learned_of(work, code)
    outlook = Outlook(situation, times, learned)
    return DepartmentLoad(rooms, [waiting[one.ticket] for one in outlook.order], times, learned, outlook)


def _kind(ticket: Ticket) -> str:
    """The kind of visit by which the length of a service is learned."""
    return RETURN if ticket.line == RETURN else ticket.visit_class


def _rooms(work: Work, states: list[tuple[Room, RoomState]]) -> list[RoomNow]:
    on_duty = [state for _, state in states if state.state == "open" and state.doctor]
    held = {
        ticket.id: ticket
        for ticket in work.session.scalars(
            select(Ticket).where(Ticket.id.in_([state.ticket for state in on_duty if state.ticket]))
        )
    }
    return [_room(work, state, held.get(state.ticket or "")) for state in on_duty]


def _room(work: Work, state: RoomState, ticket: Ticket | None) -> RoomNow:
    if ticket is None:
        return RoomNow(state.doctor)
    inside = ticket.in_room_at if ticket.state == "in_room" else None
    return RoomNow(state.doctor, _kind(ticket), elapsed_seconds(inside, work.now) / 60 if inside else 0.0)


def _to_come(
    work: Work, waiting: Iterable[Ticket], there: frozenset[str], timezone: ZoneInfo
) -> list[RoomNow]:  # fmt: skip
    """Rooms of doctors for whom somebody waits and whose next session begins today. Nobody can say when one comes who
    should be there already, nor for whom staff are still to arrange something (R33)."""
    asked = {
        ticket.id: ticket.doctor
        for ticket in waiting
        if ticket.doctor and ticket.doctor not in there and ticket.bound not in COVERABLE
    }
    if not asked:
        return []
    open_ones = select(Arrangement.ticket).where(Arrangement.ticket.in_(asked), Arrangement.state == "open")
    for ticket in work.session.scalars(open_ones):
        asked.pop(ticket, None)
    doctors = select(Doctor).where(Doctor.number.in_(set(asked.values())), Doctor.active.is_(True))
    opens = {row.number: _begins(row, work.now, timezone) for row in work.session.scalars(doctors)}
    return [RoomNow(number, opens_in=minutes) for number, minutes in sorted(opens.items()) if minutes is not None]


def _begins(doctor: Doctor, now: datetime, timezone: ZoneInfo) -> float | None:
    """Minutes until the doctor's next session of today; None where one is going on or none is left."""
    spans = sorted(spans_on(doctor.sessions, now.astimezone(timezone).date(), timezone))
    if any(start <= now < end for start, end in spans):
        return None
    return next((elapsed_seconds(now, start) / 60 for start, _ in spans if start > now), None)


def _services(work: Work, code: str) -> list[Service]:
    rows = work.session.execute(
        select(Ticket.in_room_at, Ticket.left_at, Ticket.seen_by, Ticket.line, Ticket.visit_class)
        .where(
            Ticket.department == code, Ticket.left_at > work.now - SERVICES_WITHIN, Ticket.in_room_at.is_not(None),
            ~Ticket.sequence.between(PAPER.start, PAPER.stop - 1),
            ~reaches_into_outage(Ticket.in_room_at, Ticket.left_at),
        )
        .order_by(Ticket.left_at.desc())
        .limit(RECENT_SERVICES)
    )
    return [
        Service(elapsed_seconds(entered, left) / 60, doctor, RETURN if line == RETURN else visit_class)
        for entered, left, doctor, line, visit_class in rows
        if entered is not None and left is not None
    ]
