"""The main job, on all four faces at once: a new patient takes a number, is called, seen, and goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.pace import at_once
from tests.browser.recorder import seen_at, touched_at, watch_for
from tests.browser.words import CHINESE, ENGLISH

pytestmark = pytest.mark.browser

CHIME = [659, 523]
ROOM = "dental-1"


@dataclass(frozen=True)
class Visit:
    """One patient's words."""

    language: str
    writing: dict[str, Any]
    name: str
    region: str
    chip: str
    department: str


VISITS = (
    Visit(CHINESE, {"pinyin": (("zhou", "周"), ("meng", "梦"), ("xi", "溪"))}, "周梦溪", "嘴、牙齿", "牙疼", "口腔科"),
    Visit(ENGLISH, {"letters": "Ana Silva"}, "Ana Silva", "Mouth, teeth", "toothache", "Dental Clinic"),
)


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.language)
def test_a_new_patient_takes_a_number_by_touch_and_every_face_follows_to_the_end_r1_r9_r41_r43_r53_r60(
    house: House, visit: Visit
) -> None:
    television, tablet = house.television("dental"), house.tablet("dental", language=visit.language)
    roll = house.page(1280, 900, "/printers/roll", locale=visit.language)
    kiosk = house.kiosk(visit.language)

    kiosk.register(**visit.writing, age="34", phone="13812345678")
    kiosk.touch_body(visit.region)
    kiosk.button(visit.chip).tap()
    kiosk.choose("kiosk-since-days")
    kiosk.next()
    kiosk.title("kiosk-suggest-title", department=visit.department)
    kiosk.tap("kiosk-suggest-yes", department=visit.department)
    kiosk.title("kiosk-check-title", name=visit.name)
    expect(kiosk.page.locator(".check")).not_to_contain_text(visit.chip)
    expect(kiosk.page.locator(".check")).to_contain_text("138****5678")
    kiosk.tap("kiosk-agree")
    ticket = kiosk.ticket()
    number = ticket["number"]

    expect(kiosk.page.get_by_alt_text(kiosk.say("kiosk-scan-alt"))).to_be_visible()
    expect(television.queue("dental")).to_contain_text(number)
    expect(kiosk.page.locator(".print-printed")).to_be_visible(timeout=10_000)
    expect(roll.get_by_role("listitem").first.get_by_role("img")).to_be_visible()
    phone = house.phone(ticket["url"], language=visit.language)
    phone.wait_for("waiting")
    phone.shows_number(number)
    expect(phone.text("phone-ahead-none")).to_be_visible()

    watch_for(television.page, "[data-testid=call-number]", number)
    tablet.call_next(ROOM, number)
    assert seen_at(television.page) - touched_at(tablet.page) < at_once()
    expect(television.room).to_contain_text("1")
    said = television.wait_for_words(3)
    assert [line["language"] for line in said[:3]] == [CHINESE, CHINESE, ENGLISH]
    assert said[0]["text"] == f"请 {number[0]} {_digits(number)} 号，到 一 号诊室 就诊"
    assert television.notes()[:2] == CHIME
    phone.wait_for("called", by_itself=True)
    expect(phone.page.locator(".room-block")).to_contain_text("1")

    tablet.arrive(ROOM, number)
    expect(television.in_room(ROOM)).to_contain_text(number)
    phone.wait_for("in_room")
    tablet.finish(ROOM, number)
    expect(television.in_room(ROOM)).not_to_contain_text(number)
    phone.wait_for("finished")
    for page in (kiosk.page, television.page, tablet.page, phone.page):
        assert page.faults == []  # type: ignore[attr-defined]


def _digits(number: str) -> str:
    return "".join("零一二三四五六七八九"[int(sign)] for sign in number[1:])
