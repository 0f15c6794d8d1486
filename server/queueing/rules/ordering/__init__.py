"""Who is next, and why (R29, R30). One pure function decides; its reason is stored and shown.

A policy is data (`Policy`), its kind names one file of this folder. Each kind is a generator that yields everyone who
waits in the order in which they would be called if nobody else came: the first of it is the next call, the whole of it
is the order that screens show and estimates count by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from server.queueing.rules.assignment import may_call
from server.queueing.rules.ordering import accumulating, arrival, interleave, urgency_arrival
from server.queueing.rules.ordering.course import RECENT_CALLS, course_from
from server.queueing.rules.ordering.lanes import APPOINTMENT, EARLY, FIRST, MISSED, PRIORITY, RETURN, URGENT, lane_of
from server.queueing.rules.ordering.missed import Rejoin, rejoin
from server.queueing.rules.ordering.standing import standing
from server.queueing.rules.ordering.values import (
    NOTHING_YET,
    Candidate,
    Choice,
    Course,
    Policy,
    Reason,
)

__all__ = [
    "APPOINTMENT", "EARLY", "FIRST", "KINDS", "MISSED", "NOTHING_YET", "PRIORITY", "RECENT_CALLS", "RETURN",
    "URGENT", "Candidate", "Choice", "Course", "Policy", "Reason", "Rejoin", "choose_for_room", "choose_next",
    "course_from", "in_order", "lane_of", "line_for_room", "rejoin", "standing", "waiting_for",
]  # fmt: skip

Sequence = Callable[[list[Candidate], datetime, Policy, Course], Iterator[Choice]]

#: Every kind of policy that a clinic's file may name.
KINDS: dict[str, Sequence] = {
    "arrival": arrival.sequence,
    "urgency_arrival": urgency_arrival.sequence,
    "interleave": interleave.sequence,
    "accumulating": accumulating.sequence,
}


def choose_next(
    waiting: Iterable[Candidate], now: datetime, policy: Policy, course: Course = NOTHING_YET
) -> Choice | None:
    """The next to be called and why; None where nobody waits. `course`: what the queue has called lately."""
    return next(_sequence(waiting, now, policy, course), None)


def in_order(
    waiting: Iterable[Candidate], now: datetime, policy: Policy, course: Course = NOTHING_YET
) -> list[Candidate]:
    """The waiting in the order in which they would be called, as things stand."""
    return [choice.candidate for choice in _sequence(waiting, now, policy, course)]


def waiting_for(
    waiting: Iterable[Candidate], doctor: str | None, on_duty: frozenset[str] = frozenset(), *, first_free: bool = False
) -> list[Candidate]:
    """Those whom a room with this doctor may call: who waits for nobody or for this doctor (R38), and in the first free
    room by number those whose own doctor is not there and who agreed to another (R33)."""
    return [
        candidate
        for candidate in waiting
        if may_call(candidate.doctor, candidate.bound, doctor, on_duty, first_free=first_free)
    ]


def line_for_room(
    waiting: Iterable[Candidate], doctor: str | None, on_duty: frozenset[str], first_free: bool, now: datetime,
    policy: Policy, course: Course,
) -> Iterator[Choice]:  # fmt: skip
    """Everyone whom a room with this doctor may call, in the order in which it would call them if no other room called.
    Where the free room that should stand in for an absent doctor does not call, any other may, rather than leave the
    patient waiting: they stand at the end of its line (R33)."""
    everyone = list(waiting)
    mine = waiting_for(everyone, doctor, on_duty, first_free=first_free)
    yield from _sequence(mine, now, policy, course)
    if not first_free:
        known = {candidate.ticket for candidate in mine}
        others = waiting_for(everyone, doctor, on_duty, first_free=True)
        yield from _sequence((one for one in others if one.ticket not in known), now, policy, course)


def choose_for_room(
    waiting: Iterable[Candidate], doctor: str | None, on_duty: frozenset[str], first_free: bool, now: datetime,
    policy: Policy, course: Course,
) -> Choice | None:  # fmt: skip
    """The next for a room with this doctor, and why: the head of its line; None where it may call nobody."""
    return next(line_for_room(waiting, doctor, on_duty, first_free, now, policy, course), None)


def _sequence(waiting: Iterable[Candidate], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:
    if policy.kind not in KINDS:
        raise ValueError(f"no ordering policy is named {policy.kind!r}")
    return KINDS[policy.kind](list(waiting), now, policy, course)
