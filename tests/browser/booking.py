"""The public pages for booking, worked by touch."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import say


class BookingPage:
    """`/book`, or the page of one appointment."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language

    def say(self, identifier: str, **arguments: object) -> str:
        """A sentence in the page's language."""
        return say(self.language, identifier, **arguments)

    def tap(self, identifier: str, **arguments: object) -> None:
        """Touch a button by its words."""
        self.page.get_by_role("button", name=self.say(identifier, **arguments), exact=True).click()

    def title(self, identifier: str) -> None:
        """Until the page has this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.say(identifier))

    def choose(self, name: str) -> None:
        """One of the options by the beginning of its words."""
        self.page.locator(".options .choice").filter(has_text=name).first.click()

    @property
    def times(self) -> Locator:
        """The times that can be chosen."""
        return self.page.locator(".time")

    def fill(self, name: str, phone: str) -> None:
        """The details, with consent."""
        self.title("booking-details-title")
        self.page.fill("#name", name)
        self.page.fill("#phone", phone)
        self.page.check("#consent")

    def send(self) -> None:
        """Book what is filled in."""
        self.tap("booking-send")

    def to_times(self, department: str) -> None:
        """From the first page to the times of any doctor of a department."""
        self.title("booking-department-title")
        self.choose(department)
        self.title("booking-doctor-title")
        self.choose(self.say("booking-doctor-any"))
        self.title("booking-times-title")
        expect(self.times.first).to_be_visible()

    def book(self, department: str, name: str, phone: str, *, place: int = 0) -> str:
        """From the first page to the booked appointment; its code."""
        self.to_times(department)
        self.times.nth(place).click()
        self.fill(name, phone)
        self.send()
        self.title("booking-booked-title")
        return self.code

    @property
    def code(self) -> str:
        """The appointment's code as it stands on the page."""
        return self.page.locator(".code-text").inner_text().replace(" ", "")

    @property
    def shown(self) -> dict[str, Any]:
        """Day and time that stand on the page."""
        return {
            "day": self.page.locator(".when-day").inner_text(),
            "time": self.page.locator(".when-time").inner_text(),
        }

    @property
    def problems(self) -> Locator:
        """The sentences beside the fields."""
        return self.page.locator(".field-problem:not(:empty)")
