"""Handwriting over HTTP: who may ask, what is refused, and that nothing of it is kept (R1, R108)."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.application import Application
from server.devices.service import create_token
from server.writing import zinnia
from server.writing.api import BURST
from tests.support.clock import ManualClock
from tests.support.faces import Face, refused
from tests.support.handwriting import lines_of, needs_recogniser
from tests.support.house import everything_stored

WANG = [[[30, 30], [170, 30]], [[40, 95], [160, 95]], [[100, 30], [100, 170]], [[20, 170], [180, 170]]]


@pytest.fixture
def kiosk(application: Application, client: FlaskClient) -> Face:
    """A paired kiosk."""
    with application.database.write() as work:
        return Face(client, create_token(work, "kiosk", "kiosk-1"))


@pytest.fixture
def without_recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A machine on which the packages are not installed."""
    monkeypatch.setattr(zinnia, "MODELS", (tmp_path / "none.model",))
    zinnia.installed.cache_clear()
    yield
    zinnia.installed.cache_clear()


def ask(face: Face, strokes: object, place: str = "family") -> Any:
    """Ask what the strokes mean."""
    return face.post("/writing/candidates", {"strokes": strokes, "place": place})


@needs_recogniser
def test_a_kiosk_is_answered_ten_characters_the_likeliest_first_r1(kiosk: Face) -> None:
    answer = ask(kiosk, WANG)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json["candidates"][0] == "王"
    assert len(answer.json["candidates"]) == 10


@needs_recogniser
def test_strokes_leave_no_trace_in_logs_and_database_r108(
    kiosk: Face, application: Application, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    written = [[[round(x) + 3331, round(y) + 4441] for x, y in stroke] for stroke in lines_of("王") or []]
    before = everything_stored(application.database)
    assert ask(kiosk, written).json["candidates"][0] == "王"
    assert ask(kiosk, [*written, [["secret", 4]]]).status_code == 422
    assert everything_stored(application.database) == before
    for trace in (str(written[0][0][0]), "王", "secret"):
        assert trace not in caplog.text


@pytest.mark.parametrize(
    "strokes",
    [
        None, [], "王", {}, [[]], [[[1]]], [[[1, 2, 3]]], [[[1.5, 2]]], [[[None, 2]]], [[[True, []]]],
        [[[10_001, 0]]], [[[0, -10**30]]], [[[0, 0]]] * 49, [[[0, 0]] * 257],
    ],
    ids=lambda strokes: json.dumps(strokes)[:20],
)  # fmt: skip
def test_strokes_that_are_none_are_refused_and_not_said_again_r108(kiosk: Face, strokes: object) -> None:
    refused(ask(kiosk, strokes), 422, "invalid")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused(kiosk: Face, client: FlaskClient, number: str) -> None:
    headers = kiosk._headers | {"Content-Type": "application/json"}
    answer = client.post("/api/v1/writing/candidates", data=f'{{"strokes": [[[{number}, 1]]]}}', headers=headers)
    assert answer.status_code in {400, 422}


def test_ten_thousand_points_are_too_long_a_body(kiosk: Face) -> None:
    refused(ask(kiosk, [[[place, place] for place in range(250)]] * 40), 413, "too_large")


def test_only_kiosks_may_ask(client: FlaskClient, application: Application) -> None:
    refused(ask(Face(client), WANG), 401, "unauthorised")
    with application.database.write() as work:
        screen = Face(client, create_token(work, "display", "tv-1"))
    refused(ask(screen, WANG), 403, "forbidden")


def test_who_asks_too_often_waits_a_moment(kiosk: Face, clock: ManualClock) -> None:
    for _ in range(BURST):
        ask(kiosk, [])
    problem = refused(ask(kiosk, WANG), 429, "too_many_requests")
    assert problem["args"]["seconds"] == 1
    clock.advance(seconds=1)
    assert ask(kiosk, WANG).status_code != 429


@pytest.mark.usefixtures("without_recogniser")
def test_a_machine_without_the_packages_says_so_and_the_page_offers_no_pad(kiosk: Face, client: FlaskClient) -> None:
    refused(ask(kiosk, WANG), 503, "no_handwriting")
    assert "data-handwriting" not in client.get("/kiosk").text


@needs_recogniser
def test_a_machine_with_the_packages_offers_the_pad(client: FlaskClient) -> None:
    assert "data-handwriting" in client.get("/kiosk").text
