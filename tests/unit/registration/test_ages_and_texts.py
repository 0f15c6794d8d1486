"""Ages, birth dates, companions, free texts (R1, R43)."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.rules import Unfit
from server.registration.rules.ages import (
    age_on,
    estimated_birth_date,
    may_bring_companion,
    read_age,
    read_birth_date,
)
from server.registration.rules.texts import clean_text

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [(date(1985, 11, 23), TODAY, 41), (date(1985, 11, 24), TODAY, 40), (TODAY, TODAY, 0),
     (date(2020, 2, 29), date(2026, 2, 28), 5), (date(2020, 2, 29), date(2026, 3, 1), 6),
     (TODAY + timedelta(days=1), TODAY, 0)],
)  # fmt: skip
def test_an_age_counts_full_years(born: date, today: date, age: int) -> None:
    assert age_on(born, today) == age


@pytest.mark.parametrize("typed", ["1985-03-12", "19850312", "1985/3/12", " 1985.03.12 "])
def test_a_birth_date_is_understood_in_the_ways_people_write_it(typed: str) -> None:
    assert read_birth_date(typed, TODAY) == date(1985, 3, 12)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "birth_date_format"), ("1985-02-30", "birth_date_format"), ("85-3-12", "birth_date_format"),
     ("1985312", "birth_date_format"), ("1985-03/12", "birth_date_format"), ("１９８５-03-12", "birth_date_format"),
     ("2026-11-24", "birth_date_future"), ("1895-11-22", "birth_date_too_old"), ("0000-01-01", "birth_date_format")],
)  # fmt: skip
def test_an_impossible_birth_date_says_what_is_wrong(typed: str, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_birth_date(typed, TODAY)
    assert caught.value.code == code


@pytest.mark.parametrize(("typed", "age"), [("0", 0), (" 35 ", 35), (130, 130)])
def test_ages_from_0_to_130_are_taken(typed: str | int, age: int) -> None:
    assert read_age(typed) == age


@pytest.mark.parametrize("typed", ["", "-1", "131", "35.5", "三十", "٣٥", "1e2", "9" * 20])
def test_other_ages_are_refused(typed: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_age(typed)
    assert (caught.value.code, caught.value.args_for_text) == ("age_range", {"limit": 130})


@given(st.integers(0, 130), st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_a_birth_date_guessed_from_an_age_gives_that_age(age: int, today: date) -> None:
    born = estimated_birth_date(age, today)
    assert age_on(born, today) == age
    assert born <= today


@pytest.mark.parametrize(("age", "allowed"), [(0, True), (11, True), (12, False), (70, False), (71, True)])
def test_one_companion_for_under_12_and_over_70_r43(age: int, allowed: bool) -> None:
    assert may_bring_companion(age) is allowed


def test_a_complaint_is_kept_as_it_was_written_but_cannot_steer_a_machine() -> None:
    typed = "  =SUM(A1) <b>头痛</b>\x1b@\x07 𠮷\u202e 两天\r\n了 "
    assert clean_text(typed, 500) == "=SUM(A1) <b>头痛</b>@ 𠮷 两天 了"


@pytest.mark.parametrize("typed", [None, "", "  \n", "\x00\x1b"])
def test_no_text_is_none(typed: str | None) -> None:
    assert clean_text(typed, 10) is None


def test_a_long_text_says_how_long_it_may_be() -> None:
    with pytest.raises(Unfit) as caught:
        clean_text("痛" * 501, 500)
    assert (caught.value.code, caught.value.args_for_text) == ("too_long", {"limit": 500})


@given(st.text(max_size=80))
def test_no_control_character_is_ever_kept(typed: str) -> None:
    kept = clean_text(typed, 500) or ""
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") for sign in kept)
    assert kept == kept.strip()
