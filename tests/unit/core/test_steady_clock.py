"""Time: carried on by the monotonic clock, told in UTC, never running backwards."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.clock import SLEW_RATE, SteadyClock, SteppedClock, elapsed_seconds, instant
from tests.support.clock import MONDAY_MORNING, ManualClock

HOUR = 3600.0


class Machine:
    """A computer's two clocks."""

    def __init__(self) -> None:
        self.wall = MONDAY_MORNING.timestamp()
        self.monotonic = 1000.0

    def passes(self, seconds: float) -> None:
        """Both go on."""
        self.wall += seconds
        self.monotonic += seconds


def _steady() -> tuple[Machine, SteadyClock]:
    machine = Machine()
    return machine, SteadyClock(lambda: machine.wall, lambda: machine.monotonic)


@pytest.mark.parametrize("step", [HOUR, -HOUR])
def test_a_step_of_an_hour_ages_nobody_at_once(step: float) -> None:
    machine, clock = _steady()
    before = clock.now()
    machine.wall += step
    machine.passes(60)
    assert abs((clock.now() - before).total_seconds() - 60) <= 60 * SLEW_RATE + 0.001


def test_a_corrected_clock_is_followed_slowly_until_it_is_reached() -> None:
    machine, clock = _steady()
    machine.wall += 30
    for _ in range(700):
        machine.passes(1)
        clock.now()
    assert abs(clock.drift().total_seconds()) < 0.01


@given(st.lists(st.tuples(st.floats(0, 5000), st.floats(-7200, 7200)), max_size=40))
def test_time_never_runs_backwards(steps: list[tuple[float, float]]) -> None:
    machine, clock = _steady()
    told = clock.now()
    for passing, stepping in steps:
        machine.passes(passing)
        machine.wall += stepping
        now = clock.now()
        assert now >= told
        told = now


def test_many_threads_are_never_told_an_earlier_instant() -> None:
    machine, _ = _steady()
    slow = threading.Lock()

    def monotonic() -> float:
        with slow:
            machine.passes(0.001)
            told = machine.monotonic
        time.sleep(0)
        return told

    clock = SteadyClock(lambda: machine.wall, monotonic)

    def ask(_: int) -> bool:
        told = [clock.now() for _ in range(300)]
        return told == sorted(told)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(8)))
    assert abs(clock.drift().total_seconds()) < 0.01


def test_a_drill_moves_the_clock_by_a_file(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock = SteppedClock(ManualClock(), file)
    assert clock.now() == MONDAY_MORNING
    for written, moved in (("3600\n", HOUR), ("-90.5", -90.5), ("", 0), ("soon", 0)):
        file.write_text(written, encoding="ascii")
        assert clock.now() == MONDAY_MORNING + timedelta(seconds=moved)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_a_duration_is_never_negative(since: datetime, now: datetime) -> None:
    assert elapsed_seconds(since, now) >= 0


def test_an_instant_is_sent_in_utc_with_milliseconds() -> None:
    local = datetime(2026, 11, 23, 8, 30, 0, 123456, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert instant(local) == "2026-11-23T00:30:00.123Z"
