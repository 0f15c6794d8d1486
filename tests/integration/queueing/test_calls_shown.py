"""A call that no screen has shown within three seconds is reported on the tablet, once."""

from __future__ import annotations

from server.queueing import service
from server.queueing.models import Call
from server.queueing.service.call import acknowledge_call, anything_unshown, find_unshown_calls
from tests.support.house import House

SHOWN_WITHIN = 3


def _call(house: House) -> Call:
    called = house.do(service.call_next, "east-1")
    call: Call = called.call
    return call


def _cards(house: House) -> list[str]:
    return [card["call_id"] for card in house.shown("east")["staff/tasks"]["unshown"]]


def test_a_call_that_is_shown_in_time_alarms_nobody(house: House) -> None:
    house.patient()
    call = _call(house)
    house.advance(seconds=2)
    house.do(acknowledge_call, call.id, "east", spoken=True)
    house.advance(seconds=2)
    assert house.look(anything_unshown, SHOWN_WITHIN) is False
    (row,) = house.rows(Call, order=Call.id)
    assert row.shown_at is not None
    assert row.spoken_at == row.shown_at


def test_a_call_that_nobody_shows_alarms_once_after_three_seconds(house: House) -> None:
    house.patient()
    call = _call(house)
    house.advance(seconds=2.9)
    assert house.look(anything_unshown, SHOWN_WITHIN) is False
    house.advance(seconds=0.1)
    assert [one.id for one in house.do(find_unshown_calls, SHOWN_WITHIN)] == [call.id]
    assert house.do(find_unshown_calls, SHOWN_WITHIN) == []
    assert _cards(house) == [call.id]


def test_a_late_screen_takes_the_alarm_away(house: House) -> None:
    house.patient()
    call = _call(house)
    house.advance(seconds=5)
    house.do(find_unshown_calls, SHOWN_WITHIN)
    house.do(acknowledge_call, call.id, "east", spoken=False)
    house.do(acknowledge_call, call.id, "east", spoken=False)
    assert _cards(house) == []


def test_a_call_that_was_taken_back_or_answered_alarms_nobody(house: House) -> None:
    first = house.patient()
    call = _call(house)
    house.do(service.undo, first)
    house.advance(seconds=5)
    assert house.do(find_unshown_calls, SHOWN_WITHIN) == []
    _call(house)
    house.advance(seconds=5)
    house.do(find_unshown_calls, SHOWN_WITHIN)
    house.do(service.arrive, first)
    assert _cards(house) == []
    assert house.rows(Call, Call.id == call.id, order=Call.id)[0].withdrawn


def test_a_screen_of_another_hall_acknowledges_nothing_here(house: House) -> None:
    house.patient()
    call = _call(house)
    house.do(acknowledge_call, call.id, "west", spoken=True)
    house.do(acknowledge_call, "no such call", "east", spoken=True)
    assert house.rows(Call, order=Call.id)[0].shown_at is None
