"""Slips, a virtual printer and the sentences of the catalogue for every test of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource

from printers.dialogue import Patience
from printers.slip import Both, Slip
from printers.transports import NetworkTransport, PrinterConfig, Transport
from printers.virtual import VirtualPrinter
from printers.wording import Say, compose

ROOT = Path(__file__).parents[3]
HURRIED = Patience(connect=1.0, reply=0.3, stall=0.4, settle=0.3, finish=3.0)


@pytest.fixture(scope="session")
def fonts() -> Path:
    return ROOT / "node_modules" / "@expo-google-fonts"


@pytest.fixture(scope="session")
def say() -> Say:
    bundles = {}
    for language in ("zh-CN", "en"):
        bundle = FluentBundle([language], use_isolating=False)
        text = (ROOT / "locales" / language / "slip.ftl").read_text("utf-8")
        bundle.add_resource(FluentResource(text))
        bundles[language] = bundle

    def speak(language: str, id: str, /, **args: str | int) -> str:  # noqa: A002
        bundle = bundles[language]
        sentence, problems = bundle.format_pattern(bundle.get_message(id).value, args)
        assert not problems, (language, id, problems)
        return str(sentence)

    return speak


@pytest.fixture(scope="session")
def make_slip(say: Say) -> Callable[..., Slip]:
    """The slip of the design's picture, with any fact changed."""

    def make(**changes: Any) -> Slip:
        facts: dict[str, Any] = {
            "number": "A029",
            "clinic": Both("仁和医院", "Renhe Hospital"),
            "logo": "仁",
            "department": Both("内科", "Internal Medicine"),
            "place": Both("二楼·内科候诊区", "Floor 2, Internal Medicine"),
            "ahead": 6,
            "wait": (25, 40),
            "companion": False,
            "date": "2026-11-23",
            "time": "08:46",
            "url": "https://renhe.example/t/8Kq2mVtY4nXc7RbL1wZsHd",
        }
        return compose(say, **{**facts, **changes})

    return make


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    with VirtualPrinter() as device:
        yield device


@pytest.fixture
def config(printer: VirtualPrinter) -> PrinterConfig:
    return PrinterConfig("desk", "network", printer.address)


@pytest.fixture
def hurried() -> Callable[[PrinterConfig], Transport]:
    """Transports that give up early, so that tests of silence are short."""
    return lambda config: NetworkTransport(config.address, HURRIED)
