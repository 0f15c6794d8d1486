"""A printer without paper: the patient keeps number and code, staff know which printer, and it resumes by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from printers.virtual import VirtualPrinter
from tests.browser.house import House

pytestmark = pytest.mark.browser


def test_without_paper_the_number_and_code_stay_and_staff_are_told_then_the_refilled_printer_prints_r43_r59_r105(
    impatient_house: House, paper: VirtualPrinter
) -> None:
    tablet, kiosk = impatient_house.tablet("east"), impatient_house.kiosk()
    paper.troubles.set_paper("out")
    kiosk.register(pinyin=(("sun", "孙"), ("li", "丽")))
    kiosk.page.get_by_role("button", name="肚子", exact=True).tap()
    kiosk.page.locator(".chips .chip").first.tap()
    kiosk.next()
    kiosk.page.locator(".card-choice-main").tap()
    kiosk.tap("kiosk-agree")
    kiosk.ticket()

    strip = kiosk.page.locator(".print-trouble")
    expect(strip).to_contain_text("小票暂时打不出来")
    expect(kiosk.plate).to_be_visible()
    expect(kiosk.page.get_by_alt_text(kiosk.say("kiosk-scan-alt"))).to_be_visible()
    fault = tablet.task("fault", text="1 号取号机打印机缺纸")
    expect(fault).to_be_visible()
    assert paper.slips() == []
    tablet.page.goto("/staff#/devices")
    tablet.page.locator("#tab-printers").tap()
    printer = tablet.page.locator("#device-printer-1")
    expect(printer).to_contain_text(tablet.say("staff-printer-paper-out"))
    expect(printer).to_contain_text(tablet.say("staff-printer-owed", count=1))

    paper.troubles.set_paper("full")
    expect(kiosk.page.locator(".print-printed")).to_be_visible(timeout=15_000)
    expect(printer).to_contain_text(tablet.say("staff-printer-ready"))
    expect(fault).to_have_count(0)
    assert [slip.copy for slip in paper.slips()] == [False]
