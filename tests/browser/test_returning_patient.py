"""Somebody who was here before: found, recognised, confirmed, and given a number on the fourth page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import House

pytestmark = pytest.mark.browser

PAGE = re.compile(r"page-(home|find|readback|sending|ticket|where|suggestion|phone|departments|waiting)\b")


def test_a_known_patient_confirms_the_masked_record_and_has_a_number_on_the_fourth_page_r4_r5_r8(house: House) -> None:
    first = house.register("dental", name="欧阳清", sex="male", age=52, phone="13900001111")
    house.empty_queues()  # the earlier visit is over
    kiosk = house.kiosk()
    pages = ["home"]

    kiosk.tap("kiosk-way-known")
    kiosk.title("kiosk-find-title-phone")
    pages.append(_page(kiosk.page))
    kiosk.press("13900001111")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-check-title", name="欧阳*")
    pages.append(_page(kiosk.page))
    expect(kiosk.page.locator("main")).to_contain_text("139****1111")
    assert "欧阳清" not in kiosk.page.content()
    assert "13900001111" not in kiosk.page.locator(".check").inner_text()
    kiosk.tap("kiosk-same-yes")
    ticket = kiosk.ticket()
    pages.append(_page(kiosk.page))

    assert pages == ["home", "find", "readback", "ticket"]
    assert ticket["department"] == first["department"]


def test_a_known_patients_new_phone_is_kept_and_audited_without_the_number_itself_r8_r11_r106(house: House) -> None:
    house.register("dental", name="阿依努尔·买买提", sex="female", age=29, phone="13900002222")
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-known")
    kiosk.press("13900002222")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-held-title")  # today's number could be printed again; another one is wanted
    kiosk.tap("kiosk-held-other")
    kiosk.title("kiosk-check-first")
    kiosk.tap("kiosk-edit-what", what=kiosk.say("kiosk-label-phone"))
    kiosk.title("kiosk-phone-title-new")
    kiosk.press("15000003333")
    kiosk.next()
    expect(kiosk.page.locator(".check")).to_contain_text("150****3333")
    kiosk.tap("kiosk-same-department")
    kiosk.title("kiosk-departments-title")
    kiosk.button("口腔科").tap()
    ticket = kiosk.ticket()

    tablet = house.tablet("dental")
    tablet.see(ticket["number"])
    tablet.page.get_by_role("tab", name=tablet.say("staff-tab-person")).tap()
    tablet.tap("staff-person-show")
    expect(tablet.page.get_by_text(re.compile("150 ?0000 ?3333"))).to_be_visible()
    expect(tablet.page.get_by_text("阿依努尔·买买提")).to_be_visible()
    patients = [entry for entry in house.audit() if entry["action"].startswith("patient.")]
    changed = [entry for entry in patients if "phone" in str(entry["detail"])]
    assert changed, [entry["action"] for entry in house.audit()[:20]]
    assert "15000003333" not in str(changed)
    assert "13900002222" not in str(changed)


def test_an_unknown_phone_offers_three_ways_on_and_keeps_what_was_typed_r4_r109(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-known")
    kiosk.press("13777770000")
    kiosk.tap("kiosk-find-do")
    kiosk.title("kiosk-not-found-known")
    for way in ("kiosk-find-other", "kiosk-register-new", "kiosk-find-help"):
        expect(kiosk.button(kiosk.say(way))).to_be_visible()
    kiosk.tap("kiosk-register-new")
    kiosk.give_name(pinyin=(("wang", "王"), ("fang", "芳")))
    kiosk.give_sex_and_age("female", "40")
    expect(kiosk.field("phone")).to_have_value("13777770000")


def _page(page: object) -> str:
    classes = page.locator(".page").first.get_attribute("class")  # type: ignore[attr-defined]
    found = PAGE.search(classes or "")
    assert found, classes
    return found[1]
