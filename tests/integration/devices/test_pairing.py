"""Pairing: the code, the approval, the token once; revoking; windows on the machine itself (R108)."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from server.accounts.service import list_audit
from server.core.database import Actor, Database
from server.core.errors import Forbidden, Invalid, NotFound, Refusal, TooMany
from server.core.seal import Seal
from server.devices import service
from server.devices.models import DeviceToken, Fault, Pairing

SUPERVISOR = Actor("staff", "3001", "supervisor", ("east", "west"))
EAST = Actor("staff", "3002", "supervisor", ("east",))
SEAL = Seal("k" * 32)


def start(database: Database, kind: str = "kiosk", hall: str | None = None) -> service.Waiting:
    with database.write() as work:
        return service.start_pairing(work, kind, hall)


def approve(database: Database, code: str, device: str, who: Actor = SUPERVISOR) -> service.Device:
    with database.write(who) as work:
        return service.approve_pairing(work, code, device)


def collect(database: Database, poll: str) -> service.Paired | None:
    with database.write() as work:
        return service.collect_token(work, poll)


def pair(database: Database, device: str, kind: str = "kiosk") -> str:
    waiting = start(database, kind)
    approve(database, waiting.code, device)
    paired = collect(database, waiting.poll)
    assert paired is not None
    return paired.token


def who_is(database: Database, token: str) -> Actor | None:
    with database.read() as work:
        return service.identify_device(work, token)


def test_a_screen_whose_code_was_approved_becomes_that_device_r108(installed: Database) -> None:
    waiting = start(installed)
    assert waiting.code.isdigit()
    assert len(waiting.code) == 6
    assert collect(installed, waiting.poll) is None
    approve(installed, waiting.code, "k1")
    paired = collect(installed, waiting.poll)
    assert paired is not None
    assert who_is(installed, paired.token) == Actor("kiosk", "k1", halls=("east",))
    with installed.read() as work:
        assert paired.token not in str(work.session.scalars(select(DeviceToken.token_hash)).all())
        trail = [(entry["action"], entry["actor"]) for entry in list_audit(work, subject="device:k1")]
    assert trail == [("device.paired", "system:houzhen"), ("device.approved", "staff:3001")]


def test_the_token_is_handed_over_once_and_a_replayed_poll_gains_nothing_r108(installed: Database) -> None:
    waiting = start(installed)
    approve(installed, waiting.code, "k1")
    assert collect(installed, waiting.poll) is not None
    with pytest.raises(NotFound):
        collect(installed, waiting.poll)
    with installed.read() as work, pytest.raises(NotFound):
        service.peek_pairing(work, waiting.poll)


def test_many_polls_at_once_bring_one_token_r108(installed: Database) -> None:
    waiting = start(installed)
    approve(installed, waiting.code, "k1")
    outcomes: list[str] = []

    def poll() -> None:
        try:
            outcomes.append("token" if collect(installed, waiting.poll) else "waiting")
        except NotFound:
            outcomes.append("gone")

    threads = [threading.Thread(target=poll) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["gone"] * 7 + ["token"]


def test_a_code_is_approved_once_r108(installed: Database) -> None:
    waiting = start(installed)
    approve(installed, waiting.code, "k1")
    with pytest.raises(NotFound):
        approve(installed, waiting.code, "k2")


def test_a_code_runs_out_after_10_minutes_r108(installed: Database, clock) -> None:
    waiting = start(installed)
    clock.advance(600)
    with pytest.raises(NotFound):
        approve(installed, waiting.code, "k1")


def test_an_approved_token_that_nobody_fetched_runs_out_too_r108(installed: Database, clock) -> None:
    waiting = start(installed)
    clock.advance(599)
    approve(installed, waiting.code, "k1")
    clock.advance(60)
    assert collect(installed, start_and_approve(installed, "k2")) is not None
    clock.advance(1)
    with pytest.raises(NotFound):
        collect(installed, waiting.poll)


def start_and_approve(database: Database, device: str) -> str:
    waiting = start(database)
    approve(database, waiting.code, device)
    return waiting.poll


def test_an_unknown_code_or_poll_opens_nothing_r108(installed: Database) -> None:
    with pytest.raises(NotFound):
        approve(installed, "000000", "k1")
    with pytest.raises(NotFound):
        collect(installed, "made up")
    assert who_is(installed, "made up") is None


@pytest.mark.parametrize(
    ("kind", "hall", "device"), [("kiosk", None, "tv1"), ("display", None, "k1"), ("display", "west", "tv1")]
)
def test_a_screen_cannot_become_a_device_of_another_kind_or_hall(
    installed: Database, kind: str, hall: str | None, device: str
) -> None:
    waiting = start(installed, kind, hall)
    with pytest.raises(Refusal, match="wrong_device"):
        approve(installed, waiting.code, device)


@pytest.mark.parametrize("device", ["k7", "tv9"])
def test_only_an_installed_device_in_use_can_be_paired(installed: Database, device: str) -> None:
    waiting = start(installed)
    with pytest.raises(NotFound):
        approve(installed, waiting.code, device)


def test_staff_of_one_hall_approve_and_revoke_there_only_r11(installed: Database) -> None:
    waiting = start(installed)
    with pytest.raises(Forbidden, match="not_your_hall"):
        approve(installed, waiting.code, "k2", EAST)
    assert approve(installed, waiting.code, "k1", EAST).code == "k1"
    with installed.write(EAST) as work, pytest.raises(Forbidden):
        service.revoke_device(work, "k2")


def test_what_a_screen_asks_for_must_exist(installed: Database) -> None:
    with pytest.raises(NotFound):
        start(installed, "display", "moon")
    with pytest.raises(Invalid):
        start(installed, "toaster")


def test_waiting_screens_are_counted_and_forgotten_when_they_run_out_r108(
    installed: Database, clock, monkeypatch
) -> None:
    monkeypatch.setattr("server.devices.service.pairing.MOST_PAIRINGS", 3)
    codes = {start(installed).code for _ in range(3)}
    assert len(codes) == 3
    with pytest.raises(TooMany):
        start(installed)
    clock.advance(660)
    start(installed)
    with installed.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Pairing)) == 1


def test_a_revoked_device_is_out_at_once_on_every_way_it_came_in_r108(installed: Database) -> None:
    by_code = pair(installed, "k1")
    with installed.write() as work:
        by_program = service.create_token(work, "kiosk", "k1")
        local = service.pair_local(work, SEAL, "kiosk", "east").token
    tokens = [by_code, by_program, local]
    assert all(who_is(installed, token) for token in tokens)
    with installed.write(SUPERVISOR) as work:
        service.heartbeat(work, "k1", "home", ["touch"])
        service.revoke_device(work, "k1")
    assert [who_is(installed, token) for token in tokens] == [None, None, None]
    with installed.read() as work:
        assert service.standing_devices(work, tokens) == set()
        assert service.open_faults(work, "east") == []
        assert list_audit(work, action="device.revoked")[0]["actor"] == "staff:3001"


def test_a_late_heartbeat_does_not_bring_a_revoked_device_back_r108(installed: Database, clock) -> None:
    pair(installed, "k1")
    with installed.write(SUPERVISOR) as work:
        service.revoke_device(work, "k1")
        service.heartbeat(work, "k1", "home", ["touch"])
    with installed.read() as work:
        [k1] = [device for device in service.list_devices(work) if device["code"] == "k1"]
        assert (k1["paired"], k1["last_seen_at"], k1["page"]) == (False, None, None)
        assert work.session.scalar(select(func.count()).select_from(Fault)) == 0


def test_a_new_machine_as_the_same_device_puts_the_old_one_out_r108(installed: Database) -> None:
    old = pair(installed, "k1")
    new = pair(installed, "k1")
    assert who_is(installed, old) is None
    assert who_is(installed, new) is not None
    with installed.read() as work:
        assert service.standing_devices(work, [old, new, "made up"]) == {new}


def test_a_device_that_the_clinic_took_out_of_use_is_no_device(installed: Database) -> None:
    with installed.write() as work, pytest.raises(Refusal, match="wrong_device"):
        service.create_token(work, "display", "tv9")


def test_a_program_gets_a_token_for_an_installed_device_and_the_last_one_counts(installed: Database) -> None:
    screen = pair(installed, "k1")
    with installed.write() as work:
        first = service.create_token(work, "kiosk", "k1")
        second = service.create_token(work, "kiosk", "k1")
        with pytest.raises(Refusal, match="wrong_device"):
            service.create_token(work, "display", "k1")
    assert who_is(installed, first) is None
    assert who_is(installed, second) == who_is(installed, screen) == Actor("kiosk", "k1", halls=("east",))


def test_a_device_beyond_the_clinic_file_can_be_added_by_its_token_and_goes_with_it(
    installed: Database,
) -> None:
    with installed.write() as work:
        spare = service.create_token(work, "kiosk", "spare-1", "west")
        anywhere = service.create_token(work, "display", "spare-2")
        with pytest.raises(NotFound):
            service.create_token(work, "display", "spare-3", "moon")
        with pytest.raises(Invalid):
            service.create_token(work, "display", "no spaces please")
        with pytest.raises(Invalid):
            service.create_token(work, "toaster", "t1")
    assert who_is(installed, spare) == Actor("kiosk", "spare-1", halls=("west",))
    assert who_is(installed, anywhere) == Actor("display", "spare-2", halls=("east",))
    with installed.write(SUPERVISOR) as work:
        assert service.require_device(work, "spare-1").place == {"zh-CN": "西厅", "en": "West hall"}
        service.revoke_device(work, "spare-1")
        assert "spare-1" not in [device.code for device in service.installed_devices(work)]
        with pytest.raises(NotFound):
            service.revoke_device(work, "spare-9")


def test_windows_on_the_machine_itself_share_a_token_until_it_is_revoked(installed: Database, clock) -> None:
    with installed.write() as work:
        one = service.pair_local(work, SEAL, "display", "east")
        two = service.pair_local(work, SEAL, "display", "east")
    assert one.token == two.token
    assert one.device.code == "tv1"
    with installed.write(SUPERVISOR) as work:
        service.revoke_device(work, "tv1")
    clock.advance(1)
    with installed.write() as work:
        three = service.pair_local(work, SEAL, "display", "east")
    assert three.token != one.token
    assert who_is(installed, one.token) is None
    assert who_is(installed, three.token) is not None


def test_a_window_does_not_put_a_paired_screen_out(installed: Database) -> None:
    token = pair(installed, "k1")
    with installed.write() as work:
        service.pair_local(work, SEAL, "kiosk")
        with pytest.raises(NotFound):
            service.pair_local(work, SEAL, "display", "west")
    assert who_is(installed, token) is not None
