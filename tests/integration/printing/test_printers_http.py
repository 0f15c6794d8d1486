"""Printers over HTTP: what each role may see and do, print agents and their own printers only, the virtual printers'
buttons (R11, R59, R105)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.clinic.models import Printer
from server.core.ids import new_token
from server.devices.service import create_token
from server.printing.models import PrintJob
from server.printing.service import queue_slip

Ask = Callable[..., TestResponse]


@pytest.fixture
def ask(application: Application, client: FlaskClient) -> Ask:
    """Asks as a role, or as `kiosk-1`."""
    tokens: dict[str, str] = {}
    with application.database.write() as work:
        for number, role in (("2001", "guide"), ("2003", "supervisor"), ("1001", "doctor"), ("9001", "administrator")):
            add_staff(work, number=number, name=role, role=role, secret_hash=new_token(), halls=["east"])
            work.session.flush()
            tokens[role] = create_staff_token(work, number)
        for kiosk in ("kiosk-1", "kiosk-2"):
            tokens[kiosk] = create_token(work, "kiosk", kiosk, None)

    def made(who: str, method: str, path: str, body: Any = None) -> TestResponse:
        headers = {"Authorization": f"Bearer {tokens[who]}"} if who else {}
        return client.open(f"/api/v1{path}", method=method, json=body, headers=headers)

    return made


@pytest.fixture
def attached(application: Application) -> None:
    """Printer 1 hangs on kiosk 1's own computer, and owes one slip."""
    with application.database.write() as work:
        printer = work.session.get_one(Printer, "printer-1")
        printer.attached_to, printer.kind, printer.address, printer.spare = "kiosk-1", "usb", "", None
        queue_slip(work, "printer-1", {"number": "A001"}, ticket=None, device="kiosk-1")


def _lease(ask: Ask, **more: Any) -> Any:
    answer = ask("kiosk-1", "POST", "/printing/lease", {"printer": "printer-1", "agent": "a", **more})
    assert answer.status_code == 200
    return answer.json["slip"]


def _states(application: Application) -> list[tuple[str, bool]]:
    with application.database.read() as work:
        return [(job.state, job.copy) for job in work.session.query(PrintJob).order_by(PrintJob.id)]


def test_who_may_do_what_with_a_printer_r11(ask: Ask) -> None:
    allowed = {"guide": (200, 202, 403), "supervisor": (200, 202, 403), "doctor": (403, 403, 403),
               "administrator": (200, 202, 200), "kiosk-1": (403, 403, 403)}  # fmt: skip
    settings = {"kind": "network", "address": "10.0.0.3"}
    for who, expected in allowed.items():
        seen = ask(who, "GET", "/printers").status_code
        tested = ask(who, "POST", "/printers/printer-1/test", {}).status_code
        chosen = ask(who, "POST", "/printers/printer-1/settings", settings).status_code
        assert (seen, tested, chosen) == expected, who
    assert ask("", "GET", "/printers").status_code == 401


def test_a_printer_is_taken_out_with_a_reason_and_put_back_r105(ask: Ask) -> None:
    refused = ask("guide", "POST", "/printers/printer-1/out", {"reason": " "})
    assert (refused.status_code, refused.json["fields"][0]["field"]) == (422, "reason")
    past = {"reason": "送修", "until": "2020-01-01T00:00:00Z"}
    assert ask("guide", "POST", "/printers/printer-1/out", past).json["code"] == "until_is_past"
    out = ask("guide", "POST", "/printers/printer-1/out", {"reason": "送修"}).json
    assert (out["out"]["reason"], out["out"]["by"]["number"]) == ("送修", "2001")
    assert ask("guide", "POST", "/printers/printer-1/back", {}).json["out"] is None
    assert ask("guide", "POST", "/printers/printer-2/out", {"reason": "x"}).status_code == 403  # another hall's


