"""The class of a visit (R15–R20), stale details (R12), and whether two records are of one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.rules.persons import Record, same_person
from server.registration.rules.visits import PastVisit, decide_visit_class, is_stale

TODAY = date(2026, 11, 23)


def past(days: int, visit_class: str = "first") -> list[PastVisit]:
    return [PastVisit(TODAY - timedelta(days=days), visit_class)]


@pytest.mark.parametrize(
    ("history", "same_problem", "hint", "expected"),
    [
        ([], None, None, ("first", "never_here")),
        ([], True, "return", ("first", "never_here")),
        (past(30), True, None, ("return", "same_problem")),
        (past(380), True, None, ("return", "same_problem")),
        (past(500), True, None, ("first", "long_ago")),
        (past(30), False, None, ("first", "other_problem")),
        (past(30), False, "return", ("first", "other_problem")),
        (past(30), None, "return", ("return", "said_return")),
        (past(30), None, None, ("first", "not_said")),
        (past(30), True, "check_up", ("return", "same_problem")),
        ([], None, "consultation", ("consultation", "wish_consultation")),
        (past(30), False, "check_up", ("check_up", "wish_check_up")),
        ([], None, "first", ("first", "never_here")),
    ],
)  # fmt: skip
def test_the_class_follows_history_and_complaint_r15_to_r18(
    history: list[PastVisit], same_problem: bool | None, hint: str | None, expected: tuple[str, str]
) -> None:
    decision = decide_visit_class(history, TODAY, same_problem=same_problem, hint=hint)
    assert (decision.visit_class, decision.reason) == expected
    assert not decision.general_check_first


@pytest.mark.parametrize(
    ("history", "check_first"),
    [([], True), (past(20, "first"), True), (past(20, "check_up"), False), (past(20, "orthodontics"), False),
     (past(600, "check_up"), True)],
)  # fmt: skip
def test_braces_begin_with_a_general_check_r20(history: list[PastVisit], check_first: bool) -> None:
    decision = decide_visit_class(history, TODAY, hint="orthodontics")
    assert decision.visit_class == "orthodontics"
    assert decision.general_check_first is check_first


def test_details_grow_stale_r12() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert not is_stale(now - timedelta(days=365), now, 365)
    assert is_stale(now - timedelta(days=365, seconds=1), now, 365)


FATHER = Record("male", date(1985, 3, 12), birth_estimated=False, phone="+8613812345678", id_number=None)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"phone": None}, True),
        ({"phone": "+8613912345678"}, False),
        ({"birth_date": date(2012, 3, 12)}, False),
        ({"birth_date": date(1985, 9, 1), "birth_estimated": True}, True),
        ({"birth_date": date(1990, 9, 1), "birth_estimated": True}, False),
        ({"birth_date": date(1985, 9, 1), "birth_estimated": True, "phone": None}, False),
        ({"sex": "female"}, False),
        ({"sex": "unknown"}, True),
        ({"sex": "unknown", "phone": None}, False),
        ({"id_number": "11010519491231002X"}, True),
    ],
)  # fmt: skip
def test_namesakes_are_one_person_only_where_nothing_contradicts(change: dict, same: bool) -> None:
    assert same_person(FATHER, replace(FATHER, **change)) is same


def test_identity_numbers_decide_where_both_are_known() -> None:
    known = replace(FATHER, id_number="11010519491231002X")
    assert same_person(known, replace(known, phone="+8613912345678"))
    assert not same_person(known, replace(known, id_number="110105194912310038"))


records = st.builds(
    Record,
    st.sampled_from(["male", "female", "unknown", "other"]),
    st.dates(date(1980, 1, 1), date(1984, 1, 1)),
    st.booleans(),
    st.sampled_from([None, "+8613812345678", "+8613912345678"]),
    st.sampled_from([None, "1", "2"]),
)


@given(records, records)
def test_being_one_person_does_not_depend_on_who_came_first(one: Record, other: Record) -> None:
    assert same_person(one, other) == same_person(other, one)
