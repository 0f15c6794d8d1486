"""One browser and one product for all tests of this folder; a product of its own for those that need one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.house import House
from tests.support.product import Product

MakeHouse = Callable[..., House]

_FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=8_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as a kiosk and a TV run it: sound without a touch."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.fail("the browser tests need Chromium: apt-get install chromium, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shared_house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The product that tests share whose departments do not touch."""
    house = House(Product(tmp_path_factory.mktemp("house"), arguments=("--try-out",), ASYNC_MODE="eventlet"), browser)
    house.start()
    yield house
    house.close_faces()
    house.product.kill()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let fixtures know whether the test failed."""
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


def _end(house: House, request: pytest.FixtureRequest, folder: Path) -> None:
    if request.node.stash.get(_FAILED, False):
        house.picture_faces(folder / "pictures")
    house.close_faces()


@pytest.fixture
def house(shared_house: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """The shared product; its screens are closed after the test, and pictured where it failed."""
    yield shared_house
    _end(shared_house, request, tmp_path)
    shared_house.empty_queues()


@pytest.fixture
def make_house(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeHouse]:
    """Starts a product of the test's own: `make_house("--clinic", file)`; `try_out=False` without pairing."""
    made: list[House] = []

    def make(*arguments: str, try_out: bool = True) -> House:
        flags = (*(("--try-out",) if try_out else ()), *arguments)
        house = House(Product(tmp_path / f"house-{len(made)}", arguments=flags, ASYNC_MODE="eventlet"), browser)
        made.append(house)
        house.start()
        return house

    yield make
    for house in made:
        _end(house, request, tmp_path)
        house.product.kill()
