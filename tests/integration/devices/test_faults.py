"""Signs of life, silence, troubles: raised once, in words, cleared with their cause (R59, R105)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from server.core.database import Actor, Database
from server.core.errors import Forbidden, NotFound
from server.core.language import languages, text
from server.devices import service
from server.devices.models import Fault
from server.devices.rules import REPORTED_FAULTS
from server.devices.service import Heartbeat

GUIDE = Actor("staff", "1002", "guide", ("east", "west"))
EAST = Actor("staff", "1001", "guide", ("east",))


@pytest.fixture
def heard(installed: Database) -> Database:
    """`installed`, where k1 and tv1 are paired and were heard just now."""
    with installed.write() as work:
        service.create_token(work, "kiosk", "k1")
        service.create_token(work, "display", "tv1")
        service.record_heartbeats(work, [Heartbeat("k1", work.now, "home"), Heartbeat("tv1", work.now)])
    return installed


def open_codes(database: Database, hall: str = "east") -> list[tuple[str, str]]:
    with database.read() as work:
        return [(fault["device"], fault["code"]) for fault in service.open_faults(work, hall)]


def watch(database: Database, since) -> list[str]:
    with database.write() as work:
        return service.report_silent_devices(work, since)


def test_a_device_that_says_nothing_for_30_seconds_is_told_to_staff_once_r59(heard: Database, clock) -> None:
    since = clock.now()
    clock.advance(30)
    assert watch(heard, since) == []
    clock.advance(0.1)
    assert watch(heard, since) == ["k1", "tv1"]
    assert watch(heard, since) == []
    assert open_codes(heard) == [("k1", "silent"), ("tv1", "silent")]
    with heard.read() as work:
        [fault, _] = service.open_faults(work, "east")
    assert fault["names"]["en"] == "Device k1"
    assert fault["kind"] == "kiosk"
    assert set(fault["detail"]) == set(languages())


def test_a_device_that_is_heard_again_is_silent_no_more_r59(heard: Database, clock) -> None:
    since = clock.now()
    clock.advance(31)
    watch(heard, since)
    with heard.write() as work:
        service.heartbeat(work, "k1", "home")
        assert [announced.parts for announced in work.announcements] == [frozenset({"tasks"})]
    assert open_codes(heard) == [("tv1", "silent")]
    with heard.read() as work:
        assert {device["code"]: device["silent"] for device in service.list_devices(work)} == {
            "k1": False, "k2": False, "tv0-door": False, "tv1": True,
        }  # fmt: skip


def test_a_server_that_has_just_started_gives_its_devices_30_seconds_r59(heard: Database, clock) -> None:
    clock.advance(3600)
    started = clock.now()
    clock.advance(30)
    assert watch(heard, started) == []
    clock.advance(1)
    assert watch(heard, started) == ["k1", "tv1"]


def test_devices_that_were_never_heard_or_are_not_paired_are_not_missed(installed: Database, clock) -> None:
    with installed.write() as work:
        service.create_token(work, "kiosk", "k2")
        service.heartbeat(work, "k1", "home")
    since = clock.now()
    clock.advance(3600)
    assert watch(installed, since) == []


def test_a_late_heartbeat_does_not_make_a_device_older(heard: Database, clock) -> None:
    clock.advance(20)
    with heard.write() as work:
        service.record_heartbeats(work, [Heartbeat("k1", work.now, "ticket")])
        service.record_heartbeats(work, [Heartbeat("k1", work.now - timedelta(seconds=15), "home")])
    with heard.read() as work:
        [k1] = [device for device in service.list_devices(work) if device["code"] == "k1"]
    assert k1["page"] == "ticket"


def test_gathered_heartbeats_are_stored_together_and_only_the_latest_counts(heard: Database, clock) -> None:
    gathered = service.Heard()
    for page in ("home", "name", "confirm"):
        gathered.note(Heartbeat("k1", clock.now() + timedelta(seconds=1), page))
    beats = gathered.take()
    assert [beat.page for beat in beats] == ["confirm"]
    assert gathered.take() == []
    with heard.write() as work:
        service.record_heartbeats(work, beats)
        service.record_heartbeats(work, [])
        assert not work.announcements


def test_what_a_screen_reports_of_itself_is_raised_and_cleared_r59(heard: Database) -> None:
    with heard.write() as work:
        service.heartbeat(work, "k1", "home", ["touch", "sound", "made-up"])
        service.heartbeat(work, "k1", "home", ["touch", "sound"])
    assert sorted(open_codes(heard)) == [("k1", "sound"), ("k1", "touch")]
    with heard.write() as work:
        service.heartbeat(work, "k1", "home", ["touch"])
    assert open_codes(heard) == [("k1", "touch")]


def test_a_heartbeat_leaves_other_troubles_of_the_device_alone(heard: Database) -> None:
    with heard.write() as work:
        service.raise_fault(work, "k1", "paper_out", kind="kiosk", hall="east")
        service.heartbeat(work, "k1", "home")
    assert open_codes(heard) == [("k1", "paper_out")]


def test_a_trouble_is_one_row_and_one_announcement_however_often_it_is_noticed_r105(
    installed: Database,
) -> None:
    with installed.write() as work:
        first = service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east")
        again = service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east")
        assert first.id == again.id
        assert len(work.announcements) == 1
        announced = work.announcements[0]
        assert (announced.event, announced.hall) == ("device.fault", "east")
    with installed.write() as work:
        service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east", jobs=3)
        assert len(work.announcements) == 1
        assert service.clear_fault(work, "p1", "paper_out")
        assert not service.clear_fault(work, "p1", "paper_out")
    assert open_codes(installed) == []


def test_the_database_itself_holds_one_open_trouble_for_a_device_and_code_r105(installed: Database, clock) -> None:
    def row(identifier: str) -> Fault:
        return Fault(
            id=identifier, device="p1", kind="printer", hall="east", code="paper_out", detail={},
            since=clock.now(),
        )  # fmt: skip

    with installed.write() as work:
        work.session.add_all([row("a"), row("b")])
        with pytest.raises(IntegrityError):
            work.session.flush()
        work.session.rollback()


def test_staff_settle_a_trouble_and_its_return_is_a_new_one_r105(installed: Database) -> None:
    with installed.write() as work:
        fault = service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east")
    with installed.write(GUIDE) as work:
        settled = service.resolve_fault(work, fault.id)
        assert settled["cleared_by"] == "staff:1002"
        assert settled["names"]["en"] == "Printer 1"
        assert service.resolve_fault(work, fault.id)["cleared_at"] == settled["cleared_at"]
        with pytest.raises(NotFound):
            service.resolve_fault(work, "no such fault")
    with installed.write() as work:
        assert service.raise_fault(work, "p1", "paper_out", kind="printer", hall="east").id != fault.id


def test_staff_settle_and_see_troubles_of_their_own_halls_r11(installed: Database) -> None:
    with installed.write() as work:
        east = service.raise_fault(work, "k1", "touch", kind="kiosk", hall="east")
        west = service.raise_fault(work, "k2", "touch", kind="kiosk", hall="west")
    with installed.write(EAST) as work:
        with pytest.raises(Forbidden, match="not_your_hall"):
            service.resolve_fault(work, west.id)
        assert [fault["id"] for fault in service.list_faults(work, EAST.halls)] == [east.id]
        service.resolve_fault(work, east.id)
        assert service.list_faults(work, EAST.halls) == []
        assert [fault["id"] for fault in service.list_faults(work, EAST.halls, past=True)] == [east.id]
        assert len(service.list_faults(work, None)) == 1


def test_every_trouble_has_words_in_every_language_and_an_unknown_one_general_words_r64() -> None:
    from printers.trouble import Code  # noqa: PLC0415  (the printers' own list, to hold ours complete)

    for code in ("silent", *REPORTED_FAULTS, *(code.value for code in Code)):
        for language in languages():
            assert text(language, f"fault-{code.replace('_', '-')}")
        assert service.fault_words(code, {}) != service.fault_words("never heard of", {})
