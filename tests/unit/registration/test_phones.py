"""Phones: mobiles, landlines, foreign numbers; how many digits are missing is said (R1, R8)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.language import text
from server.registration.rules import Unfit
from server.registration.rules.phones import read_phone


@pytest.mark.parametrize(
    "typed",
    ["13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "0086 13812345678", "8613812345678",
     "１３８１２３４５６７８", "+86（138）12345678"],
)  # fmt: skip
def test_a_mobile_is_one_number_however_it_is_typed(typed: str) -> None:
    assert read_phone(typed) == "+8613812345678"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("010-12345678", "+861012345678"), ("(0755) 8601 3388", "+8675586013388"), ("+44 20 7946 0958", "+442079460958"),
     ("+1 415 555 2671", "+14155552671"), ("+852 2345 6789", "+85223456789"), ("0044 20 7946 0958", "+442079460958"),
     ("19912345678", "+8619912345678")],
)  # fmt: skip
def test_landlines_and_foreign_numbers_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert read_phone(typed) == kept


@pytest.mark.parametrize(
    ("typed", "count"),
    [("1381234567", 10), ("138123456789", 12), ("138", 3), ("+86 1381234567", 10), ("00861381234567", 10)],
)
def test_a_mobile_of_the_wrong_length_says_how_many_digits_it_has(typed: str, count: int) -> None:
    with pytest.raises(Unfit) as caught:
        read_phone(typed)
    assert caught.value.code == "phone_digits"
    said = text("zh-CN", "error-phone-digits", **caught.value.args_for_text)
    assert said == f"手机号是 11 位，现在是 {count} 位。"
    assert str(count) in text("en", "error-phone-digits", **caught.value.args_for_text)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "phone_characters"), ("   ", "phone_characters"), ("call me", "phone_characters"),
     ("1381234567a", "phone_characters"), ("=1+1", "phone_characters"), ("\x1b13812345678", "phone_characters"),
     ("1" * 60, "phone_characters"), ("87654321", "phone_area_code"), ("110", "phone_unknown"),
     ("12345678901", "phone_unknown"), ("+", "phone_characters"), ("+999 123456", "phone_unknown"),
     ("010-12345678转8", "phone_extension"), ("000000", "phone_unknown")],
)  # fmt: skip
def test_what_cannot_be_called_back_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_phone(typed)
    assert caught.value.code == code


@given(st.integers(3, 9), st.integers(0, 999_999_999), st.sampled_from(["", "+86", "86", "0086 ", "+86-"]))
def test_every_mobile_is_kept_whatever_its_range(second: int, rest: int, prefix: str) -> None:
    national = f"1{second}{rest:09}"
    assert read_phone(prefix + national) == f"+86{national}"
    assert read_phone(read_phone(prefix + national)) == f"+86{national}"


@given(st.text(alphabet=st.sampled_from("0123456789+-() x转#"), max_size=45))
def test_no_text_makes_it_fail_otherwise(typed: str) -> None:
    try:
        said = read_phone(typed)
    except Unfit as unfit:
        said = unfit.code
    assert said.startswith("phone_") or re.fullmatch(r"\+[0-9]{5,15}", said)
