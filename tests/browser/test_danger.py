"""Danger words at a kiosk and on a phone: no queue, staff at once, and the page says who comes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.kiosk import Kiosk
from tests.browser.pace import at_once
from tests.browser.recorder import seen_at, touched_at, watch_for
from tests.browser.words import ENGLISH

pytestmark = pytest.mark.browser

THREE_RISING_NOTES = [659, 831, 988]


def test_a_danger_chip_turns_the_kiosk_red_and_rings_the_tablet_within_a_second_until_it_is_ended_r22_r107(
    house: House,
) -> None:
    tablet, kiosk = house.tablet("east"), house.kiosk()
    kiosk.register(pinyin=(("zhao", "赵"), ("li", "丽")))
    kiosk.page.get_by_role("button", name="胸口", exact=True).tap()
    watch_for(tablet.page, "[data-task^='alarm-']")
    kiosk.page.locator(".chip-danger").first.tap()

    kiosk.title("kiosk-red-sit")
    card = tablet.task("alarm").first
    assert seen_at(tablet.page) - touched_at(kiosk.page) < at_once()
    expect(card).to_contain_text("胸")
    expect(card).not_to_contain_text("赵丽")
    expect(card).to_contain_text("1 号取号机旁")
    assert tablet.notes(3)[:3] == THREE_RISING_NOTES
    _clock_runs(kiosk)
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-red-told"))).to_be_visible()
    expect(kiosk.page.locator(".plate")).to_have_count(0)

    tablet.tap("staff-alarm-go", within=card)
    expect(card).to_contain_text(tablet.say("staff-alarm-claimed-title"))
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-red-coming"))).to_be_visible()
    tablet.tap("staff-alarm-handed-over", within=card)
    expect(tablet.task("alarm")).to_have_count(0)
    expect(kiosk.page.locator(".page-home")).to_be_visible(timeout=9_000)


def test_danger_in_ones_own_words_raises_the_same_alarm_and_no_number_r22_r64(house: House) -> None:
    tablet, kiosk = house.tablet("east", language=ENGLISH), house.kiosk(ENGLISH)
    kiosk.register(letters="Tom Reed")
    kiosk.button(kiosk.say("kiosk-words-label")).tap()
    kiosk.write("crushing chest pain")
    kiosk.tap("kiosk-words-done")
    kiosk.next()

    kiosk.title("kiosk-red-sit")
    card = tablet.task("alarm").first
    expect(card).to_be_visible()
    expect(kiosk.page.locator(".plate")).to_have_count(0)
    kiosk.tap("kiosk-red-mistake")
    kiosk.title("kiosk-where-title")
    expect(card).to_be_visible()
    tablet.tap("staff-alarm-go", within=card)
    tablet.tap("staff-alarm-false", within=card)
    expect(tablet.task("alarm")).to_have_count(0)


def test_feeling_worse_on_the_phone_brings_a_guide_and_keeps_the_place_r24_r64(house: House) -> None:
    ticket = house.register("emergency")
    tablet, phone = house.tablet("emergency"), house.phone(ticket["url"])
    phone.tap("phone-worse")
    phone.page.locator("#worse-text").fill("有点累，想喝水")
    phone.tap("phone-worse-send")

    expect(phone.text("phone-worse-told")).to_be_visible()
    card = tablet.task("help").filter(has_text=ticket["number"])
    expect(card).to_contain_text(tablet.say("staff-help-title-worse", place=ticket["number"]))
    phone.tap("common-done")
    phone.wait_for("waiting")
    tablet.tap("staff-help-claim", within=card)
    tablet.tap("staff-help-resolve", within=card)
    expect(card).to_have_count(0)


def test_a_danger_sign_on_the_phone_takes_the_ticket_out_of_the_queue_and_calls_staff_r22_r24(house: House) -> None:
    ticket = house.register("emergency")
    number = ticket["number"]
    television, tablet, phone = house.television("emergency"), house.tablet("emergency"), house.phone(ticket["url"])
    expect(television.queue("emergency")).to_contain_text(number)
    phone.tap("phone-worse")
    phone.page.locator(".sheet .chip").filter(has_text=re.compile("喘不上气|呼吸")).first.tap()
    watch_for(tablet.page, "[data-task^='alarm-']", number)
    phone.tap("phone-worse-send")

    phone.wait_for("urgent")
    assert seen_at(tablet.page) - touched_at(phone.page) < at_once()
    expect(television.queue("emergency")).not_to_contain_text(number)
    expect(phone.text("phone-urgent-told")).to_be_visible()
    card = tablet.task("alarm", text=number)
    tablet.tap("staff-alarm-go", within=card)
    tablet.tap("staff-alarm-handed-over", within=card)
    expect(card).to_have_count(0)


def test_who_holds_a_number_says_it_at_the_kiosk_and_their_ticket_turns_urgent_r24_r22(house: House) -> None:
    ticket = house.register("emergency")
    number = ticket["number"]
    television, tablet, kiosk = house.television("emergency"), house.tablet("emergency"), house.kiosk()
    expect(television.queue("emergency")).to_contain_text(number)
    kiosk.page.locator(".emergency").tap()
    kiosk.tap("kiosk-worse-holder")
    kiosk.title("kiosk-worse-number-title")
    kiosk.press(number[1:])
    kiosk.next()
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-number-letter"))
    kiosk.page.get_by_role("button", name=number[0], exact=True).tap()
    expect(kiosk.problem).to_have_count(0)
    kiosk.next()
    kiosk.title("kiosk-worse-title")
    watch_for(tablet.page, "[data-task^='alarm-']", number)
    kiosk.page.locator(".worse-sign").filter(has_text=re.compile("^胸")).tap()

    kiosk.title("kiosk-red-sit")
    card = tablet.task("alarm", text=number)
    expect(card).to_contain_text("胸")
    assert seen_at(tablet.page) - touched_at(kiosk.page) < at_once()
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-red-told"))).to_be_visible()
    expect(television.queue("emergency")).not_to_contain_text(number)
    now = house.staff("GET", f"/tickets/{ticket['id']}").json
    assert now["state"] == "urgent"
    assert now["triage"]["kind"] == "worse"
    assert [event["kind"] for event in now["history"]] == ["issued", "worse"]

    tablet.tap("staff-alarm-go", within=card)
    tablet.tap("staff-alarm-handed-over", within=card)
    expect(card).to_have_count(0)
    expect(kiosk.page.locator(".page-home")).to_be_visible(timeout=9_000)
    expect(kiosk.page.locator("body")).not_to_contain_text(number)


def test_own_words_without_danger_bring_a_guide_to_who_holds_a_number_r24_r64(house: House) -> None:
    ticket = house.register("internal")
    number = ticket["number"]
    tablet, kiosk = house.tablet("east", language=ENGLISH), house.kiosk(ENGLISH)
    kiosk.page.locator(".emergency").tap()
    kiosk.tap("kiosk-worse-holder")
    kiosk.page.get_by_role("button", name=number[0], exact=True).tap()
    kiosk.press(number[1:].lstrip("0"))
    kiosk.next()
    kiosk.tap("kiosk-worse-words")
    kiosk.write("a bit tired")
    kiosk.tap("kiosk-worse-words-done")

    sheet = kiosk.page.locator(".help-sheet")
    expect(sheet).to_contain_text(kiosk.say("kiosk-worse-told-second", number=number))
    card = tablet.task("help", text=number)
    tablet.tap("staff-help-claim", within=card)
    expect(sheet).to_contain_text(kiosk.say("kiosk-help-coming"))
    tablet.tap("staff-help-resolve", within=card)
    expect(card).to_have_count(0)
    kiosk.tap("kiosk-ticket-done")
    expect(kiosk.page.locator("body")).not_to_contain_text(number)
    assert house.staff("GET", f"/tickets/{ticket['id']}").json["state"] == "waiting"


def _clock_runs(kiosk: Kiosk) -> None:
    clock = kiosk.page.locator(".red-clock")
    before = clock.inner_text()
    expect(clock).not_to_have_text(before, timeout=3_000, use_inner_text=True)
