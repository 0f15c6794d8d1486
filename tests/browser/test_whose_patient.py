"""Whose patient: a doctor who leaves, one who is not wanted, a group that goes ahead, as the guide works it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.house import SUPERVISOR, House
from tests.browser.words import LANGUAGES

pytestmark = pytest.mark.browser

#: 唐慧 sits in room 1 of the dental clinic, 冯磊 in room 2.
TANG, FENG = "1025", "1026"


@pytest.fixture
def dental(house: House) -> Iterator[House]:
    """The house; every room of the dental clinic is open again afterwards."""
    yield house
    house.staff("POST", "/rooms/dental-1/state", {"state": "open"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_a_doctor_leaves_her_patient_is_asked_and_another_stands_in_r33_r35(dental: House, language: str) -> None:
    ticket = dental.register("dental", doctor=TANG)
    tablet = dental.tablet("dental", language=language)
    dental.staff("POST", "/rooms/dental-1/state", {"state": "closed"})
    card = tablet.task("arrangement").first
    expect(card).to_contain_text(ticket["number"])
    expect(tablet.room("dental-2")).not_to_contain_text(ticket["number"])

    tablet.tap("staff-arrange", within=card)
    tablet.tap("staff-arrange-cover")
    expect(tablet.task("arrangement")).to_have_count(0)
    tablet.call_next("dental-2", ticket["number"])
    name = {"zh-CN": "唐慧", "en": "Tang Hui"}[language]
    expect(tablet.room("dental-2")).to_contain_text(tablet.say("staff-cover", name=name))


def test_a_doctor_who_is_not_wanted_is_changed_and_the_supervisor_is_told_why_r39(dental: House) -> None:
    ticket = dental.register("dental", doctor=TANG)
    tablet = dental.tablet("dental")
    tablet.see(ticket["number"])
    tablet.tap("staff-more")
    tablet.tap("staff-whose-change")
    sheet = tablet.page.get_by_role("dialog")
    sheet.get_by_role("button", name="冯磊").tap()
    sheet.get_by_text(tablet.say("staff-whose-refused", name="唐慧")).tap()
    expect(sheet.get_by_role("button", name=tablet.say("staff-save"))).to_be_disabled()
    sheet.get_by_role("textbox").fill("上次没有说清楚")
    sheet.get_by_role("button", name=tablet.say("staff-save")).tap()
    expect(tablet.toast()).to_contain_text(tablet.say("staff-done-doctor", number=ticket["number"]))

    tablet.page.goto("/staff#/hall")
    card = tablet.task("arrangement").first
    expect(card).to_contain_text(tablet.say("staff-arrange-case-refused", number=ticket["number"], name="唐慧"))
    expect(tablet.button("staff-arrange", within=card)).to_be_disabled()
    supervisor = dental.tablet("dental", number=SUPERVISOR)
    supervisor.see(ticket["number"])
    supervisor.page.get_by_role("tab", name=supervisor.say("staff-tab-history")).tap()
    expect(supervisor.page.locator(".history")).to_contain_text("上次没有说清楚")
    supervisor.page.goto("/staff#/hall")
    supervisor.tap("staff-arrange", within=supervisor.task("arrangement").first)
    supervisor.tap("staff-arrange-rebook")
    expect(supervisor.task("arrangement")).to_have_count(0)


def test_papers_of_a_soldier_move_the_number_up_and_the_list_says_why_r29(dental: House) -> None:
    numbers = [dental.register("dental")["number"] for _ in range(4)]
    tablet = dental.tablet("dental")
    tablet.see(numbers[3])
    tablet.tap("staff-more")
    tablet.tap("staff-priority")
    tablet.tap("staff-priority-military")
    expect(tablet.toast()).to_contain_text(tablet.say("staff-done-priority", number=numbers[3]))
    tablet.page.goto("/staff#/patients")
    third = tablet.page.locator("#queue-dental .patient-row").nth(2)
    expect(third.get_by_role("img")).to_have_attribute("aria-label", f"{numbers[3][0]} {numbers[3][1:]}")
    expect(third).to_contain_text(tablet.say("staff-priority-military"))
    expect(third).to_contain_text(tablet.say("reason-by-priority"))


def test_a_visit_without_treatment_is_marked_as_free_with_a_reason_r19(dental: House) -> None:
    number = dental.register("dental")["number"]
    tablet = dental.tablet("dental")
    tablet.call_next("dental-2", number)
    tablet.arrive("dental-2", number)
    tablet.see(number)
    tablet.tap("staff-more")
    tablet.tap("staff-no-fee")
    tablet.tap("staff-no-fee-milk_tooth")
    expect(tablet.toast()).to_contain_text(tablet.say("staff-done-no-fee", number=number))
    expect(tablet.page.locator(".facts-tags")).to_contain_text(tablet.say("staff-no-fee"))
