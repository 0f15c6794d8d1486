"""Visits: one a row, with their class; staff may correct it, with a reason (R2, R3, R15–R20, R106)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from server.accounts.models import AuditEntry
from server.accounts.service import list_audit
from server.core.clock import Clock
from server.core.database import Database
from server.core.errors import Invalid, NotFound
from server.registration.models import Patient, Visit
from server.registration.service import change_visit_class, last_visit, record_visit, set_no_fee
from tests.integration.registration.conftest import GUIDE, KIOSK, TODAY, Register
from tests.support.house import House

ZHOU = {"name": "周梦溪", "sex": "female", "birth_date": "1985-03-12", "phone": "13812345678"}


def visit_of(database: Database, patient: str, days: int = 0, **more: object) -> Visit:
    wanted = {"department": "dental", "language": "zh-CN", "consent": True} | more
    with database.write(KIOSK) as work:
        row = work.session.get_one(Patient, patient)
        return record_visit(work, row, wanted.pop("department"), service_day=TODAY + timedelta(days=days), **wanted)


def test_a_visit_keeps_who_when_and_what_was_said_r2_r10(register: Register, database: Database, clock: Clock) -> None:
    patient = register(**ZHOU)
    visit = visit_of(
        database, patient, complaint=" 牙痛\x1b两天 ", symptoms=["toothache"], details={"duration": "days"}
    )
    assert (visit.visit_class, visit.computed_class, visit.class_reason) == ("first", "first", "never_here")
    assert (visit.arrived_at, visit.consent_at, visit.entered_by) == (clock.now(), clock.now(), "kiosk:kiosk-1")
    with database.read() as work:
        assert work.session.get_one(Visit, visit.id).complaint == "牙痛两天"
        rows = work.session.execute(text("SELECT complaint FROM visit")).all()
        assert "牙痛" not in str(rows)


def test_the_class_follows_the_history_in_this_department_r15_r16(register: Register, database: Database) -> None:
    patient = register(**ZHOU)
    first = visit_of(database, patient)
    assert visit_of(database, patient, 30, same_problem=True).visit_class == "return"
    assert visit_of(database, patient, 31, same_problem=False).class_reason == "other_problem"
    other = visit_of(database, patient, 32, same_problem=True, department="ent")
    assert (other.visit_class, other.class_reason) == ("first", "never_here")
    with database.read() as work:
        found = last_visit(work, patient, "ent", before=other)
        assert found is None
        assert last_visit(work, patient, "dental").service_day >= first.service_day


def test_a_class_chosen_at_the_desk_goes_before_the_computed_one(register: Register, database: Database) -> None:
    visit = visit_of(database, register(**ZHOU), visit_class="check_up", hint="consultation")
    assert (visit.visit_class, visit.computed_class, visit.class_reason) == (
        "check_up", "consultation", "chosen",
    )  # fmt: skip


def test_braces_are_marked_for_a_general_check_first_r20(register: Register, database: Database) -> None:
    visit = visit_of(database, register(**ZHOU), hint="orthodontics")
    assert visit.visit_class == "orthodontics"
    assert visit.details == {"general_check_first": True}


def test_without_consent_or_with_a_far_too_long_complaint_nothing_is_stored_r106(
    register: Register, database: Database
) -> None:
    patient = register(**ZHOU)
    with pytest.raises(Invalid) as caught:
        visit_of(database, patient, consent=False, complaint="痛" * 501, visit_class="vip")
    assert {one.field: one.code for one in caught.value.problems} == {
        "consent": "consent_required", "visit_class": "not_a_choice", "complaint.text": "too_long",
    }  # fmt: skip
    with database.read() as work:
        assert work.session.scalars(select(Visit)).all() == []


def test_staff_change_the_class_with_a_reason_that_is_sealed_and_audited_r15(
    register: Register, database: Database
) -> None:
    visit = visit_of(database, register(**ZHOU))
    with database.write(GUIDE) as work:
        changed = change_visit_class(work, visit.id, "return", "上周在这里补过牙")
        assert (changed.visit_class, changed.computed_class) == ("return", "first")
    with database.read() as work:
        entry = work.session.scalars(select(AuditEntry)).one()
        assert entry.detail == {"before": "first", "after": "return"}
        assert "补过牙" not in str(work.session.execute(text("SELECT class_reason FROM visit")).all())


@pytest.mark.parametrize(
    ("visit_class", "reason", "expected"),
    [("return", " ", {"reason": "reason_required"}), ("vip", "x", {"visit_class": "not_a_choice"}),
     ("return", "x" * 201, {"reason": "too_long"})],
)  # fmt: skip
def test_a_change_of_class_without_reason_or_sense_is_refused(
    register: Register, database: Database, visit_class: str, reason: str, expected: dict[str, str]
) -> None:
    visit = visit_of(database, register(**ZHOU))
    with pytest.raises(Invalid) as caught, database.write(GUIDE) as work:
        change_visit_class(work, visit.id, visit_class, reason)
    assert {one.field: one.code for one in caught.value.problems} == expected


def test_an_unknown_visit_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound), database.write(GUIDE) as work:
        change_visit_class(work, "nothing", "first", "x")


def test_a_visit_ends_without_a_fee_for_a_reason_and_it_is_audited_r19(house: House) -> None:
    ticket = house.patient("dental")
    visit = house.ticket(ticket).visit
    house.do(set_no_fee, visit, "milk_tooth")
    assert house.rows(Visit, Visit.id == visit)[0].no_fee == "milk_tooth"
    with pytest.raises(Invalid):
        house.do(set_no_fee, visit, "because")
    house.do(set_no_fee, visit, None)
    assert house.rows(Visit, Visit.id == visit)[0].no_fee is None
    told = [entry["detail"] for entry in house.look(list_audit) if entry["action"] == "visit.no_fee"]
    assert told == [{"before": "milk_tooth", "after": None}, {"before": None, "after": "milk_tooth"}]
