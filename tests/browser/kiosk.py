"""The kiosk, worked by touch only."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, Response, expect

from tests.browser.words import say
from tests.support.handwriting import DRAWN, lines_of


class Kiosk:
    """A kiosk in the lobby."""

    def __init__(self, page: Page, language: str, issued: Callable[[str], None]) -> None:
        self.page = page
        self._issued = issued
        self.language = language
        self._answers: list[Response] = []
        page.on("response", self._keep)

    def say(self, identifier: str, **arguments: object) -> str:
        """A sentence in the kiosk's language."""
        return say(self.language, identifier, **arguments)

    # ── touching ─────────────────────────────────────────────────────────────────────────────────────

    def button(self, name: str) -> Locator:
        """A button by the beginning of its words."""
        return self.page.get_by_role("button", name=re.compile("^" + re.escape(name))).first

    def tap(self, identifier: str, **arguments: object) -> None:
        """Touch a button by its words."""
        self.button(self.say(identifier, **arguments)).tap()

    def choose(self, identifier: str) -> None:
        """Touch one of a few exclusive values."""
        choice = self.page.get_by_role("radio", name=self.say(identifier), exact=True)
        choice.tap()
        expect(choice).to_have_attribute("aria-checked", "true")

    def press(self, keys: str) -> None:
        """Touch keys of the keyboard on the screen, one after the other."""
        for key in keys:
            self._key(key)

    def next(self) -> None:
        """Go on."""
        self.tap("kiosk-next")

    def write_pinyin(self, *syllables: tuple[str, str]) -> None:
        """Write Chinese: letters of a syllable, then the character among its candidates."""
        for letters, character in syllables:
            self.press(letters)
            candidates = self.page.get_by_role("group", name=self.say("kiosk-candidates"))
            wanted = candidates.get_by_role("button", name=character, exact=True)
            if not wanted.count():
                candidates.get_by_role("button", name=self.say("kiosk-candidates-more")).tap()
            wanted.tap()

    def draw(self, character: str, strokes: int | None = None, *, after: int = 0) -> None:
        """Draw a character with a mouse on the pad, or its strokes up to a number, or `after` one."""
        pad = self.page.locator("canvas").bounding_box()
        lines = lines_of(character)
        assert pad is not None
        assert lines is not None
        side, mouse = min(pad["width"], pad["height"]) * 0.9, self.page.mouse
        left, top = pad["x"] + (pad["width"] - side) / 2, pad["y"] + (pad["height"] - side) / 2
        for line in lines[after:strokes]:
            places = [(left + x * side / DRAWN, top + y * side / DRAWN) for x, y in line]
            mouse.move(*places[0])
            mouse.down()
            for place in places[1:]:
                mouse.move(*place, steps=4)
            mouse.up()

    def read(self, character: str) -> Locator:
        """A character among those that were read on the pad."""
        candidates = self.page.get_by_role("group", name=self.say("kiosk-candidates"))
        return candidates.get_by_role("button", name=character, exact=True)

    def write(self, letters: str) -> None:
        """Write with the letters' keys; those of a name raise the first letter of each word by themselves."""
        for letter in letters:
            key = "{space}" if letter == " " else letter.lower()
            if letter.isupper():
                expect(self.page.locator(f"[data-skbtn='{key}']")).to_have_text(letter)
            self._key(key)

    def touch_body(self, region: str) -> None:
        """Touch a part on the picture itself, where its label's line ends."""
        label = self.page.get_by_role("button", name=region, exact=True)
        place = self.page.evaluate(
            """(region) => {
              const labels = [...document.querySelectorAll(".body-label")];
              const at = labels.findIndex((one) => one.textContent.trim() === region);
              const circle = document.querySelectorAll(".leader circle")[at].getBoundingClientRect();
              return [circle.x + circle.width / 2, circle.y + circle.height / 2];
            }""",
            region,
        )
        self.page.touchscreen.tap(*place)
        expect(label).to_have_attribute("aria-pressed", "true")

    def choose_language(self, language: str) -> None:
        """Touch the other language, wherever the page offers it."""
        self.language = language
        self.page.locator(f"nav button[lang='{language}']").tap()
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    # ── pages ────────────────────────────────────────────────────────────────────────────────────────

    def title(self, identifier: str, **arguments: object) -> None:
        """Until the page asks this question."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(self.say(identifier, **arguments))

    def wait_for_home(self) -> None:
        """Until the first page stands there, with its figures."""
        expect(self.page.locator(".page-home")).to_be_visible()
        expect(self.page.locator(".board-row").first).to_be_visible()

    def give_name(self, *, pinyin: tuple[tuple[str, str], ...] = (), letters: str = "") -> None:
        """The page of the name, from the first page of a new patient on."""
        self.title("kiosk-name-title")
        if pinyin:
            self.write_pinyin(*pinyin)
        self.write(letters)
        self.next()

    def give_sex_and_age(self, sex: str, age: str) -> None:
        """The page of sex and age."""
        self.title("kiosk-about-title")
        self.choose(f"kiosk-sex-{sex}")
        self.press(age)
        self.next()

    def give_phone(self, phone: str | None) -> None:
        """The page of the phone."""
        self.title("kiosk-phone-title")
        if phone is None:
            self.tap("kiosk-phone-decline")
        else:
            self.press(phone)
            self.next()

    def register(self, *, pinyin: tuple[tuple[str, str], ...] = (), letters: str = "", sex: str = "female",
                 age: str = "34", phone: str | None = None) -> None:  # fmt: skip
        """From the first page to where it hurts."""
        self.tap("kiosk-way-new")
        self.give_name(pinyin=pinyin, letters=letters)
        self.give_sex_and_age(sex, age)
        self.give_phone(phone)
        self.title("kiosk-where-title")

    def take_number(self, department: str) -> dict[str, Any]:
        """From the suggestion over the read-back to the number; the server's answer."""
        self.tap("kiosk-suggest-yes", department=department)
        self.tap("kiosk-agree")
        return self.ticket()

    def ticket(self) -> dict[str, Any]:
        """The number page, and what the server answered for it."""
        self.title("kiosk-ticket-title")
        answer: dict[str, Any] = self._answers[-1].json()
        self._issued(answer["id"])
        expect(self.plate).to_have_attribute("aria-label", f"{answer['number'][0]} {answer['number'][1:]}")
        return answer

    @property
    def plate(self) -> Locator:
        """The number."""
        return self.page.locator(".ticket-number .plate")

    @property
    def problem(self) -> Locator:
        """The sentence beside a field."""
        return self.page.locator(".problem:not(:empty)")

    def field(self, identifier: str) -> Locator:
        """A field by its id."""
        return self.page.locator(f"input#{identifier}, textarea#{identifier}")

    def _key(self, key: str) -> None:
        self.page.locator(f"[data-skbtn='{key}']").tap()

    def _keep(self, response: Response) -> None:
        if response.url.endswith("/api/v1/tickets"):
            self._answers.append(response)
