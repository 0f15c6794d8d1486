"""Devices over HTTP: pairing without and with a code, roles, what a device sees, help, troubles."""

from __future__ import annotations

import pytest

from server.core.clock import instant
from server.core.database import Database
from server.devices import service
from server.devices.api import pairing
from server.devices.limits import Buckets


@pytest.fixture(autouse=True)
def fresh_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_starts", Buckets(burst=30, seconds_each=2))


def pair(stranger, staff, device: str = "k1", kind: str = "kiosk") -> str:
    caller, supervisor = stranger(), staff("3001")
    assert caller.post("/devices/pairing", {"kind": kind}) == 201
    code, poll = caller.body["code"], caller.body["poll"]
    assert supervisor.post("/devices/pairing/approve", {"code": f" {code} ", "device": device}) == 200
    assert caller.get(f"/devices/pairing/{poll}") == 200
    return str(caller.body["token"])


def test_a_screen_is_paired_by_its_code_and_then_knows_itself_r108(stranger, staff, screen) -> None:
    caller, supervisor = stranger(), staff("3001")
    assert caller.post("/devices/pairing", {"kind": "kiosk"}) == 201
    code, poll = caller.body["code"], caller.body["poll"]
    assert caller.get(f"/devices/pairing/{poll}") == 200
    assert caller.body == {"state": "waiting"}
    assert supervisor.post("/devices/pairing/approve", {"code": code, "device": "k1"}) == 200
    assert supervisor.body["device"] == "k1"
    assert caller.get(f"/devices/pairing/{poll}") == 200
    assert (caller.body["state"], caller.body["device"]) == ("paired", "k1")
    assert caller.answer.headers["Cache-Control"] == "no-store"
    kiosk = screen(caller.body["token"])
    assert kiosk.get("/devices/me") == 200
    assert kiosk.body == {
        "code": "k1", "kind": "kiosk", "hall": "east", "room": None, "printer": "p1", "language": "en",
        "names": {"zh-CN": "设备k1", "en": "Device k1"}, "place": {"zh-CN": "门口", "en": "By the door"},
        "desk": {
            "zh-CN": "请到导诊台，工作人员会帮助您。",
            "en": "Please go to the reception desk. Our staff will help you.",
        },
    }  # fmt: skip
    assert caller.get(f"/devices/pairing/{poll}") == 404


@pytest.mark.parametrize("number", ["1001", "2001"])
def test_only_supervisors_and_administrators_let_devices_in_and_out_r11(stranger, staff, number: str) -> None:
    caller, guide = stranger(), staff(number)
    caller.post("/devices/pairing", {"kind": "kiosk"})
    assert guide.post("/devices/pairing/approve", {"code": caller.body["code"], "device": "k1"}) == 403
    assert guide.post("/devices/k1/revoke") == 403


def test_nobody_without_a_token_approves_revokes_or_looks(stranger) -> None:
    caller = stranger()
    assert caller.post("/devices/pairing/approve", {"code": "123456", "device": "k1"}) == 401
    assert caller.post("/devices/k1/revoke") == 401
    for path in ("/devices", "/devices/me", "/faults", "/help/1"):
        assert caller.get(path) == 401


def test_a_code_is_six_digits_and_nothing_else(staff) -> None:
    for code in ("12345", "1234567", "abcdef", "' OR 1=1"):
        assert staff("3001").post("/devices/pairing/approve", {"code": code, "device": "k1"}) == 422


def test_a_revoked_device_is_out_with_its_next_request_r108(stranger, staff, screen) -> None:
    kiosk = screen(pair(stranger, staff))
    assert kiosk.post("/help", {"request_id": "r1", "page": "home"}) == 201
    assert staff("9001").post("/devices/k1/revoke") == 204
    assert kiosk.get("/devices/me") == 401
    assert kiosk.post("/help", {"request_id": "r2", "page": "home"}) == 401
    assert kiosk.post("/devices/me/heartbeat", {"page": "home"}) == 401
    assert staff("9001").post("/devices/nothing/revoke") == 404


def test_strangers_who_ask_for_codes_too_often_wait_and_others_do_not_r108(stranger, clock) -> None:
    flood = stranger("10.0.0.66")
    outcomes = [flood.post("/devices/pairing", {"kind": "kiosk"}) for _ in range(31)]
    assert outcomes == [201] * 30 + [429]
    assert flood.body["code"] == "too_many_pairings"
    assert flood.answer.headers["Retry-After"] == "2"
    assert stranger("10.0.0.67").post("/devices/pairing", {"kind": "kiosk"}) == 201
    clock.advance(2)
    assert flood.post("/devices/pairing", {"kind": "kiosk"}) == 201


@pytest.mark.parametrize("body", [{}, {"kind": "toaster"}, {"kind": "kiosk", "device": "k1"}])
def test_a_screen_asks_in_the_agreed_form(stranger, body: dict) -> None:
    assert stranger().post("/devices/pairing", body) == 422


