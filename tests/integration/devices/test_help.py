"""Calls for a person, from kiosks and from tickets' own pages (R64)."""

from __future__ import annotations

import pytest

from server.core.database import Actor, Database
from server.core.errors import Forbidden, NotFound, Refusal
from server.devices import service

KIOSK = Actor("kiosk", "k1", halls=("east",))
OTHER_KIOSK = Actor("kiosk", "k2", halls=("west",))
PATIENT = Actor("patient", "ticket-1")
GUIDE = Actor("staff", "1001", "guide", ("east",))
OTHER_GUIDE = Actor("staff", "1002", "guide", ("east", "west"))


def ask(database: Database, request_id: str = "r1", who: Actor = KIOSK, **more: str) -> str:
    with database.write(who) as work:
        answer = service.ask_for_help(work, request_id, "name", **more)
    return str(answer["id"])


def tasks(database: Database, hall: str = "east") -> list[dict]:
    with database.read() as work:
        return service.open_helps(work, hall)


def test_a_press_on_a_kiosk_is_a_task_for_its_hall_with_place_and_page_r64(installed: Database) -> None:
    identifier = ask(installed)
    [task] = tasks(installed)
    assert (task["id"], task["device"], task["page"], task["state"]) == (identifier, "k1", "name", "open")
    assert task["place"] == {"zh-CN": "门口", "en": "By the door"}
    assert task["by"] is None
    assert tasks(installed, "west") == []


def test_the_task_is_announced_in_the_transaction_that_made_it_r64(installed: Database) -> None:
    with installed.write(KIOSK) as work:
        service.ask_for_help(work, "r1", "name")
        service.ask_for_help(work, "r1", "name")
        [announced] = work.announcements
    assert (announced.event, announced.hall, announced.parts) == ("help.raised", "east", {"tasks"})


def test_the_same_request_is_the_same_call_even_after_it_was_answered(installed: Database) -> None:
    first = ask(installed)
    with installed.write(GUIDE) as work:
        service.resolve_help(work, first)
    assert ask(installed) == first
    assert tasks(installed) == []
    assert ask(installed, "r2") != first


def test_a_request_id_of_another_asker_is_another_request(installed: Database) -> None:
    assert ask(installed, "r1", KIOSK) != ask(installed, "r1", OTHER_KIOSK)


def test_pressing_again_while_someone_comes_makes_no_second_task_r64(installed: Database, clock) -> None:
    first = ask(installed)
    assert ask(installed, "r2") == first
    with installed.write(GUIDE) as work:
        service.claim_help(work, first)
    clock.advance(179)
    assert ask(installed, "r3") == first
    clock.advance(1)
    second = ask(installed, "r4")
    assert second != first
    assert ask(installed, "r5") == second


def test_the_kiosk_sees_that_someone_is_coming_and_other_devices_see_nothing_r64(installed: Database) -> None:
    identifier = ask(installed)
    with installed.write(GUIDE) as work:
        service.claim_help(work, identifier)
    with installed.read(KIOSK) as work:
        assert service.see_help(work, identifier)["state"] == "claimed"
    with installed.read(OTHER_KIOSK) as work, pytest.raises(NotFound):
        service.see_help(work, identifier)


def test_two_guides_cannot_take_the_same_call(installed: Database) -> None:
    identifier = ask(installed)
    with installed.write(GUIDE) as work:
        claimed = service.claim_help(work, identifier)
        assert claimed["by"] == {"number": "1001", "name": "员工1001"}
        assert service.claim_help(work, identifier) == claimed
    with installed.write(OTHER_GUIDE) as work, pytest.raises(Refusal, match="already_claimed"):
        service.claim_help(work, identifier)
    with installed.write(OTHER_GUIDE) as work:
        assert service.resolve_help(work, identifier)["state"] == "resolved"
        assert service.resolve_help(work, identifier)["by"]["number"] == "1001"
        with pytest.raises(Refusal, match="already_done"):
            service.claim_help(work, identifier)
    assert tasks(installed) == []


def test_whoever_settles_an_untaken_call_has_taken_it(installed: Database) -> None:
    identifier = ask(installed)
    with installed.write(GUIDE) as work:
        assert service.resolve_help(work, identifier)["by"]["number"] == "1001"


def test_staff_take_calls_of_their_own_halls_r11(installed: Database) -> None:
    identifier = ask(installed, who=OTHER_KIOSK)
    with installed.write(GUIDE) as work:
        with pytest.raises(Forbidden, match="not_your_hall"):
            service.claim_help(work, identifier)
        with pytest.raises(NotFound):
            service.claim_help(work, "no such call")


def test_a_patient_calls_from_their_own_page_without_a_name_r64(installed: Database) -> None:
    identifier = ask(installed, who=PATIENT, ticket="ticket-1", hall="west")
    [task] = tasks(installed, "west")
    assert (task["id"], task["ticket"], task["device"]) == (identifier, "ticket-1", None)
    assert task["place"]["en"] == "West hall"
    assert ask(installed, "r2", PATIENT, ticket="ticket-1", hall="west") == identifier
    assert ask(installed, "r3", PATIENT, ticket="ticket-2", hall="west") != identifier
