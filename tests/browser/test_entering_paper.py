"""After an outage: paper tickets are entered by keyboard and scanner, and nothing that was typed is lost (R105)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.house import House
from tests.browser.tablet import Tablet

pytestmark = pytest.mark.browser

NAME = "顾晓棠"


@dataclass(frozen=True)
class Pack:
    """What the command printed for the dental clinic, and when."""

    code: str
    first: int
    made: datetime

    def number(self, place: int) -> str:
        """A ticket's number, from 0."""
        return f"K{self.first + place}"

    def scanned(self, place: int) -> str:
        """What a scanner types for it."""
        return f"HZ-{self.code}-{self.number(place)}"

    def at(self, minutes: int) -> str:
        """So many minutes after it was printed, as written by hand."""
        return f"{self.made + timedelta(minutes=minutes):%H:%M}"


@pytest.fixture
def pack(house: House, tmp_path: Path) -> Pack:
    """A pack that was printed 25 minutes ago."""
    told = house.product.command(
        "downtime-pack", "--department", "dental", "--tickets", "6", "--out", str(tmp_path / "pack.pdf")
    )
    code = re.search(r"pack (\w{8})", told)
    assert code is not None, told
    made = house.now()
    house.pass_time(25 * 60)
    packs = house.staff("GET", "/downtime").json["packs"]
    assert packs[0]["id"] == code[1]
    return Pack(code[1], 9001 + 6 * (len(packs) - 1), made)


