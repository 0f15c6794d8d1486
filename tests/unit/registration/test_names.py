"""Names: what is kept, tidied and refused; what a screen may show (R1, R5, R106)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.rules import Unfit
from server.registration.rules.masks import mask_name, mask_phone
from server.registration.rules.names import LONGEST, clean_name, name_key


def refusal(name: str) -> str:
    with pytest.raises(Unfit) as caught:
        clean_name(name)
    return caught.value.code


@pytest.mark.parametrize(
    "name",
    ["周梦溪", "张", "𠮷野", "〇七", "阿依努尔·买买提", "John Smith", "Anne-Marie O'Neill", "José Núñez",
     "Nguyễn Văn An", "佐々木", "Иван Петров", "محمد علي", "กมล", "John Smith Jr.", "a" * LONGEST],
)  # fmt: skip
def test_names_of_every_script_are_kept_as_they_are_r1(name: str) -> None:
    assert clean_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  张伟 \n", "张伟"), ("张　伟", "张 伟"), ("Ｊohn   Smith", "John Smith"),
     ("阿依努尔•买买提", "阿依努尔·买买提"),
     ("阿依努尔 ・ 买买提", "阿依努尔·买买提"), ("O’Neill", "O'Neill"), ("李\u200b明", "李明"), ("E\u0301va", "Éva")],
)  # fmt: skip
def test_what_a_keyboard_adds_is_tidied(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+86", "@张", "\x1b@张伟", "张\x00伟", "张\t伟",
     "张\u202e伟", "张😀", "张3", "'; DROP TABLE patient; --", "-伟", "·伟", "张·", "张--伟", "张&伟", "张/伟",
     "张\ue000", "z\u0334\u0322\u0321\u031b"],
)  # fmt: skip
def test_hostile_and_meaningless_names_are_refused_with_a_sentence(name: str) -> None:
    assert refusal(name) == "name_characters"


@pytest.mark.parametrize("name", ["", "   ", "\n", "\u200b"])
def test_an_empty_name_is_asked_for(name: str) -> None:
    assert refusal(name) == "required"


def test_a_name_has_at_most_forty_characters() -> None:
    assert refusal("张" * 41) == "name_too_long"


@given(st.text(max_size=60))
def test_whatever_is_accepted_is_harmless_and_stays_the_same_when_read_again(typed: str) -> None:
    try:
        name = clean_name(typed)
    except Unfit:
        assert refusal(typed) in {"required", "name_too_long", "name_characters"}
        return
    assert 1 <= len(name) <= LONGEST
    assert not set(name) & set('<>=+@|&;"`\\/%#{}[]()\t\r\n\x1b\x00')
    assert not name.startswith(("-", "'", " ", "="))
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co") for sign in name)
    assert clean_name(name) == name
    assert name_key(name) == name_key(name.upper().lower()) or not name.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Smith", "john  SMITH"), ("阿依努尔·买买提", "阿依努尔买买提"), ("Ｊohn", "John"), ("O'Neill", "ONeill")],
)
def test_names_that_people_hold_for_equal_are_found_by_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert len({name_key(name) for name in ("张伟", "张玮", "伟张", "𠮷野", "吉野")}) == 5


@pytest.mark.parametrize(
    ("name", "masked"),
    [("周梦溪", "周*溪"), ("张伟", "张*"), ("张", "*"), ("欧阳清", "欧阳*"), ("欧阳清风", "欧阳*风"), ("欧阳", "欧*"),
     ("John Smith", "J*** S****"), ("阿依努尔·买买提", "阿***·买**"), ("𠮷野家", "𠮷*家"), ("司马相如", "司马*如"),
     ("Ng", "N*"), ("张王梦溪", "张**溪")],
)  # fmt: skip
def test_a_screen_shows_enough_to_recognise_oneself_only_r5(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(alphabet="周梦溪欧阳清·abcDE '-é", max_size=40))
def test_a_mask_never_shows_a_whole_name(typed: str) -> None:
    try:
        name = clean_name(typed)
    except Unfit:
        return
    masked = mask_name(name)
    assert "*" in masked
    assert len([sign for sign in masked if sign.isalpha()]) < len([sign for sign in name if sign.isalpha()])


@pytest.mark.parametrize(
    ("phone", "masked"),
    [("+8613812345678", "138****5678"), ("+861012345678", "****5678"), ("+442079460958", "****0958")],
)
def test_a_phone_shows_its_ends_only_r5(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked
