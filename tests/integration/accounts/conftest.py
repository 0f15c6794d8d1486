"""A clinic of two halls, some staff, and the web with nothing on it but accounts."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.accounts import api, service
from server.clinic.models import Hall
from server.core.clock import Clock
from server.core.database import Database
from server.core.ids import new_token
from server.core.seal import Seal
from server.core.settings import Settings
from server.speech.service import Voice
from server.web import problems
from server.web.context import State

PIN = "2580"
NAMES = {"1001": "guide", "1002": "guide", "2001": "doctor", "3001": "supervisor", "9001": "administrator"}
PIN_HASH = service.hash_secret(PIN)


@pytest.fixture
def staffed(database: Database) -> Database:
    """A database with the halls `east` and `west` and one or two people of each role, PIN 2580; 1001 is of
    the east hall only."""
    with database.write() as work:
        for position, code in enumerate(("east", "west")):
            work.session.add(
                Hall(code=code, position=position, names={}, place={}, depth_m=8, languages=["zh-CN", "en"])
            )
        work.session.flush()
        for number, role in NAMES.items():
            halls = ["east"] if number == "1001" else []
            service.add_staff(work, number=number, name=f"员工{number}", role=role, secret_hash=PIN_HASH, halls=halls)
    return database


@pytest.fixture
def web(staffed: Database, clock: Clock, tmp_path: Path) -> Flask:
    """The routes of accounts over `staffed`."""
    app = Flask(__name__)
    app.secret_key = new_token()
    settings = Settings(
        data=tmp_path, database_url="", async_mode="threading",
        timezone=ZoneInfo("Asia/Shanghai"), secret_key="k" * 32, admin_password=None, clock_file=None,
        log_level="info",
    )  # fmt: skip
    app.extensions["houzhen"] = State(settings, staffed, clock, Seal("k" * 32), Voice(tmp_path))
    app.register_blueprint(api.blueprint, url_prefix="/api/v1")
    problems.register(app)
    return app


class Tablet:
    """A browser: its cookies, and the CSRF token that its pages got."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.csrf = ""

    def sign_in(self, number: str, pin: str = PIN, address: str = "10.0.0.7") -> int:
        answer = self.client.post(
            "/api/v1/session", json={"number": number, "pin": pin}, environ_base={"REMOTE_ADDR": address}
        )
        self.csrf = (answer.json or {}).get("csrf", "")
        self.last = answer
        return answer.status_code

    def get(self, path: str) -> int:
        self.last = self.client.get(f"/api/v1{path}")
        return self.last.status_code

    def post(self, path: str, body: object = None, *, csrf: str | None = None) -> int:
        self.last = self.client.post(
            f"/api/v1{path}", json={} if body is None else body,
            headers={"X-CSRF-Token": self.csrf if csrf is None else csrf},
        )  # fmt: skip
        return self.last.status_code

    def sign_out(self) -> int:
        return self.client.delete("/api/v1/session", headers={"X-CSRF-Token": self.csrf}).status_code


@pytest.fixture
def tablet(web: Flask) -> Tablet:
    """A tablet that nobody has signed in at."""
    return Tablet(web.test_client())


@pytest.fixture
def other_tablet(web: Flask) -> Tablet:
    """Another tablet."""
    return Tablet(web.test_client())
