"""A clinic of two halls with a few screens, and the web with accounts and devices on it."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from server.accounts import api as accounts_api
from server.accounts import service as accounts
from server.clinic.models import Clinic, Hall, Printer, Screen
from server.core.clock import Clock
from server.core.database import Database
from server.core.ids import new_token
from server.core.seal import Seal
from server.core.settings import Settings
from server.devices import api
from server.speech.service import Voice
from server.web import problems
from server.web.context import State

STAFF = {"1001": "guide", "1002": "guide", "2001": "doctor", "3001": "supervisor", "9001": "administrator"}


def texts(chinese: str, english: str) -> dict[str, str]:
    return {"zh-CN": chinese, "en": english}


@pytest.fixture
def installed(database: Database) -> Database:
    """Halls east and west; kiosks k1 (east, printer p1) and k2 (west), displays tv1 and the door screen
    tv0-door (east), tv9 (west, taken out of use). 1001 is of the east hall only."""
    east, west = texts("东厅", "East hall"), texts("西厅", "West hall")
    with database.write() as work:
        work.session.add(Clinic(id=1, names=east, logo="仁", settings={}, file_hash="x"))
        for position, (code, names) in enumerate((("east", east), ("west", west))):
            work.session.add(
                Hall(
                    code=code,
                    position=position,
                    names=names,
                    place=names,
                    depth_m=8,
                    languages=["en", "zh-CN"],
                )
            )
        for code, kind, hall, room, printer, active in (
            ("k1", "kiosk", "east", None, "p1", True),
            ("k2", "kiosk", "west", None, None, True),
            ("tv0-door", "display", "east", "r1", None, True),
            ("tv1", "display", "east", None, None, True),
            ("tv9", "display", "west", None, None, False),
        ):
            work.session.add(
                Screen(
                    code=code, kind=kind, hall=hall, room=room, printer=printer, active=active,
                    names=texts(f"设备{code}", f"Device {code}"), place=texts("门口", "By the door"),
                )
            )  # fmt: skip
        work.session.add(
            Printer(
                code="p1", names=texts("一号打印机", "Printer 1"), hall="east", kind="virtual", address="",
                width=80, cut=True, spare=None, active=True,
            )
        )  # fmt: skip
        work.session.flush()
        for number, role in STAFF.items():
            accounts.add_staff(
                work, number=number, name=f"员工{number}", role=role, secret_hash=new_token(),
                halls=["east"] if number == "1001" else [],
            )  # fmt: skip
    return database


@pytest.fixture
def web(installed: Database, clock: Clock, tmp_path: Path) -> Flask:
    """The routes of accounts and devices over `installed`, in a try-out on this machine."""
    app = Flask(__name__)
    app.secret_key = new_token()
    settings = Settings(
        data=tmp_path, database_url="", async_mode="threading",
        timezone=ZoneInfo("Asia/Shanghai"), secret_key="k" * 32, admin_password=None, clock_file=None,
        log_level="info",
    )  # fmt: skip
    app.extensions["houzhen"] = State(settings, installed, clock, Seal("k" * 32), Voice(tmp_path), local_pairing=True)
    for blueprint in (accounts_api.blueprint, api.blueprint):
        app.register_blueprint(blueprint, url_prefix="/api/v1")
    problems.register(app)
    return app


class Caller:
    """A program or screen that calls with a token, from an address."""

    def __init__(self, app: Flask, token: str = "", address: str = "10.0.0.7") -> None:
        self._client = app.test_client()
        self._address = address
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str) -> int:
        return self._keep(self._client.get(f"/api/v1{path}", headers=self._headers))

    def post(self, path: str, body: object = None, **headers: str) -> int:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._keep(
            self._client.post(
                f"/api/v1{path}", json={} if body is None else body, headers=self._headers | given,
                environ_base={"REMOTE_ADDR": self._address},
            )
        )  # fmt: skip

    def _keep(self, answer) -> int:
        self.body = answer.json
        self.answer = answer
        return answer.status_code


@pytest.fixture
def stranger(web: Flask):
    """Makes a caller without a token, from an address."""
    return lambda address="10.0.0.7": Caller(web, address=address)


@pytest.fixture
def staff(web: Flask, installed: Database):
    """Makes a caller that is this staff number."""

    def make(number: str) -> Caller:
        with installed.write() as work:
            return Caller(web, accounts.create_staff_token(work, number))

    return make


@pytest.fixture
def screen(web: Flask):
    """Makes a caller with a device's token."""
    return lambda token: Caller(web, token)
