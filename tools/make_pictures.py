"""Make the pictures of the documentation: `.venv/bin/python tools/make_pictures.py [name …]`.

The real product runs on a free port with a morning of invented patients, and a real Chromium opens its faces. The
pictures go to docs/pictures, made smaller and with a palette. With names, only those pictures are written.
"""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the tests' own way of working the faces stands in no installed package

from PIL import Image, ImageDraw  # noqa: E402
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

from printers.config import PrinterConfig  # noqa: E402
from printers.preview import paper_of_job  # noqa: E402
from printers.roll import png  # noqa: E402
from printers.slip import Both, Slip  # noqa: E402
from printers.template import Template  # noqa: E402
from printers.testpage import test_page  # noqa: E402
from printers.wording import compose  # noqa: E402
from printers.worker import prepare  # noqa: E402
from server.core.language import text  # noqa: E402
from tests.browser.house import House  # noqa: E402
from tests.browser.kiosk import Kiosk  # noqa: E402
from tests.support.product import Product  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
CHINESE, ENGLISH = "zh-CN", "en"
SHORT = {CHINESE: "zh", ENGLISH: "en"}
#: Arguments that a kiosk and a TV are started with as well.
BROWSER = ["--no-sandbox", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required"]
#: Longest file that the documentation carries, in bytes.
MOST_BYTES = 250_000

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊洋艳勇杰娟涛明超"
#: Minutes from one patient of a department to the next, and minutes that a consultation takes. Internal medicine
#: has too few rooms this morning, so that some wait long.
CROWD = {
    "internal": (2.0, 9), "paediatrics": (2.4, 8), "surgery": (4.6, 12), "orthopaedics": (5.2, 12),
    "cardiology": (5.6, 13), "respiratory": (4.4, 10), "gastroenterology": (5.6, 13), "neurology": (6.3, 14),
    "obgyn": (3.6, 13), "ophthalmology": (4.7, 10), "ent": (6.3, 9), "dental": (5.8, 20), "emergency": (9.0, 15),
}  # fmt: skip
HALL = "east"
#: Rooms that do not call this morning, and what stands at their doors.
PAUSED = {"east-3": {"zh-CN": "查房中", "en": "On ward rounds"}}
CLOSED = ("east-5",)
MORNING_MINUTES = 46


class Morning:
    """Patients arrive, rooms call, see and finish, a minute at a time of the product's clock."""

    def __init__(self, house: House, seed: int = 8) -> None:
        self._house = house
        self._random = random.Random(seed)  # noqa: S311  (a picture, not a secret)
        rooms = house.staff("GET", "/clinic").json["rooms"]
        self._rooms = {
            room["code"]: room["department"]
            for room in rooms
            if room["department"] in CROWD and room["code"] not in (*PAUSED, *CLOSED)
        }
        self._next = {code: self._random.uniform(0, every) for code, (every, _) in CROWD.items()}
        self._waiting = dict.fromkeys(CROWD, 0)
        self._busy: dict[str, tuple[str, float]] = {}

    def run(self) -> None:
        """Let the morning pass."""
        for minute in range(MORNING_MINUTES):
            self._house.pass_time(60)
            for department, (every, _) in CROWD.items():
                while self._next[department] <= minute:
                    self._next[department] += every
                    self._arrive(department)
            for room in self._rooms:
                self._work(room, minute)

    def _arrive(self, department: str) -> None:
        child = department == "paediatrics"
        self._house.register(
            department,
            name=self._random.choice(SURNAMES) + self._random.choice(GIVEN) + self._random.choice(GIVEN),
            sex="female" if department == "obgyn" else self._random.choice(["female", "male"]),
            age=self._random.randint(2, 12) if child else self._random.randint(17, 86),
        )
        self._waiting[department] += 1

    def _work(self, room: str, minute: int) -> None:
        department = self._rooms[room]
        if room in self._busy:
            ticket, until = self._busy[room]
            if minute >= until:
                self._house.staff("POST", f"/tickets/{ticket}/finish")
                del self._busy[room]
        elif self._waiting[department]:
            called = self._house.staff("POST", f"/rooms/{room}/call-next", {})
            ticket = called.json["ticket"]["id"]
            self._house.staff("POST", f"/tickets/{ticket}/arrive")
            self._waiting[department] -= 1
            self._busy[room] = ticket, minute + max(4.0, self._random.gauss(CROWD[department][1], 3))


class Camera:
    """Writes pictures, smaller than they were taken."""

    def __init__(self, wanted: list[str]) -> None:
        self._wanted = wanted

    def wants(self, name: str) -> bool:
        """Whether a picture was asked for."""
        return not self._wanted or name in self._wanted

    def take(self, page: Page, name: str, width: int) -> None:
        """Keep what a page shows now."""
        page.wait_for_timeout(700)  # fonts and the last transition
        self.keep(page.screenshot(), name, width)

    def keep(self, png: bytes, name: str, width: int) -> None:
        """Keep a picture under a name, at a width in pixels."""
        if not self.wants(name):
            return
        picture = Image.open(io.BytesIO(png)).convert("RGB")
        if picture.width > width:
            picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
        for colours in (192, 96, 48, 24):
            packed = io.BytesIO()
            picture.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
            if packed.tell() < MOST_BYTES:
                break
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{name}.png").write_bytes(packed.getvalue())
        print(f"{name}.png  {picture.width}×{picture.height}  {packed.tell() // 1000} kB")


def main(wanted: list[str]) -> None:
    """Make the pictures that were asked for, or all."""
    camera = Camera(wanted)
    _tickets(camera)
    if wanted and not set(wanted) - set(SHEETS):
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=BROWSER)
        house = _open_house(Path(folder), browser)
        try:
            _television(house, camera)
            _feel_worse(house)
            for language in (CHINESE, ENGLISH):
                _faces(house, camera, language)
        finally:
            house.close_faces()
            house.product.kill()
            browser.close()


