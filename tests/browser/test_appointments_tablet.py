"""Appointments at the guide's tablet: booked, moved, cancelled, signed in for, reminded of."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.bookings import Bookings, book, free_times, seen
from tests.browser.house import SUPERVISOR, House
from tests.browser.words import ENGLISH

pytestmark = pytest.mark.browser

CODE = re.compile(r"^[A-Z0-9]{4} [A-Z0-9]{4}$")


def test_a_call_becomes_an_appointment_with_a_code_to_read_back_r66_r74(house: House) -> None:
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.open()
    tablet.tap("staff-appt-book")
    assert 2 <= bookings.offers().count() <= 3
    bookings.offers().first.tap()
    bookings.send()
    expect(tablet.text("staff-register-name-missing")).to_be_visible()
    bookings.field("staff-person-phone").fill("13811112222")
    bookings.field("staff-person-name").fill("周梦溪")
    bookings.field("staff-appt-item").fill("洗牙")
    bookings.page.locator(".sheet [name=consent]").check()
    bookings.send()

    expect(bookings.page.locator(".booked-code")).to_have_text(CODE)
    code = bookings.page.locator(".booked-code").inner_text().replace(" ", "")
    found = house.staff("POST", "/appointments/find", {"code": code}).json["appointments"][0]
    assert (found["channel"], found["booked_by"]["name"]) == ("phone", "何敏")
    expect(bookings.page.locator(".booked")).to_contain_text(found["time"])
    expect(bookings.page.locator(".sheet blockquote")).to_contain_text(f"{code[:4]} {code[4:]}")
    tablet.tap("staff-appt-booked-done")
    bookings.show_day(found["date"])
    expect(bookings.row(found)).to_contain_text("周*溪")
    expect(bookings.row(found)).not_to_contain_text("洗牙")


def test_a_time_that_somebody_else_took_keeps_what_was_typed_and_offers_others_r72(house: House) -> None:
    bookings = Bookings(house.tablet("dental", language=ENGLISH))
    tablet = bookings.tablet
    bookings.open()
    tablet.tap("staff-appt-book")
    bookings.offers().first.tap()
    bookings.field("staff-person-phone").fill("13811113333")
    bookings.field("staff-person-name").fill("Ana Silva")
    bookings.field("staff-appt-item").fill("cleaning")
    bookings.page.locator(".sheet [name=consent]").check()
    book(house, free_times(house)[0])
    bookings.send()

    gone = bookings.page.locator(".gone")
    expect(gone).to_be_visible()
    expect(bookings.field("staff-person-name")).to_have_value("Ana Silva")
    expect(bookings.field("staff-appt-item")).to_have_value("cleaning")
    bookings.offers().first.tap()
    bookings.send()
    expect(bookings.page.locator(".booked-code")).to_have_text(CODE)


def test_somebody_who_was_here_before_is_found_by_phone_and_named_masked_r5_r65(house: House) -> None:
    house.register("dental", name="欧阳清", phone="13900004444", age=52)
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.open()
    tablet.tap("staff-appt-book")
    bookings.offers().first.tap()
    tablet.tap("staff-appt-channel-desk", within=bookings.page.locator(".sheet"))
    bookings.field("staff-person-phone").fill("13900004444")
    tablet.tap("staff-appt-find")
    bookings.page.locator(".candidates .button-secondary").tap()
    expect(bookings.page.locator(".sheet")).to_contain_text("欧阳*")
    assert "欧阳清" not in bookings.page.locator(".sheet").inner_text()
    bookings.page.locator(".sheet [name=consent]").check()
    bookings.send()
    expect(bookings.page.locator(".booked-code")).to_have_text(CODE)
    tablet.tap("staff-appt-open")
    expect(bookings.page.locator(".appt-facts")).not_to_contain_text(tablet.say("staff-appt-no-file"))


def test_another_time_has_a_reason_and_leads_to_the_new_appointment_r73_r74(house: House) -> None:
    before = book(house, free_times(house, earliest=None)[-1])
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.see(before)
    bookings.change("staff-appt-reschedule")
    tablet.tap("staff-appt-part-morning", within=bookings.page.locator(".sheet"))
    bookings.offers().first.tap()
    expect(bookings.page.locator(".staff-sheet-foot .is-main")).to_be_disabled()
    expect(bookings.page.locator(".staff-sheet-foot")).to_contain_text(tablet.say("staff-reason-missing"))
    bookings.reason("staff-appt-why-patient-asks")
    bookings.send()
    expect(tablet.toast()).to_contain_text(tablet.say("staff-appt-done-reschedule", when="").split("，")[-1])

    after = seen(house, before)
    assert after["state"] == "moved"
    moved = seen(house, {"id": after["moved_to"]})
    assert moved["part"] == "morning"
    expect(bookings.page.locator(".appt-when")).to_contain_text(moved["time"])
    expect(bookings.page.locator(".appt-history")).to_contain_text(tablet.say("staff-appt-why-patient-asks"))


def test_who_cancels_is_offered_the_next_times_and_one_touch_books_r75(house: House) -> None:
    before = book(house, free_times(house)[0], name="李秋生")
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.see(before)
    bookings.change("staff-appt-cancel")
    bookings.reason("staff-appt-why-cannot-come")
    bookings.send()
    expect(tablet.text("staff-appt-cancelled-title")).to_be_visible()
    assert seen(house, before)["state"] == "cancelled"
    bookings.offers().last.tap()
    expect(bookings.page.locator(".sheet")).to_have_count(0)
    expect(bookings.page.locator(".appt-facts")).to_contain_text("李*生")
    expect(bookings.page.locator(".appt-facts")).to_contain_text(tablet.say("staff-appt-state-booked"))
    expect(bookings.page.locator(".appt-facts")).not_to_contain_text(before["code"][:4])


def test_who_arrives_gets_a_number_for_the_booked_doctor_and_is_seen_as_here_r34_r65(house: House) -> None:
    today = house.staff("GET", "/appointments").json["day"]
    offer = next(one for one in free_times(house) if one["date"] == today)
    appointment = book(house, offer, name="王芳")
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.see(appointment)
    bookings.act("staff-appt-check-in")
    expect(tablet.text("staff-appt-arrival-early-words")).to_be_visible()
    tablet.tap("staff-register-sex-female")
    bookings.field("staff-age-label").fill("40")
    bookings.page.locator(".sheet [name=consent]").check()
    bookings.send()
    expect(bookings.page.locator(".issued")).to_be_visible()
    now = seen(house, appointment)
    assert now["state"] == "checked_in"
    house.keep_ticket(now["ticket"])
    tablet.tap("staff-close", within=bookings.page.locator(".staff-sheet-foot"))
    expect(bookings.page.locator(".appt-facts")).to_contain_text(tablet.say("staff-appt-state-checked_in"))
    tablet.tap("staff-issued-open")
    expect(bookings.page.locator("#patient-title")).to_be_attached()


def test_name_and_item_never_stand_together_and_the_name_goes_by_itself_r106_r107(house: House) -> None:
    appointment = book(house, free_times(house)[0], name="阿依努尔·买买提")
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.see(appointment)
    facts = bookings.page.locator(".appt-facts")
    expect(facts).to_contain_text("阿")
    bookings.page.get_by_role("tab", name=tablet.say("staff-appt-tab-about")).tap()
    tablet.tap("staff-appt-item-show")
    expect(bookings.page.locator(".patient-panel")).to_contain_text("洗牙")
    expect(facts).not_to_contain_text("阿")
    bookings.page.get_by_role("tab", name=tablet.say("staff-tab-person")).tap()
    expect(bookings.page.locator(".patient")).not_to_contain_text("洗牙")
    tablet.tap("staff-person-show")
    expect(bookings.page.locator(".person")).to_contain_text("阿依努尔·买买提")
    house.pass_time(21)
    expect(bookings.page.locator(".person")).to_have_count(0, timeout=25_000)


def test_who_cannot_wait_leaves_with_an_appointment_in_one_step_r48(house: House) -> None:
    ticket = house.register("dental", name="钱多", phone="13900005555")
    tablet = house.tablet("dental")
    bookings = Bookings(tablet)
    tablet.see(ticket["number"])
    tablet.tap("staff-more")
    tablet.tap("staff-cancel", number=ticket["number"])
    tablet.tap("staff-appt-rebook-instead")
    bookings.offers().first.tap()
    bookings.send()
    expect(bookings.page.locator(".booked-code")).to_have_text(CODE)
    assert house.staff("GET", f"/tickets/{ticket['id']}").json["state"] == "cancelled"
    tablet.tap("staff-appt-booked-done")
    expect(bookings.page.locator(".facts")).to_contain_text(tablet.say("staff-state-cancelled"))


def test_the_doctor_says_how_long_the_next_visit_takes_and_booking_takes_it_up_r69(house: House) -> None:
    ticket = house.register("dental", name="孙雅", phone="13900006666", age=33)
    tablet = house.tablet("dental", number=SUPERVISOR)
    bookings = Bookings(tablet)
    tablet.page.goto("/staff#/hall")
    tablet.call_next("dental-1", ticket["number"])
    tablet.arrive("dental-1", ticket["number"])
    tablet.see(ticket["number"])
    tablet.tap("staff-more")
    tablet.tap("staff-appt-next-visit")
    tablet.tap("staff-appt-units-more")
    bookings.send()
    expect(tablet.toast()).to_contain_text(tablet.say("staff-appt-length", minutes=45, units=3))

    bookings.open()
    tablet.tap("staff-appt-book")
    bookings.offers().first.tap()
    bookings.field("staff-person-phone").fill("13900006666")
    tablet.tap("staff-appt-find")
    bookings.page.locator(".candidates .button-secondary").tap()
    tablet.tap("staff-appt-plan-take")
    expect(bookings.offers().first).to_contain_text(tablet.say("staff-appt-minutes", minutes=45))
