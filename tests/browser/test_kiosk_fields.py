"""What may be typed at the kiosk: what is wrong stands beside its field in words, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.kiosk import Kiosk
from tests.browser.words import CHINESE, ENGLISH, LANGUAGES

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=window.hacked=true>"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fields_mistake_is_said_beside_it_and_what_was_typed_stays_r1_r64_r109(
    house: House, language: str
) -> None:
    kiosk = house.kiosk(language)
    kiosk.tap("kiosk-way-new")
    kiosk.next()
    _says(kiosk, "kiosk-error-name-empty")
    kiosk.field("name").fill("王5")
    kiosk.next()
    _says(kiosk, "kiosk-error-name-digits")
    expect(kiosk.field("name")).to_have_value("王5")
    kiosk.field("name").fill("王芳")
    kiosk.next()

    kiosk.next()
    expect(kiosk.problem).to_have_count(2)
    expect(kiosk.problem.first).to_contain_text(kiosk.say("kiosk-error-sex-empty"))
    expect(kiosk.problem.last).to_contain_text(kiosk.say("kiosk-error-age-empty"))
    kiosk.choose("kiosk-sex-female")
    kiosk.press("130")
    kiosk.next()
    _says(kiosk, "kiosk-error-age-old", most=120)
    expect(kiosk.field("age")).to_have_value("130")
    kiosk.choose("kiosk-by-birth")
    for typed, sentence, arguments in (
        ("195103", "kiosk-error-birth-length", {"count": 6}), ("19510231", "kiosk-error-birth-none", {}),
        ("20991231", "kiosk-error-birth-future", {}), ("18010101", "kiosk-error-birth-old", {}),
    ):  # fmt: skip
        kiosk.field("birth").fill(typed)
        kiosk.next()
        _says(kiosk, sentence, **arguments)
        expect(kiosk.field("birth")).to_have_value(typed)
    kiosk.field("birth").fill("19880229")
    kiosk.next()

    kiosk.press("1381234567")
    kiosk.next()
    _says(kiosk, "kiosk-error-phone-length", count=10)
    expect(kiosk.field("phone")).to_have_value("1381234567")
    kiosk.field("phone").fill("12812345678")
    kiosk.next()
    _says(kiosk, "kiosk-error-phone-start")
    kiosk.field("phone").fill("13812345678")
    kiosk.next()

    kiosk.next()
    _says(kiosk, "kiosk-error-where-empty")


def test_going_back_and_changing_the_language_keep_what_was_typed_r64(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-new")
    kiosk.press("zhon")
    kiosk.next()
    _says(kiosk, "kiosk-error-composing")
    expect(kiosk.page.locator(".entry-composing")).to_have_text("zhon")
    kiosk.choose_language(ENGLISH)
    expect(kiosk.page.locator(".entry-composing")).to_have_text("zhon")
    _says(kiosk, "kiosk-error-composing")
    kiosk.choose_language(CHINESE)
    kiosk.write_pinyin(("g", "钟"), ("li", "丽"))
    kiosk.next()
    kiosk.give_sex_and_age("female", "61")
    kiosk.press("138")
    kiosk.choose_language(ENGLISH)
    expect(kiosk.field("phone")).to_have_value("138")
    kiosk.tap("kiosk-back")
    expect(kiosk.field("age")).to_have_value("61")
    expect(kiosk.page.get_by_role("radio", name="Female")).to_have_attribute("aria-checked", "true")
    kiosk.tap("kiosk-back")
    expect(kiosk.field("name")).to_have_value("钟丽")


def test_a_card_readers_number_fills_sex_and_birth_date_and_a_wrong_digit_is_explained_r1(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-new")
    kiosk.give_name(pinyin=(("qian", "钱"), ("ming", "明")))
    _read_card(kiosk, _identity("11010119510312001"))
    kiosk.title("kiosk-phone-title")
    kiosk.tap("kiosk-back")
    expect(kiosk.field("birth")).to_have_value("19510312")
    expect(kiosk.page.get_by_role("radio", name="男", exact=True)).to_have_attribute("aria-checked", "true")

    kiosk.tap("kiosk-by-id")
    right = kiosk.field("id-number").input_value()
    assert right.startswith("11010119510312001")
    kiosk.field("id-number").fill(right[:-2] + ("2" if right[-2] != "2" else "3") + right[-1])
    kiosk.next()
    _says(kiosk, "kiosk-error-id-checksum")


def test_hostile_complaints_are_words_and_a_hostile_name_is_asked_again_r1_r108(house: House) -> None:
    kiosk = house.kiosk()
    kiosk.tap("kiosk-way-new")
    kiosk.field("name").fill(HOSTILE)
    kiosk.next()
    kiosk.give_sex_and_age("male", "50")
    kiosk.give_phone(None)
    kiosk.button(kiosk.say("kiosk-words-label")).tap()
    kiosk.field("text").fill(f"牙疼 {HOSTILE} <script>window.hacked=true</script>")
    kiosk.tap("kiosk-words-done")
    expect(kiosk.page.locator(".action-words")).to_contain_text(HOSTILE)
    kiosk.next()
    kiosk.page.locator(".card-choice-main").tap()
    expect(kiosk.page.get_by_role("heading", level=1)).to_contain_text(HOSTILE)
    kiosk.tap("kiosk-agree")
    kiosk.title("kiosk-name-title")
    expect(kiosk.problem).to_have_count(1)
    expect(kiosk.field("name")).to_have_value(HOSTILE)
    kiosk.field("name").fill("王芳")
    kiosk.next()
    kiosk.tap("kiosk-agree")
    ticket = kiosk.ticket()

    tablet = house.tablet(ticket["hall"])
    tablet.see(ticket["number"])
    expect(tablet.page.locator(".patient-panel")).to_contain_text(HOSTILE)
    for page in (kiosk.page, tablet.page):
        assert page.evaluate("window.hacked === undefined && !document.querySelector('img[src=x]')")


def _says(kiosk: Kiosk, sentence: str, **arguments: object) -> None:
    expect(kiosk.problem).to_have_count(1)
    expect(kiosk.problem).to_have_text(re.compile(re.escape(kiosk.say(sentence, **arguments))))


def _read_card(kiosk: Kiosk, number: str) -> None:
    """As a reader on a cable types: every key within a blink, Enter last."""
    kiosk.page.evaluate(
        """(number) => [...number, "Enter"].forEach((key) => document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))""",
        number,
    )


def _identity(digits: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return digits + "10X98765432"[total % 11]
