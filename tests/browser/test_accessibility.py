"""axe finds nothing on the pages that people use, in both languages."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from server.writing.service import available as handwriting
from tests.browser.appointments import DENTAL, book_at, quarter_after
from tests.browser.booking import BookingPage
from tests.browser.bookings import Bookings, book, day_after, free_times
from tests.browser.house import SUPERVISOR, House
from tests.browser.words import CHINESE, ENGLISH, LANGUAGES
from tests.support.product import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHIPS = {CHINESE: ("嘴、牙齿", "牙疼", "口腔科"), ENGLISH: ("Mouth, teeth", "toothache", "Dental Clinic")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
def test_axe_finds_nothing_at_the_kiosk_r64(house: House, language: str, large: bool) -> None:
    kiosk = house.kiosk(language, large=large)
    region, chip, department = CHIPS[language]
    checked = Checked(kiosk.page)
    checked.page_is("home")
    kiosk.tap("kiosk-way-new")
    kiosk.next()
    checked.page_is("name with a mistake")
    if handwriting():
        kiosk.button(kiosk.say("kiosk-key-hand")).tap()
        kiosk.draw("王")
        expect(kiosk.read("王")).to_be_visible()
        checked.page_is("handwriting")
        kiosk.tap("kiosk-key-clear-all")
    kiosk.field("name").fill("王芳")
    kiosk.next()
    checked.page_is("sex and age")
    kiosk.give_sex_and_age("female", "40")
    checked.page_is("phone")
    kiosk.give_phone(None)
    kiosk.page.get_by_role("button", name=region, exact=True).tap()
    kiosk.button(chip).tap()
    checked.page_is("where")
    kiosk.next()
    kiosk.title("kiosk-suggest-title", department=department)
    checked.page_is("suggestion")
    kiosk.tap("kiosk-suggest-yes", department=department)
    kiosk.title("kiosk-check-first")
    checked.page_is("read-back")
    kiosk.tap("kiosk-agree")
    kiosk.ticket()
    checked.page_is("number")
    kiosk.tap("kiosk-ticket-done")
    kiosk.page.locator(".emergency").tap()
    checked.page_is("worse")
    checked.nothing_found()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_tablet_r64(house: House, language: str) -> None:
    waiting, called = house.register("emergency"), house.register("emergency")
    tablet = house.tablet("emergency", number=SUPERVISOR, language=language)
    tablet.call_next("emergency-1", waiting["number"])
    tablet.room_state("emergency-1", "calling")
    checked = Checked(tablet.page)
    checked.page_is("hall")
    tablet.tap("staff-message-write-room")
    checked.page_is("message")
    tablet.page.keyboard.press("Escape")
    tablet.see(called["number"])
    checked.page_is("patient")
    for page in ("patients", "devices", "notices"):
        tablet.page.goto(f"/staff#/{page}")
        tablet.page.wait_for_timeout(300)
        checked.page_is(page)
        if page == "devices":
            tablet.page.locator("#tab-printers").tap()
            tablet.page.locator("#device-desk-printer button").tap()
            checked.page_is("a printer")
            tablet.page.locator(".staff-sheet-head .icon-button").tap()
            checked.page_is("printers")
    tablet.page.context.clear_cookies()
    tablet.page.reload()
    expect(tablet.page.locator(".sign-in")).to_be_visible()
    checked.page_is("sign-in")
    checked.nothing_found()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_tablets_appointments_r64(house: House, language: str) -> None:
    tomorrow = free_times(house, earliest=day_after(house))
    appointment = book(house, tomorrow[0])
    book(house, free_times(house, earliest=day_after(house), doctor="1027")[0])
    away = {"doctor": "1027", "kind": "off", "first": day_after(house), "reason": "请假"}
    assert house.staff("POST", "/roster/exceptions", {"request_id": f"axe-away-{language}", **away}).status == 201
    bookings = Bookings(house.tablet("dental", number=SUPERVISOR, language=language))
    tablet = bookings.tablet
    checked = Checked(tablet.page)
    for tab in ("reminders", "roster", "conflicts", "callbacks", "count-page", "day"):
        bookings.open(tab)
        tablet.page.wait_for_timeout(300)
        checked.page_is(tab)
    tablet.tap("staff-appt-book")
    bookings.offers().first.tap()
    bookings.send()
    checked.page_is("booking with mistakes")
    tablet.page.keyboard.press("Escape")
    bookings.see(appointment)
    checked.page_is("appointment")
    bookings.change("staff-appt-reschedule")
    bookings.offers().first.tap()
    checked.page_is("another time")
    checked.nothing_found()


def test_axe_finds_nothing_on_the_displays_r64(house: House) -> None:
    house.register("emergency")
    television = house.television("emergency")
    checked = Checked(television.page)
    checked.page_is("hall, waiting")
    assert house.staff("POST", "/rooms/emergency-1/call-next", {}).status == 200
    expect(television.calling).to_be_visible()
    television.page.wait_for_timeout(500)
    checked.page_is("hall, calling")
    television.page.goto("/display/emergency/emergency-1")
    expect(television.page.locator(".door-call")).to_be_visible()
    checked.page_is("door")
    checked.nothing_found()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_phone_r64(house: House, language: str) -> None:
    ticket = house.register("emergency", language=language)
    phone = house.phone(ticket["url"], language=language)
    phone.wait_for("waiting")
    checked = Checked(phone.page)
    checked.page_is("waiting")
    phone.tap("phone-worse")
    phone.page.wait_for_timeout(300)
    checked.page_is("worse")
    phone.tap("common-back")
    assert house.staff("POST", "/rooms/emergency-2/call-next", {}).status == 200
    phone.wait_for("called")
    checked.page_is("called")
    assert house.staff("POST", f"/tickets/{ticket['id']}/missed", {}).status == 200
    phone.wait_for("missed")
    checked.page_is("missed")
    checked.nothing_found()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
def test_axe_finds_nothing_on_the_kiosks_pages_for_appointments_r64(
    house: House, language: str, large: bool
) -> None:
    hours = 2 + LANGUAGES.index(language) + 2 * large
    booked = book_at(house, quarter_after(house.now() + timedelta(hours=hours)))
    kiosk = house.kiosk(language, large=large)
    checked = Checked(kiosk.page)
    kiosk.tap("kiosk-way-appointment")
    kiosk.tap("kiosk-find-do")
    checked.page_is("search by phone with a mistake")
    kiosk.choose("kiosk-find-by-code")
    kiosk.press(booked["code"])
    checked.page_is("search by code")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-check-in-title")
    checked.page_is("check-in")
    kiosk.tap("kiosk-not-mine")
    kiosk.press("ZZZZZZZZ")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-not-found-appointment")
    checked.page_is("no appointment")
    kiosk.tap("kiosk-book")
    checked.page_is("departments to book")
    kiosk.page.locator(".departments .card-choice").first.tap()
    expect(kiosk.page.locator(".time-choice").first).to_be_visible()
    checked.page_is("times")
    kiosk.page.locator(".time-choice").last.tap()
    kiosk.field("name").fill("王芳")
    kiosk.next()
    kiosk.give_phone("13812349999")
    kiosk.title("kiosk-book-check")
    checked.page_is("booking read back")
    kiosk.tap("kiosk-book-agree")
    kiosk.title("kiosk-booked-title")
    checked.page_is("booked")
    checked.nothing_found()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_pages_for_booking_r64(house: House, language: str) -> None:
    page = house.page(390, 844, "/book", has_touch=True, is_mobile=True, locale=language)
    booking = BookingPage(page, language)
    checked = Checked(page)
    booking.title("booking-department-title")
    checked.page_is("departments")
    booking.choose(DENTAL[language])
    booking.title("booking-doctor-title")
    checked.page_is("doctors")
    booking.choose(booking.say("booking-doctor-any"))
    expect(booking.times.first).to_be_visible()
    checked.page_is("times")
    booking.times.last.click()
    booking.send()
    checked.page_is("details with mistakes")
    booking.fill("王芳", "13812340000" if language == CHINESE else "13812341111")
    booking.send()
    booking.title("booking-booked-title")
    checked.page_is("booked")
    booking.tap("booking-change")
    booking.times.first.click()
    checked.page_is("another time")
    page.go_back()
    booking.tap("booking-cancel")
    checked.page_is("cancelling")
    booking.tap("booking-reason-other")
    page.get_by_role("dialog").get_by_role("button", name=booking.say("booking-cancel-do"), exact=True).click()
    booking.title("booking-cancelled-title")
    checked.page_is("cancelled")
    page.goto("/a/nobody-has-this-address-1")
    booking.title("booking-unknown-title")
    checked.page_is("unknown")
    checked.nothing_found()


class Checked:
    """Pages that axe has looked at."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._found: list[str] = []

    def page_is(self, name: str) -> None:
        """Look at the page as it stands, once nothing moves any more."""
        page = self._page
        page.evaluate(
            """Promise.all(document.getAnimations()
              .filter((one) => one.effect.getComputedTiming().iterations !== Infinity)
              .map((one) => one.finished.catch(() => {})))"""
        )
        page.evaluate(Path(AXE).read_text(encoding="utf-8"))
        result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        assert len(result["passes"]) > 5, "axe has looked at nothing"
        self._found += [
            f"{name}: {violation['id']}: {violation['help']}: {[node['html'][:160] for node in violation['nodes'][:3]]}"
            for violation in result["violations"]
        ]

    def nothing_found(self) -> None:
        """Fail with all that was found on any of the pages."""
        assert self._found == [], "\n".join(self._found)
