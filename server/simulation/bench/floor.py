"""The floor at one instant of a replayed day: who waits, who is inside, what was called; and what is remembered of
earlier ones. Nothing of it lies in the future of the instant."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from server.queueing.rules.ordering import NOTHING_YET, RECENT_CALLS, course_from
from server.simulation.bench.days import PlayedDay, Wait
from server.simulation.values import instant
from server.waiting.rules.forecast import Room
from server.waiting.rules.learning import Outcome
from server.waiting.rules.outlook import Situation
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
        self.calls_of: dict[str, deque[tuple[str, datetime]]] = {}
        self.called = 0
        #: When those joined whom each doctor has called.
        self.joined_of: dict[str, list[float]] = {}
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
        self.joined_of.setdefault(doctor, []).append(wait.joined)
        if wait.lane is not None:
            for calls in (self.calls, self.calls_of.setdefault(doctor, deque(maxlen=RECENT_CALLS))):
                calls.appendleft((wait.lane, instant(at)))

    def leave(self, wait: Wait, at: float) -> None:
        """The room is free again."""
        doctor = wait.doctor or ""
        self._last_sign[doctor] = at
        if self.inside.get(doctor) is wait:
            del self.inside[doctor]

    def situation(self, at: float) -> Situation:
        """The department as the server would read it."""
        rooms, policy = [self._room(doctor, at) for doctor in self._on_duty(at)], self.day.policy
        own_lines = policy.own_doctor or policy.assign == "rotation"
        return Situation(
            rooms=rooms,
            waiting=[wait.candidate for wait in self.waiting.values()],
            kinds={ticket: wait.kind for ticket, wait in self.waiting.items()},
            now=instant(at),
            policy=policy,
            course=course_from(self.calls),
            courses={
                room.doctor: course_from(self.calls_of[room.doctor]) if room.doctor in self.calls_of else NOTHING_YET
                for room in rooms if room.doctor and own_lines
            },
            on_duty=frozenset(room.doctor for room in rooms if room.doctor),
        )  # fmt: skip

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