def test_settings_are_refused_beside_their_field_and_gone_back_from(ask: Ask) -> None:
    refused = ask("administrator", "POST", "/printers/printer-1/settings", {"kind": "network", "address": ""})
    (field,) = refused.json["fields"]
    assert (refused.status_code, field["field"]) == (422, "address")
    assert "9100" in field["detail"]
    given = {"kind": "serial", "address": "/dev/ttyUSB0", "baud": 19200}
    chosen = ask("administrator", "POST", "/printers/printer-1/settings", given).json
    assert (chosen["settings"]["baud"], chosen["chosen"]["file"]["kind"]) == (19200, "virtual")
    back = ask("administrator", "POST", "/printers/printer-1/settings/file", {}).json
    assert (back["settings"]["kind"], back["chosen"]) == ("virtual", None)


@pytest.mark.usefixtures("attached")
def test_an_agent_is_given_the_slips_of_its_own_kiosks_printers_only_r59(ask: Ask) -> None:
    assert [one["code"] for one in ask("kiosk-1", "GET", "/printing/printers").json["printers"]] == ["printer-1"]
    assert ask("kiosk-2", "GET", "/printing/printers").json["printers"] == []
    for who, status in (("kiosk-2", 404), ("guide", 403), ("", 401)):
        answer = ask(who, "POST", "/printing/lease", {"printer": "printer-1", "agent": "x"})
        assert answer.status_code == status
    assert _lease(ask)["slip"] == {"number": "A001"}


@pytest.mark.usefixtures("attached")
def test_what_an_agent_tells_is_stored_once_and_is_its_own_alone(application: Application, ask: Ask) -> None:
    slip = _lease(ask)
    ended = {"printer": "printer-1", "job": slip["job"], "lease": slip["lease"], "state": "printed", "seen": "ready"}
    assert ask("kiosk-2", "POST", "/printing/result", ended).status_code == 404
    for _ in range(2):
        assert ask("kiosk-1", "POST", "/printing/result", ended).status_code == 204
    assert _states(application) == [("printed", False)]
    other = {**ended, "job": "no-such-job"}
    assert ask("kiosk-1", "POST", "/printing/result", other).status_code in (204, 404)


@pytest.mark.usefixtures("attached")
def test_a_slip_that_an_agent_never_heard_of_is_given_again_as_the_original(application: Application, ask: Ask) -> None:
    lost = _lease(ask)
    again = _lease(ask)
    assert (again["job"], again["copy"]) == (lost["job"], False)
    assert again["lease"] != lost["lease"]
    assert _lease(ask, held=[again["lease"]]) is None
    ask("kiosk-1", "POST", "/printing/result",
        {"printer": "printer-1", "job": again["job"], "lease": again["lease"], "state": "lost"})  # fmt: skip
    assert _states(application) == [("waiting", True)]


@pytest.mark.usefixtures("attached")
def test_what_an_agent_sees_of_its_printer_is_told_to_staff(ask: Ask) -> None:
    _lease(ask, seen="cover_open")
    told = {one["code"]: one for one in ask("guide", "GET", "/printers").json["printers"]}["printer-1"]
    assert (told["state"], told["trouble"], told["attached_to"]) == ("cover_open", True, "kiosk-1")


def test_the_virtual_printers_are_touched_by_those_who_manage_devices(application: Application, ask: Ask) -> None:
    application.station.man = lambda: None  # type: ignore[method-assign]
    application.station.virtual["printer-1"] = application.station._switch_on("printer-1", 80)
    path = "/printers/virtual/printer-1/trouble"
    assert ask("guide", "POST", path, {"paper": "out"}).status_code == 403
    seen = ask("supervisor", "POST", path, {"paper": "out"}).json
    assert (seen["trouble"]["paper"], seen["trouble"]["state"]) == ("out", "paper_out")
    off = ask("supervisor", "POST", path, {"power": False, "paper": "full"}).json
    assert off["trouble"]["state"] == "off"
    assert ask("supervisor", "POST", path, {"power": True}).json["trouble"]["state"] == "ready"
    assert ask("supervisor", "POST", "/printers/virtual/printer-9/trouble", {}).status_code == 404
    assert ask("supervisor", "POST", path, {"paper": "wet"}).status_code == 422
