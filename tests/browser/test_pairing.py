"""A screen becomes known by a code that a supervisor types, and is turned out when it is retired (R108)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import GUIDE, SUPERVISOR, House
from tests.browser.television import Television

pytestmark = pytest.mark.browser


def test_a_display_shows_a_code_works_once_it_is_approved_and_goes_dark_when_retired_r105_r108(
    installed_house: House
) -> None:
    page = installed_house.page(1920, 1080, "/display/dental")
    code = page.locator(".pairing-code")
    figures = re.sub(r"\D", "", code.get_attribute("aria-label") or "")
    assert len(figures) == 6
    tablet = installed_house.tablet("dental", number=SUPERVISOR)
    tablet.page.goto("/staff#/devices")
    tablet.tap("staff-pair")
    sheet = tablet.page.locator(".staff-sheet")
    sheet.get_by_label(tablet.say("staff-pair-code")).fill("000000" if figures != "000000" else "111111")
    sheet.get_by_role("button", name="口腔候诊区大屏").tap()
    sheet.locator(".staff-sheet-foot button").tap()
    expect(sheet.locator("[aria-invalid=true]")).to_have_count(1)
    sheet.get_by_label(tablet.say("staff-pair-code")).fill(figures)
    sheet.locator(".staff-sheet-foot button").tap()
    expect(sheet).to_have_count(0)

    Television(page).wait_for_picture()
    expect(page.get_by_test_id("hall-name")).to_have_text("一楼口腔候诊区")
    tablet.page.reload()
    row = tablet.page.locator("#device-display-dental")
    tablet.tap("staff-revoke", within=row)
    tablet.page.locator(".staff-sheet-foot button").tap()
    expect(page.locator(".pairing-code")).to_be_visible(timeout=15_000)


def test_a_guide_sees_the_devices_but_pairs_none_r11_r108(installed_house: House) -> None:
    tablet = installed_house.tablet("dental", number=GUIDE)
    tablet.page.goto("/staff#/devices")
    expect(tablet.page.locator("#device-display-dental")).to_be_visible()
    expect(tablet.button("staff-pair")).to_have_count(0)
    expect(tablet.button("staff-revoke")).to_have_count(0)
