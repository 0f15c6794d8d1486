"""The server is away: every screen says so, nothing pretends, nothing old is spoken, and all is right again after."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.line import Line
from tests.browser.pace import at_once
from tests.browser.words import LANGUAGES, say
from tests.support.product import ROOT

pytestmark = pytest.mark.browser

#: Every screen says within ten seconds that it has lost the server.
NOTICED = 10.0


def test_when_the_server_stops_every_screen_says_so_and_when_it_is_back_shows_what_is_stored_r59_r105(
    own_house: House, tmp_path: Path
) -> None:
    kept = _started_by_its_script(own_house, tmp_path)
    first, second = own_house.register("dental"), own_house.register("dental")
    television, tablet, kiosk = own_house.television("dental"), own_house.tablet("dental"), own_house.kiosk()
    tablet.call_next("dental-1", first["number"])
    expect(television.calling).to_have_text(first["number"])
    spoken = len(television.wait_for_words(3))
    kiosk.tap("kiosk-way-new")
    kiosk.field("name").fill("周梦溪")

    own_house.product.kill()
    stopped = time.monotonic()
    for sign in (
        television.offline, tablet.page.locator(".offline-bar"), kiosk.page.locator(".page-offline"),
    ):  # fmt: skip
        expect(sign).to_be_visible(timeout=(NOTICED + at_once(1.0)) * 1000)
    assert time.monotonic() - stopped < NOTICED + at_once(1.5)
    expect(television.page.get_by_test_id("recent-list")).to_contain_text(first["number"])
    expect(television.calling).to_have_count(0)
    expect(tablet.text("staff-offline")).to_be_visible()
    actions = tablet.page.locator(".room-action button:not([disabled])")
    expect(actions).to_have_count(0)
    kiosk.title("kiosk-offline-title")
    expect(kiosk.page.locator(".plate")).to_have_count(0)
    cold = own_house.page(1080, 1920, kept)
    expect(cold.get_by_role("heading")).to_have_text([say(one, "kiosk-offline-title") for one in LANGUAGES])
    expect(cold.locator(".away-desk").first).to_be_visible()

    own_house.product.start()
    expect(cold.locator(".page-home")).to_be_visible(timeout=15_000)
    expect(television.offline).to_have_count(0, timeout=15_000)
    expect(tablet.page.locator(".offline-bar")).to_have_count(0, timeout=15_000)
    expect(kiosk.field("name")).to_have_value("周梦溪", timeout=15_000)
    assert len(television.said()) == spoken
    _shows_what_is_stored(own_house, television.page, "dental")
    expect(television.queue("dental")).to_contain_text(second["number"])
    tablet.arrive("dental-1", first["number"])


def test_a_display_speaks_no_call_that_was_made_while_it_was_cut_off_r60_r107(house: House) -> None:
    ticket, line = house.register("dental"), Line()
    television, tablet = house.television("dental", line=line), house.tablet("dental")
    line.cut()
    expect(television.offline).to_be_visible(timeout=12_000)
    tablet.call_next("dental-2", ticket["number"])
    tablet.room_state("dental-2", "calling")
    unshown = tablet.say("staff-unshown-title", number=ticket["number"])
    expect(tablet.page.locator(".hall-tasks")).to_contain_text(unshown)
    line.mend()
    expect(television.offline).to_have_count(0, timeout=10_000)
    expect(television.page.locator("main")).to_contain_text(ticket["number"])
    television.page.wait_for_timeout(1_500)
    assert television.said() == []
    assert television.notes() == []
    _shows_what_is_stored(house, television.page, "dental")


def _started_by_its_script(house: House, folder: Path) -> str:
    """The page that a kiosk's own computer opens at its start."""
    browser = folder / "bin" / "chromium"
    browser.parent.mkdir()
    browser.write_text('#!/bin/sh\nfor page; do :; done\necho "$page"\n', encoding="ascii")
    browser.chmod(0o755)
    environment = os.environ | {"PATH": f"{browser.parent}:{os.environ['PATH']}", "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        [ROOT / "deploy/screen.sh", f"{house.product.url}/kiosk"], env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    page = done.stdout.strip()
    assert page == f"file://{folder}/houzhen-away/away.html#{house.product.url}/kiosk", done.stderr
    return page


def _shows_what_is_stored(house: House, page: object, hall: str) -> None:
    """What stands in the display's table equals a fresh snapshot."""
    documents = house.staff("GET", f"/halls/{hall}/snapshot").json["documents"]
    for key, document in documents.items():
        kind, _, code = key.partition("/")
        if kind == "queue":
            shown = page.get_by_test_id(f"next-{code}")  # type: ignore[attr-defined]
            for number in document["next"]:
                expect(shown).to_contain_text(number)
        elif kind == "room" and document["holding"]:
            shown = page.get_by_test_id(f"room-{code}")  # type: ignore[attr-defined]
            expect(shown).to_contain_text(document["holding"]["number"])
