"""Signing in with a PIN: counted, audited, ended in time (R11, R108)."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from server.accounts import service
from server.accounts.models import SignInTry, StaffSession
from server.accounts.service.secrets import _DECOY, _HASHER
from server.core.database import Actor, Database
from server.core.errors import Forbidden, NotFound, Refusal, TooMany, Unauthorised

HOUR = 3600.0


def refuse(database: Database, number: str, address: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        service.sign_in(database, number, "0000", address)
    return refused.value


def audited(database: Database, action: str) -> list[str]:
    with database.read() as work:
        return [entry["subject"] for entry in service.list_audit(work, action=action)]


def test_a_right_pin_opens_a_session_for_that_person_and_role_r11(staffed: Database) -> None:
    signed_in = service.sign_in(staffed, " 1001 ", "2580", "10.0.0.7")
    assert signed_in.staff == {
        "number": "1001", "name": "员工1001", "role": "guide", "halls": ["east"], "hall": None,
    }  # fmt: skip
    with staffed.read() as work:
        assert service.identify_staff(work, signed_in.token) == Actor("staff", "1001", "guide", ("east",))
        stored = work.session.scalars(select(StaffSession.token_hash)).one()
    assert signed_in.token not in stored
    assert audited(staffed, "session.opened") == ["staff:1001"]


def test_whoever_is_named_no_hall_works_in_every_one(staffed: Database) -> None:
    assert service.sign_in(staffed, "1002", "2580", "10.0.0.7").staff["halls"] == ["east", "west"]


def test_a_wrong_pin_and_an_unknown_number_are_refused_alike_and_audited_r108(staffed: Database) -> None:
    wrong, unknown = refuse(staffed, "1001", "10.0.0.7"), refuse(staffed, "4711", "10.0.0.8")
    assert (wrong.status, wrong.code) == (unknown.status, unknown.code) == (401, "wrong_pin")
    assert wrong.args_for_text == unknown.args_for_text == {"tries_left": 9}
    assert sorted(audited(staffed, "session.refused")) == ["staff:1001", "staff:?"]


def test_an_unknown_number_costs_the_same_check_r108() -> None:
    assert not _HASHER.check_needs_rehash(_DECOY)
    assert not service.verify_secret(None, "2580")


def test_what_was_typed_into_the_number_field_is_written_nowhere_r106(staffed: Database) -> None:
    refuse(staffed, "13800138000", "10.0.0.7")
    with staffed.read() as work:
        trail = service.list_audit(work)
        keys = list(work.session.scalars(select(SignInTry.key)))
    assert "13800138000" not in f"{trail} {keys}"


def test_after_ten_wrong_pins_even_the_right_one_waits_15_minutes_r108(staffed: Database, clock) -> None:
    left = [refuse(staffed, "1001", f"10.0.0.{turn}").args_for_text.get("tries_left") for turn in range(10)]
    assert left == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    with pytest.raises(TooMany, match="too_many_tries") as limited:
        service.sign_in(staffed, "1001", "2580", "10.0.0.99")
    assert limited.value.seconds == 15 * 60
    assert audited(staffed, "session.locked") == ["staff:1001"]
    assert service.sign_in(staffed, "1002", "2580", "10.0.0.99").token
    clock.advance(15 * 60)
    assert service.sign_in(staffed, "1001", "2580", "10.0.0.99").token


def test_one_address_cannot_go_through_the_numbers_r108(staffed: Database, clock) -> None:
    for turn in range(10):
        refuse(staffed, f"500{turn}", "10.0.0.7")
    with pytest.raises(TooMany):
        service.sign_in(staffed, "1001", "2580", "10.0.0.7")
    assert service.sign_in(staffed, "1001", "2580", "10.0.0.8").token


def test_a_limited_try_writes_nothing_so_that_a_flood_cannot_fill_the_disk_r108(staffed: Database) -> None:
    for _ in range(10):
        refuse(staffed, "1001", "10.0.0.7")
    before = len(audited(staffed, "session.refused"))
    for _ in range(5):
        refuse(staffed, "1001", "10.0.0.7")
    assert len(audited(staffed, "session.refused")) == before == 10


def test_a_right_pin_clears_its_number_but_not_its_addresss_other_failures_r108(staffed: Database) -> None:
    for _ in range(9):
        refuse(staffed, "1001", "10.0.0.7")
    service.sign_in(staffed, "1001", "2580", "10.0.0.7")
    assert refuse(staffed, "1001", "10.0.0.8").args_for_text == {"tries_left": 9}
    assert refuse(staffed, "1001", "10.0.0.7").args_for_text == {"tries_left": 0}


def test_many_tries_at_once_are_still_only_ten_r108(staffed: Database) -> None:
    outcomes: list[str] = []

    def attempt(turn: int) -> None:
        with pytest.raises(Refusal) as refused:
            service.sign_in(staffed, "1001", "0000", f"10.0.0.{turn % 4}")
        outcomes.append(refused.value.code)

    threads = [threading.Thread(target=attempt, args=(turn,)) for turn in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("wrong_pin") == 10
    assert outcomes.count("too_many_tries") == 14


def test_a_shift_that_signs_in_at_once_behind_one_address_is_let_in(staffed: Database) -> None:
    tokens: list[str] = []

    def attempt(number: str) -> None:
        tokens.append(service.sign_in(staffed, number, "2580", "10.0.0.7").token)

    numbers = ["1001", "1002", "2001", "3001", "9001"] * 3
    threads = [threading.Thread(target=attempt, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(tokens)) == len(numbers)


def test_a_session_that_nobody_used_for_12_hours_has_ended_r108(staffed: Database, clock) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    clock.advance(12 * HOUR)
    with staffed.read() as work:
        assert service.identify_staff(work, token) is None
        with pytest.raises(Unauthorised):
            service.describe_session(work, token)


def test_a_used_session_lasts_a_day_at_most_r108(staffed: Database, clock) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    clock.advance(11 * HOUR)
    with staffed.write() as work:
        service.touch_session(work, token)
    clock.advance(11 * HOUR)
    with staffed.write() as work:
        assert service.identify_staff(work, token) is not None
        service.touch_session(work, token)
    clock.advance(2 * HOUR)
    with staffed.read() as work:
        assert service.identify_staff(work, token) is None


def test_a_session_used_again_soon_is_not_written_again(staffed: Database, clock) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    for seconds in (60, 60, 300):
        clock.advance(seconds)
        with staffed.write() as work:
            service.touch_session(work, token)
    with staffed.read() as work:
        session = work.session.scalars(select(StaffSession)).one()
        assert (session.last_seen_at - session.created_at).total_seconds() == 420


def test_signing_out_ends_the_session_at_once_and_twice_is_harmless(staffed: Database) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    with staffed.write() as work:
        service.sign_out(work, token)
        service.sign_out(work, token)
        service.sign_out(work, "no such token")
        assert service.identify_staff(work, token) is None
    assert audited(staffed, "session.closed") == ["staff:1001"]


def test_a_programs_token_does_not_idle_out_but_ends_after_a_year(staffed: Database, clock) -> None:
    with staffed.write() as work:
        token = service.create_staff_token(work, "3001")
    clock.advance(300 * 24 * HOUR)
    with staffed.read() as work:
        assert service.identify_staff(work, token) == Actor("staff", "3001", "supervisor", ("east", "west"))
    clock.advance(65 * 24 * HOUR)
    with staffed.read() as work:
        assert service.identify_staff(work, token) is None


def test_the_chosen_hall_stands_first_and_only_ones_own_can_be_chosen_r11(staffed: Database) -> None:
    token = service.sign_in(staffed, "1002", "2580", "10.0.0.7").token
    with staffed.write() as work:
        assert service.choose_hall(work, token, "west")["halls"] == ["west", "east"]
    with staffed.read() as work:
        assert service.identify_staff(work, token) == Actor("staff", "1002", "guide", ("west", "east"))
        assert service.describe_session(work, token)["hall"] == "west"
    east_only = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    with staffed.write() as work:
        with pytest.raises(Forbidden, match="not_your_hall"):
            service.choose_hall(work, east_only, "west")
        with pytest.raises(NotFound):
            service.choose_hall(work, east_only, "moon")
        with pytest.raises(Unauthorised):
            service.choose_hall(work, "no such token", "east")


def test_what_can_no_longer_matter_is_forgotten(staffed: Database, clock) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    refuse(staffed, "1001", "10.0.0.7")
    clock.advance(14 * 60)
    with staffed.write() as work:
        service.forget_ended(work)
        assert work.session.scalar(select(func.count()).select_from(SignInTry)) == 2
        assert service.identify_staff(work, token) is not None
    clock.advance(72 * HOUR)
    with staffed.write() as work:
        service.forget_ended(work)
        assert work.session.scalar(select(func.count()).select_from(SignInTry)) == 0
        assert work.session.scalar(select(func.count()).select_from(StaffSession)) == 0
