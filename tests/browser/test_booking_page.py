"""Booking online and the page of an appointment, end to end with the kiosk, the TV and the tablet (R67, R73–R75)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.appointments import DENTAL, NAME, PHONE, appointment, book_at, quarter_after
from tests.browser.booking import BookingPage
from tests.browser.house import House
from tests.browser.words import CHINESE, ENGLISH, LANGUAGES

pytestmark = pytest.mark.browser


def open_page(house: House, path: str, language: str = CHINESE, *, width: int = 390) -> BookingPage:
    """A phone on a public page."""
    page = house.page(width, 844, path, has_touch=True, is_mobile=True, locale=language)
    return BookingPage(page, language)


def own_page(house: House, *, hours: float, name: str = NAME, phone: str = PHONE) -> tuple[BookingPage, str]:
    """The page of an appointment in so many hours, and its id."""
    booked = book_at(house, quarter_after(house.now() + timedelta(hours=hours)), name=name, phone=phone)
    return open_page(house, booked["url"]), booked["id"]


def test_a_time_booked_online_becomes_a_number_at_the_kiosk_r67(house: House) -> None:
    phone = open_page(house, "/book")
    code = phone.book(DENTAL[CHINESE], "郑秀英", "13600003333")
    assert re.search(r"/a/[\w-]{24}$", phone.page.url)
    expect(phone.page.get_by_text("郑秀英")).to_have_count(0)
    assert phone.page.locator("a[download]").get_attribute("href").endswith("/calendar.ics")  # type: ignore[union-attr]
    kiosk = house.kiosk()
    kiosk.page.keyboard.type(phone.page.url)
    kiosk.page.keyboard.press("Enter")
    kiosk.title("kiosk-check-in-title")
    kiosk.tap("kiosk-check-in-do")
    kiosk.give_sex_and_age("female", "70")
    ticket = kiosk.ticket()
    assert ticket["appointment"]["code"] == code
    television, tablet = house.television("dental"), house.tablet("dental")
    expect(television.page.get_by_text(ticket["number"]).first).to_be_visible()
    expect(tablet.page.get_by_text(ticket["number"]).first).to_be_visible()
    phone.page.reload()
    phone.title("booking-checked-in-title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_field_says_what_to_mend_and_keeps_what_was_typed_r1(house: House, language: str) -> None:
    phone = open_page(house, "/book", language, width=360)
    phone.to_times(DENTAL[language])
    phone.times.first.click()
    phone.send()
    expect(phone.problems).to_have_text(
        [phone.say(f"booking-problem-{field}") for field in ("name-empty", "phone-empty", "consent")]
    )
    expect(phone.page.locator("#name")).to_be_focused()
    phone.page.fill("#name", "周2")
    phone.page.fill("#phone", "123")
    phone.send()
    expect(phone.problems).to_have_text(
        [phone.say(f"booking-problem-{field}") for field in ("name", "phone", "consent")]
    )
    phone.page.check("#consent")
    phone.page.go_back()
    phone.title("booking-times-title")
    phone.times.nth(1).click()
    expect(phone.page.locator("#name")).to_have_value("周2")
    expect(phone.page.locator("#consent")).to_be_checked()
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_time_taken_meanwhile_is_replaced_and_nothing_typed_is_lost_r72(house: House) -> None:
    first, second = open_page(house, "/book"), open_page(house, "/book")
    for page, name, number in ((first, "陈强", "13500004444"), (second, "马丽", "13500005555")):
        page.to_times(DENTAL[CHINESE])
        page.times.first.click()
        page.fill(name, number)
    first.send()
    first.title("booking-booked-title")
    second.send()
    second.title("booking-times-title")
    expect(second.page.get_by_role("alert")).to_contain_text(second.say("error-slot-taken"))
    second.times.first.click()
    expect(second.page.locator("#name")).to_have_value("马丽")
    second.send()
    second.title("booking-booked-title")
    assert second.shown != first.shown


def test_later_days_and_a_part_of_the_day_are_offered_when_asked_r74(house: House) -> None:
    phone = open_page(house, "/book")
    phone.to_times(DENTAL[CHINESE])
    before = phone.times.count()
    assert before in (2, 3)
    phone.tap("booking-more")
    expect(phone.times.nth(before)).to_be_visible()
    phone.page.get_by_role("radio", name=phone.say("booking-part-afternoon")).click()
    expect(phone.times.first).to_be_visible()
    assert all(time >= "12:00" for time in phone.page.locator(".time b").all_inner_texts())


def test_a_holder_changes_the_time_with_a_reason_and_the_old_address_leads_to_it_r73(house: House) -> None:
    phone, identifier = own_page(house, hours=30)
    old_address, before = phone.page.url, phone.shown
    phone.tap("booking-change")
    phone.title("booking-change-title")
    phone.times.last.click()
    phone.page.locator(".confirm .button").click()
    expect(phone.problems).to_have_text(phone.say("booking-reason-missing"))
    phone.tap("booking-reason-work")
    phone.page.locator(".confirm .button").click()
    phone.title("booking-changed-title")
    assert phone.page.url != old_address
    assert phone.shown != before
    moved = appointment(house, identifier)
    assert moved["state"] == "moved"
    now = appointment(house, moved["moved_to"])
    assert now["time"] == phone.shown["time"]
    assert phone.say("booking-reason-work") in [event["reason"] for event in now["history"]]
    again = open_page(house, old_address)
    again.title("booking-changed-title")
    assert again.shown == phone.shown


def test_who_cancels_gives_a_reason_and_is_offered_a_next_time_r75(house: House) -> None:
    phone, identifier = own_page(house, hours=31, name="黄丽", phone="13400006666")
    phone.tap("booking-cancel")
    sheet = phone.page.get_by_role("dialog")
    sheet.get_by_role("button", name=phone.say("booking-cancel-do"), exact=True).click()
    expect(phone.problems).to_have_text(phone.say("booking-reason-missing"))
    phone.tap("booking-reason-well")
    sheet.get_by_role("button", name=phone.say("booking-cancel-do"), exact=True).click()
    phone.title("booking-cancelled-title")
    assert appointment(house, identifier)["state"] == "cancelled"
    phone.times.first.click()
    phone.fill("黄丽", "13400006666")
    phone.send()
    phone.title("booking-booked-title")


def test_a_time_that_has_passed_and_an_unknown_address_say_so(house: House) -> None:
    phone, _ = own_page(house, hours=0.5, name="何伟", phone="13300007777")
    phone.title("booking-today-title")
    house.pass_time(60 * 60)
    phone.page.reload()
    phone.title("booking-late-title")
    expect(phone.page.get_by_role("button", name=phone.say("booking-change"), exact=True)).to_have_count(0)
    unknown = open_page(house, "/a/nobody-has-this-address-1", ENGLISH)
    unknown.title("booking-unknown-title")


def test_a_lost_line_loses_nothing_and_books_once(house: House) -> None:
    phone = open_page(house, "/book")
    phone.to_times(DENTAL[CHINESE])
    phone.times.first.click()
    phone.fill("罗兰", "13200008888")
    phone.page.context.set_offline(True)
    phone.send()
    expect(phone.page.get_by_role("alert").filter(has_text=phone.say("booking-not-sent"))).to_be_visible()
    expect(phone.page.locator("#name")).to_have_value("罗兰")
    phone.page.context.set_offline(False)
    phone.send()
    phone.title("booking-booked-title")


def test_the_language_is_the_browsers_and_can_be_changed(house: House) -> None:
    phone = open_page(house, "/book", ENGLISH)
    phone.title("booking-department-title")
    phone.page.get_by_role("button", name="中文", exact=True).click()
    phone.language = CHINESE
    phone.title("booking-department-title")


def test_who_does_not_wait_any_longer_comes_at_another_time_r48(house: House) -> None:
    ticket = house.register("dental", name="林大海", phone="13100009999")
    phone = house.phone(ticket["url"])
    phone.wait_for("waiting")
    phone.tap("phone-leave")
    phone.tap("phone-leave-time")
    phone.page.locator(".time").last.tap()
    phone.page.locator(".sheet-actions .button").first.tap()
    own = BookingPage(phone.page, CHINESE)
    own.title("booking-expected-title")
    assert house.staff("GET", f"/tickets/{ticket['id']}").json["state"] == "cancelled"
