"""A call that no screen has shown within three seconds is reported on the tablet, once."""

from __future__ import annotations

from server.core.outbox import snapshot
from server.queueing import service
from server.queueing.models import Call
from server.queueing.service.shown import (
    acknowledge_calls,
    anything_unshown,
    calls_to_acknowledge,
    find_unshown_calls,
)
from tests.support.house import House

SHOWN_WITHIN = 3


def _call(house: House) -> Call:
    called = house.do(service.call_next, "east-1")
    call: Call = called.call
    return call


def _acknowledge(house: House, call_id: str, hall: str, *, spoken: bool) -> None:
    calls = house.look(calls_to_acknowledge, hall, call_id=call_id, revision=None, spoken=spoken)
    house.do(acknowledge_calls, calls, spoken=spoken)


def _cards(house: House) -> list[str]:
    return [card["call_id"] for card in house.shown("east")["staff/tasks"]["unshown"]]


def test_a_call_that_is_shown_in_time_alarms_nobody(house: House) -> None:
    house.patient()
    call = _call(house)
    house.advance(seconds=2)
    _acknowledge(house, call.id, "east", spoken=True)
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
    _acknowledge(house, call.id, "east", spoken=False)
    _acknowledge(house, call.id, "east", spoken=False)
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
    _acknowledge(house, call.id, "west", spoken=True)
    _acknowledge(house, "no such call", "east", spoken=True)
    assert house.rows(Call, order=Call.id)[0].shown_at is None


def test_a_screen_that_names_the_revision_it_shows_acknowledges_every_call_up_to_it(house: House) -> None:
    """Contract: `shown {revision}`."""
    house.patient()
    house.advance(seconds=1)
    call = _call(house)
    revision = house.look(snapshot, "east", for_staff=False)["revision"]
    before = house.look(calls_to_acknowledge, "east", call_id=None, revision=revision - 1, spoken=False)
    assert before == []
    calls = house.look(calls_to_acknowledge, "east", call_id=None, revision=revision, spoken=False)
    assert calls == [call.id]
    house.do(acknowledge_calls, calls, spoken=False)
    assert house.look(calls_to_acknowledge, "east", call_id=None, revision=revision, spoken=False) == []
