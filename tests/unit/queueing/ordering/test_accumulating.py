"""Accumulating priority: waiting counts at a rate for each class (R29)."""

from __future__ import annotations

from datetime import timedelta

from server.queueing.rules.ordering import Policy, choose_next, in_order
from tests.unit.queueing.ordering.line import NOW, Queue, candidate

TWO_TO_ONE = Policy("accumulating", rates={"return": 2.0, "first": 1.0})


def test_a_faster_class_overtakes_only_who_came_soon_before_it() -> None:
    """After t minutes a rate of 2 has passed those of rate 1 that came up to t minutes before."""
    returned = candidate(9, 20, line="return")
    assert [one.sequence for one in in_order([returned, candidate(1, 39)], NOW, TWO_TO_ONE)] == [9, 1]
    assert [one.sequence for one in in_order([returned, candidate(1, 41)], NOW, TWO_TO_ONE)] == [1, 9]


def test_the_reason_names_the_rate_only_where_it_decided() -> None:
    fast = choose_next([candidate(9, 20, line="return"), candidate(1, 30)], NOW, TWO_TO_ONE)
    slow = choose_next([candidate(9, 20, line="return"), candidate(1, 50)], NOW, TWO_TO_ONE)
    assert fast is not None
    assert slow is not None
    assert (fast.reason.code, fast.reason.args) == ("accumulated", {"rate": "2"})
    assert slow.reason.code == "longest_waiting"


def test_one_call_in_a_few_goes_to_the_eldest_beyond_the_limit() -> None:
    queue = Queue(Policy("accumulating", yield_after=2, rates={"urgent": 50.0, "first": 1.0}))
    queue.join(1)
    queue.now += timedelta(minutes=61)
    for number in (3, 4, 5, 6):
        queue.join(number, urgency=3)
    queue.now += timedelta(minutes=5)
    choices = [queue.call(1) for _ in range(4)]
    assert [choice.candidate.sequence for choice in choices if choice] == [3, 4, 1, 5]
    yielded = choices[2]
    assert yielded is not None
    assert (yielded.lane, yielded.reason.code) == ("overdue", "overdue")
