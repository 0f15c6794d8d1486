"""Whose patient somebody is: the doctor of before, turns by staff number, cover and wishes (R31–R33, R38, R40)."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.queueing.rules.assignment import (
    Assignment,
    DoctorNow,
    assign_own,
    by_wish,
    first_share,
    may_call,
    next_in_turn,
)

LI = DoctorNow("1002", on_duty=True, taken=3, sex="female", title="副主任医师")
ZHANG = DoctorNow("1003", on_duty=True, taken=2, sex="male", title="主治医师")
CHEN = DoctorNow("1004", on_duty=False)
ZHAO = DoctorNow("1005", on_duty=False)
DOCTORS = {doctor.number: doctor for doctor in (LI, ZHANG, CHEN, ZHAO)}


@pytest.mark.parametrize(
    ("original", "session", "assignment"),
    [
        ("1002", "none", Assignment("1002", "original")),
        ("1004", "now", Assignment("1004", "original", "late")),
        ("1004", "later", Assignment("1004", "original", "late")),
        ("1005", "none", Assignment("1005", "cover", "absent")),
        ("1999", "none", Assignment(None, None, "left")),
    ],
    ids=["on duty", "late: the patient is asked", "comes later: the patient is asked", "absent: another stands in",
         "left: the supervisor arranges"],
)  # fmt: skip
def test_a_return_goes_to_the_doctor_of_before_r31_r33_r40(
    original: str, session: str, assignment: Assignment
) -> None:
    assert assign_own(original, DOCTORS, session) == assignment


@pytest.mark.parametrize(
    ("session", "assignment"),
    [
        ("later", Assignment("1004", "appointment")), ("now", Assignment("1004", "appointment", "late")),
        ("none", Assignment("1004", "cover", "absent")),
    ],
)  # fmt: skip
def test_whoever_comes_early_for_an_appointment_is_asked_nothing_r34_r35(
    session: str, assignment: Assignment
) -> None:
    assert assign_own("1004", DOCTORS, session, "appointment") == assignment


def test_whoever_has_taken_the_fewest_is_next_and_the_lower_number_of_two_r32() -> None:
    assert next_in_turn(DOCTORS.values()) == ZHANG
    older = DoctorNow("99", on_duty=True)
    assert next_in_turn([DoctorNow("102", on_duty=True), older]) == older
    assert next_in_turn([CHEN, ZHAO]) is None


@given(st.integers(1, 9), st.lists(st.integers(0, 8), max_size=60))
def test_turns_are_balanced_within_one_whoever_comes_later_r32(doctors: int, comes_and_goes: list[int]) -> None:
    """A doctor may come on duty at any time; the counts differ by one at most, and nobody is ever given two while
    another waits."""
    taken: dict[str, int] = {}
    here = {str(number) for number in range(doctors)}
    given_to: Counter[str] = Counter()
    for step in comes_and_goes:
        if str(step) not in here:
            here.add(str(step))
        shares = [taken[number] for number in here if number in taken]
        now = [DoctorNow(number, on_duty=True, taken=taken.get(number, first_share(shares))) for number in here]
        chosen = next_in_turn(now)
        assert chosen is not None
        taken = {doctor.number: doctor.taken for doctor in now}
        taken[chosen.number] += 1
        given_to[chosen.number] += 1
        assert max(taken.values()) - min(taken.values()) <= 1


def test_a_wish_is_a_filter_among_those_on_duty_r38() -> None:
    assert by_wish(DOCTORS.values(), "female", None) == LI
    assert by_wish(DOCTORS.values(), None, "主治医师") == ZHANG
    assert by_wish(DOCTORS.values(), "female", "主治医师") is None


@pytest.mark.parametrize(
    ("doctor", "bound", "first_free", "may"),
    [
        (None, None, False, True), ("1003", "original", False, True), ("1002", "original", True, False),
        ("1005", "cover", True, True), ("1005", "cover", False, False), ("1005", "rotation", True, True),
        ("1005", "wish", True, False), ("1002", "cover", True, False),
    ],
)  # fmt: skip
def test_a_room_calls_its_own_and_the_first_free_one_stands_in_r33(
    doctor: str | None, bound: str | None, first_free: bool, may: bool
) -> None:
    here = frozenset({"1002", "1003"})
    assert may_call(doctor, bound, "1003", here, first_free=first_free) is may
