"""A returning patient is found without showing anyone else's data (R4, R5)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from server.accounts.models import AuditEntry
from server.core.clock import Clock
from server.core.database import Actor, Database
from server.core.errors import Invalid, Refusal
from server.registration.fields import FindFields
from server.registration.models import Patient
from server.registration.service import find_patients, find_visits, person_of_ticket, read_ref, record_visit
from tests.integration.registration.conftest import GUIDE, KIOSK, TODAY, Find, Register

PHONE = "13812345678"
NUMBER = "11010519491231002X"
ZHOU = {"name": "周梦溪", "sex": "female", "birth_date": "1985-03-12", "phone": PHONE}


def test_a_phone_shows_its_family_masked(register: Register, find: Find) -> None:
    register(**ZHOU)
    register(name="周小", sex="male", age=7, phone=PHONE)
    found = find(phone="+86 138 1234 5678")
    shown = {(one.name_masked, one.sex, one.age, one.birth_month, one.phone_masked) for one in found.candidates}
    assert shown == {("周*溪", "female", 41, "1985-03", "138****5678"), ("周*", "male", 7, None, "138****5678")}
    assert found.needs is None
    assert "周梦溪" not in repr(found)
    assert PHONE not in repr(found)


def test_an_identity_number_finds_its_holder(register: Register, find: Find) -> None:
    register(name="张秀", id_number=NUMBER)
    assert [one.name_masked for one in find(id_number=NUMBER).candidates] == ["张*"]


def test_a_name_alone_tells_nothing_not_even_whether_it_is_known(register: Register, find: Find) -> None:
    register(**ZHOU)
    assert find(name="周梦溪") == find(name="从未来过")
    assert find(name="周梦溪").needs == "birth_date"
    assert find(name="周梦溪").candidates == ()
    assert len(find(name="周梦溪", birth_date="1985-03-12").candidates) == 1
    assert not find(name="周梦溪", birth_date="1985-03-13").candidates


def test_someone_who_only_gave_an_age_is_found_by_a_birth_date_near_it(register: Register, find: Find) -> None:
    register(name="李明", sex="male", age=40)
    assert len(find(name="李明", birth_date="1986-02-01").candidates) == 1
    assert not find(name="李明", birth_date="1980-02-01").candidates


def test_a_phone_with_many_people_asks_for_a_birth_date(register: Register, find: Find) -> None:
    for day in range(1, 9):
        register(**ZHOU | {"name": "周" + "一二三四五六七八"[day - 1], "birth_date": f"1985-03-{day:02}"})
    assert (find(phone=PHONE).candidates, find(phone=PHONE).needs) == ((), "birth_date")
    assert len(find(phone=PHONE, birth_date="1985-03-05").candidates) == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"phone": "find_by_one"}),
        ({"phone": PHONE, "name": "周"}, {"name": "find_by_one"}),
        ({"phone": "1381234567"}, {"phone": "phone_digits"}),
        ({"name": "<b>", "birth_date": "x"}, {"name": "name_characters", "birth_date": "birth_date_format"}),
    ],
)
def test_an_impossible_search_names_its_fields(find: Find, fields: dict, expected: dict) -> None:
    with pytest.raises(Invalid) as caught:
        find(**fields)
    assert {one.field: one.code for one in caught.value.problems} == expected


def test_a_reference_is_good_for_ten_minutes_on_its_own_device(
    register: Register, find: Find, database: Database, clock: Clock
) -> None:
    first = register(**ZHOU)
    ref = find(phone=PHONE).candidates[0].ref
    with database.read(KIOSK) as work:
        assert read_ref(work, ref) == first
    for actor, forged in ((Actor("kiosk", "kiosk-2"), ref), (KIOSK, ref[:-3] + "abc"), (KIOSK, first), (KIOSK, "")):
        with pytest.raises(Refusal, match="patient_ref_expired"), database.read(actor) as work:
            read_ref(work, forged)
    clock.advance(601)
    with pytest.raises(Refusal, match="patient_ref_expired"), database.read(KIOSK) as work:
        read_ref(work, ref)


def test_staff_searches_and_looks_are_audited_without_what_was_sought(register: Register, database: Database) -> None:
    first = register(**ZHOU)
    with database.write(KIOSK) as work:
        patient = work.session.get_one(Patient, first)
        visit = record_visit(
            work, patient, "internal", service_day=TODAY, language="zh-CN", consent=True, complaint="头痛"
        ).id
    with database.write(GUIDE) as work:
        assert len(find_patients(work, FindFields(phone=PHONE), TODAY, 365).candidates) == 1
        for sought in ("周梦溪", "138-1234-5678", " 周 梦溪 "):
            assert find_visits(work, sought, TODAY) == [visit]
        assert find_visits(work, "<script>", TODAY) == []
        assert find_visits(work, "13900000000", TODAY) == []
        person = person_of_ticket(work, "ticket-1", visit, TODAY)
        assert (person.name, person.phone, person.age) == ("周梦溪", "+8613812345678", 41)
        assert not hasattr(person, "complaint")
    with database.read() as work:
        entries = work.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
        assert [entry.action for entry in entries] == ["patients.searched"] * 6 + ["patient.seen"]
        assert all(entry.actor == "staff:1001" for entry in entries)
        assert entries[-1].subject == "ticket:ticket-1"
        assert "周" not in repr([entry.detail for entry in entries])
