"""Times that were written by hand, and the instants that they mean (R105)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.downtime.rules.times import check_outage, next_at, on_day, read_clock, within
from server.registration.rules import Unfit
from tests.support.house import SHANGHAI

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize("written", ["8:41", "08:41", "0841", "841", "8.41", "8：41", "８:４１", "8时41分", "8点41"])
def test_a_time_is_understood_however_it_is_written(written: str) -> None:
    assert read_clock(written) == 8 * 60 + 41


@pytest.mark.parametrize(("written", "code"), [("", "required"), ("24:00", "paper_time"), ("8:60", "paper_time"),
                                               ("8", "paper_time"), ("half past", "paper_time")])  # fmt: skip
def test_what_is_no_time_is_refused(written: str, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        read_clock(written)
    assert refused.value.code == code


@given(st.integers(0, 1439), st.integers(0, 2880))
def test_the_next_such_time_is_at_most_a_day_away_and_never_before(minutes: int, later: int) -> None:
    earlier = NOON + timedelta(minutes=later)
    found = next_at(minutes, earlier, SHANGHAI)
    assert timedelta(0) <= found - earlier < timedelta(days=1)
    assert found.hour * 60 + found.minute == minutes


def test_an_outage_over_midnight_holds_a_time_once_and_one_of_two_days_twice() -> None:
    start, end = NOON.replace(hour=22), NOON.replace(hour=22) + timedelta(hours=6)
    assert [at.day for at in within(23 * 60, start, end, SHANGHAI)] == [23]
    assert [at.day for at in within(60, start, end, SHANGHAI)] == [24]
    assert within(12 * 60, start, end, SHANGHAI) == []
    assert len(within(60, start, start + timedelta(days=2), SHANGHAI)) == 2


def test_an_outage_lies_in_the_past_has_an_end_after_its_beginning_and_ends_within_a_week() -> None:
    hour = timedelta(hours=1)
    assert check_outage(NOON - hour, NOON, NOON) is None
    assert check_outage(NOON - hour, NOON + hour, NOON) == "outage_future"
    assert check_outage(NOON, NOON, NOON) == "outage_order"
    assert check_outage(NOON - 200 * hour, NOON, NOON) == "outage_long"


def test_a_day_that_is_none_is_refused() -> None:
    assert on_day("2026-11-23", 720, SHANGHAI) == NOON
    with pytest.raises(Unfit) as refused:
        on_day("23.11.", 720, SHANGHAI)
    assert refused.value.code == "paper_day"
