"""Loops beside the requests: one that stalls is seen by readiness, one that has done its work is not missed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from server import loops
from server.loops import Loops


def _becomes(question: Callable[[], bool]) -> bool:
    end = time.monotonic() + 5
    while not question() and time.monotonic() < end:
        time.sleep(0.01)
    return question()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop counts as stalled after a moment."""
    monkeypatch.setattr(loops, "STALLED_SECONDS", 0.4)


def test_something_with_a_loop_of_its_own_is_seen_when_it_stalls() -> None:
    running, free = Loops(), threading.Event()
    free.set()

    def relay(stopped: Callable[[], bool]) -> None:
        while not stopped():
            time.sleep(0.01)
            free.wait(10)

    running.start_own("relay", relay)
    time.sleep(0.6)
    assert running.healthy()
    free.clear()
    assert _becomes(lambda: not running.healthy())
    free.set()
    assert _becomes(running.healthy)
    running.stop()


def test_what_waits_for_the_world_may_take_its_own_time_for_a_round() -> None:
    running, free = Loops(), threading.Event()

    def printer(stopped: Callable[[], bool]) -> None:
        while not stopped():
            free.wait(10)

    running.start_own("printer", printer, 60)
    time.sleep(0.6)
    assert running.healthy()
    free.set()
    running.stop()


def test_something_that_has_done_its_work_is_not_missed() -> None:
    running, done = Loops(), threading.Event()

    def fill(stopped: Callable[[], bool]) -> None:
        stopped()
        done.set()

    running.start_own("fill", fill)
    assert done.wait(5)
    time.sleep(0.5)
    assert running.healthy()
