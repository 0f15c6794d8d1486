"""Predictions are kept, meet the truth at the call, and teach the department (R53)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from server.queueing import service
from server.waiting.models import WaitLearning, WaitPrediction
from server.waiting.service import department_load, newcomer_estimate
from tests.support.house import LIMIT, SHANGHAI, House


def prediction(house: House, ticket: str) -> WaitPrediction:
    """What is kept of a ticket."""
    found: WaitPrediction = house.look(lambda work: work.session.get_one(WaitPrediction, ticket))
    return found


def one_room(house: House) -> None:
    """East 1 alone is on duty, and somebody is inside."""
    for room in ("east-2", "east-3", "east-5"):
        house.do(service.set_room_state, room, "closed")
    house.patient()
    house.do(service.arrive, house.call("east-1"))


def next_one(house: House, minutes: float) -> str:
    """The patient inside leaves after so long, and the next is called and goes in."""
    house.advance(minutes=minutes)
    inside = house.look(lambda work: service.room_state(work, "east-1").ticket)
    house.do(service.finish, inside)
    ticket: str = house.call("east-1")
    house.do(service.arrive, ticket)
    return ticket


def test_a_prediction_meets_its_truth_at_the_first_call(house: House) -> None:
    one_room(house)
    first, second = house.patient(), house.patient()
    kept = prediction(house, second)
    assert (kept.lane, kept.ahead, kept.waited) == ("first", 1, None)
    assert kept.likely is not None
    assert next_one(house, 8) == first
    assert next_one(house, 9) == second
    kept = prediction(house, second)
    assert (kept.called, kept.waited) == (1, pytest.approx(17))
    house.do(service.leave, second)
    house.advance(minutes=30)
    house.do(service.return_to_queue, second, LIMIT)
    assert house.call("east-1") == second
    assert prediction(house, second).waited == pytest.approx(17)


def test_who_can_go_in_at_once_teaches_nothing(house: House) -> None:
    ticket = house.patient()
    assert prediction(house, ticket).likely is None
    house.call("east-1")
    assert prediction(house, ticket).waited is None


def test_a_call_that_is_taken_back_is_no_truth(house: House) -> None:
    one_room(house)
    ticket = house.patient()
    house.advance(minutes=8)
    house.do(service.finish, house.look(lambda work: service.room_state(work, "east-1").ticket))
    assert house.call("east-1") == ticket
    assert prediction(house, ticket).waited == pytest.approx(8)
    house.do(service.undo, ticket)
    assert prediction(house, ticket).waited is None
    house.advance(minutes=2)
    house.call("east-1")
    assert prediction(house, ticket).waited == pytest.approx(10)


def test_a_red_flag_is_no_truth_about_the_queue(house: House) -> None:
    one_room(house)
    ticket = house.patient()
    house.do(service.raise_urgency, ticket, 2, LIMIT)
    house.do(service.lower_urgency, ticket, 3)
    next_one(house, 10)
    assert prediction(house, ticket).waited is None


def test_waits_that_always_take_longer_make_the_next_estimate_longer(house: House) -> None:
    """The usual length is 9 minutes; here a room stands idle for as long after each patient."""

    def likely() -> int:
        estimate: Any = house.look(lambda work: newcomer_estimate(department_load(work, "internal", SHANGHAI)))
        return int(estimate.likely)

    one_room(house)
    for _ in range(6):
        house.patient()
    before = likely()
    for _ in range(16):
        inside = house.look(lambda work: service.room_state(work, "east-1").ticket)
        house.advance(minutes=9)
        house.do(service.finish, inside)
        house.advance(minutes=9)
        house.do(service.arrive, house.call("east-1"))
        house.patient()
    learned = house.look(lambda work: work.session.get_one(WaitLearning, "internal").learned)
    assert learned["ratio"] > 1.3
    assert likely() > 1.2 * before


def test_a_moved_patient_starts_no_prediction_of_its_own(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=5)
    house.do(service.transfer, ticket, "surgery", "wish", LIMIT)
    assert len(house.look(lambda work: list(work.session.scalars(select(WaitPrediction))))) == 1
