"""First visits and others take turns: 2+1, 1+1, and one of those who signed in again (R29, R30).

Two first visits, then one patient who is back with results; where more of those wait than first visits, one and one.
Groups that go ahead and missed calls are inserted in the same way; a group never comes later than by arrival. Nobody
can be passed over for ever: a lane that takes turns gets its turn after a fixed number of first visits; between two
first visits lies at most one turn of each lane, but for groups whose people came earlier; and those who go ahead of all
lanes yield once in `yield_after` calls to whoever has waited beyond the limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from server.queueing.rules.ordering.lanes import (
    APPOINTMENT,
    EARLY,
    FIRST,
    MISSED,
    PREFERRED,
    PRIORITY,
    RETURN,
    URGENT,
    Lane,
    is_overdue,
    sort_into_lanes,
)
from server.queueing.rules.ordering.reasons import longest_waiting, overdue
from server.queueing.rules.ordering.values import Candidate, Choice, Course, Policy, Reason

#: Lanes that take turns with first visits; where several are due, in this order.
TAKING_TURNS = (PRIORITY, RETURN, MISSED)


def sequence(waiting: list[Candidate], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:
    """Everyone in the order in which they would be called."""
    return take_turns(sort_into_lanes(waiting, now, policy), now, policy, course)


def take_turns(lanes: dict[str, Lane], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:
    """Call after call until nobody waits, each changing the course of the next."""
    calls = 0
    while left := sum(map(len, lanes.values())):
        name, code = _turn(lanes, now, policy, course)
        candidate = lanes[name].head()
        reason = _reason(candidate, code, left - 1, lanes, now, policy)
        lanes[name].pop()
        calls += 1
        # Calls of the forecast follow each other at instants of their own.
        course = _after(course, name, now + timedelta(microseconds=calls))
        yield Choice(candidate, name, reason)


def _turn(lanes: dict[str, Lane], now: datetime, policy: Policy, course: Course) -> tuple[str, str]:
    """The lane whose turn it is, and the reason's code."""
    ahead = _who_goes_ahead(lanes, now, policy)
    must_yield = course.preferred_run >= policy.yield_after and _anyone_overdue(lanes, now, policy)
    if ahead is not None and not must_yield:
        return ahead, "more_urgent" if ahead == URGENT else "appointment"
    name, code = _turn_of_the_others(lanes, policy, course)
    late = ahead is not None and is_overdue(lanes[name].head(), now, policy)
    return name, "overdue" if late else code


def _who_goes_ahead(lanes: dict[str, Lane], now: datetime, policy: Policy) -> str | None:
    """The urgent before those who have an appointment, but not before one who waits beyond the limit since earlier."""
    waits = [name for name in (URGENT, APPOINTMENT) if lanes.get(name)]
    if len(waits) == len(PREFERRED):
        urgent, booked = lanes[URGENT].head(), lanes[APPOINTMENT].head()
        if is_overdue(booked, now, policy) and booked.waiting_since < urgent.waiting_since:
            return APPOINTMENT
    return waits[0] if waits else None


def _turn_of_the_others(lanes: dict[str, Lane], policy: Policy, course: Course) -> tuple[str, str]:
    for name in TAKING_TURNS:
        if lanes.get(name) and _is_due(name, lanes, policy, course):
            return name, name
    if lanes.get(FIRST):
        return FIRST, "longest_waiting"
    others = [name for name in TAKING_TURNS if lanes.get(name)]
    if others:
        return min(others, key=lambda name: lanes[name].head().place), "longest_waiting"
    return EARLY, "nobody_else"


def _is_due(name: str, lanes: dict[str, Lane], policy: Policy, course: Course) -> bool:
    """Whether enough first visits were called since this lane's last turn, and since its eldest joined."""
    if not lanes.get(FIRST):
        return False
    if name == PRIORITY and lanes[name].head().place < lanes[FIRST].head().place:
        return True  # who goes ahead is never later than by arrival
    quota = _quota(name, lanes, policy)
    if len(course.firsts) < quota:
        return False
    counted_from, last = course.firsts[-quota], course.last.get(name)
    return counted_from >= lanes[name].head().place[0] and (last is None or counted_from > last)


def _quota(name: str, lanes: dict[str, Lane], policy: Policy) -> int:
    """How many first visits go before one of this lane."""
    if name == PRIORITY:
        return policy.first_per_priority
    if name == MISSED:
        return policy.first_per_missed
    return 1 if len(lanes[RETURN]) > len(lanes[FIRST]) else policy.first_per_return


def _anyone_overdue(lanes: dict[str, Lane], now: datetime, policy: Policy) -> bool:
    heads = [lane.head() for name, lane in lanes.items() if lane and name not in PREFERRED and name != EARLY]
    return any(is_overdue(head, now, policy) for head in heads)


def _after(course: Course, name: str, at: datetime) -> Course:
    firsts = (*course.firsts[-7:], at) if name == FIRST else course.firsts
    run = course.preferred_run + 1 if name in PREFERRED else 0
    return Course(firsts, {**course.last, name: at}, run)


def _reason(
    candidate: Candidate, code: str, others: int, lanes: dict[str, Lane], now: datetime, policy: Policy
) -> Reason:
    if code == "more_urgent" and not _passes_anyone(candidate, lanes):
        code = "longest_waiting"
    if not others or code == "longest_waiting":
        return longest_waiting(candidate, others, now)
    if code == "more_urgent":
        return Reason(code, {"urgency": candidate.urgency})
    if code == "overdue":
        return overdue(candidate, policy)
    if code in TAKING_TURNS:
        return Reason(f"turn_{code}", {"count": _quota(code, lanes, policy)})
    return Reason(code)


def _passes_anyone(candidate: Candidate, lanes: dict[str, Lane]) -> bool:
    return any(lane and lane.head().waiting_since < candidate.waiting_since for lane in lanes.values())
