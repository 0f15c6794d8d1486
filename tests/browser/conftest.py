"""One browser and one product for all tests of this folder; a product of its own for those that need one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from printers.virtual import VirtualPrinter
from tests.browser.house import House, clinic_file
from tests.support.product import Product

IDLE_WARN, IDLE_WIPE = 5, 8

_FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=8_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as a kiosk and a TV run it: sound without a touch. Its build without windows opens a page for a
    third less work."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if program is None:
        pytest.fail("the browser tests need Chromium: apt-get install chromium, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required"],
        )
        yield chromium
        chromium.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let fixtures know whether the test failed."""
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


def _installed(browser: Browser, folder: Path, *arguments: str) -> Iterator[House]:
    house = House(Product(folder, arguments=arguments, ASYNC_MODE="eventlet"), browser)
    house.start()
    yield house
    house.close_faces()
    house.product.kill()


def _lent(house: House, request: pytest.FixtureRequest, folder: Path) -> Iterator[House]:
    """A product for one test: its screens are closed after it, and pictured where it failed; its visits end,
    and its times are free again."""
    yield house
    if request.node.stash.get(_FAILED, False):
        house.picture_faces(folder / "pictures")
    house.close_faces()
    if house.product.running:
        house.empty_queues()
        house.cancel_bookings()


@pytest.fixture(scope="session")
def try_out(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The product as somebody tries it out: screens pair by themselves."""
    yield from _installed(browser, tmp_path_factory.mktemp("try-out"), "--try-out")


@pytest.fixture(scope="session")
def installed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The product as a hospital runs it: screens pair by a code."""
    yield from _installed(browser, tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def paper() -> Iterator[VirtualPrinter]:
    """The network printer of kiosk 1 in the clinic of `impatient_house`."""
    with VirtualPrinter() as printer:
        yield printer


@pytest.fixture(scope="session")
def impatient(browser: Browser, paper: VirtualPrinter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A clinic whose kiosks soon ask whether anybody is there, whose kiosk 1 has a printer on the network,
    whose displays speak fast, and whose hall west only chimes, softly."""
    folder = tmp_path_factory.mktemp("impatient")
    figures = {"idle_warn_seconds": IDLE_WARN, "idle_wipe_seconds": IDLE_WIPE, "rate": 200}
    clinic = clinic_file(folder, printer=paper.address, quiet="west", **figures)
    yield from _installed(browser, folder, "--try-out", "--clinic", str(clinic))


@pytest.fixture
def house(try_out: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """The product that is tried out, for one test."""
    yield from _lent(try_out, request, tmp_path)


@pytest.fixture
def installed_house(installed: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """The product whose screens pair by a code, for one test."""
    yield from _lent(installed, request, tmp_path)


@pytest.fixture
def impatient_house(impatient: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """The product with impatient kiosks and a printer on the network, for one test."""
    yield from _lent(impatient, request, tmp_path)


@pytest.fixture
def own_house(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A product that the test may stop and start."""
    for house in _installed(browser, tmp_path, "--try-out"):
        yield from _lent(house, request, tmp_path)