#: Tickets side by side: what is changed of the usual slip, and the printer that it comes from.
SHEETS: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {
    "tickets-drawn": [
        ({}, {}), ({"language": ENGLISH}, {"language": "raster_qr"}),
        ({}, {"width": 58}), ({"language": ENGLISH, "is_copy": True}, {"width": 58, "dpi": 180}),
    ],
    "tickets-text": [
        ({}, {"language": "gb18030"}), ({"language": ENGLISH, "is_copy": True}, {"language": "gbk", "dpi": 180}),
        ({"ahead": 0, "wait": None}, {"language": "gbk", "width": 58}),
        ({"language": ENGLISH}, {"language": "utf8", "width": 58}),
    ],
    "tickets-template": [({}, {}), ({}, {"width": 58}), ({}, {"language": "gb18030"})],
    "test-pages": [({}, {}), ({}, {"language": "gbk", "width": 58})],
}  # fmt: skip
FONTS = ROOT / "node_modules" / "@expo-google-fonts"


def _tickets(camera: Camera) -> None:
    """Paper as the printers' own bytes leave it."""
    for name, papers in SHEETS.items():
        if camera.wants(name):
            with tempfile.TemporaryDirectory() as folder:
                template = _other_template(Path(folder)) if name == "tickets-template" else Template()
                camera.keep(_sheet(papers, template, test_pages=name == "test-pages"), name, 1400)


def _sheet(
    papers: list[tuple[dict[str, Any], dict[str, Any]]], template: Template, *, test_pages: bool
) -> bytes:
    pictures = []
    for changes, printer in papers:
        config = PrinterConfig("printer-1", "network", "", **printer)
        job = test_page(config, FONTS, text) if test_pages else prepare(_slip(**changes), config, FONTS, template)
        pictures.append(paper_of_job(job, config, FONTS))
    gap = 40
    size = (sum(one.width + gap for one in pictures) + gap, max(one.height for one in pictures) + 2 * gap)
    sheet, left = Image.new("L", size, 205), gap
    for one in pictures:
        sheet.paste(one, (left, gap))
        left += one.width + gap
    return png(sheet)


def _slip(**changes: Any) -> Slip:
    facts: dict[str, Any] = {
        "number": "A029", "clinic": Both("仁和医院", "Renhe Hospital"), "logo": "仁",
        "department": Both("内科", "Internal Medicine"), "place": Both("二楼·内科候诊区", "Floor 2, Internal Medicine"),
        "ahead": 6, "wait": (25, 40), "companion": False, "date": "2026-11-23", "time": "08:46",
        "url": "https://renhe.example/t/8Kq2mVtY4nXc7RbL1wZsHd",
    }  # fmt: skip
    return compose(text, **{**facts, **changes})


def _other_template(folder: Path) -> Template:
    """A clinic that prints Chinese only, its own logo, the number first, no people ahead and a note of its own."""
    path = folder / "logo.png"
    logo = Image.new("L", (420, 140), 255)
    draw = ImageDraw.Draw(logo)
    draw.ellipse((4, 4, 136, 136), fill=0)
    draw.rectangle((58, 28, 82, 112), fill=255)
    draw.rectangle((28, 58, 112, 82), fill=255)
    for step in range(9):
        draw.rectangle((170 + 27 * step, 30, 190 + 27 * step, 110), fill=28 * step)
    logo.save(path)
    return Template(
        logo=str(path),
        lines=("clinic", "time", "number", "department", "place", "wait", "notes", "missed", "worse", "code"),
        languages="zh-only",
        notes=(Both("请保管好小票，当日有效。", ""),),
    )


def _open_house(folder: Path, browser: Browser) -> House:
    file = folder / "clinic.toml"
    clinic = (ROOT / "clinic.toml").read_text(encoding="utf-8")
    # A call before the displays are opened is no fault here.
    file.write_text(re.sub(r"(?m)^call_shown_seconds = \d+$", "call_shown_seconds = 60", clinic), encoding="utf-8")
    product = Product(folder / "house", arguments=("--try-out", "--clinic", str(file)), ASYNC_MODE="eventlet")
    house = House(product, browser)
    house.start()
    house.pass_time(25 * 60)
    for room, note in PAUSED.items():
        house.staff("POST", f"/rooms/{room}/state", {"state": "paused", "note": note})
    for room in CLOSED:
        house.staff("POST", f"/rooms/{room}/state", {"state": "closed"})
    Morning(house).run()
    return house


