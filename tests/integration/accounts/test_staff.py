"""Staff: adding, leaving, new PINs, the first administrator, the trail that they leave (R10, R11, R108)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from server.accounts import service
from server.accounts.models import Staff
from server.core.database import Actor, Database
from server.core.errors import Invalid, NotFound, Refusal

HASH = "no argon2 hash, and never checked"
ADMIN = Actor("staff", "9001", "administrator")


def codes(problem: Invalid) -> set[tuple[str, str]]:
    return {(found.field, found.code) for found in problem.problems}


def test_a_number_belongs_to_one_person(staffed: Database) -> None:
    with pytest.raises(Refusal, match="staff_exists"), staffed.write(ADMIN) as work:
        service.add_staff(work, number="1001", name="另一位", role="guide", secret_hash=HASH)


def test_every_field_at_fault_is_named(staffed: Database) -> None:
    with pytest.raises(Invalid) as refused, staffed.write(ADMIN) as work:
        service.add_staff(work, number="10 01", name=" ", role="chief", secret_hash=HASH)
    assert codes(refused.value) == {
        ("number", "staff_number_form"), ("name", "required"), ("role", "not_a_choice"),
    }  # fmt: skip


def test_someone_who_leaves_stays_on_record_and_is_out_at_once_r11(staffed: Database) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    with staffed.write(ADMIN) as work:
        program = service.create_staff_token(work, "1001")
    with staffed.write(ADMIN) as work:
        service.deactivate_staff(work, "1001")
        service.deactivate_staff(work, "1001")
    with staffed.read() as work:
        assert service.identify_staff(work, token) is None
        assert service.identify_staff(work, program) is None
        assert service.standing_staff(work, [token, program]) == set()
        assert work.session.get_one(Staff, "1001").active is False
    with pytest.raises(Refusal, match="wrong_pin"):
        service.sign_in(staffed, "1001", "2580", "10.0.0.7")


def test_someone_who_comes_back_signs_in_anew_and_old_sessions_stay_ended(staffed: Database) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    with staffed.write(ADMIN) as work:
        service.deactivate_staff(work, "1001")
        service.activate_staff(work, "1001")
        assert service.identify_staff(work, token) is None
    assert service.sign_in(staffed, "1001", "2580", "10.0.0.7").token


def test_the_last_administrator_can_neither_leave_nor_lose_the_role_r11(staffed: Database) -> None:
    with pytest.raises(Refusal, match="last_administrator"), staffed.write(ADMIN) as work:
        service.deactivate_staff(work, "9001")
    with pytest.raises(Refusal, match="last_administrator"), staffed.write(ADMIN) as work:
        service.update_staff(work, "9001", role="guide")
    with staffed.write(ADMIN) as work:
        service.update_staff(work, "3001", role="administrator")
        service.deactivate_staff(work, "9001")


def test_a_new_role_and_new_halls_count_from_the_next_request_r11(staffed: Database) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    with staffed.write(ADMIN) as work:
        service.update_staff(work, "1001", name="新名字", role="supervisor", halls=["west"])
    with staffed.read() as work:
        assert service.identify_staff(work, token) == Actor("staff", "1001", "supervisor", ("west",))
        assert service.staff_name(work, "1001") == "新名字"
    with pytest.raises(Invalid) as refused, staffed.write(ADMIN) as work:
        service.update_staff(work, "1001", halls=["moon"])
    assert codes(refused.value) == {("halls", "not_a_choice")}


def test_a_new_pin_ends_the_sessions_that_the_old_one_opened_r108(staffed: Database) -> None:
    token = service.sign_in(staffed, "1001", "2580", "10.0.0.7").token
    new = service.hash_secret("9753")
    with staffed.write(ADMIN) as work:
        service.set_pin(work, "1001", new)
    with staffed.read() as work:
        assert service.identify_staff(work, token) is None
    with pytest.raises(Refusal, match="wrong_pin"):
        service.sign_in(staffed, "1001", "2580", "10.0.0.7")
    assert service.sign_in(staffed, "1001", "9753", "10.0.0.7").staff["number"] == "1001"


def test_nobody_can_be_changed_who_does_not_exist(staffed: Database) -> None:
    with staffed.write(ADMIN) as work:
        for change in (
            lambda: service.set_pin(work, "4711", "x"),
            lambda: service.deactivate_staff(work, "4711"),
            lambda: service.activate_staff(work, "4711"),
            lambda: service.update_staff(work, "4711", name="无"),
            lambda: service.create_staff_token(work, "4711"),
        ):
            with pytest.raises(NotFound):
                change()


def test_the_first_start_makes_one_administrator_with_a_password_told_once(database: Database) -> None:
    password = service.ensure_first_administrator(database, None)
    assert password is not None
    assert len(password) >= 16
    assert service.sign_in(database, "admin", password, "127.0.0.1").staff["role"] == "administrator"
    assert service.ensure_first_administrator(database, None) is None
    with database.read() as work:
        assert password not in work.session.scalars(select(Staff.secret_hash)).one()


def test_a_password_from_the_settings_is_used_and_not_told_again(database: Database) -> None:
    assert service.ensure_first_administrator(database, "from settings") is None
    assert service.sign_in(database, "admin", "from settings", "127.0.0.1").token
    assert service.ensure_first_administrator(database, "another one") is None
    with pytest.raises(Refusal, match="wrong_pin"):
        service.sign_in(database, "admin", "another one", "127.0.0.1")


def test_a_password_that_is_too_short_is_named_by_its_setting(database: Database) -> None:
    with pytest.raises(Invalid) as refused:
        service.ensure_first_administrator(database, "short")
    assert codes(refused.value) == {("HOUZHEN_ADMIN_PASSWORD", "pin_too_short")}


def test_each_change_stands_in_the_trail_with_who_made_it_and_no_personal_value_r10_r11(
    staffed: Database,
) -> None:
    new = service.hash_secret("9753")
    with staffed.write(ADMIN) as work:
        service.update_staff(work, "1001", name="张三丰", halls=["west"])
        service.set_pin(work, "1001", new)
        service.deactivate_staff(work, "1001")
    with staffed.read() as work:
        entries = service.list_audit(work, subject="staff:1001", limit=3)
        by_action = service.list_audit(work, action="staff.changed", actor="staff:9001")
        older = service.list_audit(work, subject="staff:1001", before=entries[-1]["id"])
    assert [entry["action"] for entry in entries] == ["staff.deactivated", "staff.pin_set", "staff.changed"]
    assert {entry["actor"] for entry in entries} == {"staff:9001"}
    assert by_action[0]["detail"] == {"fields": ["name", "halls"]}
    assert "张三丰" not in str(entries)
    assert [entry["action"] for entry in older] == ["staff.added"]
    assert older[0]["actor"] == "system:houzhen"


def test_who_took_a_task_is_told_by_name(staffed: Database) -> None:
    with staffed.read() as work:
        assert service.describe_by(work, "staff:1001") == {"number": "1001", "name": "员工1001"}
        assert service.describe_by(work, "system:watch") == {"number": "system:watch", "name": "system:watch"}
        assert service.describe_by(work, None) is None
