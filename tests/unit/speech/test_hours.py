"""How loud a hall is, and how much is said there, at an hour (R62)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.speech.rules.hours import Loudness, loudness

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = Loudness(80, "twice")
NOON = {"halls": ["east"], "days": [0, 1, 2, 3, 4], "from": "12:00", "to": "14:00", "volume": 40, "say": "once"}
NIGHT = {"halls": [], "days": list(range(7)), "from": "20:00", "to": "07:00", "volume": 30, "say": "chime"}


def at(clock: str, day: int = 2) -> datetime:
    """A time in November 2026, of which the 2nd is a Monday."""
    hour, minute = clock.split(":")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=SHANGHAI)


def found(clock: str, hall: str = "east", *, day: int = 2, spans: list[dict[str, Any]] | None = None) -> Loudness:
    return loudness([NOON, NIGHT] if spans is None else spans, hall, at(clock, day), SHANGHAI, DAY)


@pytest.mark.parametrize(
    ("clock", "hall", "day", "expected"),
    [
        ("11:59", "east", 2, DAY), ("12:00", "east", 2, Loudness(40, "once", at("14:00"))), ("14:00", "east", 2, DAY),
        ("12:30", "west", 2, DAY), ("12:30", "east", 7, DAY),
        ("20:00", "west", 2, Loudness(30, "chime", at("07:00", 3))),
        ("06:59", "west", 3, Loudness(30, "chime", at("07:00", 3))), ("07:00", "west", 3, DAY),
    ],
    ids=["before", "begins", "over", "another hall", "Saturday", "night", "past midnight", "morning"],
)  # fmt: skip
def test_a_span_holds_for_its_halls_days_and_hours_r62(clock: str, hall: str, day: int, expected: Loudness) -> None:
    assert found(clock, hall, day=day) == expected


def test_the_first_span_that_fits_holds_r62() -> None:
    wide = {**NOON, "halls": [], "volume": 60}
    assert found("12:30", spans=[NOON, wide]).volume == 40
    assert found("12:30", spans=[wide, NOON]).volume == 60


@pytest.mark.parametrize("span", [{**NOON, "volume": 0}, {**NOON, "say": "nothing"}])
def test_no_volume_and_nothing_to_say_are_the_same_silence_r62(span: dict[str, Any]) -> None:
    assert found("12:30", spans=[span]) == Loudness(0, "nothing", at("14:00"))


def test_a_house_without_spans_is_as_it_is_all_day_r62() -> None:
    assert found("03:00", spans=[]) == DAY