def test_a_window_on_this_machine_needs_no_code_in_a_try_out(stranger, screen) -> None:
    window = stranger("127.0.0.1")
    assert window.post("/devices/pairing/local", {"kind": "display", "hall": "east"}) == 201
    assert window.body["device"] == "tv1"
    display = screen(window.body["token"])
    assert display.get("/devices/me") == 200
    assert display.body["printer"] is None


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("10.0.0.7", {}),
        ("127.0.0.1", {"X_Forwarded_For": "127.0.0.1"}),
        ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}),
        ("127.0.0.1", {"X_Real_IP": "127.0.0.1"}),
        ("127.0.0.1", {"Host": "evil.example"}),
    ],
)
def test_no_other_window_is_paired_without_a_code_r108(stranger, address: str, headers: dict) -> None:
    window = stranger(address)
    assert window.post("/devices/pairing/local", {"kind": "kiosk"}, **headers) == 403
    assert window.body["code"] == "pairing_needs_code"


def test_a_server_in_earnest_pairs_nothing_without_a_code_r108(web, stranger) -> None:
    web.extensions["houzhen"].local_pairing = False
    assert stranger("127.0.0.1").post("/devices/pairing/local", {"kind": "kiosk"}) == 403


def test_staff_see_every_device_and_how_it_is_r59(stranger, staff, screen, clock) -> None:
    kiosk = screen(pair(stranger, staff))
    assert kiosk.post("/devices/me/heartbeat", {"page": "home", "faults": ["touch"]}) == 204
    guide = staff("1002")
    assert guide.get("/devices") == 200
    devices = {device["code"]: device for device in guide.body["devices"]}
    assert list(devices) == ["k1", "k2", "tv0-door", "tv1"]
    assert devices["k1"]["paired"] is True
    assert devices["k1"]["last_seen_at"] == instant(clock.now())
    assert (devices["k1"]["page"], devices["k1"]["faults"]) == ("home", ["touch"])
    assert devices["k2"]["paired"] is False
    assert kiosk.get("/devices") == 403
    assert staff("2001").get("/devices") == 403


def test_a_call_for_help_goes_from_kiosk_to_guide_and_back_r64(stranger, staff, screen) -> None:
    kiosk, guide, other = screen(pair(stranger, staff)), staff("1001"), staff("1002")
    ask = {"request_id": "3f1c", "page": "symptoms"}
    assert kiosk.post("/help", ask) == 201
    first = kiosk.body
    assert kiosk.post("/help", ask) == 201
    assert kiosk.body == first
    path = f"/help/{first['id']}"
    assert kiosk.get(path) == 200
    assert kiosk.body["state"] == "open"
    assert kiosk.post(f"{path}/claim") == 403
    assert guide.post(f"{path}/claim") == 200
    assert guide.body["by"]["number"] == "1001"
    assert kiosk.get(path) == 200
    assert kiosk.body["state"] == "claimed"
    assert other.post(f"{path}/claim") == 409
    assert guide.post(f"{path}/resolve") == 200
    assert guide.body["state"] == "resolved"
    assert guide.get(path) == 200
    assert guide.post("/help", ask) == 403


def test_a_call_for_help_must_say_which_request_it_is(stranger, staff, screen) -> None:
    kiosk = screen(pair(stranger, staff))
    assert kiosk.post("/help", {"page": "home"}) == 422
    assert kiosk.body["fields"][0]["field"] == "request_id"


def test_guides_see_and_settle_troubles_and_doctors_do_not_r59(staff, installed: Database) -> None:
    with installed.write() as work:
        fault = service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east")
        service.raise_fault(work, "k2", "touch", kind="kiosk", hall="west")
    guide = staff("1001")
    assert guide.get("/faults") == 200
    assert [found["code"] for found in guide.body["faults"]] == ["paper_out"]
    assert staff("2001").get("/faults") == 403
    assert guide.post(f"/faults/{fault.id}/resolve") == 200
    assert guide.get("/faults") == 200
    assert guide.body["faults"] == []
    assert guide.get("/faults?state=all") == 200
    assert guide.body["faults"][0]["cleared_by"] == "staff:1001"
    administrator = staff("9001")
    assert administrator.get("/faults") == 200
    assert [found["device"] for found in administrator.body["faults"]] == ["k2"]


def test_the_clinic_may_name_its_own_desk(stranger, staff, screen, installed: Database) -> None:
    from server.clinic.models import Clinic  # noqa: PLC0415

    desk = {"zh-CN": "请到一楼大厅", "en": "Please go to the ground floor hall"}
    with installed.write() as work:
        work.session.get_one(Clinic, 1).settings = {"desk": desk}
    kiosk = screen(pair(stranger, staff))
    assert kiosk.get("/devices/me") == 200
    assert kiosk.body["desk"] == desk
