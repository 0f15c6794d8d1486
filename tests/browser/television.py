"""A hall's display, as people in the hall see and hear it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.recorder import notes_of


class Television:
    """The display of a hall."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def wait_for_picture(self) -> None:
        """Until the hall's name stands there."""
        expect(self.page.get_by_test_id("hall-name")).not_to_be_empty()

    @property
    def calling(self) -> Locator:
        """The number that is called now, in yellow."""
        return self.page.get_by_test_id("call-number")

    @property
    def room(self) -> Locator:
        """The room that it is called to."""
        return self.page.get_by_test_id("call-room")

    def queue(self, department: str) -> Locator:
        """The numbers that should get ready."""
        return self.page.get_by_test_id(f"next-{department}")

    def in_room(self, room: str) -> Locator:
        """The number that a room holds, in the table."""
        return self.page.get_by_test_id(f"room-{room}")

    @property
    def offline(self) -> Locator:
        """The picture of a display that has lost the server."""
        return self.page.get_by_test_id("offline-panel")

    def said(self) -> list[dict[str, Any]]:
        """What was handed to the voice so far."""
        return list(self.page.evaluate("recorded.said"))

    def notes(self) -> list[int]:
        """The notes of the chime so far, in hertz."""
        return notes_of(self.page)

    def wait_for_words(self, count: int, *, seconds: float = 15) -> list[dict[str, Any]]:
        """Until so many sentences were handed to the voice."""
        self.page.wait_for_function("(count) => recorded.said.length >= count", arg=count, timeout=seconds * 1000)
        return self.said()
