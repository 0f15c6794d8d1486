"""Who is on duty: one notion for the whole house (R26, R33, R46)."""

from __future__ import annotations

import pytest

from server.queueing.rules.duty import Duty, Seat, duty_of


@pytest.mark.parametrize(
    ("state", "doctor", "on_duty", "ready"),
    [
        ("open", "1002", True, True), ("paused", "1002", True, False), ("closed", "1002", False, False),
        ("open", None, False, False), ("paused", None, False, False),
    ],
)  # fmt: skip
def test_a_short_absence_leaves_a_doctor_on_duty_and_calls_nobody_r26_r46(
    state: str, doctor: str | None, on_duty: bool, ready: bool
) -> None:
    seat = Seat("1", state, doctor)
    assert (seat.on_duty, seat.ready) == (on_duty, ready)


def test_the_first_free_room_of_a_ready_doctor_stands_in_r33() -> None:
    seats = [
        Seat("1", "open", "1001", taken=True), Seat("2", "paused", "1002"), Seat("3", "open", None),
        Seat("4", "open", "1004"), Seat("5", "open", "1005"),
    ]  # fmt: skip
    assert duty_of(seats) == Duty(frozenset({"1001", "1002", "1004", "1005"}), frozenset({"1001", "1004", "1005"}), "4")
    assert duty_of([]) == Duty(frozenset(), frozenset(), None)
