"""Accumulating priority: priority grows with waiting, at a rate for each class (Kleinrock 1964; Stanford, Taylor,
Ziedins 2014, Queueing Systems 77).

Who comes of a faster class overtakes only if it comes soon enough after. A faster class that alone is more than the
rooms can serve would still keep a slower one waiting for ever; therefore one call in `yield_after + 1` goes to the
eldest of the queue once that one has waited beyond the limit of the level.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from server.queueing.rules.ordering.lanes import EARLY, FIRST, OVERDUE, is_overdue, lane_of
from server.queueing.rules.ordering.reasons import longest_waiting, overdue
from server.queueing.rules.ordering.values import Candidate, Choice, Course, Policy, Reason, by_place

#: Rates where the clinic's file gives none.
USUAL_RATES = {"urgent": 4.0, "appointment": 2.0, "priority": 2.0, "return": 1.5, "missed": 1.0, "first": 1.0}


def sequence(waiting: list[Candidate], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:
    """Everyone by the priority that they have accumulated now, the greatest first."""
    if not waiting:
        return
    rates = {candidate.ticket: _rate(candidate, now, policy) for candidate in waiting}

    def rank(candidate: Candidate) -> tuple[float, int]:
        waited = (now - (candidate.joined_at or candidate.waiting_since)).total_seconds()
        return (-rates[candidate.ticket] * waited if waited > 0 else 0.0, candidate.sequence)

    turn = course.since_yield
    eldest = min(waiting, key=by_place)
    if _must_yield(eldest, turn, now, policy):
        first = _yielded(eldest, len(waiting) - 1, now, policy)
    else:
        first = _choice(min(waiting, key=rank), rates, len(waiting) - 1, now, policy)
    yield first
    rest = [candidate for candidate in waiting if candidate is not first.candidate]
    yield from _rest(sorted(rest, key=rank), rates, 0 if first.lane == OVERDUE else turn + 1, now, policy)


def _rest(
    ranked: list[Candidate], rates: dict[str, float], turn: int, now: datetime, policy: Policy
) -> Iterator[Choice]:
    """Those after the first: looked at only for the list that staff see."""
    by_age = sorted(ranked, key=by_place, reverse=True)
    best = list(reversed(ranked))
    gone: set[str] = set()
    for left in range(len(ranked) - 1, -1, -1):
        while by_age[-1].ticket in gone:
            by_age.pop()
        while best[-1].ticket in gone:
            best.pop()
        if _must_yield(by_age[-1], turn, now, policy):
            choice, turn = _yielded(by_age.pop(), left, now, policy), 0
        else:
            choice, turn = _choice(best.pop(), rates, left, now, policy), turn + 1
        gone.add(choice.candidate.ticket)
        yield choice


def _rate(candidate: Candidate, now: datetime, policy: Policy) -> float:
    lane = lane_of(candidate, now, policy)
    name = FIRST if lane == EARLY else lane
    return float(policy.rates.get(name, USUAL_RATES[name]))


def _must_yield(eldest: Candidate, turn: int, now: datetime, policy: Policy) -> bool:
    return turn >= policy.yield_after and is_overdue(eldest, now, policy)


def _yielded(candidate: Candidate, others: int, now: datetime, policy: Policy) -> Choice:
    return Choice(candidate, OVERDUE, overdue(candidate, policy) if others else longest_waiting(candidate, others, now))


def _choice(candidate: Candidate, rates: dict[str, float], others: int, now: datetime, policy: Policy) -> Choice:
    lane, rate = lane_of(candidate, now, policy), rates[candidate.ticket]
    if not others or rate == policy.rates.get(FIRST, USUAL_RATES[FIRST]):
        return Choice(candidate, lane, longest_waiting(candidate, others, now))
    return Choice(candidate, lane, Reason("accumulated", {"rate": f"{rate:g}"}))
