"""A wait of twenty minutes: somebody goes and explains, in the patient's language (R51)."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.house import SUPERVISOR, House
from tests.browser.pace import at_once
from tests.browser.recorder import seen_at, watch_for
from tests.browser.words import CHINESE, ENGLISH, say

pytestmark = pytest.mark.browser

MINUTE = 60
#: Time enough to open the tablet before the twenty minutes are full.
JUST_BEFORE = 40


@pytest.fixture
def waiting(installed_house: House) -> tuple[House, dict[str, object]]:
    """A house in which an English-speaking patient has just begun to wait."""
    return installed_house, installed_house.register("internal", language=ENGLISH, name="Ana Silva")


def test_at_twenty_minutes_a_guide_is_sent_with_the_words_to_say_and_again_at_forty_r51_r56(
    waiting: tuple[House, dict[str, object]]
) -> None:
    house, ticket = waiting
    number = str(ticket["number"])
    tablet = house.tablet("east")
    house.pass_time(20 * MINUTE - JUST_BEFORE)
    expect(tablet.page.locator(".hall-tasks")).to_contain_text(tablet.say("staff-soon-title", minutes=20))
    expect(tablet.task("apology")).to_have_count(0)

    watch_for(tablet.page, "[data-task^='apology-']")
    house.pass_time(JUST_BEFORE)
    stepped = time.time()
    card = tablet.task("apology").first
    assert seen_at(tablet.page) - stepped < at_once()
    expect(card).to_contain_text(tablet.say("staff-apology-title", minutes=20))
    expect(card.get_by_role("img")).to_have_attribute("aria-label", f"{number[0]} {number[1:]}")
    expect(card).to_contain_text("内科")
    expect(card).to_contain_text(re.compile(r"20:\d\d"))
    expect(card).to_contain_text(tablet.say("staff-apology-why", why="").strip())
    english, chinese = card.locator("blockquote [lang=en]"), card.locator("blockquote [lang=zh-CN]")
    expect(english).to_contain_text(say(ENGLISH, "apology-words-next"))
    expect(chinese).to_contain_text(say(CHINESE, "apology-words-next"))
    assert 220 in tablet.notes(1)

    tablet.tap("staff-apology-claim", within=card)
    expect(card).to_contain_text(tablet.say("staff-taken-by", name="何敏"))
    tablet.tap("staff-outcome-explained", within=card)
    expect(tablet.task("apology")).to_have_count(0)

    house.pass_time(20 * MINUTE)
    expect(card).to_contain_text(tablet.say("staff-apology-title", minutes=40))


def test_a_task_that_nobody_takes_for_three_minutes_goes_to_the_supervisor_r49_r51(
    waiting: tuple[House, dict[str, object]]
) -> None:
    house, _ = waiting
    tablet = house.tablet("east", number=SUPERVISOR, language=ENGLISH)
    house.pass_time(20 * MINUTE)
    card = tablet.task("apology").first
    expect(card).to_be_visible()
    expect(card).not_to_contain_text(tablet.say("staff-apology-with-supervisor"))
    house.pass_time(3 * MINUTE)
    expect(card).to_contain_text(tablet.say("staff-apology-with-supervisor"))
    tablet.tap("staff-apology-claim", within=card)
    tablet.tap("staff-outcome-water", within=card)
    expect(card).to_have_count(0)


def test_a_long_wait_is_told_before_the_number_is_drawn_and_gives_something_to_read_r37_r52(house: House) -> None:
    for _ in range(12):
        house.register("dental")
    kiosk = house.kiosk()
    kiosk.register(pinyin=(("zhao", "赵"), ("li", "丽")))
    kiosk.button("嘴、牙齿").tap()
    kiosk.button("牙疼").tap()
    kiosk.next()
    kiosk.tap("kiosk-suggest-yes", department="口腔科")
    told = kiosk.say("kiosk-offer-help", department="口腔科", count=12)
    expect(kiosk.page.locator(".page-offer")).to_contain_text(told)
    for choice in ("wait", "other", "rebook"):
        expect(kiosk.button(kiosk.say(f"kiosk-offer-{choice}"))).to_be_visible()
    kiosk.tap("kiosk-offer-wait")
    kiosk.title("kiosk-check-first")
    kiosk.tap("kiosk-agree")
    ticket = kiosk.ticket()
    assert ticket["estimate"]["likely"] > 15

    phone = house.phone(ticket["url"])
    phone.wait_for("waiting")
    phone.tap("phone-reading")
    expect(phone.text("phone-reading-title")).to_be_visible()

    tablet = house.tablet("dental")
    tablet.see(ticket["number"])
    tablet.tap("staff-more")
    tablet.tap("staff-offer")
    expect(tablet.text("staff-offer-title", number=ticket["number"])).to_be_visible()
    tablet.tap("staff-offer-education")
    expect(tablet.toast()).to_contain_text(tablet.say("staff-done-offer", number=ticket["number"]))
