"""The floor at one instant of a replayed day: who waits, who is inside, what was called; and what is remembered of
earlier ones. Nothing of it lies in the future of the instant."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from server.queueing.rules.ordering import course_from, in_order
from server.simulation.bench.days import PlayedDay, Wait
from server.simulation.engine import RECENT_CALLS
from server.simulation.values import instant
from server.waiting.rules.forecast import Room
from server.waiting.rules.learning import Outcome
from server.waiting.rules.services import Service

#: As many rows as the server reads (`server.waiting.service.estimates`).
SERVICES = 80
OUTCOMES = 400
#: Where nobody says who is on duty: whoever has called or finished within so many minutes.
STILL_THERE = 30.0


class Memory:
    """What lasts beyond a day, the newest first."""

    def __init__(self) -> None:
        self.services: deque[Service] = deque(maxlen=SERVICES)
        self.outcomes: deque[Outcome] = deque(maxlen=OUTCOMES)


class Floor:
    """One department during one day."""

    def __init__(self, day: PlayedDay) -> None:
        self.day = day
        self.waiting: dict[str, Wait] = {}
        self.inside: dict[str, Wait] = {}
        self.calls: deque[tuple[str, datetime]] = deque(maxlen=RECENT_CALLS)
        self.called = 0
        #: Waits that ended today, the newest first.
        self.ended: deque[float] = deque(maxlen=4)
        self._last_sign: dict[str, float] = {}

    def join(self, wait: Wait) -> None:
        """Somebody joins the queue."""
        self.waiting[wait.candidate.ticket] = wait

    def call(self, wait: Wait, at: float) -> None:
        """Somebody is called into a room."""
        del self.waiting[wait.candidate.ticket]
        doctor = wait.doctor or ""
        self.inside[doctor] = wait
        self._last_sign[doctor] = at
        self.called += 1
        self.ended.appendleft(at - wait.joined)
        if wait.lane is not None:
            self.calls.appendleft((wait.lane, instant(at)))

    def leave(self, wait: Wait, at: float) -> None:
        """The room is free again."""
        doctor = wait.doctor or ""
        self._last_sign[doctor] = at
        if self.inside.get(doctor) is wait:
            del self.inside[doctor]

    def in_order(self, at: float) -> list[Wait]:
        """Everyone who waits, in the order in which they would be called."""
        known = [wait.candidate for wait in self.waiting.values()]
        ordered = in_order(known, instant(at), self.day.policy, course_from(self.calls))
        return [self.waiting[candidate.ticket] for candidate in ordered]

    def rooms(self, at: float) -> list[Room]:
        """The rooms on duty."""
        return [self._room(doctor, at) for doctor in self._on_duty(at)]

    def _on_duty(self, at: float) -> list[str]:
        if self.day.duties is not None:
            return [doctor for doctor, start, end in self.day.duties if start <= at < end]
        return [
            doctor for doctor, last in self._last_sign.items() if doctor in self.inside or at - last <= STILL_THERE
        ]

    def _room(self, doctor: str, at: float) -> Room:
        wait = self.inside.get(doctor)
        if wait is None or wait.called is None:
            return Room(doctor)
        return Room(doctor, wait.kind, at - wait.called)
