"""Estimates from the queue and the rooms as they are now, and from what the department has learned (R53)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from server.clinic.models import Department
from server.core.clock import elapsed_seconds
from server.core.database import Work
from server.core.errors import NotFound
from server.devices.service import reaches_into_outage
from server.queueing.models import RoomState, Ticket
from server.queueing.rules.numbering import PAPER
from server.queueing.rules.ordering import FIRST, RETURN, lane_of
from server.queueing.service.queue import candidates, policy_of, waiting_tickets
from server.queueing.service.rooms import rooms_now
from server.waiting.rules.estimate import AT_ONCE, Estimate, as_shown
from server.waiting.rules.forecast import Ahead, Forecast, Room, Spread, forecast
from server.waiting.rules.learning import Learned
from server.waiting.rules.services import Service, ServiceTimes, learn_services
from server.waiting.service.learning import keep_prediction, learned_of

#: How many of the last services speak for how long one lasts now, and how far back they may lie.
RECENT_SERVICES = 80
SERVICES_WITHIN = timedelta(days=90)


@dataclass(frozen=True)
class DepartmentLoad:
    """What estimates of a department are made from: its rooms on duty, those who wait in the order of the calls, how
    long services last, and what was learned of earlier predictions."""

    rooms: list[Room]
    waiting: list[Ticket]
    times: ServiceTimes
    learned: Learned
    _forecasts: dict[str | None, Forecast] = field(default_factory=dict, repr=False)

    @property
    def longest_in_room(self) -> float | None:
        """Minutes of the longest consultation going on."""
        return max((room.elapsed for room in self.rooms if room.elapsed is not None), default=None)

    @property
    def rooms_free(self) -> int:
        """How many rooms on duty hold nobody."""
        return sum(1 for room in self.rooms if room.elapsed is None)

    def forecast(self, doctor: str | None) -> Forecast:
        """When the next calls come; for who waits for one doctor, the calls of that room."""
        if doctor not in self._forecasts:
            there = {room.doctor for room in self.rooms}
            queue = [
                Ahead(_kind(ticket), ticket.doctor if ticket.doctor in there else None) for ticket in self.waiting
            ]
            self._forecasts[doctor] = forecast(self.rooms, queue, self.times, doctor)
        return self._forecasts[doctor]


def department_load(work: Work, code: str, waiting: list[Ticket] | None = None) -> DepartmentLoad:
    """The department now. `waiting`: those who wait, in order, where they have been read already."""
    department = work.session.get(Department, code)
    if department is None:
        raise NotFound("department")
    return DepartmentLoad(
        rooms=_rooms(work, code),
        waiting=waiting_tickets(work, code) if waiting is None else waiting,
        times=learn_services(_services(work, code), department.service_minutes),
        learned=learned_of(work, code),
    )


def estimate_at(load: DepartmentLoad, ahead: int, lane: str = FIRST, doctor: str | None = None) -> Estimate | None:
    """The wait of somebody with `ahead` people before them; None where nobody can say, because no room is on duty."""
    if not load.rooms:
        return None
    spread = _spread(load, ahead, lane, doctor)
    return AT_ONCE if spread is None else as_shown(spread, load.learned)


def estimate_ticket(work: Work, ticket: Ticket) -> tuple[int, Estimate | None]:
    """How many are before a ticket, and how long it still takes; nobody is before one that does not queue."""
    return estimate_within(work, department_load(work, ticket.department), ticket)


def estimate_within(work: Work, load: DepartmentLoad, ticket: Ticket) -> tuple[int, Estimate | None]:
    """The same, where the ticket's department has been read already."""
    ahead = _place(load, ticket)
    return ahead, estimate_at(load, ahead, _lane(work, ticket), ticket.doctor)


def predict(work: Work, ticket: Ticket) -> None:
    """Keep what is forecast for a ticket that was issued just now, to learn from it at its call."""
    load = department_load(work, ticket.department)
    ahead, lane = _place(load, ticket), _lane(work, ticket)
    spread = _spread(load, ahead, lane, ticket.doctor) if load.rooms else None
    keep_prediction(work, ticket, lane, ahead, spread)


def _spread(load: DepartmentLoad, ahead: int, lane: str, doctor: str | None) -> Spread | None:
    """The forecast; None for who can go in at once."""
    bound = doctor is not None and any(room.doctor == doctor for room in load.rooms)
    if not bound and load.rooms_free > ahead:
        return None
    return load.forecast(doctor if bound else None).at(load.learned.places(ahead, lane))


def _place(load: DepartmentLoad, ticket: Ticket) -> int:
    return next((place for place, one in enumerate(load.waiting) if one.id == ticket.id), 0)


def _lane(work: Work, ticket: Ticket) -> str:
    [candidate] = candidates([ticket])
    return lane_of(candidate, work.now, policy_of(work, ticket.department))


def _kind(ticket: Ticket) -> str:
    """The kind of visit by which the length of a service is learned."""
    return RETURN if ticket.line == RETURN else ticket.visit_class


def _rooms(work: Work, code: str) -> list[Room]:
    on_duty = [state for _, state in rooms_now(work, code) if state.state == "open" and state.doctor]
    held = {
        ticket.id: ticket
        for ticket in work.session.scalars(
            select(Ticket).where(Ticket.id.in_([state.ticket for state in on_duty if state.ticket]))
        )
    }
    return [_room(work, state, held.get(state.ticket or "")) for state in on_duty]


def _room(work: Work, state: RoomState, ticket: Ticket | None) -> Room:
    if ticket is None:
        return Room(state.doctor)
    inside = ticket.in_room_at if ticket.state == "in_room" else None
    return Room(state.doctor, _kind(ticket), elapsed_seconds(inside, work.now) / 60 if inside else 0.0)


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
