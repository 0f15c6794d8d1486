"""Who is next, and why (R29, R30): pure, total, and the same for the one called and the list shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.queueing.rules.ordering import Candidate, Policy, choose_next, in_order, waiting_for
from server.queueing.rules.states import OPEN, STATES, STEPS, UNDOABLE, after, number, undo_deadline
from tests.support.clock import MONDAY_MORNING

NOW = MONDAY_MORNING + timedelta(hours=2)
POLICY = Policy()

candidates = st.lists(
    st.builds(
        lambda urgency, minutes, sequence, doctor: Candidate(
            f"t{sequence}", f"A{sequence:03d}", urgency, NOW - timedelta(minutes=minutes), sequence, doctor
        ),
        st.integers(3, 4), st.integers(0, 90), st.integers(1, 999), st.sampled_from((None, None, "1001", "1002")),
    ),
    unique_by=lambda candidate: candidate.sequence, max_size=30,
)  # fmt: skip


@given(candidates)
def test_the_next_is_the_first_of_the_list_that_is_shown(waiting: list[Candidate]) -> None:
    choice = choose_next(waiting, NOW, POLICY)
    ordered = in_order(waiting, POLICY)
    assert (choice.candidate if choice else None) == (ordered[0] if ordered else None)
    assert sorted(one.ticket for one in ordered) == sorted(one.ticket for one in waiting)


@given(candidates)
def test_nobody_who_came_later_and_is_no_more_urgent_goes_before(waiting: list[Candidate]) -> None:
    """Waiting is bounded: each call takes the eldest of the most urgent."""
    choice = choose_next(waiting, NOW, POLICY)
    for other in waiting:
        assert choice is not None
        first = choice.candidate
        assert (first.urgency, first.waiting_since) <= (other.urgency, other.waiting_since)


@given(candidates)
def test_the_order_in_which_rows_come_from_the_database_does_not_matter(waiting: list[Candidate]) -> None:
    assert in_order(waiting, POLICY) == in_order(list(reversed(waiting)), POLICY)


@given(candidates, st.sampled_from((None, "1001", "1002", "1003")))
def test_a_room_calls_whom_nobody_else_was_asked_for(waiting: list[Candidate], doctor: str | None) -> None:
    """R38."""
    fitting = waiting_for(waiting, doctor)
    assert all(one.doctor in (None, doctor) for one in fitting)
    assert len(fitting) == sum(1 for one in waiting if one.doctor is None or one.doctor == doctor)


def _candidate(sequence: int, minutes: int, urgency: int = 4) -> Candidate:
    return Candidate(f"t{sequence}", f"A{sequence:03d}", urgency, NOW - timedelta(minutes=minutes), sequence)


def test_every_choice_says_why() -> None:
    only = choose_next([_candidate(1, 5)], NOW, POLICY)
    longest = choose_next([_candidate(1, 35), _candidate(2, 20)], NOW, POLICY)
    urgent = choose_next([_candidate(1, 35), _candidate(2, 5, urgency=3)], NOW, POLICY)
    assert only is not None
    assert longest is not None
    assert urgent is not None
    assert only.reason.code == "only_one"
    assert (longest.reason.code, longest.reason.args) == ("longest_waiting", {"minutes": 35, "others": 1})
    assert (urgent.reason.code, urgent.reason.args) == ("more_urgent", {"urgency": 3})


def test_a_clock_that_stepped_back_tells_no_negative_wait() -> None:
    choice = choose_next([_candidate(1, -60), _candidate(2, -70)], NOW, POLICY)
    assert choice is not None
    assert choice.reason.args["minutes"] == 0


def test_an_unknown_policy_is_a_fault_and_not_a_guess() -> None:
    with pytest.raises(ValueError, match="no ordering policy"):
        choose_next([_candidate(1, 5)], NOW, Policy("by_the_stars"))


def test_ended_tickets_take_no_step_any_more() -> None:
    for state in STATES - OPEN:
        assert [step for step in STEPS if after(state, step)] == []


def test_every_step_leads_to_a_state_that_exists_and_only_thumb_slips_can_be_undone() -> None:
    assert {target for _, target in STEPS.values()} <= STATES
    assert all(sources <= OPEN for sources, _ in STEPS.values())
    for step in STEPS:
        assert (undo_deadline(step, NOW, 10) is not None) == (step in UNDOABLE)


@given(st.integers(1, 20_000))
def test_a_number_is_a_letter_and_at_least_three_figures(sequence: int) -> None:
    shown = number("A", sequence)
    assert shown[0] == "A"
    assert int(shown[1:]) == sequence
    assert len(shown) == max(4, len(str(sequence)) + 1)
