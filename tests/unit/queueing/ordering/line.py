"""A queue played by the rules alone: people join, calls follow each other, the course is kept as a server keeps it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from server.queueing.rules.ordering import (
    KINDS,
    RECENT_CALLS,
    Candidate,
    Choice,
    Policy,
    choose_next,
    course_from,
)
from tests.support.clock import MONDAY_MORNING

NOW = MONDAY_MORNING + timedelta(hours=2)


def candidate(sequence: int, minutes: float = 0, *, urgency: int = 4, at: datetime = NOW, **more: Any) -> Candidate:
    """Somebody who has waited `minutes`."""
    since = at - timedelta(minutes=minutes)
    return Candidate(f"t{sequence}", f"A{sequence:03d}", urgency, since, sequence, **more)


class Queue:
    """One department's queue."""

    def __init__(self, policy: Policy, now: datetime = NOW) -> None:
        self.policy = policy
        self.now = now
        self.waiting: list[Candidate] = []
        self.calls: list[tuple[str, datetime]] = []

    def join(self, sequence: int, **more: Any) -> Candidate:
        """Somebody joins now."""
        one = candidate(sequence, at=self.now, **more)
        self.waiting.append(one)
        return one

    def call(self, minutes: float = 5) -> Choice | None:
        """Call the next; then time passes."""
        choice = choose_next(self.waiting, self.now, self.policy, course_from(self.calls))
        if choice is not None:
            self.waiting.remove(choice.candidate)
            self.calls = [(choice.lane, self.now), *self.calls][:RECENT_CALLS]
        self.now += timedelta(minutes=minutes)
        return choice

    def numbers(self, count: int) -> list[int]:
        """The numbers of the next calls."""
        chosen = [self.call() for _ in range(count)]
        return [choice.candidate.sequence for choice in chosen if choice is not None]


policies = st.builds(
    Policy,
    kind=st.sampled_from(sorted(KINDS)),
    first_per_return=st.integers(1, 6), first_per_missed=st.integers(1, 6), first_per_priority=st.integers(1, 6),
    yield_after=st.integers(1, 6), limit_minutes=st.tuples(*[st.integers(0, 90)] * 4),
    rates=st.dictionaries(
        st.sampled_from(["urgent", "appointment", "priority", "return", "missed", "first"]),
        st.floats(0.1, 50, allow_nan=False),
    ),
)  # fmt: skip


def people(sequences: st.SearchStrategy[int], *, at: datetime = NOW) -> st.SearchStrategy[Candidate]:
    """Anybody who may wait at an instant."""
    return st.builds(
        lambda sequence, minutes, urgency, line, priority, slot, doctor: candidate(
            sequence, minutes, urgency=urgency, at=at, line=line, priority=priority, doctor=doctor,
            appointment_at=None if slot is None else at + timedelta(minutes=slot),
        ),
        sequences, st.integers(0, 90), st.integers(3, 4), st.sampled_from(("first", "first", "return", "missed")),
        st.sampled_from((None, None, "elder", "military")), st.one_of(st.none(), st.integers(-60, 60)),
        st.sampled_from((None, None, "1001", "1002")),
    )  # fmt: skip
