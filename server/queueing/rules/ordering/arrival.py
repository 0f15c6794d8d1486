"""Plain order of arrival: nobody goes before anybody who joined earlier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from server.queueing.rules.ordering.lanes import FIRST, Lane
from server.queueing.rules.ordering.reasons import longest_waiting
from server.queueing.rules.ordering.values import Candidate, Choice, Course, Policy, by_place


def sequence(waiting: list[Candidate], now: datetime, policy: Policy, course: Course) -> Iterator[Choice]:  # noqa: ARG001
    """Everyone in the order in which they joined."""
    lane = Lane(by_place)
    for candidate in waiting:
        lane.add(candidate)
    while lane:
        reason = longest_waiting(lane.head(), len(lane) - 1, now)
        yield Choice(lane.pop(), FIRST, reason)
