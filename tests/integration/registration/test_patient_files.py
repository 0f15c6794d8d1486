"""One file a person: found again, never mixed, every change kept (R3, R8, R10, R11)."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select, text

from server.accounts.models import AuditEntry
from server.core.clock import Clock
from server.core.database import Database
from server.core.errors import Invalid, NotFound
from server.registration.fields import PatientFields
from server.registration.models import Patient, PatientChange
from server.registration.rules.identity import check_character
from server.registration.service import (
    check_patient,
    confirm_patient,
    note_special,
    register_patient,
)
from tests.integration.registration.conftest import GUIDE, KIOSK, TODAY, Find, Register

PHONE = "13812345678"
NUMBER = "11010519491231002X"
ZHOU = {"name": "周梦溪", "sex": "female", "birth_date": "1985-03-12", "phone": PHONE}


def sealed(first_seventeen: str) -> str:
    """An identity number with its check character."""
    return first_seventeen + check_character(first_seventeen)


def test_the_same_person_gets_the_same_file(register: Register, database: Database, clock: Clock) -> None:
    first = register(**ZHOU)
    clock.advance(86400)
    assert register(**ZHOU | {"name": " 周 梦溪"}) == first
    assert register(**ZHOU | {"phone": ""}) == first
    with database.read() as work:
        patient = work.session.get_one(Patient, first)
        assert patient.confirmed_at == clock.now()
        assert patient.created_at < clock.now()
        assert (patient.name, patient.phone, patient.created_by) == ("周梦溪", "+8613812345678", "kiosk:kiosk-1")


def test_a_family_on_one_phone_stays_several_people(register: Register) -> None:
    family = [
        register(**ZHOU),
        register(**ZHOU | {"name": "周小溪", "birth_date": "2019-05-01"}),
        register(**ZHOU | {"birth_date": "2012-03-12"}),
        register(**ZHOU | {"sex": "male"}),
    ]
    assert len(set(family)) == 4


def test_namesakes_with_one_birthday_and_two_phones_are_two_people(register: Register) -> None:
    assert register(**ZHOU) != register(**ZHOU | {"phone": "13912345678"})


def test_an_identity_number_finds_its_file_and_brings_the_new_phone(register: Register, database: Database) -> None:
    first = register(name="张秀", id_number=NUMBER, phone=PHONE)
    assert register(name="张秀", id_number=NUMBER.lower(), phone="13912345678") == first
    with database.read() as work:
        assert work.session.get_one(Patient, first).phone == "+8613912345678"
        kept = work.session.scalars(select(PatientChange)).one()
        assert (kept.field, kept.before, kept.actor) == ("phone", "+8613812345678", "kiosk:kiosk-1")


def test_an_identity_number_under_another_name_is_not_taken(register: Register) -> None:
    register(name="张秀", id_number=NUMBER)
    with pytest.raises(Invalid) as caught:
        register(name="李四", id_number=NUMBER)
    assert [(one.field, one.code) for one in caught.value.problems] == [("patient.id_number", "id_name_differs")]


def test_what_was_missing_is_filled_in_and_audited_by_field_only(register: Register, database: Database) -> None:
    first = register(name="张秀", sex="female", age=76, phone=PHONE)
    assert register(name="张秀", id_number=NUMBER, phone=PHONE) == first
    with database.read() as work:
        patient = work.session.get_one(Patient, first)
        assert (patient.birth_date.isoformat(), patient.birth_estimated) == ("1949-12-31", False)
        assert patient.id_number == NUMBER
        entry = work.session.scalars(select(AuditEntry).where(AuditEntry.action == "patient.completed")).one()
        assert entry.detail == {"fields": ["birth_date", "birth_estimated", "id_number"]}


def test_nothing_personal_stands_readable_in_the_database_r108(register: Register, database: Database) -> None:
    patient = register(name="𠮷野梦", id_number=NUMBER, phone=PHONE)
    with database.write(GUIDE) as work:
        note_special(work, patient, "青霉素过敏")
    with database.read() as work:
        rows = work.session.execute(text("SELECT * FROM patient")).all()
        rows += work.session.execute(text("SELECT * FROM audit_entry")).all()
        rows += work.session.execute(text("SELECT * FROM patient_change")).all()
        dump = " ".join(str(value) for row in rows for value in row)
        assert work.session.get_one(Patient, patient).name == "𠮷野梦"
    for secret in ("𠮷野梦", "13812345678", NUMBER, "青霉素"):
        assert secret not in dump


def test_a_returning_patient_corrects_the_file_and_the_former_values_stay_r8(
    register: Register, find: Find, database: Database, clock: Clock
) -> None:
    first = register(**ZHOU)
    clock.advance(60)
    ref = find(phone=PHONE).candidates[0].ref
    with database.write(KIOSK) as work:
        changes = PatientFields(phone="13912345678", name="周梦希", age="20")
        patient = confirm_patient(work, ref, changes, TODAY)
        assert patient.id == first
    with database.read() as work:
        patient = work.session.get_one(Patient, first)
        assert (patient.name, patient.phone) == ("周梦希", "+8613912345678")
        assert patient.birth_date.isoformat() == "1985-03-12"
        assert patient.confirmed_at == clock.now()
        before = {row.field: row.before for row in work.session.scalars(select(PatientChange))}
        assert before == {"name": "周梦溪", "phone": "+8613812345678"}
        entry = work.session.scalars(select(AuditEntry)).one()
        assert (entry.action, entry.subject) == ("patient.confirmed", f"patient:{first}")
        assert entry.detail == {"fields": ["name", "phone"]}
    assert not find(phone=PHONE).candidates
    assert find(name="周梦希", birth_date="1985-03-12").candidates


def test_confirming_without_changes_renews_the_date_r12(
    register: Register, find: Find, database: Database, clock: Clock
) -> None:
    register(**ZHOU)
    clock.advance(400 * 86400)
    candidate = find(phone=PHONE).candidates[0]
    assert candidate.stale
    with database.write(KIOSK) as work:
        confirm_patient(work, candidate.ref, None, TODAY)
    assert not find(phone=PHONE).candidates[0].stale


def test_a_phone_may_be_declined_later_r13(register: Register, find: Find, database: Database) -> None:
    first = register(**ZHOU)
    with database.write(KIOSK) as work:
        changes = PatientFields(phone_declined=True)
        confirm_patient(work, find(phone=PHONE).candidates[0].ref, changes, TODAY)
    with database.read() as work:
        patient = work.session.get_one(Patient, first)
        assert (patient.phone, patient.phone_hash, patient.phone_declined) == (None, None, True)


def test_an_identity_number_is_added_once_and_never_replaced(
    register: Register, find: Find, database: Database
) -> None:
    first = register(**ZHOU)
    register(name="张秀", id_number=NUMBER)
    ref = find(name="周梦溪", birth_date="1985-03-12").candidates[0].ref

    def code_of(number: str) -> str:
        with pytest.raises(Invalid) as caught, database.write(KIOSK) as work:
            confirm_patient(work, ref, PatientFields(id_number=number), TODAY)
        assert caught.value.problems[0].field == "patient.changes.id_number"
        return caught.value.problems[0].code

    own, other = ("11010519850312002", "11010519850312004")
    assert code_of(NUMBER) == "id_name_differs"
    assert code_of(sealed("11010519850313002")) == "id_birth_date_differs"
    assert code_of(sealed("11010519850312003")) == "id_sex_differs"
    with database.write(KIOSK) as work:
        confirm_patient(work, ref, PatientFields(id_number=sealed(own)), TODAY)
    with database.read() as work:
        assert work.session.get_one(Patient, first).id_number == sealed(own)
    assert code_of(sealed(other)) == "id_kept"


def test_a_special_condition_is_sealed_and_taken_away_again_r7(register: Register, database: Database) -> None:
    first = register(**ZHOU)
    with database.write(GUIDE) as work:
        assert note_special(work, first, " 青霉素\x1b过敏 ").special == "青霉素过敏"
    with database.write(GUIDE) as work:
        assert note_special(work, first, " ").special is None
    with pytest.raises(Invalid), database.write(GUIDE) as work:
        note_special(work, first, "痛" * 201)
    with pytest.raises(NotFound), database.write(GUIDE) as work:
        note_special(work, "nobody", "x")


def test_many_kiosks_at_once_open_one_file(database: Database) -> None:
    fields = check_patient(PatientFields(**ZHOU, id_number=""), TODAY)
    found: list[str] = []

    def run() -> None:
        with database.write(KIOSK) as work:
            found.append(register_patient(work, fields).id)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    with database.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Patient)) == 1
