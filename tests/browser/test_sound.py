"""What a hall hears: every call from its first to its last sample, one at a time, in the order in which they came."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.ear import RATE, Signal, loudest, places, recording, sentence
from tests.browser.house import House

pytestmark = pytest.mark.browser

ROOMS = ("east-1", "east-2", "east-3")
CHIME = [659, 523]
NOTICE = {"zh-CN": "请保管好您的物品", "en": "Please look after your belongings"}
OUT = {"zh-CN": "请从左侧楼梯离开", "en": "Please leave by the stairs on the left"}


def _given(house: House, kind: str, identifier: str, language: str) -> Signal:
    """A sentence as the server gives it to displays."""
    answer = house.staff("GET", f"/speech/{kind}/{identifier}/{language}.wav")
    assert answer.status == 200
    return sentence(answer.raw)


def _notice(house: House) -> str:
    answer = house.staff("POST", "/notices", {"texts": NOTICE, "hall": "east", "say": "now"})
    assert answer.status == 201
    return str(answer.json["id"])


def test_calls_that_come_at_once_are_heard_whole_one_at_a_time_in_order_and_before_a_notice_r60_r61(
    impatient_house: House,
) -> None:
    house = impatient_house
    for _ in ROOMS:
        house.register("internal")
    television = house.television("east", ear=True)
    television.page.evaluate("ear.ready")
    calls = [house.staff("POST", f"/rooms/{room}/call-next", {}).json["ticket"]["call_id"] for room in ROOMS]
    notice = _notice(house)
    wanted = {("calls", call, language): 2 if language == "zh-CN" else 1 for call in calls for language in NOTICE}
    wanted |= {("notices", notice, language): 1 for language in NOTICE}
    television.wait_for_words(sum(wanted.values()), seconds=100)
    television.page.wait_for_timeout(7_000)  # until the notice, which was just handed to the voice, is over

    heard = recording(television.page)
    said = []
    for what, times in wanted.items():
        sound = _given(house, *what)
        found = places(heard, sound)
        assert len(found) == times, (what, found)
        said += [(begin, begin + len(sound) / RATE, what[1]) for begin in found]
    said.sort()
    assert all(before[1] < after[0] for before, after in pairwise(said)), "two sentences at once"
    assert list(dict.fromkeys(identifier for _, _, identifier in said)) == [*calls, notice]
    assert len(television.notes()) == 2 * (len(calls) + 1)
    assert house.staff("POST", f"/notices/{notice}/remove", {}).status == 204


def test_a_quiet_hall_chimes_softly_says_so_and_hears_an_evacuation_at_full_volume_r62_r103(
    impatient_house: House,
) -> None:
    house = impatient_house
    house.register("andrology")
    television, tablet = house.television("west", ear=True), house.tablet("west")
    television.page.evaluate("ear.ready")
    expect(television.page.get_by_test_id("sound-off")).to_have_attribute("data-sound", "chime")
    called = house.staff("POST", "/rooms/west-15/call-next", {})
    assert called.status == 200, called.json
    expect(television.calling).to_have_text(called.json["ticket"]["number"])
    television.page.wait_for_function("recorded.notes.length >= 2")
    television.page.wait_for_timeout(2_000)
    assert television.said() == []
    assert 0.005 < loudest(recording(television.page)) < 0.1
    tablet.page.goto("/staff#/notices")
    expect(tablet.page.get_by_test_id("voice-now")).to_contain_text(tablet.say("staff-voice-chime"))
    expect(tablet.page.get_by_test_id("voice-now")).to_contain_text(tablet.say("staff-voice-volume", volume=30))

    house.staff("POST", "/emergency", {"hall": "west", "texts": OUT, "direction": "left"})
    try:
        said = television.wait_for_words(4, seconds=40)
        assert [line["text"] for line in said[:4]] == [*OUT.values(), *OUT.values()]
        assert loudest(recording(television.page)) > 0.8
    finally:
        house.staff("POST", "/emergency", {"hall": "west", "active": False})


def test_where_neither_server_nor_computer_can_speak_the_display_chimes_and_says_so_r59_r61(
    impatient_house: House,
) -> None:
    house = impatient_house
    house.register("dental")
    television = house.television("dental")
    television.page.context.route("**/api/v1/speech/**", lambda route: route.abort())
    called = house.staff("POST", "/rooms/dental-1/call-next", {})
    assert called.status == 200, called.json
    said = television.wait_for_words(3, seconds=30)
    assert [line["audible"] for line in said] == [False, False, False]
    assert television.notes() == CHIME
    expect(television.page.get_by_test_id("sound-off")).to_have_attribute("data-sound", "missing")
    expect(television.calling).to_have_text(called.json["ticket"]["number"])
