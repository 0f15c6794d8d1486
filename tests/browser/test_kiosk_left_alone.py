"""Nobody there: the kiosk asks, then forgets everything (R106)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.house import House

pytestmark = pytest.mark.browser


def test_the_kiosk_asks_hides_what_is_personal_and_then_keeps_nothing_of_the_last_person_r106_r107(
    impatient_house: House
) -> None:
    kiosk = impatient_house.kiosk()
    page = kiosk.page
    history, address = page.evaluate("history.length"), page.url
    kiosk.tap("kiosk-way-new")
    kiosk.give_name(pinyin=(("zhou", "周"), ("meng", "梦"), ("xi", "溪")))
    kiosk.give_sex_and_age("female", "34")
    kiosk.press("13812345678")

    sheet = page.get_by_role("dialog", name=kiosk.say("kiosk-idle-title"))
    expect(sheet).to_be_visible()
    expect(page.locator(".stage-page")).to_have_class("stage-page is-hidden")
    kiosk.tap("kiosk-idle-stay")
    expect(sheet).to_have_count(0)
    expect(kiosk.field("phone")).to_have_value("13812345678")

    expect(sheet).to_be_visible()
    kiosk.wait_for_home()
    assert page.url == address
    assert page.evaluate("history.length") == history
    left = page.evaluate(
        """() => [document.documentElement.outerHTML, JSON.stringify({ ...sessionStorage }),
          JSON.stringify({ ...localStorage }), document.cookie,
          ...[...document.querySelectorAll("input")].map((one) => one.value)].join("\\n")"""
    )
    for word in ("周", "梦", "溪", "13812345678", "138 1234 5678"):
        assert word not in left, word
    kiosk.tap("kiosk-way-new")
    expect(kiosk.field("name")).to_have_value("")
