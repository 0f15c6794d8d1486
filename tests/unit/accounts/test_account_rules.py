"""Who may do what, how often one may try, when a session ends (R11, R108)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.accounts.models import ROLES
from server.accounts.rules import (
    RIGHTS,
    TRIES,
    TRIES_WITHIN,
    SessionTimes,
    address_key,
    may,
    may_act_in_hall,
    number_key,
    order_halls,
    roles_that_may,
    seconds_until_next_try,
    secret_problem,
    session_stands,
    tries_left,
)

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def test_every_role_has_rights_and_no_other_role_has_any_r11() -> None:
    assert set(RIGHTS) == set(ROLES)
    assert not may("visitor", "queue.work")


@pytest.mark.parametrize(
    ("role", "action"),
    [
        ("guide", "queue.reorder"),
        ("guide", "visit_class.change"),
        ("guide", "devices.manage"),
        ("guide", "staff.manage"),
        ("doctor", "queue.work"),
        ("doctor", "tasks.work"),
        ("doctor", "devices.view"),
        ("supervisor", "staff.manage"),
        ("supervisor", "audit.read"),
    ],
)
def test_no_role_may_more_than_its_work_needs_r11(role: str, action: str) -> None:
    assert not may(role, action)


@pytest.mark.parametrize(
    ("role", "action"),
    [
        ("guide", "queue.work"),
        ("guide", "tasks.work"),
        ("doctor", "queue.call_own_room"),
        ("doctor", "patient.view"),
        ("supervisor", "queue.reorder"),
        ("supervisor", "devices.manage"),
        ("supervisor", "tasks.work"),
    ],
)
def test_each_role_may_do_its_own_work_r11(role: str, action: str) -> None:
    assert may(role, action)


def test_an_administrator_may_everything_that_anyone_may_r11() -> None:
    assert frozenset().union(*RIGHTS.values()) == RIGHTS["administrator"]


def test_a_misspelt_action_is_a_fault_and_not_an_open_door() -> None:
    with pytest.raises(ValueError, match="no role may"):
        roles_that_may("queue.wrok")


def test_staff_act_in_their_halls_and_an_administrator_in_every_one_r11() -> None:
    assert may_act_in_hall("guide", ["east"], "east")
    assert not may_act_in_hall("guide", ["east"], "west")
    assert may_act_in_hall("administrator", [], "west")


def test_the_hall_that_was_chosen_stands_first_and_a_foreign_one_never() -> None:
    assert order_halls(["a", "b", "c"], "b") == ("b", "a", "c")
    assert order_halls(["a", "b"], "z") == ("a", "b")
    assert order_halls(["a", "b"], None) == ("a", "b")


def test_the_tenth_try_within_15_minutes_is_the_last_r108() -> None:
    tries = [NOW + timedelta(seconds=30 * turn) for turn in range(TRIES)]
    assert seconds_until_next_try(tries[:9], tries[8]) == 0
    assert tries_left(tries[:9], tries[8]) == 1
    assert tries_left(tries, tries[9]) == 0
    assert seconds_until_next_try(tries, tries[9]) == 15 * 60 - 9 * 30


def test_the_oldest_try_frees_its_place_after_15_minutes_r108() -> None:
    tries = [NOW] * TRIES
    assert seconds_until_next_try(tries, NOW + TRIES_WITHIN - timedelta(milliseconds=1)) == 1
    assert seconds_until_next_try(tries, NOW + TRIES_WITHIN) == 0


@given(st.lists(st.integers(0, 3600), max_size=40), st.integers(0, 3600))
def test_no_window_of_15_minutes_ever_holds_an_eleventh_try_r108(offsets: list[int], later: int) -> None:
    made: list[datetime] = []
    for offset in [*sorted(offsets), later]:
        at = NOW + timedelta(seconds=offset)
        if seconds_until_next_try(made, at) == 0:
            made.append(at)
            assert sum(at - TRIES_WITHIN < other <= at for other in made) <= TRIES


@given(st.lists(st.integers(0, 1800), max_size=30), st.integers(0, 1800))
def test_the_told_wait_is_enough_and_never_above_15_minutes_r108(offsets: list[int], asked: int) -> None:
    tries = [NOW + timedelta(seconds=offset) for offset in offsets if offset <= asked]
    now = NOW + timedelta(seconds=asked)
    seconds = seconds_until_next_try(tries, now)
    assert 0 <= seconds <= TRIES_WITHIN.total_seconds()
    assert seconds_until_next_try(tries, now + timedelta(seconds=seconds)) == 0


def test_keys_of_tries_hold_no_typed_text_and_fit_their_column() -> None:
    assert "13800138000" not in number_key("13800138000")
    assert number_key("1001") != number_key("1002")
    assert len(number_key("x" * 500)) <= 64


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("fe80::1%eth0", "fe80::2%eth1"),
        (None, "not an address"),
    ],
)
def test_one_host_cannot_count_as_many_addresses_r108(one: str | None, other: str | None) -> None:
    assert address_key(one) == address_key(other)


def test_two_hosts_are_counted_apart() -> None:
    assert address_key("10.0.0.7") != address_key("10.0.0.8")
    assert address_key("2001:db8:1:2::1") != address_key("2001:db8:1:3::1")


def times(kind: str = "browser", revoked: datetime | None = None) -> SessionTimes:
    return SessionTimes(kind, NOW, NOW + timedelta(hours=24), revoked)


def test_a_session_ends_after_12_idle_hours_and_a_programs_token_does_not_r108() -> None:
    twelve = NOW + timedelta(hours=12)
    assert session_stands(times(), twelve - timedelta(seconds=1))
    assert not session_stands(times(), twelve)
    assert session_stands(times("program"), twelve)


def test_a_session_ends_at_its_end_and_at_once_when_revoked_r108() -> None:
    assert not session_stands(times("program"), NOW + timedelta(hours=24))
    assert not session_stands(times(revoked=NOW), NOW)


def test_a_pin_has_four_characters_and_an_administrators_six() -> None:
    assert secret_problem("123", "guide") == ("pin_too_short", 4)
    assert secret_problem("1234", "guide") is None
    assert secret_problem("12345", "administrator") == ("pin_too_short", 6)
    assert secret_problem("123456", "administrator") is None
    assert secret_problem("1" * 129, "guide") == ("too_long", 128)
