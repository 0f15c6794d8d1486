"""Pure decisions about waits: the rounds (I6, R51), the reason that is told, figures (R54)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.waiting.rules.figures import wait_figures
from server.waiting.rules.watch import due_rounds, escalates, why_waiting
from tests.support.clock import MONDAY_MORNING

LIMIT = timedelta(minutes=20)
@given(st.integers(0, 5), st.integers(-3600, 20_000))
def test_rounds_are_due_without_gap_or_double(last: int, seconds: int) -> None:
    """I6: whenever the watch looks, each passed limit is one round, and the next lies ahead."""
    due_at = MONDAY_MORNING + LIMIT
    now = due_at + timedelta(seconds=seconds)
    rounds, following = due_rounds(last, due_at, LIMIT, now)
    assert [one.round for one in rounds] == list(range(last + 1, last + 1 + len(rounds)))
    assert all(one.due_at <= now for one in rounds)
    assert following > now or not rounds
    assert following - due_at == len(rounds) * LIMIT


def test_the_limit_itself_counts_as_passed() -> None:
    """20:00 exactly."""
    due_at = MONDAY_MORNING + LIMIT
    assert due_rounds(0, due_at, LIMIT, due_at - timedelta(microseconds=1))[0] == []
    assert [one.round for one in due_rounds(0, due_at, LIMIT, due_at)[0]] == [1]


@pytest.mark.parametrize(("seconds", "told"), [(179.9, False), (180, True)])
def test_nobody_for_three_minutes_is_told_to_the_supervisor(seconds: float, told: bool) -> None:
    """R49."""
    now = MONDAY_MORNING + timedelta(seconds=seconds)
    assert escalates(MONDAY_MORNING, now, timedelta(minutes=3)) is told


@pytest.mark.parametrize(
    ("rooms_open", "longest", "ahead", "code"),
    [(0, None, 9, "no-room-open"), (2, 30.0, 9, "long-consultation"), (2, 5.0, 9, "many-people"),
     (2, None, 0, "nearly-there")],
)  # fmt: skip
def test_the_most_telling_reason_is_told(rooms_open: int, longest: float | None, ahead: int, code: str) -> None:
    assert why_waiting(rooms_open, longest, 10, ahead).code == code


def test_figures_of_one_wait_are_that_wait() -> None:
    figures = wait_figures([12.0], [], 20)
    assert (figures.median, figures.p90, figures.share_over) == (12.0, 12.0, 0.0)