def _television(house: House, camera: Camera) -> None:
    """The hall's display while it calls. It stays open: a display that is silent would be a fault on the tablet."""
    television = house.television(HALL)
    held = house.staff("GET", f"/halls/{HALL}/snapshot").json["documents"]["staff/room/east-1"]
    if held["ticket"]:
        house.staff("POST", f"/tickets/{held['ticket']}/finish")
    called = house.staff("POST", "/rooms/east-1/call-next", {})
    expect(television.calling).to_have_text(called.json["ticket"]["number"])
    television.page.wait_for_timeout(1500)
    camera.take(television.page, "display", 1280)


def _feel_worse(house: House) -> None:
    """Somebody who waits says on the phone that the chest hurts now: an alarm on the tablets."""
    ticket = house.register("cardiology", name="陈建国", sex="male", age=68)
    house.product.ask("POST", f"/api/v1/public/tickets/{ticket['token']}/worse", {"symptoms": ["chest-pain"]})


def _faces(house: House, camera: Camera, language: str) -> None:
    """Kiosk, ticket, paper, phone and tablet in one language."""
    short = SHORT[language]
    kiosk = house.kiosk(language)
    camera.take(kiosk.page, f"kiosk-home-{short}", 540)
    _register(kiosk, language)
    known = house.staff("GET", "/triage/symptoms").json
    kiosk.touch_body(_named(known["regions"], "abdomen")["names"][language])
    here = [one for one in known["symptoms"] if "abdomen" in one["region"] and one["common"] and not one["red_flag"]]
    chip = min(here, key=lambda one: int(one["common"]))["chips"][language]
    kiosk.page.get_by_role("button", name=chip, exact=True).first.tap()
    kiosk.choose("kiosk-since-days")
    camera.take(kiosk.page, f"kiosk-where-{short}", 540)
    kiosk.next()
    _finish_registration(kiosk, language)
    answer = kiosk.ticket()
    expect(kiosk.page.locator(".print-printed")).to_be_visible(timeout=15_000)
    camera.take(kiosk.page, f"kiosk-ticket-{short}", 540)
    slips = house.product.ask("GET", "/api/v1/printers/virtual").json["printers"]
    newest = max((slip for printer in slips for slip in printer["slips"]), key=lambda slip: slip["at"])
    camera.keep(house.product.ask("GET", newest["png"]).raw, f"paper-{short}", 400)
    phone = house.phone(answer["url"], language=language)
    phone.wait_for("waiting")
    _lend_font(phone.page)
    camera.take(phone.page, f"phone-{short}", 390)
    tablet = house.tablet(HALL, language=language)
    tablet.page.wait_for_timeout(2500)
    camera.take(tablet.page, f"tablet-{short}", 1180)
    for page in (kiosk.page, phone.page, tablet.page):
        page.close()


def _register(kiosk: Kiosk, language: str) -> None:
    """From the first page to where it hurts, key by key."""
    kiosk.tap("kiosk-way-new")
    kiosk.title("kiosk-name-title")
    if language == CHINESE:
        kiosk.write_pinyin(("zhou", "周"), ("meng", "梦"), ("xi", "溪"))
    else:
        for key in ("a", "n", "a", "{space}", "s", "i", "l", "v", "a"):
            kiosk.page.locator(f"[data-skbtn='{key}']").tap()
    kiosk.next()
    kiosk.give_sex_and_age("female", "72")
    kiosk.give_phone("13812345678")
    kiosk.title("kiosk-where-title")


def _named(entries: list[dict[str, Any]], code: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["code"] == code)


def _lend_font(page: Page) -> None:
    """A real phone brings its own Chinese font; here that of the house stands in for it."""
    page.add_style_tag(url="/static/house/css/fonts.css")
    page.evaluate(
        """async () => {
          document.documentElement.style.setProperty("--font-chinese", '"Overpass", "Noto Sans SC Variable"');
          document.documentElement.style.setProperty("--font-number", '"Overpass", "Noto Sans SC Variable"');
          await document.fonts.ready;
        }"""
    )


def _finish_registration(kiosk: Kiosk, language: str) -> None:
    """Take the first department that is suggested, agree to a long wait where asked, read back."""
    department = kiosk.page.get_by_role("button").filter(has_text=_start(language, "kiosk-suggest-yes")).first
    department.tap()
    wait = kiosk.button(text(language, "kiosk-offer-wait"))
    kiosk.page.wait_for_timeout(600)
    if wait.is_visible():
        wait.tap()
    kiosk.tap("kiosk-agree")


def _start(language: str, identifier: str) -> str:
    """The words of a sentence before its placeholder."""
    return text(language, identifier, department="\0").partition("\0")[0].strip()


def _chromium() -> str:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        sys.exit("Chromium is needed: apt-get install chromium, or name it in CHROMIUM")
    return program


if __name__ == "__main__":
    main(sys.argv[1:])
