"""Where somebody stands who missed the call: the three customs (R29)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.queueing.rules.ordering import Policy, in_order, rejoin
from tests.unit.queueing.ordering.line import NOW, candidate

EVERYONE = [candidate(number, 60 - number) for number in range(1, 13)]


def _order_after(policy: Policy, missed_times: int) -> list[int]:
    place = rejoin(EVERYONE, NOW, policy, missed_times)
    assert place is not None
    back = candidate(99, 0, line=place.line, joined_at=place.joined_at)
    return [one.sequence for one in in_order([*EVERYONE, back], NOW, policy)]


def test_inserted_after_two_first_visits() -> None:
    place = rejoin(EVERYONE, NOW, Policy("interleave"), 1)
    assert place is not None
    assert (place.line, place.joined_at) == ("missed", NOW)


@pytest.mark.parametrize(("missed_times", "before"), [(1, 5), (2, 10), (3, 12)])
def test_five_places_back_then_five_more_then_the_end(missed_times: int, before: int) -> None:
    order = _order_after(Policy("interleave", missed="places_back"), missed_times)
    assert order.index(99) == before


def test_five_places_back_are_five_places_whoever_stands_there_by_turns() -> None:
    waiting = [candidate(1, 60), candidate(2, 59), candidate(21, 90, line="return"), *EVERYONE[3:]]
    policy = Policy("interleave", missed="places_back", places_back=3)
    place = rejoin(waiting, NOW, policy, 1)
    assert place is not None
    assert place.joined_at > max(one.place[0] for one in waiting[:3])


def test_after_the_third_time_the_number_is_void() -> None:
    assert rejoin(EVERYONE, NOW, Policy(missed="places_back"), 4) is None


def test_in_a_short_queue_five_places_back_is_the_end() -> None:
    place = rejoin(EVERYONE[:3], NOW, Policy(missed="places_back"), 1)
    assert place is not None
    assert place.joined_at == NOW


def test_at_the_end_of_the_present_slot_of_the_clock() -> None:
    policy = Policy("interleave", missed="slot_end", slot_minutes=15)
    at = NOW.replace(minute=37, second=12)
    place = rejoin(EVERYONE, at, policy, 1)
    assert place is not None
    assert place.joined_at == at.replace(minute=45, second=0)
    back = candidate(99, line=place.line, joined_at=place.joined_at)
    in_time = candidate(50, at=at + timedelta(minutes=7))
    too_late = candidate(51, at=at + timedelta(minutes=8))
    order = [one.sequence for one in in_order([too_late, back, in_time], at + timedelta(minutes=20), policy)]
    assert order == [50, 99, 51]
