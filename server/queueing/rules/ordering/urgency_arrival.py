"""The more urgent first, then who came first; appointment holders at their time (R22, R65)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from server.queueing.rules.ordering.interleave import take_turns
from server.queueing.rules.ordering.lanes import MISSED, PRIORITY, RETURN, sort_into_lanes
from server.queueing.rules.ordering.values import Candidate, Choice, Course, Policy


def sequence(waiting: list[Candidate], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:
    """Everyone in order; who comes back and who belongs to a group waits with the others."""
    lanes = sort_into_lanes(waiting, now, policy, merged=frozenset({PRIORITY, RETURN, MISSED}))
    return take_turns(lanes, now, policy, course)
