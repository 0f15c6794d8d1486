"""The course of a queue, read off its last calls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import takewhile

from server.queueing.rules.ordering.lanes import FIRST, OVERDUE, PREFERRED
from server.queueing.rules.ordering.values import Course

#: How many calls back the order looks: six first visits, each with a turn of three other lanes, and each of these with
#: six who went ahead: the greatest figures that a policy may have.
RECENT_CALLS = 200


def course_from(calls: Iterable[tuple[str, datetime]]) -> Course:
    """What a queue has called lately; `calls` are (lane, instant), the newest first."""
    known = list(calls)
    last: dict[str, datetime] = {}
    for lane, at in known:
        last.setdefault(lane, at)
    return Course(
        firsts=tuple(at for lane, at in reversed(known) if lane == FIRST),
        last=last,
        preferred_run=sum(1 for _ in takewhile(lambda call: call[0] in PREFERRED, known)),
        since_yield=sum(1 for _ in takewhile(lambda call: call[0] != OVERDUE, known)),
    )
