"""When a device is silent, how long a code holds, who stands at the machine, how often strangers may call."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.devices.limits import Buckets
from server.devices.rules import (
    answers_new_press,
    is_device_code,
    is_on_this_machine,
    is_silent,
    may_approve,
    may_collect,
)

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def after(**passed: float) -> datetime:
    return NOW + timedelta(**passed)


def test_a_device_is_silent_after_30_seconds_and_not_before_r59() -> None:
    assert not is_silent(NOW, NOW, after(seconds=30))
    assert is_silent(NOW, NOW, after(seconds=30.001))


def test_a_restarted_server_does_not_take_its_own_absence_for_silence_r59() -> None:
    started = after(hours=2)
    assert not is_silent(NOW, started, started + timedelta(seconds=30))
    assert is_silent(NOW, started, started + timedelta(seconds=31))


def test_a_device_that_was_never_heard_is_not_missed() -> None:
    assert not is_silent(None, NOW, after(days=1))


def test_a_pairing_code_holds_10_minutes_and_its_token_one_more_r108() -> None:
    assert may_approve(NOW, after(minutes=9, seconds=59))
    assert not may_approve(NOW, after(minutes=10))
    assert may_collect(NOW, after(minutes=10, seconds=59))
    assert not may_collect(NOW, after(minutes=11))


def test_a_call_for_help_taken_long_ago_does_not_answer_a_new_person_r64() -> None:
    assert answers_new_press(None, after(hours=1))
    assert answers_new_press(NOW, after(minutes=2))
    assert not answers_new_press(NOW, after(minutes=3))


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_a_window_on_the_serving_machine_is_known_r108(address: str, host: str) -> None:
    assert is_on_this_machine(address, host, forwarded=False)


@pytest.mark.parametrize(
    ("address", "host", "forwarded"),
    [
        ("10.0.0.7", "localhost", False),
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "evil.example:8000", False),
        ("127.0.0.1", "localhost.evil.example", False),
        (None, "localhost", False),
        ("", "localhost", False),
    ],
)
def test_nobody_else_passes_for_the_serving_machine_r108(address: str | None, host: str, forwarded: bool) -> None:
    assert not is_on_this_machine(address, host, forwarded=forwarded)


@pytest.mark.parametrize(("code", "good"), [("k1", True), ("tv-east.2_b", True), ("", False), ("-x", False),
                                            ("a b", False), ("a/b", False), ("x" * 33, False)])  # fmt: skip
def test_a_device_code_is_short_and_plain(code: str, good: bool) -> None:
    assert is_device_code(code) is good


def test_an_address_that_calls_too_often_waits_and_others_do_not_r108() -> None:
    buckets = Buckets(burst=3, seconds_each=2)
    assert [buckets.seconds_to_wait("a", NOW) for _ in range(5)] == [0, 0, 0, 2, 2]
    assert buckets.seconds_to_wait("b", NOW) == 0
    assert buckets.seconds_to_wait("a", after(seconds=1)) == 1
    assert buckets.seconds_to_wait("a", after(seconds=2)) == 0
    assert buckets.seconds_to_wait("a", after(seconds=2)) == 2


def test_a_flood_of_addresses_neither_fills_the_memory_nor_stays_for_ever_r108() -> None:
    buckets = Buckets(burst=1, seconds_each=10, most_addresses=3)
    assert [buckets.seconds_to_wait(name, NOW) for name in "abcd"] == [0, 0, 0, 10]
    assert buckets.seconds_to_wait("d", after(seconds=10)) == 0


@given(st.lists(st.floats(0, 120), max_size=60))
def test_no_address_gets_more_than_its_burst_and_its_rate_r108(offsets: list[float]) -> None:
    buckets = Buckets(burst=5, seconds_each=3)
    passed = [offset for offset in sorted(offsets) if buckets.seconds_to_wait("a", after(seconds=offset)) == 0]
    for start in passed:
        for end in passed:
            if end >= start:
                inside = sum(start <= offset <= end for offset in passed)
                assert inside <= 5 + (end - start) / 3 + 1e-3
