"""Appointments at the kiosk: signing in by code, phone or scanner; booking a time (R4, R34, R48, R65, R74)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.appointments import (
    DENTAL,
    NAME,
    appointment,
    appointments_of,
    book_at,
    quarter_after,
    take_whatever_is_offered,
)
from tests.browser.conftest import IDLE_WARN
from tests.browser.house import House
from tests.browser.kiosk import Kiosk
from tests.browser.words import CHINESE, ENGLISH, LANGUAGES

pytestmark = pytest.mark.browser


def scan(kiosk: Kiosk, text: str) -> None:
    """What a scanner does: all signs within a blink, and Enter."""
    kiosk.page.keyboard.type(text)
    kiosk.page.keyboard.press("Enter")


def search(kiosk: Kiosk, way: str, keys: str) -> None:
    """From the first page through the search."""
    kiosk.tap("kiosk-way-appointment")
    kiosk.title("kiosk-appointment-title-phone")
    kiosk.choose(f"kiosk-find-by-{way}")
    kiosk.press(keys)
    kiosk.tap("kiosk-find-do")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_comes_early_checks_in_by_code_and_is_told_the_time_r34(house: House, language: str) -> None:
    booked = book_at(house, quarter_after(house.now() + timedelta(hours=2)))
    kiosk = house.kiosk(language)
    search(kiosk, "code", booked["code"])
    kiosk.title("kiosk-check-in-title")
    expect(kiosk.page.get_by_text("周*溪")).to_be_visible()
    expect(kiosk.page.get_by_text(NAME)).to_have_count(0)
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-arrival-early", time=booked["time"]), exact=True)).to_be_visible()
    kiosk.tap("kiosk-check-in-do")
    kiosk.give_sex_and_age("female", "34")
    ticket = kiosk.ticket()
    assert (ticket["department"], ticket["appointment"]["arrival"]) == ("dental", "early")
    expect(kiosk.page.locator(".ahead-booked")).to_contain_text(booked["time"])
    assert appointment(house, booked["id"])["ticket"] == ticket["id"]


def test_who_comes_on_time_scans_the_code_on_their_phone_r34(house: House) -> None:
    starts_at = quarter_after(house.now() + timedelta(minutes=10))
    booked = book_at(house, starts_at, name="李秋生")
    house.pass_time((starts_at - house.now()).total_seconds() - 5 * 60)
    kiosk = house.kiosk()
    scan(kiosk, booked["url"])
    kiosk.title("kiosk-check-in-title")
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-arrival-on-time", time=booked["time"]), exact=True)).to_be_visible()
    kiosk.tap("kiosk-check-in-do")
    kiosk.give_sex_and_age("male", "61")
    assert kiosk.ticket()["appointment"]["arrival"] == "on_time"
    expect(kiosk.page.locator(".question-help")).to_have_text(kiosk.say("kiosk-ticket-on-time", time=booked["time"]))
    expect(kiosk.page.locator(".print b")).to_have_text(kiosk.say("kiosk-print-done"))


def test_who_comes_late_checks_in_by_phone_and_waits_in_turn_r34(house: House) -> None:
    booked = book_at(house, quarter_after(house.now()), name="王芳", phone="13900001212")
    house.pass_time(40 * 60)
    kiosk = house.kiosk(ENGLISH)
    search(kiosk, "phone", "13900001212")
    kiosk.title("kiosk-check-in-title")
    expect(kiosk.page.locator(".arrival-late")).to_contain_text(kiosk.say("kiosk-arrival-late-second"))
    kiosk.tap("kiosk-check-in-do")
    kiosk.give_sex_and_age("female", "29")
    assert kiosk.ticket()["appointment"]["arrival"] == "late"
    expect(kiosk.page.locator(".question-help")).to_have_text(kiosk.say("kiosk-ticket-late", time=booked["time"]))


def test_an_appointment_that_was_used_shows_the_number_that_it_gave(house: House) -> None:
    booked = book_at(house, quarter_after(house.now() + timedelta(hours=1)), name="赵敏")
    kiosk = house.kiosk()
    scan(kiosk, booked["code"])
    kiosk.tap("kiosk-check-in-do")
    kiosk.give_sex_and_age("female", "34")
    first = kiosk.ticket()
    scan(kiosk, booked["url"])
    kiosk.title("kiosk-appointment-checked-in")
    kiosk.tap("kiosk-appointment-number")
    assert kiosk.ticket()["id"] == first["id"]


def test_several_appointments_of_a_phone_are_told_apart(house: House) -> None:
    first, second = quarter_after(house.now() + timedelta(hours=1)), quarter_after(house.now() + timedelta(hours=2))
    book_at(house, first, name="孙丽", phone="13700002222")
    later = book_at(house, second, name="孙小丽", phone="13700002222")
    kiosk = house.kiosk()
    search(kiosk, "phone", "13700002222")
    kiosk.title("kiosk-appointment-choose")
    kiosk.page.get_by_role("button", name=later["time"]).tap()
    kiosk.title("kiosk-check-in-title")
    expect(kiosk.page.locator(".visit-time")).to_have_text(later["time"])
    kiosk.tap("kiosk-not-mine")
    kiosk.title("kiosk-appointment-title-phone")
    expect(kiosk.field("find-phone")).to_have_value("")


def test_another_day_or_a_cancelled_time_says_so_and_leads_on(house: House) -> None:
    tomorrow = book_at(house, quarter_after(house.now() + timedelta(days=1)), name="吴桂芳")
    cancelled = book_at(house, quarter_after(house.now() + timedelta(hours=3)), name="吴桂芳")
    assert house.staff("POST", f"/appointments/{cancelled['id']}/cancel", {"reason": "来不了"}).status == 200
    kiosk = house.kiosk()
    scan(kiosk, cancelled["code"])
    kiosk.title("kiosk-appointment-cancelled")
    scan(kiosk, tomorrow["code"])
    kiosk.title("kiosk-appointment-other-day")
    kiosk.tap("kiosk-walk-in")
    kiosk.title("kiosk-name-title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_search_says_what_to_mend_r1(house: House, language: str) -> None:
    kiosk = house.kiosk(language)
    search(kiosk, "phone", "")
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-appointment-phone-empty"))
    kiosk.press("1381234567")
    kiosk.tap("kiosk-find-do")
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-phone-length", count=10))
    kiosk.field("find-phone").fill("23812345678")
    kiosk.tap("kiosk-find-do")
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-phone-start"))
    kiosk.choose("kiosk-find-by-code")
    kiosk.tap("kiosk-find-do")
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-code-empty"))
    kiosk.press("K7M2Q")
    kiosk.tap("kiosk-find-do")
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-code-length", length=8, count=5))
    kiosk.field("code").fill("k7m2-zzzz")
    expect(kiosk.field("code")).to_have_value("K7M2ZZZZ")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-not-found-appointment")
    kiosk.tap("kiosk-find-other")
    kiosk.title("kiosk-appointment-title-phone")
    expect(kiosk.field("find-phone")).to_have_value("23812345678")


def test_a_read_back_that_was_left_is_hidden_and_wiped(impatient_house: House) -> None:
    booked = book_at(impatient_house, quarter_after(impatient_house.now() + timedelta(hours=2)))
    kiosk = impatient_house.kiosk(CHINESE)
    scan(kiosk, booked["url"])
    kiosk.title("kiosk-check-in-title")
    expect(kiosk.page.get_by_role("dialog")).to_be_visible(timeout=(IDLE_WARN + 2) * 1000)
    expect(kiosk.page.locator(".visit-name")).to_be_hidden()
    kiosk.wait_for_home()
    expect(kiosk.page.get_by_text("周*溪")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_is_booked_at_the_kiosk_and_signed_in_for_with_its_code_r65_r74(house: House, language: str) -> None:
    kiosk = house.kiosk(language)
    kiosk.tap("kiosk-way-appointment")
    kiosk.tap("kiosk-book-now")
    kiosk.title("kiosk-book-departments")
    kiosk.button(DENTAL[language]).tap()
    kiosk.title("kiosk-times-title")
    expect(kiosk.page.locator(".time-choice")).to_have_count(3)
    kiosk.page.locator(".time-choice").first.tap()
    kiosk.title("kiosk-name-title")
    kiosk.next()
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-name-empty"))
    kiosk.field("name").fill("周明月")
    kiosk.next()
    kiosk.title("kiosk-phone-title")
    kiosk.press("1391234567")
    kiosk.next()
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-phone-length", count=10))
    kiosk.press("8" if language == CHINESE else "9")
    kiosk.next()
    kiosk.title("kiosk-book-check")
    kiosk.tap("kiosk-book-agree")
    kiosk.title("kiosk-booked-title")
    code = kiosk.page.locator(".booked-code b").inner_text().replace(" ", "")
    expect(kiosk.page.get_by_text("周明月")).to_have_count(0)
    expect(kiosk.page.locator(".booked-code img")).to_have_js_property("complete", True)
    scan(kiosk, code)
    kiosk.title("kiosk-check-in-title")


def test_a_long_wait_becomes_another_time_and_nothing_is_asked_twice_r48(own_house: House) -> None:
    for _ in range(14):
        own_house.register("dental")
    kiosk = own_house.kiosk()
    kiosk.register(letters="", pinyin=(("wang", "王"), ("fang", "方")), phone="13811112222")
    kiosk.page.get_by_role("button", name="嘴、牙齿", exact=True).tap()
    kiosk.button("牙疼").tap()
    kiosk.next()
    kiosk.tap("kiosk-suggest-yes", department=DENTAL[CHINESE])
    kiosk.tap("kiosk-offer-rebook")
    kiosk.title("kiosk-times-title")
    kiosk.tap("kiosk-back")
    kiosk.tap("kiosk-offer-rebook")
    kiosk.page.locator(".time-choice").last.tap()
    kiosk.title("kiosk-book-check")
    expect(kiosk.page.locator(".check")).to_contain_text("王方")
    kiosk.tap("kiosk-book-agree")
    kiosk.title("kiosk-booked-title")
    (booked,) = appointments_of(own_house, 2)
    assert (booked["channel"], booked["on_file"]) == ("kiosk", True)


def test_a_time_taken_at_the_desk_meanwhile_is_replaced_and_nothing_typed_is_lost_r72(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-appointment")
    kiosk.tap("kiosk-book-now")
    kiosk.button(DENTAL[CHINESE]).tap()
    kiosk.page.locator(".time-choice").nth(1).tap()
    kiosk.field("name").fill("钱多多")
    kiosk.next()
    kiosk.give_phone("13888887777")
    kiosk.title("kiosk-book-check")
    take_whatever_is_offered(house)
    kiosk.tap("kiosk-book-agree")
    kiosk.title("kiosk-times-title")
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-times-taken"))).to_be_visible()
    kiosk.page.locator(".time-choice").last.tap()
    expect(kiosk.page.locator(".check")).to_contain_text("钱多多")
    kiosk.tap("kiosk-book-agree")
    kiosk.title("kiosk-booked-title")
