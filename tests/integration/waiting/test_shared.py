"""Estimates that phones of one department share: never other than what each would be told alone (R53)."""

from __future__ import annotations

from typing import Any

from server.core.database import Work
from server.queueing import service
from server.waiting.service import SharedEstimates, estimate_ticket
from tests.support.house import SHANGHAI, House


def _both(house: House, shared: SharedEstimates, ticket: str) -> tuple[Any, Any]:
    def told(work: Work) -> tuple[Any, Any]:
        found = service.find_ticket(work, ticket)
        return shared.of(work, found, SHANGHAI), estimate_ticket(work, found, SHANGHAI)

    answer: tuple[Any, Any] = house.look(told)
    return answer


def test_phones_are_told_the_same_after_every_move_of_the_queue_r53(house: House) -> None:
    shared = SharedEstimates()
    tickets = [house.patient() for _ in range(8)]
    seen = []
    for move in (
        lambda: None,
        lambda: house.call("east-1"),
        lambda: house.do(service.set_room_state, "east-2", "paused"),
        lambda: house.do(service.cancel, tickets[4], "gone"),
        house.patient,
    ):
        move()
        for ticket in tickets:
            kept, alone = _both(house, shared, ticket)
            assert kept == alone
        seen.append(_both(house, shared, tickets[7])[0])
    assert [ahead for ahead, _ in seen] == [7, 6, 6, 5, 5]


def test_what_is_kept_grows_old_where_nothing_moves_r53(house: House) -> None:
    shared = SharedEstimates()
    [called, *_, last] = [house.patient() for _ in range(6)]
    house.call("east-1")
    house.do(service.arrive, called)
    first = _both(house, shared, last)[0]
    house.advance(minutes=25)
    kept, alone = _both(house, shared, last)
    assert kept == alone
    assert kept != first
