"""A message into a room and back without a sound, and a hall that is too full, on both tablets (R44, R47)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.house import HALLS, PIN, House
from tests.browser.tablet import Tablet
from tests.browser.words import LANGUAGES

pytestmark = pytest.mark.browser

#: 唐慧, who sits in room 1 of the dental clinic.
TANG = "1025"


@pytest.fixture
def dental(house: House) -> Iterator[House]:
    """The house, in which 唐慧 may sign in; her room is open again afterwards."""
    body = {"number": TANG, "name": "唐慧", "role": "doctor", "halls": list(HALLS), "pin": PIN}
    assert house.staff("POST", "/staff", body).status in (201, 409, 422)
    yield house
    house.staff("POST", "/rooms/dental-1/state", {"state": "open"})


def bar(tablet: Tablet) -> Locator:
    """The doctor's bar of messages."""
    return tablet.page.locator(".room-bar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_goes_into_the_room_without_a_sound_and_comes_back_answered_r44(
    dental: House, language: str
) -> None:
    number = dental.register("dental", doctor=TANG)["number"]
    desk = dental.tablet("dental", language=language)
    room = dental.tablet("dental", number=TANG, language=language)
    expect(bar(room)).to_contain_text(room.say("staff-message-none"))

    desk.see(number)
    desk.tap("staff-more")
    desk.tap("staff-message-about-ticket")
    sheet = desk.page.get_by_role("dialog").last
    sheet.get_by_role("button", name={"zh-CN": "唐慧", "en": "Tang Hui"}[language]).tap()
    expect(desk.button("staff-message-send", within=sheet)).to_be_disabled()
    desk.tap("message-here", within=sheet)
    sheet.get_by_role("textbox").fill("轮椅在门口")
    desk.tap("staff-message-send", within=sheet)
    desk.page.goto("/staff#/hall")
    card = desk.task("message").first

    line = room.page.locator(".room-message").first
    expect(line).to_contain_text(room.say("message-here"))
    expect(line).to_contain_text("轮椅在门口")
    expect(card.locator(".is-delivered")).to_be_visible()
    room.tap("staff-message-reply", within=line)
    expect(card.locator(".is-read")).to_be_visible()
    room.tap("answer-send-in", within=line)
    expect(card).to_contain_text(desk.say("answer-send-in"))
    expect(bar(room)).to_contain_text(room.say("staff-message-none"))
    assert room.notes() == [], "nothing is heard in the room"
    desk.tap("staff-message-seen", within=card)
    expect(desk.task("message")).to_have_count(0)


def test_the_doctor_tells_the_desk_and_an_unread_message_stands_out_r44(dental: House) -> None:
    desk = dental.tablet("dental")
    room = dental.tablet("dental", number=TANG)
    room.tap("staff-message-write-desk")
    sheet = room.page.get_by_role("dialog")
    room.tap("message-later", within=sheet)
    room.tap("staff-message-send", within=sheet)
    card = desk.task("message").first
    expect(card).to_contain_text(desk.say("message-later"))
    desk.tap("answer-ok", within=card)
    expect(room.page.locator(".room-message.is-sent")).to_contain_text(room.say("answer-ok"))
    room.tap("staff-message-seen")

    desk.tap("staff-message-write-room")
    sheet = desk.page.get_by_role("dialog")
    sheet.get_by_role("button", name="唐慧").tap()
    desk.tap("message-results", within=sheet)
    desk.tap("staff-message-send", within=sheet)
    expect(desk.task("message").first.locator(".is-delivered")).to_be_visible()
    dental.pass_time(181)
    desk.page.reload()
    expect(desk.task("message").first.locator(".is-unread")).to_be_visible()
    desk.tap("staff-message-take-back", within=desk.task("message").first)
    expect(room.page.locator(".room-message")).to_have_count(0)
