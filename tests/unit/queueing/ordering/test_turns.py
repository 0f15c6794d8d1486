"""Taking turns: 2+1, 1+1, missed calls, groups that go ahead, urgency and appointments (R22, R29, R43, R65)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.queueing.rules.ordering import Policy, choose_next, in_order
from tests.unit.queueing.ordering.line import NOW, Queue, candidate

TURNS = Policy("interleave")


def test_the_worked_example_comes_out_exactly_r29() -> None:
    """Patient 2 returns while 13 is being seen: 14, 15, return, 16, 17, return, 18, 19, return."""
    queue = Queue(TURNS)
    for number in range(1, 20):
        queue.join(number)
    assert queue.numbers(13) == list(range(1, 14))
    for returned in (102, 103, 104):
        queue.join(returned, line="return")
    assert queue.numbers(9) == [14, 15, 102, 16, 17, 103, 18, 19, 104]


def test_the_list_that_is_shown_foretells_the_calls() -> None:
    queue = Queue(TURNS)
    for number in range(1, 9):
        queue.join(number)
    queue.numbers(2)
    for number in (21, 22):
        queue.join(number, line="return")
    queue.join(31, line="missed")
    shown = [one.sequence for one in in_order(queue.waiting, queue.now, TURNS)]
    assert queue.numbers(9) == shown == [3, 4, 21, 31, 5, 6, 22, 7, 8]


def test_with_more_returns_than_first_visits_they_take_turns_one_by_one_r29() -> None:
    queue = Queue(TURNS)
    for number in (1, 2, 3):
        queue.join(number)
    for number in (21, 22, 23, 24):
        queue.join(number, line="return")
    # Four and three wait: one and one. Once they are even again, two first visits go before a return.
    assert queue.numbers(7) == [1, 21, 2, 22, 3, 23, 24]


def test_two_first_visits_one_return_one_missed_r29() -> None:
    queue = Queue(TURNS)
    for number in range(1, 7):
        queue.join(number)
    for number in (21, 22):
        queue.join(number, line="return")
    for number in (31, 32):
        queue.join(number, line="missed")
    assert queue.numbers(10) == [1, 2, 21, 31, 3, 4, 22, 32, 5, 6]


def test_groups_that_go_ahead_are_inserted_and_the_old_are_one_by_age_alone_r29_r43() -> None:
    queue = Queue(TURNS)
    for number in range(1, 5):
        queue.join(number)
    queue.join(80, priority="elder")
    choices = [queue.call() for _ in range(3)]
    assert [choice.candidate.sequence for choice in choices if choice] == [1, 2, 80]
    last = choices[2]
    assert last is not None
    assert (last.reason.code, last.reason.args) == ("turn_priority", {"count": 2})


def test_a_group_that_goes_ahead_is_never_later_than_by_arrival_r29() -> None:
    people = [candidate(1, 30, priority="elder"), candidate(2, 20), candidate(3, 10)]
    assert [one.sequence for one in in_order(people, NOW, TURNS)] == [1, 2, 3]


def test_who_yields_says_overdue_only_of_who_is_r22() -> None:
    queue = Queue(Policy("interleave", yield_after=2))
    queue.join(1)
    queue.now += timedelta(minutes=61)
    queue.calls = [("first", queue.now - timedelta(minutes=1)), ("first", queue.now - timedelta(minutes=2))]
    queue.waiting.append(candidate(21, 3, at=queue.now, line="return"))
    for number in (5, 6, 7):
        queue.join(number, urgency=3)
    reasons = [choice.reason.code for choice in (queue.call() for _ in range(3)) if choice]
    assert reasons == ["more_urgent", "more_urgent", "turn_return"]


def test_who_returns_waits_for_nobody_where_no_first_visit_waits() -> None:
    queue = Queue(TURNS)
    queue.join(1)
    assert queue.numbers(1) == [1]
    queue.join(21, line="return")
    assert queue.numbers(1) == [21]


def test_the_more_urgent_go_first_and_yield_to_who_waits_beyond_the_limit_r22() -> None:
    policy = Policy("interleave", yield_after=2, limit_minutes=(0, 10, 30, 60))
    queue = Queue(policy)
    queue.join(1)
    queue.now += timedelta(minutes=61)
    for number in (3, 4, 5, 6):
        queue.join(number, urgency=3)
    choices = [queue.call() for _ in range(4)]
    assert [choice.candidate.sequence for choice in choices if choice] == [3, 4, 1, 5]
    urgent, yielded = choices[0], choices[2]
    assert urgent is not None
    assert yielded is not None
    assert (urgent.reason.code, urgent.reason.args) == ("more_urgent", {"urgency": 3})
    assert (yielded.reason.code, yielded.reason.args) == ("overdue", {"limit": 60})


@pytest.mark.parametrize(
    ("minutes_to_slot", "first"),
    [(11, 1), (10, 2), (0, 2), (-15, 2)],
    ids=["early", "from 10 minutes before", "at the time", "up to 15 after"],
)
def test_appointment_holders_go_at_their_time_ahead_of_walk_ins_r65(minutes_to_slot: int, first: int) -> None:
    walk_in = candidate(1, 30)
    booked = candidate(2, 0, appointment_at=NOW + timedelta(minutes=minutes_to_slot))
    choice = choose_next([walk_in, booked], NOW, TURNS)
    assert choice is not None
    assert choice.candidate.sequence == first


def test_who_comes_too_late_for_an_appointment_waits_like_a_first_visit_r65() -> None:
    late = candidate(2, 0, appointment_at=NOW - timedelta(minutes=16))
    assert [one.sequence for one in in_order([late, candidate(1, 5), candidate(3, -1)], NOW, TURNS)] == [1, 2, 3]


def test_who_is_early_is_called_where_nobody_else_waits() -> None:
    queue = Queue(TURNS)
    queue.join(2, appointment_at=queue.now + timedelta(minutes=40))
    queue.join(1)
    assert queue.numbers(2) == [1, 2]


def test_plain_arrival_knows_no_turns_and_urgency_arrival_only_urgency() -> None:
    people = [candidate(1, 30), candidate(2, 40, line="return"), candidate(3, 5, urgency=3), candidate(4, 50)]
    assert [one.sequence for one in in_order(people, NOW, Policy("arrival"))] == [4, 2, 1, 3]
    assert [one.sequence for one in in_order(people, NOW, Policy("urgency_arrival"))] == [3, 4, 2, 1]


def test_every_choice_says_why() -> None:
    only = choose_next([candidate(1, 5)], NOW, TURNS)
    longest = choose_next([candidate(1, 35), candidate(2, 20)], NOW, TURNS)
    assert only is not None
    assert longest is not None
    assert only.reason.code == "only_one"
    assert (longest.reason.code, longest.reason.args) == ("longest_waiting", {"minutes": 35, "others": 1})
