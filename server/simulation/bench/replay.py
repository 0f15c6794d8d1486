"""Playing a day again, event by event; at each arrival every method predicts, at each call the truth is noted."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.queueing.rules.ordering import FIRST
from server.simulation.bench.days import PlayedDay, Wait
from server.simulation.bench.floor import Floor, Memory
from server.waiting.rules.estimate import Estimate, as_shown
from server.waiting.rules.forecast import Room, Spread
from server.waiting.rules.learning import OWN, Outcome, learn_outcomes
from server.waiting.rules.outlook import Outlook
from server.waiting.rules.services import Service, learn_services

#: The usual length of a service before anything is known, minutes.
USUAL = 10.0
#: Services whose mean the queue-length method takes.
LAST_SERVICES = 20

OURS = "houzhen"
METHODS = ("last to enter", "head of line", "average of 4", "queue length", OURS)

_LEAVES, _IS_CALLED, _JOINS, _IS_CALLED_AT_ONCE = range(4)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was said to somebody who had to wait, by each method, and how it was made."""

    said: dict[str, float]
    estimate: Estimate
    lane: str
    ahead: int
    called_before: int
    spread: Spread


@dataclass(frozen=True, slots=True)
class Scored:
    """A prediction, when it was made (minutes since midnight), and the wait that came of it."""

    prediction: Prediction
    at: float
    waited: float


def replay(day: PlayedDay, memory: Memory) -> Iterator[Scored]:
    """Each prediction of a day's first waits, when its truth is known. `memory` learns on the way."""
    floor = Floor(day)
    open_ones: dict[str, Prediction] = {}
    for at, what, wait in _events(day):
        if what == _LEAVES:
            floor.leave(wait, at)
            if wait.seen and wait.called is not None:
                memory.services.appendleft(Service(at - wait.called, wait.doctor, wait.kind))
        elif what == _JOINS:
            floor.join(wait)
            prediction = _predict(floor, memory, wait, at)
            if prediction is not None:
                open_ones[wait.candidate.ticket] = prediction
        else:
            prediction = open_ones.pop(wait.candidate.ticket, None)
            if prediction is not None:
                waited, between = at - wait.joined, _called(floor, prediction, wait)
                spread = prediction.spread
                memory.outcomes.appendleft(
                    Outcome(prediction.lane, prediction.ahead, between, spread.unsure, waited - spread.sure)
                )
                if wait.candidate.line == FIRST:
                    yield Scored(prediction, wait.joined, waited)
            floor.call(wait, at)


def _events(day: PlayedDay) -> list[tuple[float, int, Wait]]:
    events = []
    for wait in day.waits:
        events.append((wait.joined, _JOINS, wait))
        if wait.called is not None:
            events.append((wait.called, _IS_CALLED if wait.called > wait.joined else _IS_CALLED_AT_ONCE, wait))
        if wait.called is not None and wait.left is not None:
            events.append((wait.left, _LEAVES, wait))
    return sorted(events, key=lambda event: event[:2])


def _called(floor: Floor, prediction: Prediction, wait: Wait) -> int:
    """How many were called before somebody since the prediction; for who waited for one doctor, those who were ahead
    and whoever that doctor has called who came later."""
    if not prediction.lane.startswith(OWN):
        return floor.called - prediction.called_before
    return prediction.ahead + sum(1 for joined in floor.joined_of.get(wait.doctor or "", ()) if joined > wait.joined)


def _predict(floor: Floor, memory: Memory, wait: Wait, at: float) -> Prediction | None:
    """None for who can go in at once, and where nobody can say how long it takes: nothing is promised then."""
    learned = learn_outcomes(list(memory.outcomes))
    situation = floor.situation(at)
    outlook = Outlook(situation, learn_services(list(memory.services), USUAL), learned)
    told = outlook.of(wait.candidate.ticket)
    if not told.known or told.spread is None:
        return None
    before = [floor.waiting[candidate.ticket] for candidate in outlook.before(wait.candidate.ticket)]
    said = _usual_methods(floor, memory, [*before, wait], situation.rooms, at)
    said[OURS] = learned.of(told.lane).corrected(told.spread).median
    shown = as_shown(told.spread, learned.of(told.lane))
    return Prediction(said, shown, told.lane, told.ahead, floor.called, told.spread)


def _usual_methods(
    floor: Floor, memory: Memory, line: list[Wait], rooms: Sequence[Room], at: float
) -> dict[str, float]:
    """Methods of the literature (Ibrahim, Whitt 2009). The queue length is that of the people ahead in the actual
    order and the one inside, which is the stronger way to count it; for who waits for one doctor, those who wait for
    that doctor count whole, and those whom any room may call as a share of the rooms."""
    last = [one.minutes for one, _ in zip(memory.services, range(LAST_SERVICES), strict=False)]
    mean = statistics.fmean(last) if last else USUAL
    asked_for = line[-1].candidate.doctor
    alone = sum(1 for one in line if asked_for is not None and one.candidate.doctor == asked_for)
    return {
        "last to enter": floor.ended[0] if floor.ended else 0.0,
        "head of line": at - line[0].joined,
        "average of 4": statistics.fmean(floor.ended) if floor.ended else 0.0,
        "queue length": (alone + (len(line) - alone) / len(rooms)) * mean,
    }
