"""A running product with its faces: one browser, a context for each screen, and the product's clock."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.ear import lay_ear
from tests.browser.kiosk import Kiosk
from tests.browser.line import Line
from tests.browser.phone import Phone
from tests.browser.recorder import RECORDER
from tests.browser.tablet import Tablet
from tests.browser.television import Television
from tests.support.product import ADMIN_PASSWORD, ROOT, Answer, Product

SHANGHAI = ZoneInfo("Asia/Shanghai")
PIN = "7391"
GUIDE, SUPERVISOR = "2001", "2003"
NAMES = {GUIDE: "何敏", SUPERVISOR: "高洁"}
HALLS = ("east", "west", "dental", "emergency")


def monday_morning() -> float:
    """Seconds from now to the next Monday, 08:30 in Shanghai: every department is open then."""
    now = datetime.now(SHANGHAI)
    monday = (now + timedelta(days=-now.weekday() % 7)).replace(hour=8, minute=30, second=0, microsecond=0)
    return ((monday if monday > now else monday + timedelta(days=7)) - now).total_seconds()


def clinic_file(folder: Path, *, printer: str, quiet: str, **figures: int) -> Path:
    """The clinic of the product with other figures, a network printer at kiosk 1 that no other replaces, and a hall
    that is `quiet` all day."""
    text = (ROOT / "clinic.toml").read_text(encoding="utf-8")
    for name, value in figures.items():
        text, found = re.subn(rf"(?m)^{name} = \d+$", f"{name} = {value}", text)
        assert found == 1, f"clinic.toml has no {name}"
    span = f'{{ halls = ["{quiet}"], days = "daily", from = "00:00", to = "24:00", volume = 30, say = "chime" }}'
    assert "\nhours = []\n" in text, "clinic.toml has hours of its own"
    text = text.replace("\nhours = []\n", f"\nhours = [{span}]\n")
    before, code, after = text.partition('code = "printer-1"')
    own, spare, rest = after.partition('spare = "desk-printer"')
    assert code, "clinic.toml has no printer-1"
    assert spare, "printer-1 in clinic.toml has no spare"
    own = own.replace('kind = "virtual"', f'kind = "network"\naddress = "{printer}"')
    file = folder / "clinic.toml"
    file.write_text(before + code + own + rest, encoding="utf-8")
    return file


def _in_hall(state: dict[str, Any], hall: str) -> dict[str, Any]:
    """What a tablet keeps, as if it had worked in this hall before."""
    (origin,) = state["origins"]
    kept = {entry["name"]: entry["value"] for entry in origin["localStorage"]} | {"houzhen-staff-hall": hall}
    storage = [{"name": name, "value": value} for name, value in kept.items()]
    return {**state, "origins": [{**origin, "localStorage": storage}]}


class House:
    """One product and the screens that a test opens on it."""

    def __init__(self, product: Product, browser: Browser) -> None:
        self.product = product
        self.browser = browser
        self._offset = monday_morning()
        self._contexts: list[BrowserContext] = []
        self._tickets: list[str] = []
        self._signed_in: dict[str, Any] = {}
        self._administrator: dict[str, str] = {}

    # ── the product ──────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the product on Monday morning, with a guide and a supervisor."""
        self.pass_time(0)
        self.product.start()
        for number, role in ((GUIDE, "guide"), (SUPERVISOR, "supervisor")):
            body = {"number": number, "name": NAMES[number], "role": role, "halls": list(HALLS), "pin": PIN}
            assert self.staff("POST", "/staff", body).status == 201

    def pass_time(self, seconds: float) -> None:
        """Step the product's clock forward."""
        self._offset += seconds
        self.product.move_clock(self._offset)

    def now(self) -> datetime:
        """The instant by the product's clock."""
        return datetime.now(SHANGHAI) + timedelta(seconds=self._offset)

    def staff(self, method: str, path: str, body: Any = None) -> Answer:
        """Ask as the administrator, signed in as a browser is."""
        if not self._administrator:
            answer = self.product.ask("POST", "/api/v1/session", {"number": "admin", "pin": ADMIN_PASSWORD})
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
            self._administrator = {"Cookie": cookie, "X-CSRF-Token": answer.json["csrf"]}
        return self.product.ask(method, f"/api/v1{path}", body, headers=self._administrator)

    def register(
        self, department: str, *, language: str = "zh-CN", doctor: str | None = None, **patient: Any
    ) -> dict[str, Any]:
        """Somebody takes a number at the desk, perhaps for one doctor; the answer."""
        request = f"desk-{department}-{datetime.now().timestamp()}"  # noqa: DTZ005  (only to be different)
        person = {"name": "李秋生", "sex": "male", "age": 45, "phone": "", **patient}
        answer = self.staff("POST", "/tickets", {
            "request_id": request, "patient": person, "department": department, "language": language,
            "complaint": {"text": "复查", "symptoms": []}, "consent": True, "doctor_preference": doctor,
        })  # fmt: skip
        assert answer.status == 201, answer.json
        self._tickets.append(answer.json["id"])
        return dict(answer.json)

    def keep_ticket(self, ticket: str) -> None:
        """A number that a screen gave: it ends with the test."""
        self._tickets.append(ticket)

    def empty_queues(self) -> None:
        """End every visit that the test began, so that the next one finds an empty house."""
        while self._tickets:
            ticket = self._tickets.pop()
            now = self.staff("GET", f"/tickets/{ticket}").json
            if now.get("transferred_to"):
                self._tickets.append(now["transferred_to"])
            elif now["state"] == "in_room":
                self.staff("POST", f"/tickets/{ticket}/finish", {})
            elif now["state"] not in ("finished", "cancelled", "expired"):
                self.staff("POST", f"/tickets/{ticket}/cancel", {"reason": "the test is over"})

    def cancel_bookings(self) -> None:
        """Free the times that the test booked today, so that the next one finds the day as it was."""
        listed = self.staff("GET", f"/appointments?day={self.now():%Y-%m-%d}&state=booked").json["appointments"]
        for appointment in listed:
            self.staff("POST", f"/appointments/{appointment['id']}/cancel", {"reason": "the test is over"})

    def audit(self) -> list[dict[str, Any]]:
        """The audit trail, the newest first."""
        answer = self.staff("GET", "/audit")
        assert answer.status == 200, answer.json
        return list(answer.json["entries"])

    # ── the faces ────────────────────────────────────────────────────────────────────────────────────

    def kiosk(self, language: str = "zh-CN", *, large: bool = False) -> Kiosk:
        """A kiosk on its first page."""
        page = self._page(1080, 1920, path="/kiosk", has_touch=True)
        kiosk = Kiosk(page, language, issued=self._tickets.append)
        kiosk.wait_for_home()
        if language != "zh-CN":
            kiosk.choose_language(language)
        if large:
            kiosk.tap("kiosk-large")
        return kiosk

    def television(self, hall: str, *, line: Line | None = None, ear: bool = False) -> Television:
        """A hall's display, its first picture shown; with an `ear`, what it plays is recorded."""
        page = self._page(1920, 1080, path=f"/display/{hall}", line=line, ear=ear)
        television = Television(page)
        television.wait_for_picture()
        return television

    def tablet(self, hall: str, *, number: str = GUIDE, language: str = "zh-CN", line: Line | None = None) -> Tablet:
        """A tablet, signed in and in its hall; its sounds unlocked by a touch."""
        known = self._signed_in.get(number)
        settings: dict[str, Any] = {"storage_state": _in_hall(known, hall)} if known else {}
        page = self._page(1180, 820, path="/staff", has_touch=True, locale=language, line=line, **settings)
        tablet = Tablet(page, language)
        if not known:
            tablet.sign_in(number, PIN)
            tablet.choose_hall(hall)
            self._signed_in[number] = page.context.storage_state()
        tablet.wait_for_hall(hall)
        return tablet

    def forget_sign_in(self, number: str = GUIDE) -> None:
        """Somebody has signed out: the next tablet of theirs asks for the PIN again."""
        self._signed_in.pop(number, None)

    def phone(self, address: str, *, language: str = "zh-CN") -> Phone:
        """A patient's phone on its page."""
        page = self._page(390, 844, path=address, has_touch=True, is_mobile=True, locale=language)
        return Phone(page, language)

    def page(self, width: int, height: int, path: str, **settings: Any) -> Page:
        """Any page of the product."""
        return self._page(width, height, path=path, **settings)

    def picture_faces(self, folder: Path) -> None:
        """Keep a picture of every screen, for whoever looks into a failure."""
        folder.mkdir(parents=True, exist_ok=True)
        for place, context in enumerate(self._contexts):
            for page in context.pages:
                page.screenshot(path=folder / f"{place}-{page.url.split('/')[3]}.png")

    def close_faces(self) -> None:
        """Close every screen that the test opened."""
        while self._contexts:
            self._contexts.pop().close()

    def _page(
        self, width: int, height: int, *, path: str, line: Line | None = None, ear: bool = False, **settings: Any
    ) -> Page:
        context = self.browser.new_context(
            base_url=self.product.url, viewport={"width": width, "height": height}, bypass_csp=ear,
            **{"locale": "zh-CN", **settings},
        )  # fmt: skip
        context.set_default_timeout(8_000)
        context.add_init_script(RECORDER)
        if line is not None:
            line.lay(context)
        if ear:
            lay_ear(context)
        self._contexts.append(context)
        page = context.new_page()
        page.faults = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda problem: page.faults.append(str(problem)))  # type: ignore[attr-defined]
        page.goto(path)
        return page
