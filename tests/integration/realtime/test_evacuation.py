"""An evacuation: its text replaces every display of its halls, calling stops there, and all of it is written down."""

from __future__ import annotations

import pytest

from server.accounts.service import list_audit
from server.core.errors import Forbidden, Refusal
from server.queueing.service import call_ticket
from server.queueing.service.rooms import rooms_now
from server.realtime.service import end_emergency, raise_emergency
from tests.support.house import GUIDE, SUPERVISOR, WEST_GUIDE, House

TEXTS = {"zh-CN": "请从左侧楼梯离开", "en": "Please leave by the stairs on the left"}


def test_one_halls_evacuation_stops_its_calls_and_no_others_r103(house: House) -> None:
    first, second = house.patient("internal"), house.patient("internal")
    elsewhere = house.patient("ophthalmology")
    house.do(raise_emergency, TEXTS, "left", "east", by=SUPERVISOR)
    assert house.shown("east", staff=False)["emergency"]["texts"] == TEXTS
    assert house.shown("west", staff=False).get("emergency") is None
    with pytest.raises(Refusal, match="evacuation"):
        house.call("east-1")
    with pytest.raises(Refusal, match="evacuation"):
        house.do(call_ticket, "east-1", second, "needs help", by=SUPERVISOR)
    assert house.state(first) == house.state(second) == "waiting"
    [room, *_] = house.look(rooms_now, "ophthalmology")
    assert house.call(room[0].code) == elsewhere
    house.do(end_emergency, "east", by=SUPERVISOR)
    assert house.shown("east", staff=False).get("emergency") is None
    assert house.call("east-1") == first


def test_an_evacuation_of_the_whole_house_reaches_every_hall_and_is_written_down_r103(house: House) -> None:
    house.do(raise_emergency, TEXTS, "none", None, by=SUPERVISOR)
    for hall in ("east", "west", "dental", "emergency"):
        assert house.shown(hall, staff=False)["emergency"]["direction"] == "none"
    with pytest.raises(Forbidden):
        house.do(end_emergency, None, by=WEST_GUIDE)
    house.do(end_emergency, None, by=GUIDE)
    written = [entry["action"] for entry in house.look(list_audit)]
    assert written[:2] == ["emergency.ended", "emergency.raised"]
