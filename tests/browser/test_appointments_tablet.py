"""Appointments at the guide's tablet: booked, moved, cancelled, signed in for, reminded of."""

from __future__ import annotations

import re
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.bookings import Bookings, book, day_after, free_times, seen
from tests.browser.house import GUIDE, SUPERVISOR, House
from tests.browser.line import Line
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
    offer = max((one for one in free_times(house) if one["date"] == today), key=lambda one: str(one["starts_at"]))
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


def test_tomorrows_patients_are_reminded_and_what_came_of_it_is_one_touch_r70_r71_r107(house: House) -> None:
    tomorrow = day_after(house)
    appointment = book(house, free_times(house, earliest=tomorrow)[0], name="何平", phone="13800009999")
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.open("reminders")
    card = bookings.page.locator(f"#reminder-{appointment['id']}")
    expect(bookings.page.locator(".remind-sends")).to_contain_text(tablet.say("staff-appt-sends-not"))
    expect(card).to_contain_text(appointment["time"])
    expect(card).to_contain_text("何*")
    expect(card).not_to_contain_text("洗牙")
    tablet.tap("staff-appt-remind-say", within=card)
    for words in ("洗牙", "15 分钟", appointment["time"], str(appointment["doctor_names"]["zh-CN"])):
        expect(card.locator("blockquote")).to_contain_text(words)
    expect(card).not_to_contain_text("何*")
    tablet.tap("staff-tab-person", within=card)
    tablet.tap("staff-person-show", within=card)
    expect(card).to_contain_text("138 0000 9999")
    expect(card).not_to_contain_text("洗牙")
    assert any(entry["action"] == "patient.seen" for entry in house.audit()[:5])

    tablet.tap("staff-appt-outcome-not_reached", within=card)
    expect(card).to_have_attribute("data-state", "not_reached")
    tablet.tap("staff-appt-outcome-confirmed", within=card)
    expect(card).to_have_attribute("data-state", "confirmed")
    assert seen(house, appointment)["reminder"] == "confirmed"


def test_who_was_not_reminded_the_day_before_is_counted_until_noon_r71(house: House) -> None:
    today = house.staff("GET", "/appointments").json["day"]
    book(house, next(one for one in free_times(house) if one["date"] == today))
    reminders = house.staff("GET", f"/appointments/reminders?day={today}").json["reminders"]
    left = sum(1 for one in reminders if one["standing"] and one["appointment"]["department"] == "dental")
    bookings = Bookings(house.tablet("dental", language=ENGLISH))
    bookings.open("reminders")
    banner = bookings.page.locator(".remind-banner")
    expect(banner).to_contain_text(bookings.tablet.say("staff-appt-left-today", count=left))
    bookings.tablet.tap("staff-appt-left-show", within=banner)
    expect(bookings.page.locator(".remind")).not_to_have_count(0)
    expect(bookings.page.locator(f".appt-body[data-day='{today}']")).to_be_visible()


def test_a_doctors_day_off_is_told_to_the_doctor_first_and_each_appointment_settled_r35_r46(house: House) -> None:
    day = day_after(house, 9)
    first = book(house, free_times(house, doctor="1026", earliest=day)[0], name="徐国强")
    second = book(house, free_times(house, doctor="1026", earliest=day)[0], name="吴桂英")
    bookings = Bookings(house.tablet("dental", number=SUPERVISOR))
    tablet = bookings.tablet
    bookings.open("roster")
    tablet.page.get_by_role("button", name=tablet.say("staff-appt-week-after")).tap()
    cell = tablet.page.locator(f"[data-cell='1026/{day}']")
    cell.tap()
    bookings.reason("staff-appt-why-consult")
    bookings.send()
    expect(tablet.toast()).to_contain_text(tablet.say("staff-appt-done-conflicts", count=2))

    cards = {one["id"]: tablet.page.locator(".conflict").filter(has_text=one["name_masked"]) for one in (first, second)}
    move = tablet.button("staff-appt-settle-move", within=cards[first["id"]])
    expect(move).to_be_disabled()
    expect(move).to_contain_text(tablet.say("staff-appt-tell-first"))
    tablet.tap("staff-appt-told", within=cards[first["id"]], doctor="冯磊")
    expect(tablet.button("staff-appt-settle-move", within=cards[second["id"]])).to_be_enabled()
    move.tap()
    tablet.tap("staff-appt-any-doctor", within=tablet.page.locator(".sheet"))
    bookings.offers().first.tap()
    bookings.send()
    expect(cards[first["id"]]).to_have_count(0)
    assert seen(house, first)["state"] == "moved"

    tablet.tap("staff-appt-settle-keep", within=cards[second["id"]])
    bookings.reason("staff-appt-why-colleague")
    bookings.send()
    expect(cards[second["id"]]).to_have_count(0)
    assert (seen(house, second)["state"], seen(house, second)["conflict"]) == ("booked", None)
    bookings.open("roster")
    expect(cell).to_contain_text(tablet.say("staff-appt-roster-off"))


def test_a_guide_sees_the_roster_and_why_only_a_supervisor_changes_it_r46(house: House) -> None:
    bookings = Bookings(house.tablet("dental", language=ENGLISH))
    tablet = bookings.tablet
    bookings.open("roster")
    expect(tablet.page.locator(".roster")).to_contain_text("Tang Hui")
    button = tablet.button("staff-appt-exception")
    expect(button).to_be_disabled()
    expect(button).to_contain_text(tablet.say("staff-ask-supervisor"))


