"""Finding and checking over HTTP: both languages, every field, limits, nothing personal in answers (R1, R5)."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.core.clock import Clock
from server.core.database import Database
from server.core.seal import Seal
from server.core.settings import Settings
from server.devices.service.pairing import create_token
from server.registration import api
from server.speech.service import Voice
from server.web import problems
from server.web.context import State
from tests.integration.registration.conftest import Register

PHONE = "13812345678"
ZHOU = {"name": "周梦溪", "sex": "female", "birth_date": "1985-03-12", "phone": PHONE}


class Kiosk:
    """A paired kiosk's HTTP client."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self._client = client
        self.bearer = token

    def post(self, path: str, body: object, language: str = "zh-CN") -> TestResponse:
        headers = {"Authorization": f"Bearer {self.bearer}", "Accept-Language": language}
        return self._client.post(f"/api/v1{path}", json=body, headers=headers)


@pytest.fixture
def kiosk(clinic: Database, clock: Clock, tmp_path: Path, seal: Seal) -> Kiosk:
    """A kiosk of the starting clinic, over the routes of registration alone."""
    app = Flask(__name__)
    settings = Settings(
        data=tmp_path, database_url="", async_mode="threading",
        timezone=ZoneInfo("Asia/Shanghai"), secret_key="k" * 32, admin_password=None, clock_file=None,
        log_level="info",
    )  # fmt: skip
    app.extensions["houzhen"] = State(settings, clinic, clock, seal, Voice(tmp_path))
    app.secret_key = "k" * 32
    app.register_blueprint(api.blueprint, url_prefix="/api/v1")
    problems.register(app)
    with clinic.write() as work:
        token = create_token(work, "kiosk", "kiosk-1")
    return Kiosk(app.test_client(), token)


def test_a_returning_patient_is_found_masked(kiosk: Kiosk, register: Register) -> None:
    register(**ZHOU)
    answer = kiosk.post("/patients/find", {"phone": PHONE})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    (candidate,) = answer.json["candidates"]
    assert answer.json["needs"] is None
    assert set(candidate) == {
        "ref", "name_masked", "sex", "age", "birth_month", "phone_masked", "last_confirmed", "stale",
    }  # fmt: skip
    assert candidate["name_masked"] == "周*溪"
    assert candidate["last_confirmed"].endswith("Z")
    assert "周梦溪" not in answer.text


def test_a_name_needs_a_birth_date(kiosk: Kiosk) -> None:
    assert kiosk.post("/patients/find", {"name": "周梦溪"}).json == {"candidates": [], "needs": "birth_date"}


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh-CN", "手机号是 11 位，现在是 10 位。"), ("en", "A mobile number has 11 digits; this one has 10.")],
)
def test_a_field_at_fault_is_named_with_its_sentence_in_the_askers_language_r1(
    kiosk: Kiosk, language: str, said: str
) -> None:
    answer = kiosk.post("/patients/check", {"patient": {"phone": "1381234567", "name": "<b>"}}, language)
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    fields = {field["field"]: field for field in answer.json["fields"]}
    assert set(fields) == {"patient.phone", "patient.name"}
    assert fields["patient.phone"]["detail"] == said
    assert "1381234567" not in answer.text


def test_one_step_is_normalised_and_nothing_is_kept(kiosk: Kiosk) -> None:
    answer = kiosk.post("/patients/check", {"patient": {"name": " 周梦溪", "age": 8, "phone": "010-12345678"}})
    assert answer.status_code == 200
    normalised = answer.json["normalised"]
    assert (normalised["name"], normalised["phone"]) == ("周梦溪", "+861012345678")
    assert (normalised["age"], normalised["companion"], normalised["birth_estimated"]) == (8, True, True)
    assert kiosk.post("/patients/find", {"phone": "010-12345678"}).json["candidates"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [([], 400), ({}, 422), ({"patient": {"nickname": "x"}}, 422), ({"patient": {"name": "a" * 201}}, 422),
     ({"patient": {"age": True}}, 422), ({"patient": {"name": ["x"]}}, 422)],
)  # fmt: skip
def test_a_strange_body_is_refused_in_words(kiosk: Kiosk, body: object, status: int) -> None:
    answer = kiosk.post("/patients/check", body)
    assert answer.status_code == status
    assert answer.json["detail"]


def test_guessing_is_stopped_in_both_languages(kiosk: Kiosk, clock: Clock) -> None:
    for second in range(15):
        assert kiosk.post("/patients/find", {"phone": f"1381234{second:04}"}).status_code == 200
    for language, word in (("zh-CN", "秒"), ("en", "seconds")):
        answer = kiosk.post("/patients/find", {"phone": PHONE}, language)
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) > 0
        assert word in answer.json["detail"]
    clock.advance(600)
    assert kiosk.post("/patients/find", {"phone": PHONE}).status_code == 200


def test_a_stranger_finds_nobody(kiosk: Kiosk) -> None:
    kiosk.bearer = "made up"
    assert kiosk.post("/patients/find", {"phone": PHONE}).status_code == 401
    assert kiosk.post("/patients/check", {"patient": {}}).status_code == 401
