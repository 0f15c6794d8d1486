"""Identity numbers by GB 11643: the check character, and each way to get one wrong (R1)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.rules import Unfit
from server.registration.rules.identity import check_character, read_identity

TODAY = date(2026, 11, 23)
#: The example of the standard itself.
EXAMPLE = "11010519491231002X"

numbers = st.builds(
    lambda region, born, order: f"{region:06}{born:%Y%m%d}{order:03}",
    st.integers(110000, 999999),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(0, 999),
)


def refusal(text: str) -> str:
    with pytest.raises(Unfit) as caught:
        read_identity(text, TODAY)
    return caught.value.code


def test_the_standards_own_example_is_sound_and_tells_birth_and_sex() -> None:
    identity = read_identity(EXAMPLE, TODAY)
    assert (identity.birth_date, identity.sex) == (date(1949, 12, 31), "female")


@pytest.mark.parametrize(
    "typed",
    ["11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002X"],
)
def test_a_number_is_understood_however_it_is_typed(typed: str) -> None:
    assert read_identity(typed, TODAY).number == EXAMPLE


@pytest.mark.parametrize(
    ("typed", "code"),
    [("110105491231002", "id_old"), ("1101051949123100", "id_length"), (EXAMPLE + "1", "id_length"),
     ("", "id_length"), ("11010519491231O02X", "id_characters"), ("X10105194912310021", "id_characters"),
     ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "id_characters"), ("110105194913310025", "id_birth_date"),
     ("110105203012310025", "id_birth_date"), ("110105188912310025", "id_birth_date"),
     ("110105194912310021", "id_checksum")],
)  # fmt: skip
def test_each_way_to_get_it_wrong_has_its_own_sentence(typed: str, code: str) -> None:
    assert refusal(typed) == code


@given(numbers)
def test_every_number_with_its_check_character_is_sound(first: str) -> None:
    identity = read_identity(first + check_character(first), TODAY)
    assert identity.birth_date == date(int(first[6:10]), int(first[10:12]), int(first[12:14]))
    assert identity.sex == ("male" if int(first[16]) % 2 else "female")


@given(numbers, st.integers(0, 16), st.integers(1, 9))
def test_no_single_wrong_digit_goes_unnoticed(first: str, place: int, step: int) -> None:
    sound = first + check_character(first)
    wrong = sound[:place] + str((int(sound[place]) + step) % 10) + sound[place + 1 :]
    assert refusal(wrong) in {"id_checksum", "id_birth_date"}


@given(numbers, st.integers(0, 15))
def test_no_swap_of_neighbours_goes_unnoticed(first: str, place: int) -> None:
    sound = first + check_character(first)
    swapped = sound[:place] + sound[place + 1] + sound[place] + sound[place + 2 :]
    if swapped != sound:
        assert refusal(swapped) in {"id_checksum", "id_birth_date"}


@given(st.text(max_size=30))
def test_no_text_makes_it_fail_otherwise(typed: str) -> None:
    try:
        said = read_identity(typed, TODAY).number
    except Unfit as unfit:
        said = unfit.code
    assert said.startswith("id_") or len(said) == 18