def test_who_waits_for_one_doctor_is_rung_and_booked_when_the_doctor_is_back_r36(house: House) -> None:
    bookings = Bookings(house.tablet("dental"))
    tablet = bookings.tablet
    bookings.open("callbacks")
    tablet.tap("staff-appt-callback-new")
    sheet = tablet.page.locator(".sheet")
    sheet.get_by_role("button", name="唐慧").tap()
    bookings.field("staff-person-phone").fill("13800007777")
    bookings.field("staff-person-name").fill("朱建军")
    bookings.field("staff-appt-item").fill("种植咨询")
    bookings.send()
    card = tablet.page.locator(".remind").filter(has_text="朱*军")
    expect(card).to_contain_text(tablet.say("staff-appt-callback-due"))
    tablet.tap("staff-appt-callback-booked", within=card)
    bookings.offers().first.tap()
    expect(bookings.field("staff-person-name")).to_have_value("朱建军")
    sheet.locator("[name=consent]").check()
    bookings.send()
    expect(tablet.page.locator(".booked-code")).to_have_text(CODE)
    tablet.tap("staff-appt-booked-done")
    expect(card).to_have_count(0)


def test_what_changed_is_on_the_list_for_the_doctor_until_it_was_told_r73(house: House) -> None:
    appointment = book(house, free_times(house)[0])
    done = house.staff("POST", f"/appointments/{appointment['id']}/cancel", {"reason": "患者来不了"})
    assert done.status == 200
    before = len(house.staff("GET", "/appointments/notices").json["notices"])
    bookings = Bookings(house.tablet("dental"))
    bookings.open()
    bookings.page.locator(".notices-line").tap()
    bookings.tablet.tap("staff-appt-seen-told", within=bookings.page.locator(".sheet .device-row").last)
    expect(bookings.tablet.toast()).to_contain_text(bookings.tablet.say("staff-appt-done-seen"))
    assert len(house.staff("GET", "/appointments/notices").json["notices"]) == before - 1


def test_without_the_server_the_list_keeps_its_age_and_booking_rests(house: House) -> None:
    line = Line()
    book(house, free_times(house)[0])
    bookings = Bookings(house.tablet("dental", line=line))
    bookings.open()
    expect(bookings.page.locator(".appt-row").first).to_be_visible()
    bookings.tablet.tap("staff-appt-book")
    bookings.offers()
    line.cut()
    expect(bookings.page.locator(".offline-bar")).to_be_visible(timeout=20_000)
    expect(bookings.offers().first).to_be_disabled()
    bookings.page.keyboard.press("Escape")
    expect(bookings.page.locator(".old-data")).to_be_visible(timeout=20_000)
    expect(bookings.page.locator(".appt-row").first).to_be_visible()



def test_who_missed_too_many_is_booked_by_a_supervisor_with_a_reason_only(own_house: House) -> None:
    for _ in range(4):
        offer = next(one for one in free_times(own_house) if one["date"] == day_after(own_house, 0))
        book(own_house, offer, name="张伟", phone="13700001111")
    with sqlite3.connect(own_house.product.database_file) as database:
        database.execute("UPDATE appointment SET state = 'no_show'")  # as the night would do
    for number, allowed in ((GUIDE, False), (SUPERVISOR, True)):
        bookings = Bookings(own_house.tablet("dental", number=number))
        tablet = bookings.tablet
        bookings.open()
        expect(bookings.page.locator(".appt-row[data-state='no_show']")).to_have_count(4)
        tablet.tap("staff-appt-book")
        bookings.offers().first.tap()
        bookings.field("staff-person-phone").fill("13700001111")
        bookings.field("staff-person-name").fill("张伟")
        bookings.page.locator(".sheet [name=consent]").check()
        bookings.send()
        expect(bookings.page.locator(".under-verb")).to_be_visible()
        expect(tablet.text("staff-appt-barred-guide")).to_have_count(0 if allowed else 1)
        expect(bookings.field("staff-person-name")).to_have_value("张伟")
    bookings.field("staff-appt-override").fill("主管电话核实过")
    tablet.tap("staff-appt-book-override")
    expect(bookings.page.locator(".booked-code")).to_have_text(CODE)


def test_two_desks_see_each_others_bookings_at_once_r65(house: House) -> None:
    """Lists are asked anew by themselves only once a minute: what comes sooner came live."""
    here, there = house.tablet("dental"), house.tablet("east", number=SUPERVISOR)
    for tablet in (here, there):
        tablet.page.goto("/staff#/appointments")
    expect(here.page.locator(".appt-body")).to_be_visible()
    row = here.page.locator(".appt-row").filter(has_text="范*青")
    expect(row).to_have_count(0)
    offers = house.staff("POST", "/appointments/offers", {"department": "dental"}).json["offers"]
    house.staff("POST", "/appointments", {
        "request_id": "seen-at-once", "department": "dental", "doctor": offers[0]["doctor"],
        "starts_at": offers[0]["starts_at"], "patient": {"name": "范小青", "phone": "13811112222"}, "consent": True,
    })  # fmt: skip
    expect(row).to_have_count(1)
