"""Who knows no pinyin writes the name by hand (R1, R64)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.support.handwriting import needs_recogniser

pytestmark = [pytest.mark.browser, needs_recogniser]


def test_a_name_written_by_hand_comes_to_a_number_and_a_server_away_takes_no_stroke_r1_r64(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-new")
    kiosk.tap("kiosk-key-hand")
    expect(kiosk.page.get_by_role("status").filter(has_text=kiosk.say("kiosk-write-help"))).to_be_visible()
    kiosk.draw("王")
    kiosk.read("王").tap()
    expect(kiosk.field("name")).to_have_value("王")

    # The server is away: what is written stays, it is said, and pinyin remains.
    kiosk.page.route("**/writing/candidates", lambda route: route.abort())
    kiosk.draw("小", strokes=2)
    pad = kiosk.page.get_by_role("img", name=kiosk.say("kiosk-write-pad", count=2))
    expect(pad).to_be_visible()
    expect(kiosk.page.get_by_text(kiosk.say("kiosk-write-away"))).to_be_visible()
    kiosk.next()
    expect(kiosk.problem).to_have_text(kiosk.say("kiosk-error-strokes"))
    kiosk.page.unroute("**/writing/candidates")
    kiosk.draw("小", after=2)
    kiosk.read("小").tap()
    expect(kiosk.field("name")).to_have_value("王小")

    kiosk.draw("明", strokes=3)
    kiosk.tap("kiosk-write-undo")
    expect(kiosk.page.get_by_role("img", name=kiosk.say("kiosk-write-pad", count=2))).to_be_visible()
    kiosk.tap("kiosk-write-again")
    expect(kiosk.page.get_by_role("img", name=kiosk.say("kiosk-write-pad", count=0))).to_be_visible()
    kiosk.tap("kiosk-key-pinyin")
    kiosk.write_pinyin(("ming", "明"))
    expect(kiosk.field("name")).to_have_value("王小明")
    kiosk.next()

    kiosk.give_sex_and_age("male", "40")
    kiosk.give_phone(None)
    kiosk.touch_body("嘴、牙齿")
    kiosk.button("牙疼").tap()
    kiosk.next()
    kiosk.take_number("口腔科")

    # The next person finds the keys as they were at first.
    kiosk.tap("kiosk-ticket-done")
    kiosk.tap("kiosk-way-new")
    expect(kiosk.button(kiosk.say("kiosk-key-pinyin"))).to_have_attribute("aria-pressed", "true")
    expect(kiosk.field("name")).to_have_value("")
