"""A patient's phone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import say


class Phone:
    """The page of one ticket."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language

    def say(self, identifier: str, **arguments: object) -> str:
        """A sentence in the phone's language."""
        return say(self.language, identifier, **arguments)

    def text(self, identifier: str, **arguments: object) -> Locator:
        """Where a sentence stands."""
        return self.page.get_by_text(self.say(identifier, **arguments), exact=True).first

    def tap(self, identifier: str, **arguments: object) -> None:
        """Touch a button by its words."""
        self.page.get_by_role("button", name=self.say(identifier, **arguments)).tap()

    def wait_for(self, phase: str, *, by_itself: bool = False) -> None:
        """Until the page is in a phase: waiting, called, in_room, missed, urgent, finished …

        The page asks every few seconds; unless it shall do so `by_itself` it is made to ask at once.
        """
        if not by_itself:
            self.page.wait_for_load_state()
            self.page.evaluate("dispatchEvent(new Event('online'))")
        expect(self.page.locator("html")).to_have_attribute("data-phase", phase, timeout=9_000)

    def shows_number(self, number: str) -> None:
        """The plate carries this number."""
        spoken = f"{number[0]} {number[1:]}"
        expect(self.page.get_by_role("img", name=spoken).first).to_be_visible()
