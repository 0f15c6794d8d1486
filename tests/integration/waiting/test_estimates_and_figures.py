"""How long it still takes, as a range from the queue as it is (R53); and the hall's live figures (R54)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from server.core.database import Work
from server.queueing import service
from server.queueing.models import RoomState
from server.waiting.service import day_figures, department_figures, department_load, estimate_ticket, newcomer_estimate
from tests.support.house import LIMIT, SHANGHAI, House

MONDAY = date(2026, 11, 23)


def _estimate(house: House, ticket: str) -> tuple[int, Any]:
    def told(work: Work) -> tuple[int, Any]:
        return estimate_ticket(work, service.find_ticket(work, ticket), SHANGHAI)

    answer: tuple[int, Any] = house.look(told)
    return answer


def _figures(house: House, code: str = "internal") -> dict[str, Any]:
    figures: dict[str, Any] = house.look(department_figures, code, MONDAY, 20)
    return figures


def test_more_people_ahead_never_mean_a_shorter_wait(house: House) -> None:
    ranges = []
    for _ in range(30):
        ranges.append(newcomer_estimate(house.look(department_load, "internal", SHANGHAI)))
        house.patient()
    assert all(one is not None and one.low <= one.likely <= one.high for one in ranges)
    for earlier, later in pairwise(ranges):
        assert (earlier.low, earlier.likely, earlier.high) <= (later.low, later.likely, later.high)


def test_fewer_rooms_mean_a_longer_wait_and_none_at_all_no_promise(house: House) -> None:
    """R53: nobody can say how long it takes where nobody is on duty."""
    patients = [house.patient() for _ in range(9)]
    before = _estimate(house, patients[-1])
    for room in ("east-1", "east-2", "east-3"):
        house.do(service.set_room_state, room, "paused")
    after = _estimate(house, patients[-1])
    assert (before[0], after[0]) == (8, 8)
    assert after[1].likely > before[1].likely
    house.do(service.set_room_state, "east-5", "closed")
    assert _estimate(house, patients[-1]) == (8, None)
    assert house.shown("east")["queue/internal"]["estimate"] is None


def test_the_estimate_learns_how_long_services_take_today(house: House) -> None:
    usual = house.look(department_load, "internal", SHANGHAI).times.mean
    for _ in range(12):
        house.patient()
        ticket = house.call("east-1")
        house.do(service.arrive, ticket)
        house.advance(minutes=18)
        house.do(service.finish, ticket)
    assert usual == pytest.approx(9)
    learned = house.look(department_load, "internal", SHANGHAI).times
    assert learned.mean == pytest.approx((12 * 18 + 6 * 9) / 18, rel=0.02)
    assert learned.pace(house.look(lambda work: work.session.get(RoomState, "east-1").doctor)) >= 1


def test_who_is_inside_for_longer_frees_the_room_sooner(house: House) -> None:
    for room in ("east-2", "east-3", "east-5"):
        house.do(service.set_room_state, room, "closed")
    inside, waits = house.patient(), house.patient()
    house.call("east-1")
    house.do(service.arrive, inside)
    first = _estimate(house, waits)[1].likely
    house.advance(minutes=5)
    later = _estimate(house, waits)[1].likely
    assert 2 <= first - later <= 5  # who has been inside for longer than most is not done any minute
    house.advance(hours=3)  # an endless consultation still ends
    assert 0 < _estimate(house, waits)[1].likely <= 5


def test_the_urgent_one_has_nobody_ahead(house: House) -> None:
    """R53: counted under the order in which people are really called."""
    patients = [house.patient() for _ in range(3)]
    urgent = house.patient()
    house.do(service.raise_urgency, urgent, 2, LIMIT)
    house.do(service.lower_urgency, urgent, 3)
    assert _estimate(house, urgent)[0] == 0
    assert [_estimate(house, patient)[0] for patient in patients] == [1, 2, 3]
    assert house.call("east-1") == urgent


def test_figures_of_a_day_without_patients_promise_nothing(house: House) -> None:
    assert _figures(house) == {
        "waiting": 0, "longest_wait_since": None, "median": None, "p90": None, "share_over_20": None, "over_20": 0,
    }  # fmt: skip


def test_figures_count_those_who_were_called_and_those_who_still_wait(house: House) -> None:
    """R54: median and 90th percentile of finished waits, the share over 20 minutes of all."""
    for minutes in (10, 20, 30):
        patient = house.patient()
        house.advance(minutes=minutes)
        assert house.call("east-1") == patient
        house.do(service.mark_missed, patient)
    waits = house.patient()
    since = house.ticket(waits).waiting_since
    house.advance(minutes=25)
    figures = _figures(house)
    assert (figures["waiting"], figures["over_20"]) == (1, 1)
    assert figures["longest_wait_since"] == since.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert (figures["median"], figures["p90"], figures["share_over_20"]) == (20.0, 28.0, 0.5)
    hall = house.look(day_figures, "east", MONDAY, 20)
    assert (hall["waiting"], hall["over_20"]) == (1, 1)
    assert set(hall["per_department"]) >= {"internal", "surgery", "cardiology"}


def test_yesterdays_waits_are_not_counted_today(house: House) -> None:
    patient = house.patient()
    house.advance(minutes=30)
    house.call()
    house.do(service.mark_missed, patient)
    assert house.look(department_figures, "internal", date(2026, 11, 24), 20)["median"] is None


def test_a_call_that_was_taken_back_is_no_finished_wait(house: House) -> None:
    patient = house.patient()
    house.advance(minutes=5)
    house.call()
    house.do(service.undo, patient)
    assert _figures(house)["median"] is None
