"""The states of a ticket, and what stands on it (R41, R42, R45, R48)."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from server.queueing.rules.numbering import number
from server.queueing.rules.states import OPEN, STATES, STEPS, UNDOABLE, after, undo_deadline
from tests.support.clock import MONDAY_MORNING

NOW = MONDAY_MORNING + timedelta(hours=2)


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
