"""Numbers of paper and of the system never meet, whatever is typed or scanned (R105)."""

from __future__ import annotations

from itertools import accumulate, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.downtime.rules.codes import PaperNumber, code_of, read_paper
from server.queueing.rules.numbering import PAPER, next_after, next_paper, number
from server.registration.rules import Unfit

PREFIXES = st.from_regex(r"[A-HJ-NP-Z]{1,2}", fullmatch=True)
PACKS = st.text("23456789ABCDEFGHJKMNPQRSTWXYZ", min_size=8, max_size=8)


@given(PREFIXES, st.integers(0, 30_000), PREFIXES, st.sampled_from(PAPER))
def test_the_days_count_can_never_give_a_number_of_paper_r105(
    prefix: str, last: int, paper_prefix: str, paper: int
) -> None:
    assert number(prefix, next_after(last)) != number(paper_prefix, paper)


def test_the_count_of_a_day_leaves_out_the_papers_numbers_and_no_others_r105() -> None:
    given_out = list(accumulate(repeat(0, 10_500), lambda last, _: next_after(last)))[1:]
    assert set(range(1, 10_500)) - set(given_out) == set(PAPER)
    assert given_out == sorted(set(given_out))


@given(st.integers(0, 9_999), st.integers(1, 300))
def test_a_packs_numbers_are_paper_and_follow_the_last_ones_until_they_begin_again_r105(last: int, count: int) -> None:
    numbers = next_paper(last, count)
    assert len(numbers) == count
    assert set(numbers) <= set(PAPER)
    assert numbers.start in (max(last + 1, PAPER.start), PAPER.start)


@pytest.mark.parametrize("count", [0, -1, 1000])
def test_a_pack_of_no_or_too_many_numbers_is_no_pack(count: int) -> None:
    with pytest.raises(ValueError, match="a pack has"):
        next_paper(0, count)


@given(PACKS, PREFIXES, st.sampled_from(PAPER))
def test_a_code_is_read_as_what_was_printed_also_in_small_letters(pack: str, prefix: str, sequence: int) -> None:
    code = code_of(pack, prefix, sequence)
    assert read_paper(code) == read_paper(f" {code.lower()}\n") == PaperNumber(prefix, sequence, pack)
    assert read_paper(number(prefix, sequence)) == PaperNumber(prefix, sequence)
    assert str(read_paper(code)) == number(prefix, sequence)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"), ("   ", "required"), ("A012", "paper_not_of_paper"), ("A9000", "paper_not_of_paper"),
        ("A10000", "paper_format"), ("9001", "paper_format"), ("AAA9001", "paper_format"), ("A9001P", "paper_format"),
        ("HZ-7K3M9QX2-A012", "paper_format"), ("http://127.0.0.1/t/abc", "paper_format"), ("K7M2QX4P", "paper_format"),
    ],
)  # fmt: skip
def test_what_is_no_paper_number_is_told_from_one_of_the_system(typed: str, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        read_paper(typed)
    assert refused.value.code == code


@pytest.mark.parametrize("typed", ["a9001", "Ａ９００１", "A 9001"])
def test_small_full_width_and_spaced_letters_are_understood(typed: str) -> None:
    assert read_paper(typed) == PaperNumber("A", 9001)
