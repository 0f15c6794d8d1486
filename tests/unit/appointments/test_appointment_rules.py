"""Early or late, barred or not, reminded or left over, and what a code looks like (R34, R70, R71)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.appointments.rules.codes import ALPHABET, read_code
from server.appointments.rules.reminders import day_to_send_for, may_send, standing
from server.appointments.rules.states import STATES, STEPS, THREE_MONTHS, after, arrival_of, barred_until
from tests.support.clock import MONDAY_MORNING
from tests.support.house import SHANGHAI

NOW = MONDAY_MORNING


@pytest.mark.parametrize(
    ("minutes", "arrival"),
    [(-60, "early"), (-10.1, "early"), (-10, "on_time"), (0, "on_time"), (15, "on_time"), (15.1, "late"),
     (300, "late")],
)  # fmt: skip
def test_from_ten_minutes_before_to_fifteen_after_is_on_time_r34(minutes: float, arrival: str) -> None:
    assert arrival_of(NOW, NOW + timedelta(minutes=minutes), 10, 15) == arrival


def test_steps_lead_from_known_states_to_known_states() -> None:
    for sources, target in STEPS.values():
        assert {*sources, target} <= STATES
    assert after("booked", "cancel") == "cancelled"
    assert after("done", "cancel") is None
    assert [state for state in STATES if after(state, "move")] == ["booked"]


def test_more_than_three_missed_within_three_months_close_booking_for_three_months() -> None:
    missed = [NOW - timedelta(days=days) for days in (80, 50, 20)]
    assert barred_until(missed, NOW, 3) is None
    assert barred_until([*missed, NOW - timedelta(days=1)], NOW, 3) == NOW - timedelta(days=1) + THREE_MONTHS
    assert barred_until([*missed, NOW - timedelta(days=1)], NOW + timedelta(days=91), 3) is None
    assert barred_until([*missed, NOW - timedelta(days=1)], NOW, 0) is None
    spread = [NOW - timedelta(days=days) for days in (1, 40, 80, 120)]
    assert barred_until(spread, NOW, 3) is None


@given(st.lists(st.integers(0, 400), max_size=12), st.integers(1, 5))
def test_nobody_is_barred_by_as_many_as_are_allowed(days: list[int], limit: int) -> None:
    missed = [NOW - timedelta(days=day) for day in days]
    until = barred_until(missed, NOW, limit)
    if len(days) <= limit:
        assert until is None
    if until is not None:
        assert NOW < until <= NOW + THREE_MONTHS


@given(st.text(ALPHABET, min_size=8, max_size=8))
def test_a_code_is_understood_however_it_is_typed(code: str) -> None:
    assert read_code(f" {code[:4].lower()}-{code[4:]} ") == code


@pytest.mark.parametrize("typed", ["", "K7M2QX4", "K7M2QX4PP", "K7M2QX4O", "K7M2QX4%", "预约号码是多少呢"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_signs_that_are_mistaken_for_each_other_are_in_no_code() -> None:
    assert not set("01ILOUV") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) >= 28


def local(day: int, hour: int) -> datetime:
    """A time of the clinic in that November."""
    return datetime(2026, 11, day, hour, 0, tzinfo=SHANGHAI)


def test_a_reminder_is_left_over_on_the_day_itself_and_overdue_from_noon_r71() -> None:
    day = date(2026, 11, 24)
    assert standing("open", day, local(23, 23), SHANGHAI) == "open"
    assert standing("open", day, local(24, 8), SHANGHAI) == "left_over"
    assert standing("not_reached", day, local(24, 12), SHANGHAI) == "overdue"
    assert standing("failed", day, local(25, 8), SHANGHAI) == "overdue"
    for done in ("sent", "confirmed", "moved", "cancelled"):
        assert standing(done, day, local(24, 13), SHANGHAI) is None


def test_messages_go_out_by_day_only_r70() -> None:
    tomorrow = date(2026, 11, 24)
    assert [day_to_send_for(local(23, hour), 9, SHANGHAI) for hour in (0, 8, 9, 19, 20, 23)] == [
        None, None, tomorrow, tomorrow, None, None,
    ]  # fmt: skip


def test_a_message_is_tried_three_times_and_never_again_once_it_may_have_gone() -> None:
    earlier = NOW - timedelta(minutes=10)
    assert may_send("open", 0, None, NOW)
    assert may_send("failed", 2, earlier, NOW)
    assert not may_send("failed", 2, NOW, NOW)
    assert not may_send("failed", 3, earlier, NOW)
    assert not any(may_send(state, 1, earlier, NOW) for state in ("sending", "sent", "confirmed", "not_reached"))
