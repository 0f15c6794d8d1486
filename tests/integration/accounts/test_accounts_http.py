"""Accounts over HTTP: cookie and CSRF, roles, staff for administrators, the trail (R11, R108)."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from server.accounts import service
from server.accounts.models import StaffSession
from server.core.database import Database
from server.core.ids import new_token
from server.core.language import languages, text

NEW = {"number": "1003", "name": "陈护士", "role": "guide", "halls": ["east"], "pin": "3690"}


def test_signing_in_answers_who_one_is_and_a_csrf_token(tablet) -> None:
    assert tablet.sign_in("1001") == 200
    assert tablet.last.json["staff"]["role"] == "guide"
    assert tablet.last.json["csrf"]
    assert tablet.last.headers["Cache-Control"] == "no-store"
    assert tablet.get("/session") == 200
    assert tablet.last.json["staff"]["number"] == "1001"


def test_nobody_is_known_before_signing_in(tablet) -> None:
    assert tablet.get("/session") == 401
    assert tablet.last.mimetype == "application/problem+json"


@pytest.mark.parametrize("csrf", ["", "made up"])
def test_a_foreign_page_cannot_act_in_a_signed_in_browser_r108(tablet, csrf: str) -> None:
    tablet.sign_in("1001")
    assert tablet.post("/session/hall", {"hall": "east"}, csrf=csrf) == 403
    assert tablet.last.json["code"] == "csrf"
    assert tablet.post("/session/hall", {"hall": "east"}) == 200
    assert tablet.last.json["staff"]["hall"] == "east"


def test_a_csrf_token_of_another_session_does_not_count_r108(tablet, other_tablet) -> None:
    tablet.sign_in("1001")
    other_tablet.sign_in("1002")
    assert tablet.post("/session/hall", {"hall": "east"}, csrf=other_tablet.csrf) == 403


def test_a_wrong_pin_says_how_many_tries_are_left_and_then_when_to_come_back_r108(tablet) -> None:
    for _ in range(10):
        assert tablet.sign_in("1001", "0000") == 401
    assert tablet.last.json["code"] == "wrong_pin"
    assert tablet.last.json["args"] == {"tries_left": 0}
    assert tablet.sign_in("1001") == 429
    assert tablet.last.json["code"] == "too_many_tries"
    assert tablet.last.headers["Retry-After"] == "900"


def test_signing_out_ends_the_session_also_for_whoever_kept_the_cookie_r108(tablet, staffed: Database) -> None:
    tablet.sign_in("1001")
    with tablet.client.session_transaction() as cookie:
        kept = cookie["token"]
    assert tablet.sign_out() == 204
    assert tablet.get("/session") == 401
    with tablet.client.session_transaction() as cookie:
        cookie["token"] = kept
    assert tablet.get("/session") == 401


def test_whoever_takes_over_a_tablet_ends_the_session_before(tablet, staffed: Database) -> None:
    tablet.sign_in("1001")
    tablet.sign_in("1002")
    with staffed.read() as work:
        ended = {row.staff: row.revoked_at is not None for row in work.session.scalars(select(StaffSession))}
    assert ended == {"1001": True, "1002": False}


def test_the_session_token_is_new_at_each_sign_in_r108(tablet) -> None:
    planted = new_token()
    with tablet.client.session_transaction() as cookie:
        cookie["token"] = planted
    tablet.sign_in("1001")
    with tablet.client.session_transaction() as cookie:
        assert cookie["token"] != planted


def test_a_used_session_stays_beyond_12_hours_and_an_unused_one_does_not_r108(tablet, other_tablet, clock) -> None:
    tablet.sign_in("1001")
    other_tablet.sign_in("1002")
    for _ in range(2):
        clock.advance(7 * 3600)
        assert tablet.get("/session") == 200
    assert other_tablet.get("/session") == 401


@pytest.mark.parametrize("number", ["1001", "2001", "3001"])
def test_only_an_administrator_sees_and_changes_staff_and_trail_r11(tablet, number: str) -> None:
    tablet.sign_in(number)
    assert [tablet.get("/staff"), tablet.get("/audit")] == [403, 403]
    for path in (
        "/staff",
        "/staff/1002",
        "/staff/1002/pin",
        "/staff/1002/deactivate",
        "/staff/1002/activate",
    ):
        assert tablet.post(path, NEW) == 403
    assert tablet.last.json["code"] == "forbidden"


def test_an_administrator_adds_someone_who_can_then_sign_in(tablet, other_tablet) -> None:
    tablet.sign_in("9001")
    assert tablet.post("/staff", NEW) == 201
    assert tablet.last.json["number"] == "1003"
    assert "pin" not in tablet.last.json
    assert tablet.post("/staff", NEW) == 409
    assert other_tablet.sign_in("1003", "3690") == 200
    assert tablet.get("/staff") == 200
    assert [one["number"] for one in tablet.last.json["staff"]] == [
        "1001", "1002", "1003", "2001", "3001", "9001",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"pin": "123"}, "pin", "pin_too_short"),
        ({"role": "chief"}, "role", "not_a_choice"),
        ({"halls": ["moon"]}, "halls", "not_a_choice"),
        ({"number": "10 03"}, "number", "staff_number_form"),
        ({"name": ""}, "name", "required"),
        ({"shoe_size": 43}, "shoe_size", "unknown_field"),
    ],
)
def test_a_field_at_fault_is_named_and_nobody_is_added(tablet, change: dict, field: str, code: str) -> None:
    tablet.sign_in("9001")
    assert tablet.post("/staff", NEW | change) == 422
    assert [(found["field"], found["code"]) for found in tablet.last.json["fields"]] == [(field, code)]


def test_a_new_pin_puts_its_owner_out_and_lets_them_in_anew_r108(tablet, other_tablet) -> None:
    tablet.sign_in("9001")
    other_tablet.sign_in("1001")
    assert tablet.post("/staff/1001/pin", {"pin": "3690"}) == 204
    assert other_tablet.get("/session") == 401
    assert other_tablet.sign_in("1001", "3690") == 200
    assert tablet.post("/staff/9001/pin", {"pin": "12345"}) == 422
    assert tablet.post("/staff/9001/pin", {"pin": "a longer one"}) == 204
    assert tablet.get("/session") == 200


def test_someone_who_was_deactivated_is_out_with_the_next_request_r11(tablet, other_tablet) -> None:
    tablet.sign_in("9001")
    other_tablet.sign_in("1001")
    assert tablet.post("/staff/1001/deactivate") == 204
    assert other_tablet.get("/session") == 401
    assert other_tablet.sign_in("1001") == 401
    assert tablet.post("/staff/1001/activate") == 204
    assert other_tablet.sign_in("1001") == 200


def test_nobody_locks_themselves_out(tablet) -> None:
    tablet.sign_in("9001")
    assert tablet.post("/staff/9001/deactivate") == 409
    assert tablet.last.json["code"] == "own_account"
    assert tablet.post("/staff/9001", {"role": "guide"}) == 409
    assert tablet.last.json["code"] == "last_administrator"


def test_a_role_that_was_changed_counts_at_once_r11(tablet, other_tablet) -> None:
    tablet.sign_in("9001")
    other_tablet.sign_in("1002")
    assert other_tablet.get("/staff") == 403
    assert tablet.post("/staff/1002", {"role": "administrator", "name": "新管理员"}) == 200
    assert other_tablet.get("/staff") == 200


def test_everyone_can_choose_a_pin_that_no_administrator_knows_r108(tablet, other_tablet) -> None:
    tablet.sign_in("1001")
    other_tablet.sign_in("1001")
    assert tablet.post("/session/pin", {"pin": "2580", "new_pin": "12"}) == 422
    assert tablet.last.json["fields"][0]["field"] == "new_pin"
    assert tablet.post("/session/pin", {"pin": "0000", "new_pin": "3690"}) == 422
    assert tablet.last.json["fields"][0]["code"] == "wrong_pin"
    assert tablet.post("/session/pin", {"pin": "2580", "new_pin": "3690"}) == 204
    assert tablet.get("/session") == 200
    assert other_tablet.get("/session") == 401
    assert other_tablet.sign_in("1001", "3690") == 200


def test_guessing_ones_own_pin_is_limited_like_signing_in_r108(tablet) -> None:
    tablet.sign_in("1001")
    for _ in range(10):
        tablet.post("/session/pin", {"pin": "0000", "new_pin": "3690"})
    assert tablet.post("/session/pin", {"pin": "2580", "new_pin": "3690"}) == 429


def test_a_program_with_a_bearer_token_needs_neither_cookie_nor_csrf(web, staffed: Database) -> None:
    with staffed.write() as work:
        token = service.create_staff_token(work, "9001")
    program = {"Authorization": f"Bearer {token}"}
    client = web.test_client()
    assert client.post("/api/v1/staff", json=NEW, headers=program).status_code == 201
    answer = client.get("/api/v1/session", headers=program)
    assert answer.json is not None
    assert "csrf" not in answer.json
    assert client.delete("/api/v1/session", headers=program).status_code == 204
    assert client.get("/api/v1/session", headers=program).status_code == 401


def test_the_trail_is_read_in_pages_newest_first_r11(tablet) -> None:
    tablet.sign_in("1001", "0000")
    tablet.sign_in("9001")
    assert tablet.get("/audit?limit=1") == 200
    first = tablet.last.json
    assert first["entries"][0]["action"] == "session.opened"
    assert tablet.get(f"/audit?limit=1&before={first['next']}") == 200
    assert tablet.last.json["entries"][0]["action"] == "session.refused"
    assert tablet.get("/audit?action=session.refused&subject=staff:1001&actor=staff:?") == 200
    assert len(tablet.last.json["entries"]) == 1
    assert tablet.last.json["next"] is None


def test_the_first_administrator_is_called_so_in_every_language() -> None:
    assert all(text(name, "accounts-first-administrator") for name in languages())


def test_an_answer_that_stands_is_not_spoilt_by_a_database_that_is_busy_just_then(
    tablet, staffed: Database, clock, monkeypatch
) -> None:
    tablet.sign_in("1001")
    clock.advance(3600)

    def busy(*_: object) -> None:
        raise OperationalError("", {}, Exception("locked"))

    monkeypatch.setattr(service, "touch_session", busy)
    assert tablet.get("/session") == 200
