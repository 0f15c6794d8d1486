"""What the pages for booking decide on plain values, run by node."""

from __future__ import annotations

import pytest

from tests.unit.web.test_browser_rules import NODE, run

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")

RULES = "booking/js/rules.js"
NOW = "Date.parse('2026-11-30T01:00:00Z')"


def test_times_stand_by_day_each_once_and_in_order_r74() -> None:
    offers = [
        {"date": "2026-12-01", "starts_at": "2026-12-01T01:00:00.000Z", "doctor": "2"},
        {"date": "2026-11-30", "starts_at": "2026-11-30T06:00:00.000Z", "doctor": "1"},
        {"date": "2026-11-30", "starts_at": "2026-11-30T01:00:00.000Z", "doctor": "1"},
        {"date": "2026-12-01", "starts_at": "2026-12-01T01:00:00.000Z", "doctor": "2"},
    ]
    days = run(RULES, "answer(byDay(given))", offers)
    assert [(day["date"], len(day["offers"])) for day in days] == [("2026-11-30", 2), ("2026-12-01", 1)]
    assert days[0]["offers"][0]["starts_at"] < days[0]["offers"][1]["starts_at"]


@pytest.mark.parametrize(
    ("day", "after"), [("2026-11-30", "2026-12-01"), ("2026-12-31", "2027-01-01"), ("2028-02-28", "2028-02-29")]
)
def test_later_days_begin_with_the_day_after_the_last_one(day: str, after: str) -> None:
    assert run(RULES, "answer(dayAfter(given))", day) == after


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"name": "周梦溪", "phone": "138 1234 5678", "consent": True}, {}),
        ({"name": " ", "phone": "", "consent": False},
         {"name": "name-empty", "phone": "phone-empty", "consent": "consent"}),
        ({"name": "周2", "phone": "123456", "consent": True}, {"name": "name", "phone": "phone"}),
        ({"name": "…", "phone": "13812345678a", "consent": True}, {"name": "name", "phone": "phone"}),
        ({"name": "周" * 61, "phone": "13812345678", "consent": True}, {"name": "name-long"}),
    ],
)  # fmt: skip
def test_each_field_is_asked_for_and_named_r1(form: dict[str, object], wrong: dict[str, str]) -> None:
    assert run(RULES, "answer(problemsOf(given))", form) == {
        field: f"booking-problem-{problem}" for field, problem in wrong.items()
    }


@pytest.mark.parametrize(
    ("appointment", "how"),
    [
        ({"state": "booked", "date": "2026-12-02", "starts_at": "2026-12-02T01:00:00Z"}, "expected"),
        ({"state": "booked", "date": "2026-11-30", "starts_at": "2026-11-30T01:30:00Z"}, "today"),
        ({"state": "booked", "date": "2026-11-30", "starts_at": "2026-11-30T00:30:00Z"}, "late"),
        ({"state": "booked", "date": "2026-11-29", "starts_at": "2026-11-29T01:00:00Z"}, "past"),
        ({"state": "no_show", "date": "2026-11-30", "starts_at": "2026-11-30T00:30:00Z"}, "past"),
        ({"state": "checked_in", "date": "2026-11-30", "starts_at": "2026-11-30T01:30:00Z"}, "checked_in"),
        ({"state": "cancelled", "date": "2026-12-02", "starts_at": "2026-12-02T01:00:00Z"}, "cancelled"),
    ],
)
def test_an_appointment_stands_as_its_holder_needs_to_know(appointment: dict[str, str], how: str) -> None:
    assert run(RULES, f"answer(standing(given, {NOW}, '2026-11-30'))", appointment) == how
