"""What holds for every policy (R29, R30): total, the same however asked, with a reason, and nobody is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.core.language import both
from server.queueing.rules.ordering import Candidate, Policy, choose_next, course_from, in_order, standing, waiting_for
from tests.unit.queueing.ordering.line import NOW, Queue, candidate, people, policies

LANES = ("urgent", "appointment", "priority", "return", "missed", "first", "early", "overdue")

waiting_people = st.lists(people(st.integers(1, 999)), unique_by=lambda one: one.sequence, max_size=40)
courses = st.lists(st.sampled_from(LANES), max_size=40).map(
    lambda lanes: course_from((lane, NOW - timedelta(minutes=place + 1)) for place, lane in enumerate(lanes))
)


@given(waiting_people, policies, courses)
def test_the_next_is_the_first_of_the_list_that_is_shown(waiting, policy, course) -> None:  # type: ignore[no-untyped-def]
    choice = choose_next(waiting, NOW, policy, course)
    ordered = in_order(waiting, NOW, policy, course)
    assert (choice.candidate if choice else None) == (ordered[0] if ordered else None)
    assert sorted(one.ticket for one in ordered) == sorted(one.ticket for one in waiting)


@given(waiting_people, policies, courses)
def test_the_order_in_which_rows_come_from_the_database_does_not_matter(waiting, policy, course) -> None:  # type: ignore[no-untyped-def]
    assert in_order(waiting, NOW, policy, course) == in_order(list(reversed(waiting)), NOW, policy, course)


@given(waiting_people, policies, courses)
def test_every_reason_is_a_sentence_in_each_language_r30(waiting, policy, course) -> None:  # type: ignore[no-untyped-def]
    choice = choose_next(waiting, NOW, policy, course)
    reasons = [standing(one, NOW, policy) for one in waiting[:5]] + ([choice.reason] if choice else [])
    for reason in reasons:
        sentences = both(f"reason-{reason.code.replace('_', '-')}", **reason.args)
        assert len(set(sentences.values())) == 2
        assert not any("reason-" in sentence or "{" in sentence for sentence in sentences.values())


@given(waiting_people, st.sampled_from((None, "1001", "1002", "1003")))
def test_a_room_calls_whom_nobody_else_was_asked_for_r38(waiting, doctor) -> None:  # type: ignore[no-untyped-def]
    fitting = waiting_for(waiting, doctor)
    assert all(one.doctor in (None, doctor) for one in fitting)
    assert len(fitting) == sum(1 for one in waiting if one.doctor is None or one.doctor == doctor)


arrivals = st.lists(
    st.tuples(
        st.integers(3, 4), st.sampled_from(("first", "return", "missed")), st.sampled_from((None, "elder")),
        st.one_of(st.none(), st.integers(-10, 60)),
    ),
    max_size=3,
)  # fmt: skip


def _joins(queue: Queue, sequence: int, kind: tuple[int, str, str | None, int | None]) -> Candidate:
    urgency, line, priority, slot = kind
    booked = None if slot is None else queue.now + timedelta(minutes=slot)
    return queue.join(sequence, urgency=urgency, line=line, priority=priority, appointment_at=booked)


def _most_calls(policy: Policy, waiting: int, minutes: int) -> int:
    """After how many calls anybody's turn has come, whoever else comes meanwhile.

    Until the limit and, for who came early, the time of the appointment, others may pass; after that one call in
    `yield_after + 1` goes to those who do not go ahead, and among them a lane's turn comes after six first visits and a
    turn of each other lane at the latest. Whoever joins later stands behind in the same lane.
    """
    until_overdue = (max(policy.limit_minutes) + 70) // minutes + 1
    return until_overdue + (waiting + 1) * 6 * 4 * (policy.yield_after + 1)


@settings(max_examples=60)
@given(policies, st.lists(arrivals, min_size=1, max_size=4), st.lists(arrivals, min_size=1, max_size=6), st.data())
def test_nobody_waits_for_ever_whoever_else_keeps_coming_r29(policy, first, stream, data) -> None:  # type: ignore[no-untyped-def]
    """The queue is kept overfull: the same people arrive again and again with each call."""
    queue, sequence, minutes = Queue(policy), 0, 5
    for kinds in first:
        for kind in kinds:
            sequence += 1
            _joins(queue, sequence, kind)
    sequence += 1
    watched = _joins(queue, sequence, data.draw(arrivals.filter(bool))[0])
    most = _most_calls(policy, len(queue.waiting), minutes)
    for turn in range(most):
        for kind in stream[turn % len(stream)]:
            sequence += 1
            _joins(queue, sequence, kind)
        choice = queue.call(minutes)
        if choice is not None and choice.candidate == watched:
            return
    pytest.fail(f"not called within {most} calls")


def test_a_clock_that_stepped_back_tells_no_negative_wait() -> None:
    choice = choose_next([candidate(1, -60), candidate(2, -70)], NOW, Policy())
    assert choice is not None
    assert choice.reason.args["minutes"] == 0


def test_an_unknown_policy_is_a_fault_and_not_a_guess() -> None:
    with pytest.raises(ValueError, match="no ordering policy"):
        choose_next([candidate(1, 5)], NOW, Policy("by_the_stars"))
