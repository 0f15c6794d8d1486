"""Calling, missing, coming back, moving on: the tablet acts, the phone follows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.line import Line

pytestmark = pytest.mark.browser


def test_a_missed_call_is_taken_back_within_ten_seconds_and_refused_with_a_reason_after_them_r29(house: House) -> None:
    ticket = house.register("emergency")
    number, room = ticket["number"], "emergency-1"
    tablet, phone = house.tablet("emergency"), house.phone(ticket["url"])
    tablet.call_next(room, number)
    phone.wait_for("called")
    tablet.missed(room, number)
    phone.wait_for("missed")
    expect(phone.text("phone-missed-how")).to_be_visible()
    tablet.tap("common-undo", within=tablet.toast())
    tablet.room_state(room, "calling")
    phone.wait_for("called")

    tablet.missed(room, number)
    tablet.room_state(room, "free")
    house.pass_time(11)
    tablet.tap("common-undo", within=tablet.toast())
    expect(tablet.toast()).to_contain_text(tablet.say("staff-failed-undo", number=number))
    expect(tablet.toast()).to_contain_text(tablet.say("error-undo-too-late"))
    phone.wait_for("missed")


def test_whoever_missed_a_call_signs_in_again_and_is_called_again_r30_r48(house: House) -> None:
    ticket = house.register("emergency")
    number, room = ticket["number"], "emergency-2"
    tablet, television, phone = house.tablet("emergency"), house.television("emergency"), house.phone(ticket["url"])
    tablet.call_next(room, number)
    tablet.missed(room, number)
    phone.wait_for("missed")
    expect(television.queue("emergency")).not_to_contain_text(number)

    tablet.see(number)
    tablet.tap("staff-return-missed", number=number)
    phone.wait_for("waiting")
    expect(television.queue("emergency")).to_contain_text(number)
    tablet.page.goto("/staff#/hall")
    tablet.call_next(room, number)
    tablet.arrive(room, number)
    tablet.finish(room, number)
    phone.wait_for("finished")


def test_a_transfer_gives_a_new_number_and_the_same_phone_page_leads_to_it_r45(house: House) -> None:
    ticket = house.register("emergency")
    tablet, phone = house.tablet("emergency"), house.phone(ticket["url"])
    phone.wait_for("waiting")
    tablet.see(ticket["number"])
    tablet.tap("staff-transfer")
    sheet = tablet.page.locator(".staff-sheet")
    sheet.get_by_role("button", name="K 口腔科").tap()
    tablet.tap("staff-why-doctor-advice", within=sheet)
    sheet.locator(".staff-sheet-foot button").tap()
    expect(sheet).to_have_count(0)

    expect(phone.page.locator(".plate").first).to_have_attribute("aria-label", re.compile("^K "), timeout=9_000)
    phone.wait_for("waiting")
    expect(phone.page.locator(".place")).to_contain_text("一楼·口腔候诊区")
    expect(tablet.page.locator(".patient")).to_contain_text("K0")


def test_nobody_is_called_while_the_last_patient_has_not_left_and_the_button_says_why_r41(house: House) -> None:
    first, second = house.register("andrology"), house.register("andrology")
    room = "west-15"
    here, there = house.tablet("west"), house.tablet("west", line=(line := Line()))
    line.mute()
    here.call_next(room, first["number"])
    here.arrive(room, first["number"])
    there.call_next(room, first["number"])

    why = there.say("staff-refused-not-left", number=first["number"])
    expect(there.room(room)).to_contain_text(why)
    expect(there.toast()).to_have_count(0)
    line.speak()
    there.room_state(room, "occupied")
    here.see(second["number"])
    expect(here.page.locator(".patient-actions")).to_contain_text(why)

