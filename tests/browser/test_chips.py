"""Danger words at the body picture: none ever hides behind "more", in no language and no size of letters."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import expect

from server.triage.service import symptoms_document
from tests.browser.house import House
from tests.browser.words import LANGUAGES

pytestmark = pytest.mark.browser


def _dangers(language: str) -> dict[str, set[str]]:
    """The danger words of each region that is drawn, for a man."""
    document = symptoms_document()
    names = {region["code"]: region["names"][language] for region in document["regions"]}
    found = defaultdict(set)
    for symptom in document["symptoms"]:
        if symptom["red_flag"] and symptom["common"] > 0 and symptom.get("sex") in (None, "male"):
            for region in symptom["region"]:
                found[names[region]].add(symptom["chips"][language].lower())
    return dict(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
def test_no_danger_word_hides_behind_more_r22_r64(house: House, language: str, large: bool) -> None:
    kiosk = house.kiosk(language, large=large)
    kiosk.tap("kiosk-way-new")
    kiosk.field("name").fill("Tom Reed")
    kiosk.next()
    kiosk.give_sex_and_age("male", "40")
    kiosk.give_phone(None)
    for region, dangers in _dangers(language).items():
        kiosk.page.get_by_role("button", name=region, exact=True).tap()
        chips = kiosk.page.locator(".chip-danger")
        expect(chips).to_have_count(len(dangers))
        assert {text.strip().lower() for text in chips.all_inner_texts()} == dangers, region
        for chip in chips.all():
            expect(chip).to_be_in_viewport(ratio=1)


def test_large_letters_on_the_page_of_the_body_leave_every_word_in_reach_r64(house: House) -> None:
    kiosk = house.kiosk("en")
    kiosk.tap("kiosk-way-new")
    kiosk.field("name").fill("Tom Reed")
    kiosk.next()
    kiosk.give_sex_and_age("male", "40")
    kiosk.give_phone(None)
    kiosk.page.get_by_role("button", name="Chest", exact=True).tap()
    kiosk.tap("kiosk-large")
    box = kiosk.page.locator(".chips")
    expect(kiosk.page.locator(".chip-more")).to_be_visible()
    assert box.evaluate("(box) => box.scrollHeight <= box.clientHeight + 1")
    kiosk.page.locator(".chip-more").tap()
    expect(kiosk.page.locator(".chips")).to_contain_text("igh blood pressure")