class Entering:
    """The page of a tablet on which paper tickets are entered."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet = tablet
        self.page: Page = tablet.page
        self.page.goto("/staff#/patients")
        self.page.get_by_role("link", name=tablet.say("staff-paper-open")).tap()

    def field(self, name: str) -> Locator:
        """A field by its name."""
        return self.page.locator(f".paper-page [name='{name}']")

    def note_outage(self, start: str, end: str) -> None:
        """Say from when to when the system was down, today."""
        self.field("from_time").fill(start)
        self.field("until_time").fill(end)
        self.tablet.tap("staff-paper-outage-save")

    def choose(self, name: str, value: str) -> None:
        """One of a row of choices."""
        self.page.locator(f".paper-form [name='{name}'][value='{value}']").check(force=True)

    def problem(self, name: str) -> Locator:
        """What is said to be wrong with a field."""
        return self.page.locator(f".paper-form .paper-{name} .field-problem")

    def entry(self, number: str) -> Locator:
        """What was entered under a number."""
        return self.page.locator(f"#paper-entry-{number}")


def test_paper_is_entered_by_keyboard_and_scanner_and_survives_refusal_and_reload_r105(
    house: House, pack: Pack
) -> None:
    tablet = house.tablet("dental")
    entering = Entering(tablet)
    page, keyboard = entering.page, entering.page.keyboard
    entering.note_outage(pack.at(1), pack.at(24))
    expect(entering.field("paper")).to_be_focused()

    # The number by scanner with its Enter, the rest by keyboard, Enter at the end; a time before the outage.
    keyboard.type(pack.scanned(0))
    keyboard.press("Enter")
    expect(entering.field("arrived")).to_be_focused()
    expect(page.locator(".paper-paper .field-help")).to_have_text("口腔科")
    keyboard.type("0001")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type(NAME)
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.type("34")
    entering.field("consent").check()
    keyboard.press("Enter")
    expect(entering.problem("arrived")).to_contain_text(pack.at(24))
    expect(entering.field("arrived")).to_be_focused()
    page.reload()
    expect(entering.field("name")).to_have_value(NAME)
    expect(entering.field("consent")).to_be_checked()
    entering.field("arrived").fill(pack.at(2))
    keyboard.press("Enter")
    expect(tablet.toast()).to_contain_text(tablet.say("staff-paper-stored", number=pack.number(0)))
    expect(entering.field("paper")).to_be_focused()
    expect(entering.field("name")).to_have_value("")
    documents = house.staff("GET", "/halls/dental/snapshot").json["documents"]
    assert pack.number(0) in documents["queue/dental"]["next"]
    stored = next(one for one in documents["staff/queue/dental"]["waiting"] if one["number"] == pack.number(0))
    house.keep_ticket(stored["ticket"])

    # The same number once more is said to be entered; a scanner that types into another field is understood.
    entering.field("complaint").fill("牙疼")
    entering.field("complaint").press_sequentially(pack.scanned(0))
    expect(entering.field("complaint")).to_have_value("牙疼")
    entering.field("arrived").fill(pack.at(3))
    entering.choose("state", "seen")
    entering.field("called").fill(pack.at(10))
    entering.field("finished").fill(pack.at(20))
    entering.field("room").select_option("dental-1")
    entering.field("name").fill("李秋生")
    entering.choose("sex", "male")
    entering.field("age").fill("1981-02-03")
    entering.field("consent").check()
    tablet.tap("staff-paper-store")
    expect(entering.problem("paper")).to_contain_text(
        tablet.say("error-paper-entered", number=pack.number(0))
    )
    entering.field("paper").fill(pack.number(1).lower())
    keyboard.press("Enter")
    expect(entering.entry(pack.number(1))).to_contain_text(tablet.say("staff-paper-waited", minutes=7))

    # A mistake is taken back, and stands in the fields again.
    tablet.toast().get_by_role("button", name=tablet.say("common-undo")).tap()
    expect(entering.entry(pack.number(1))).to_have_count(0)
    expect(entering.field("name")).to_have_value("李秋生")
    keyboard.press("Escape")
    assert NAME not in page.evaluate("JSON.stringify([localStorage, location.href])")
    page.locator(".rail-me").tap()
    tablet.tap("staff-sign-out")
    house.forget_sign_in()
    expect(page.locator(".sign-in")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0
    assert page.faults == []  # type: ignore[attr-defined]


def test_an_upright_tablet_in_english_enters_who_left_and_takes_an_entry_of_another_tablet_back_r105(
    house: House, pack: Pack
) -> None:
    tablet = house.tablet("dental", language="en")
    tablet.page.set_viewport_size({"width": 820, "height": 1180})
    outage = {"from_day": f"{pack.made:%Y-%m-%d}", "from_time": pack.at(1), "until_day": f"{pack.made:%Y-%m-%d}",
              "until_time": pack.at(24)}  # fmt: skip
    noted = house.staff("POST", "/downtime/outages", outage).json
    entered = house.staff("POST", "/downtime/tickets", {
        "request_id": f"another-tablet-{pack.code}", "outage": noted["id"], "paper": pack.number(0), "state": "waiting",
        "arrived": pack.at(5), "patient": {"name": NAME, "sex": "female", "age": 34}, "consent": True,
    })  # fmt: skip
    assert entered.status == 201, entered.json
    house.keep_ticket(entered.json["id"])
    entering = Entering(tablet)
    expect(entering.entry(pack.number(0))).to_contain_text(tablet.say("staff-paper-now-waiting"))
    entering.field("paper").fill(pack.number(2))
    entering.field("arrived").fill(pack.at(6))
    entering.choose("state", "left")
    tablet.tap("staff-paper-store")
    expect(entering.problem("sex")).to_have_text(tablet.say("staff-register-sex-missing"))
    entering.choose("sex", "other")
    tablet.tap("staff-paper-store")
    expect(entering.problem("name")).to_be_visible()
    expect(entering.problem("consent")).to_contain_text(tablet.say("error-paper-consent"))
    entering.field("name").fill("Ana Silva")
    entering.field("age").fill("34")
    entering.field("finished").fill(pack.at(20))
    entering.field("consent").check()
    entering.field("age").press("Enter")
    expect(entering.entry(pack.number(2))).to_contain_text(tablet.say("staff-paper-now-cancelled"))
    assert tablet.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    tablet.tap("staff-paper-take-back", within=entering.entry(pack.number(0)))
    expect(tablet.toast()).to_contain_text(tablet.say("staff-paper-taken-back", number=pack.number(0)))
    expect(entering.entry(pack.number(0))).to_have_count(0)
    assert tablet.page.faults == []  # type: ignore[attr-defined]
