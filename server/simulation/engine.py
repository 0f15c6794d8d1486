"""One simulated day of one queue, as events on SimPy. Who is next is decided by the server's own rules.

A room calls when it is free, holds its patient until they leave, and then calls again. The rules get everyone who
waits and what was called lately, as the server gives it to them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from datetime import datetime
from typing import Any

import simpy

from server.queueing.rules.assignment import Assignment
from server.queueing.rules.ordering import (
    FIRST,
    RECENT_CALLS,
    RETURN,
    Candidate,
    Choice,
    Policy,
    choose_for_room,
    course_from,
    in_order,
    rejoin,
)
from server.simulation.values import Day, Duty, Outcome, Patient, Stint, instant
from server.simulation.whose import Whose

Process = Generator[simpy.Event, Any, None]


def run_day(day: Day, policy: Policy) -> Outcome:
    """The day from the first arrival until the last room is empty. Nothing in it is left to chance."""
    return _House(day, policy).run()


class _House:
    def __init__(self, day: Day, policy: Policy) -> None:
        self._day = day
        self._policy = policy
        self._env = simpy.Environment()
        self._waiting: dict[str, Stint] = {}
        self._calls: deque[tuple[str, datetime]] = deque(maxlen=RECENT_CALLS)
        self._own_calls = {duty.doctor: deque(self._calls, RECENT_CALLS) for duty in day.duties}
        self._idle: deque[tuple[int, simpy.Event]] = deque()
        #: Rooms on duty that hold nobody, by their place.
        self._free: set[int] = set()
        self._whose = Whose(day, policy)
        self._stints: list[Stint] = []
        self._missed: dict[int, int] = {}
        self._seen: set[int] = set()
        self._busy = {duty.doctor: 0.0 for duty in day.duties}
        self._last_end = max((end for duty in day.duties for _, end in duty.spans), default=0.0)
        self._to_come = len(day.patients)
        self._away = 0
        self._voided = 0
        self._ended = 0.0

    def run(self) -> Outcome:
        self._env.process(self._arrivals(sorted(self._day.patients, key=lambda one: (one.arrives, one.number))))
        for place, duty in enumerate(self._day.duties):
            self._env.process(self._room(place, duty))
        self._env.run()
        on_duty = {duty.doctor: sum(end - start for start, end in duty.spans) for duty in self._day.duties}
        return Outcome(self._stints, self._busy, on_duty, self._voided, self._ended)

    # Patients

    def _arrivals(self, patients: Iterable[Patient]) -> Process:
        for patient in patients:
            if patient.arrives > self._env.now:
                yield self._env.timeout(patient.arrives - self._env.now)
            self._to_come -= 1
            self._join(patient, FIRST, instant(self._env.now), self._whose.of_new(patient))

    def _join(self, patient: Patient, line: str, place: datetime, given: Assignment) -> None:
        now = self._env.now
        since = instant(now)
        appointment = None if patient.appointment is None else instant(patient.appointment)
        candidate = Candidate(
            str(len(self._stints)), str(patient.number), patient.urgency, since, patient.number, given.doctor,
            place, line, patient.priority, appointment, given.bound,
        )  # fmt: skip
        stint = Stint(patient, candidate, now, line)
        self._stints.append(stint)
        self._waiting[candidate.ticket] = stint
        self._wake(everyone=self._whose.matters)

    def _returns_with_results(self, stint: Stint, away: float) -> Process:
        yield self._env.timeout(away)
        self._away -= 1
        self._join(stint.patient, RETURN, instant(self._env.now), self._whose.of_returning(stint))

    def _signs_in_again(self, stint: Stint, times: int) -> Process:
        patient = stint.patient
        yield self._env.timeout(patient.back_after)
        self._away -= 1
        now = instant(self._env.now)
        ordered = in_order(self._candidates(), now, self._policy, course_from(self._calls))
        place = rejoin(ordered, now, self._policy, times)
        if place is None:
            self._voided += 1
        else:
            given = Assignment(stint.candidate.doctor, stint.candidate.bound)
            self._join(patient, place.line, place.joined_at, given)

    # Rooms

    def _room(self, place: int, duty: Duty) -> Process:
        for start, end in duty.spans:
            if start > self._env.now:
                yield self._env.timeout(start - self._env.now)
            self._env.process(self._bell(end))
            self._whose.comes(duty.doctor)
            self._free.add(place)
            while self._stays(end):
                choice = self._call(place, duty)
                if choice is None:
                    yield self._rest(place)
                    continue
                self._free.discard(place)
                stint = self._waiting.pop(choice.candidate.ticket)
                stint.called, stint.doctor, stint.lane = self._env.now, duty.doctor, choice.lane
                yield self._env.timeout(self._length(stint, duty))
                self._busy[duty.doctor] += max(0.0, min(self._env.now, end) - stint.called)
                self._free.add(place)
                self._leave(stint)
            self._free.discard(place)
            self._whose.goes(duty.doctor, self._env.now)
            self._wake(everyone=self._whose.matters)

    def _stays(self, end: float) -> bool:
        if self._env.now < end:
            return True
        somebody_is_left = self._waiting or self._away or self._to_come
        return bool(self._day.see_everyone and end == self._last_end and somebody_is_left)

    def _call(self, place: int, duty: Duty) -> Choice | None:
        if not self._waiting:
            return None
        now = instant(self._env.now)
        calls = self._own_calls[duty.doctor] if self._whose.own_lines else self._calls
        choice = choose_for_room(
            self._candidates(), duty.doctor, self._whose.on_duty, place == min(self._free), now, self._policy,
            course_from(calls),
        )  # fmt: skip
        if choice is not None:
            for line in (self._calls, self._own_calls[duty.doctor]):
                line.appendleft((choice.lane, now))
        return choice

    def _candidates(self) -> list[Candidate]:
        return [self._whose.now(stint.candidate) for stint in self._waiting.values()]

    def _length(self, stint: Stint, duty: Duty) -> float:
        """Minutes for which the call takes the room."""
        patient = stint.patient
        if patient.number in self._seen and patient.errand is not None:
            return patient.errand.service * duty.pace
        stint.missed = self._missed.get(patient.number, 0) < patient.misses
        return self._day.missed_holds if stint.missed else patient.service * duty.pace

    def _leave(self, stint: Stint) -> None:
        patient = stint.patient
        stint.left = self._ended = self._env.now
        if stint.missed:
            times = self._missed[patient.number] = self._missed.get(patient.number, 0) + 1
            self._away += 1
            self._env.process(self._signs_in_again(stint, times))
        elif patient.errand is not None and patient.number not in self._seen:
            self._seen.add(patient.number)
            self._away += 1
            self._env.process(self._returns_with_results(stint, patient.errand.away))

    # Rooms with nothing to do

    def _rest(self, place: int) -> simpy.Event:
        event = self._env.event()
        self._idle.append((place, event))
        return event

    def _wake(self, *, everyone: bool) -> None:
        """Let the room look that has been idle longest; all, in the order of their numbers, where not each may call
        whoever has come."""
        if everyone:
            self._idle = deque(sorted(self._idle, key=lambda room: room[0]))
        while self._idle:
            self._idle.popleft()[1].succeed()
            if not everyone:
                return

    def _bell(self, end: float) -> Process:
        yield self._env.timeout(max(0.0, end - self._env.now))
        self._wake(everyone=True)
