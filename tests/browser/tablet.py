"""The guide's tablet."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.recorder import notes_of
from tests.browser.words import say


class Tablet:
    """A tablet on a hall's page."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language

    def say(self, identifier: str, **arguments: object) -> str:
        """A sentence in the tablet's language."""
        return say(self.language, identifier, **arguments)

    def button(self, identifier: str, *, within: Locator | None = None, **arguments: object) -> Locator:
        """A button by its words."""
        return (within or self.page).get_by_role("button", name=self.say(identifier, **arguments))

    def tap(self, identifier: str, *, within: Locator | None = None, **arguments: object) -> None:
        """Touch a button by its words."""
        self.button(identifier, within=within, **arguments).first.tap()

    def text(self, identifier: str, *, within: Locator | None = None, **arguments: object) -> Locator:
        """Where a sentence stands."""
        return (within or self.page).get_by_text(self.say(identifier, **arguments))

    def sign_in(self, number: str, pin: str) -> None:
        """Sign in with staff number and PIN."""
        self.page.get_by_label(self.say("staff-number"), exact=True).fill(number)
        self.page.get_by_label(self.say("staff-pin"), exact=True).fill(pin)
        self.tap("staff-sign-in")
        expect(self.page.locator(".sign-in")).to_have_count(0)

    def choose_hall(self, hall: str) -> None:
        """Choose a hall after the first sign-in."""
        place = ("east", "west", "dental", "emergency").index(hall)
        self.page.locator("main button:not(.language)").nth(place).tap()

    def wait_for_hall(self, hall: str) -> None:
        """Until the hall's rooms stand there; a touch lets the browser sound."""
        expect(self.page.locator(f"[id^='room-{hall}']").first).to_be_visible()
        self.page.locator(".top-name").tap()

    def room(self, code: str) -> Locator:
        """A room's row."""
        return self.page.locator(f"#room-{code}")

    def room_state(self, code: str, state: str) -> None:
        """Until a room is free, calling, occupied, paused or closed."""
        expect(self.room(code)).to_have_attribute("data-state", state)

    def call_next(self, room: str, number: str) -> None:
        """Call the next to a room."""
        self.tap("staff-call", within=self.room(room), number=number)

    def arrive(self, room: str, number: str) -> None:
        """They came in."""
        self.tap("staff-arrive-of", within=self.room(room), number=number)
        self.room_state(room, "occupied")

    def missed(self, room: str, number: str) -> None:
        """They did not come."""
        self.tap("staff-missed-of", within=self.room(room), number=number)

    def finish(self, room: str, number: str) -> None:
        """They left the room."""
        self.tap("staff-left-room", within=self.room(room), number=number)
        self.room_state(room, "free")

    def see(self, number: str) -> None:
        """Open a ticket by searching its number."""
        self.page.goto("/staff#/patients")
        search = self.page.locator("#search-text")
        search.fill(number)
        search.press("Enter")
        self.page.locator(".search-results .patient-row").first.tap()
        expect(self.page.locator(".patient-actions")).to_be_visible()

    def task(self, kind: str, *, text: str = "") -> Locator:
        """Cards of a kind: alarm, apology, help, fault."""
        return self.page.locator(f"[data-task^='{kind}-']").filter(has_text=text)

    def toast(self) -> Locator:
        """What was just done, in words."""
        return self.page.locator(".toast")

    def notes(self, least: int = 0) -> list[int]:
        """The notes that were asked for so far, in hertz; waits until there are at least so many."""
        return notes_of(self.page, least)
