"""When a department is open and a doctor has a session (R25, R46)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.clinic.rules import (
    days_of,
    is_open,
    minutes_of,
    next_opening,
    opens_at,
    overlapping,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
EVERY_DAY = list(range(7))
MORNING = {"days": EVERY_DAY, "from": "08:00", "to": "12:00"}
AFTERNOON = {"days": [0, 2, 4], "from": "13:30", "to": "17:30"}
NIGHT = {"days": [4], "from": "20:00", "to": "02:00"}
ROUND_THE_CLOCK = {"days": EVERY_DAY, "from": "00:00", "to": "24:00"}


def at(day: int, hour: int, minute: int = 0, zone: ZoneInfo = SHANGHAI) -> datetime:
    """An instant of November 2026, whose 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(23, 7, 59), False), (at(23, 8), True), (at(23, 11, 59), True), (at(23, 12), False),
        (at(23, 13, 30), True), (at(24, 13, 30), False), (at(29, 9), True),
    ],
)  # fmt: skip
def test_spans_hold_in_the_clinics_own_time_and_their_end_is_closed_r25(moment: datetime, expected: bool) -> None:
    assert is_open([MORNING, AFTERNOON], moment, SHANGHAI) is expected


def test_a_span_over_midnight_belongs_to_the_evening_it_began() -> None:
    assert is_open([NIGHT], at(27, 23), SHANGHAI)
    assert is_open([NIGHT], at(28, 1, 59), SHANGHAI)
    assert not is_open([NIGHT], at(28, 2), SHANGHAI)
    assert not is_open([NIGHT], at(27, 1), SHANGHAI)


def test_round_the_clock_is_never_closed_not_even_at_midnight() -> None:
    start = at(23, 0)
    assert all(is_open([ROUND_THE_CLOCK], start + timedelta(minutes=17 * step), SHANGHAI) for step in range(700))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [(at(23, 7), "08:00"), (at(23, 12, 10), "13:30"), (at(23, 9), None), (at(23, 18), None),
     (at(24, 12, 10), None)],
)  # fmt: skip
def test_it_tells_when_it_opens_later_today_and_only_then(moment: datetime, expected: str | None) -> None:
    assert opens_at([MORNING, AFTERNOON], moment, SHANGHAI) == expected


def test_the_next_opening_may_be_days_away_or_never() -> None:
    assert next_opening([AFTERNOON], at(27, 18), SHANGHAI) == at(30, 13, 30)
    assert next_opening([], at(27, 18), SHANGHAI) is None
    assert opens_at([], at(27, 18), SHANGHAI) is None


@pytest.mark.parametrize("month_day", [(3, 29), (10, 25)])
def test_opening_follows_the_wall_clock_through_summer_time(month_day: tuple[int, int]) -> None:
    opening = datetime(2026, *month_day, 8, 0, tzinfo=BERLIN)
    assert is_open([MORNING], opening.astimezone(UTC), BERLIN)
    assert not is_open([MORNING], opening.astimezone(UTC) - timedelta(minutes=1), BERLIN)


@pytest.mark.parametrize(
    ("words", "days"),
    [("daily", EVERY_DAY), ("Mon-Fri", [0, 1, 2, 3, 4]), ("Sat, Sun", [5, 6]), ("fri-mon", [0, 4, 5, 6]),
     ("Wed", [2])],
)  # fmt: skip
def test_days_are_written_as_people_write_them(words: str, days: list[int]) -> None:
    assert days_of(words) == days


@pytest.mark.parametrize("words", ["", "Monday", "Mon-", "Mon-Fri-Sun", "1-5", "周一"])
def test_words_that_are_no_days_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="days such as"):
        days_of(words)


@pytest.mark.parametrize("clock", ["", "8", "8.30", "08:60", "24:01", "25:00", "8:3", "-1:00", "８:００", "08:00:00"])
def test_what_is_no_time_of_day_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="a time of day"):
        minutes_of(clock)


def test_overlaps_are_found_across_days_and_the_turn_of_the_week() -> None:
    assert overlapping([MORNING, AFTERNOON]) is None
    assert overlapping([MORNING, {"days": [6], "from": "11:00", "to": "13:00"}]) == (0, 1)
    sunday_night = {"days": [6], "from": "22:00", "to": "06:00"}
    assert overlapping([sunday_night, {"days": [0], "from": "05:00", "to": "07:00"}]) == (0, 1)
    assert overlapping([ROUND_THE_CLOCK]) is None


spans = st.builds(
    lambda days, start, length: {
        "days": sorted(days), "from": f"{start // 60:02}:{start % 60:02}",
        "to": f"{(start + length) % 1440 // 60:02}:{(start + length) % 60:02}",
    },
    st.sets(st.integers(0, 6), min_size=1), st.integers(0, 1439), st.integers(1, 1439),
)  # fmt: skip


@given(st.lists(spans, max_size=3), st.integers(0, 7 * 1440))
def test_the_next_opening_is_open_and_nothing_opens_before_it(hours: list, minute: int) -> None:
    now = at(23, 0) + timedelta(minutes=minute)
    opening = next_opening(hours, now, SHANGHAI)
    assert (opening is None) == (not hours)
    if opening is not None:
        assert opening > now
        assert is_open(hours, opening, SHANGHAI)
        if not is_open(hours, now, SHANGHAI):
            assert not is_open(hours, opening - timedelta(seconds=1), SHANGHAI)
