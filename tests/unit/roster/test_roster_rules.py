"""When a doctor is there: weekly sessions and what differs on single days (R35, R46)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.roster.rules import DatedChange, begins_in, next_day_with_session, session_of, spans_between
from tests.support.house import SHANGHAI

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
WEEKDAYS = [
    {"days": [0, 1, 2, 3, 4], "from": "08:00", "to": "12:00"},
    {"days": [0, 1, 2, 3, 4], "from": "13:30", "to": "17:00"},
]
NIGHTS = [{"days": [0, 1, 2, 3, 4, 5, 6], "from": "21:00", "to": "08:00"}]
clocks = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
changes = st.lists(
    st.builds(
        lambda kind, first, days, start, end: DatedChange(
            kind, MONDAY + timedelta(days=first), MONDAY + timedelta(days=first + days), start, end
        ),
        st.sampled_from(("off", "extra")), st.integers(-2, 4), st.integers(0, 3), clocks, clocks,
    ),
    max_size=6,
)  # fmt: skip


def told(sessions: list[dict[str, object]], made: list[DatedChange], first: date, last: date) -> list[str]:
    """Spans in short, in clinic time."""
    found = spans_between(sessions, made, first, last, SHANGHAI)
    return [
        f"{one.starts_at.astimezone(SHANGHAI):%d %H:%M}-{one.ends_at.astimezone(SHANGHAI):%H:%M}" for one in found
    ]


def test_without_exceptions_the_week_holds() -> None:
    assert told(WEEKDAYS, [], MONDAY, TUESDAY) == [
        "23 08:00-12:00", "23 13:30-17:00", "24 08:00-12:00", "24 13:30-17:00",
    ]  # fmt: skip
    assert told(WEEKDAYS, [], date(2026, 11, 28), date(2026, 11, 29)) == []


def test_a_day_off_takes_its_sessions_and_no_others_r35() -> None:
    off = DatedChange("off", TUESDAY, TUESDAY)
    assert told(WEEKDAYS, [off], MONDAY, TUESDAY) == ["23 08:00-12:00", "23 13:30-17:00"]
    assert told(NIGHTS, [off], MONDAY, WEDNESDAY) == ["23 21:00-08:00", "25 21:00-08:00"]


def test_an_afternoon_off_is_cut_out_and_a_night_that_began_before_too() -> None:
    assert told(WEEKDAYS, [DatedChange("off", MONDAY, MONDAY, "11:00", "15:00")], MONDAY, MONDAY) == [
        "23 08:00-11:00", "23 15:00-17:00",
    ]  # fmt: skip
    assert told(NIGHTS, [DatedChange("off", TUESDAY, TUESDAY, "03:00", "05:00")], MONDAY, TUESDAY) == [
        "23 21:00-03:00", "24 05:00-08:00", "24 21:00-08:00",
    ]  # fmt: skip


def test_an_extra_session_joins_what_it_touches() -> None:
    assert told(WEEKDAYS, [DatedChange("extra", MONDAY, MONDAY, "12:00", "13:30")], MONDAY, MONDAY) == [
        "23 08:00-17:00"
    ]


def test_the_later_of_two_exceptions_holds() -> None:
    off, extra = DatedChange("off", MONDAY, MONDAY), DatedChange("extra", MONDAY, MONDAY, "18:00", "20:00")
    assert told(WEEKDAYS, [off, extra], MONDAY, MONDAY) == ["23 18:00-20:00"]
    assert told(WEEKDAYS, [extra, off], MONDAY, MONDAY) == []


@given(changes)
def test_spans_are_in_order_apart_and_not_empty(made: list[DatedChange]) -> None:
    spans = spans_between([*WEEKDAYS, *NIGHTS], made, MONDAY, MONDAY + timedelta(days=4), SHANGHAI)
    assert all(span.starts_at < span.ends_at for span in spans)
    assert all(one.ends_at < other.starts_at for one, other in pairwise(spans))


@given(changes, clocks, clocks)
def test_nobody_is_there_in_hours_that_were_taken_off_last(made: list[DatedChange], start: str, end: str) -> None:
    off = DatedChange("off", TUESDAY, TUESDAY, start, end)
    hour, minute = map(int, start.split(":"))
    begins = datetime(2026, 11, 24, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)
    spans = spans_between([*WEEKDAYS, *NIGHTS], [*made, off], MONDAY, WEDNESDAY, SHANGHAI)
    assert not any(span.starts_at <= begins < span.ends_at for span in spans)


def test_a_doctor_is_back_on_the_first_day_with_a_session_still_to_come_r36() -> None:
    away = [DatedChange("off", MONDAY, TUESDAY)]
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=SHANGHAI)
    last = MONDAY + timedelta(days=20)
    assert next_day_with_session(WEEKDAYS, away, MONDAY, last, SHANGHAI, noon) == WEDNESDAY
    assert next_day_with_session(WEEKDAYS, [], MONDAY, last, SHANGHAI, noon) == MONDAY
    evening = datetime(2026, 11, 23, 18, 0, tzinfo=SHANGHAI)
    assert next_day_with_session(WEEKDAYS, [], MONDAY, last, SHANGHAI, evening) == TUESDAY
    assert next_day_with_session([], [], MONDAY, last, SHANGHAI, noon) is None


@pytest.mark.parametrize(
    ("clock", "session", "minutes"),
    [
        ("07:00", "later", 60), ("08:00", "now", None), ("12:00", "later", 90), ("16:59", "now", None),
        ("17:00", "none", None),
    ],
)  # fmt: skip
def test_a_session_lasts_comes_later_or_is_over_r31_r35(clock: str, session: str, minutes: int | None) -> None:
    now = datetime.combine(MONDAY, time.fromisoformat(clock), SHANGHAI).astimezone(UTC)
    spans = spans_between(WEEKDAYS, [], MONDAY, MONDAY, SHANGHAI)
    assert (session_of(spans, now), begins_in(spans, now)) == (session, minutes)
