"""How long a printer rests, what a look at it means, where a slip goes, when it is given up (R59, R105)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printers.config import KINDS, PrinterConfig
from printers.transports import longest
from server.printing.rules import (
    LEASE,
    LONGEST_REST,
    MOST_UNSURE,
    STILL_FRESH,
    Standing,
    after_look,
    chain_of,
    comes_to,
    hold,
    next_printer,
    rest,
    why_given_up,
)

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
MOST = timedelta(minutes=10)
CODES = st.sampled_from("abcdef")
SPARES = st.dictionaries(CODES, st.one_of(st.none(), CODES))


def test_a_printer_rests_twice_as_long_after_each_failure_and_a_minute_at_most() -> None:
    assert [rest(failures).total_seconds() for failures in (1, 2, 3, 4, 5, 6, 100)] == [5, 10, 20, 40, 60, 60, 60]
    assert rest(0) <= LONGEST_REST


def test_a_slow_line_is_given_the_time_that_a_picture_takes() -> None:
    for kind in KINDS:
        assert hold(kind, 9600) >= max(LEASE, timedelta(seconds=longest(PrinterConfig("", kind, "", baud=9600))))
    assert hold("serial", 9600) > timedelta(seconds=120)


@pytest.mark.parametrize(
    ("before", "seen", "after", "trouble"),
    [
        (Standing(), "ready", Standing("ready", True), False),
        (Standing(), "unknown", Standing(), False),  # it never tells its state
        (Standing("ready", True), "unknown", Standing("unknown", True), True),  # it used to
        (Standing("ready", True), "paper_low", Standing("paper_low", True), False),
        (Standing("unknown", True), "paper_out", Standing("paper_out", True), True),
        (Standing("unreachable"), "unknown", Standing(), False),  # it is reached again
        (Standing("stuck"), "unknown", Standing("stuck"), True),  # silence does not end what a slip has shown
        (Standing("stuck", True), "ready", Standing("ready", True), False),
        (Standing(), "no_permission", Standing("no_permission"), True),  # whatever else keeps slips from paper
    ],
)
def test_what_is_known_after_a_look(before: Standing, seen: str, after: Standing, trouble: bool) -> None:
    known = after_look(before, seen)
    assert (known, known.in_trouble) == (after, trouble)


def test_a_printer_out_of_use_stays_so_whatever_it_says_and_is_not_sent_to() -> None:
    known = after_look(Standing("ready", True, out_of_use=True), "ready")
    assert (known.out_of_use, known.usable, known.in_trouble) == (True, False, False)


@given(SPARES, CODES)
def test_a_chain_has_each_printer_once_and_only_those_that_stand(spares: dict[str, str | None], start: str) -> None:
    chain = chain_of(start, spares)
    assert len(set(chain)) == len(chain)
    assert set(chain) <= set(spares)
    assert chain == [] or chain[0] == start


@given(SPARES, CODES, st.sets(CODES))
def test_a_slip_goes_to_the_first_other_printer_of_its_chain_that_prints(
    spares: dict[str, str | None], start: str, well: set[str]
) -> None:
    chain = chain_of(start, spares)
    goal = next_printer(chain, start, well.__contains__)
    others = [code for code in chain if code != start and code in well]
    assert goal == (others[0] if others else None)


def test_a_slip_comes_home_always_and_to_a_spare_only_from_where_nothing_prints() -> None:
    chain = ["own", "first", "second"]
    assert comes_to(chain, "first", "own", at_usable=True)
    assert comes_to(chain, "own", "second", at_usable=False)
    assert not comes_to(chain, "first", "second", at_usable=True)
    assert not comes_to(chain, "own", "stranger", at_usable=False)
    assert not comes_to(chain, "own", "own", at_usable=False)


@pytest.mark.parametrize(
    ("age", "overtaken", "failed", "unsure", "why"),
    [
        (timedelta(0), False, False, 0, None),
        (MOST - timedelta(seconds=1), False, True, 1, None),
        (MOST, False, False, 0, "too_old"),
        (timedelta(0), True, False, 0, None),  # the slip is just coming out
        (timedelta(0), True, True, 0, "overtaken"),
        (STILL_FRESH, True, False, 0, "overtaken"),
        (timedelta(0), False, False, MOST_UNSURE, "unsure"),
    ],
)
def test_when_a_slip_is_given_up(age: timedelta, overtaken: bool, failed: bool, unsure: int, why: str | None) -> None:
    given_up = why_given_up(
        created_at=NOW - age, overtaken_at=NOW if overtaken else None, failed=failed, unsure=unsure, now=NOW, most=MOST
    )
    assert given_up == why
