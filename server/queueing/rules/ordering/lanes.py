"""Lanes: within a lane who joined first goes first; a policy says how the lanes take turns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from server.queueing.rules.ordering.values import Candidate, Policy, by_place

URGENT = "urgent"
APPOINTMENT = "appointment"
PRIORITY = "priority"
RETURN = "return"
MISSED = "missed"
FIRST = "first"
#: Booked for later: called only where nobody else waits.
EARLY = "early"

#: Not a lane of its own: a call that went to the eldest out of the accumulated order.
OVERDUE = "overdue"

#: Lanes that go ahead of all others (R22, R65).
PREFERRED = frozenset({URGENT, APPOINTMENT})

#: Levels 1 and 2 never queue (R22); 3 goes before 4.
URGENT_LEVEL = 3


class Lane:
    """The candidates of one lane. The eldest is found without sorting the rest, which most calls never need."""

    def __init__(self, key: Callable[[Candidate], Any]) -> None:
        self._key = key
        self._candidates: list[Candidate] = []
        self._head: Candidate | None = None
        self._sorted = False

    def __len__(self) -> int:
        return len(self._candidates)

    def add(self, candidate: Candidate) -> None:
        """Let somebody join; before the first look only."""
        self._candidates.append(candidate)

    def head(self) -> Candidate:
        """Whose turn it is in this lane. Raises ValueError where it is empty."""
        if self._head is None:
            self._head = self._candidates[-1] if self._sorted else min(self._candidates, key=self._key)
        return self._head

    def pop(self) -> Candidate:
        """Take out whose turn it is."""
        if not self._sorted:
            self._candidates.sort(key=self._key, reverse=True)
            self._sorted = True
        self._head = None
        return self._candidates.pop()


def lane_of(candidate: Candidate, now: datetime, policy: Policy) -> str:
    """The lane in which somebody waits. Who comes too late for an appointment waits like a first visit."""
    if candidate.urgency <= URGENT_LEVEL:
        return URGENT
    booked = candidate.appointment_at
    if booked is not None and candidate.place[0] <= booked + timedelta(minutes=policy.late_minutes):
        return EARLY if now < booked - timedelta(minutes=policy.early_minutes) else APPOINTMENT
    if candidate.line != FIRST:
        return candidate.line
    return PRIORITY if candidate.priority else FIRST


def is_overdue(candidate: Candidate, now: datetime, policy: Policy) -> bool:
    """Whether somebody waits beyond the limit of their level."""
    return now - candidate.waiting_since >= timedelta(minutes=policy.limit_minutes[candidate.urgency - 1])


def sort_into_lanes(
    waiting: Iterable[Candidate], now: datetime, policy: Policy, merged: frozenset[str] = frozenset()
) -> dict[str, Lane]:
    """The waiting by lane; those of `merged` lanes wait among the first visits."""
    lanes: dict[str, Lane] = {}
    for candidate in waiting:
        name = lane_of(candidate, now, policy)
        if name in merged:
            name = FIRST
        if name not in lanes:
            lanes[name] = Lane(_by_slot if name in (APPOINTMENT, EARLY) else by_place)
        lanes[name].add(candidate)
    return lanes


def _by_slot(candidate: Candidate) -> tuple[datetime, datetime, int]:
    return (candidate.appointment_at or candidate.waiting_since, *by_place(candidate))
