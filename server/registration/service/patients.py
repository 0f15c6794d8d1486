"""A patient's file: opened once, found again, corrected with every former value kept (R3, R8, R11)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound
from server.core.ids import new_id
from server.registration import hashes
from server.registration.fields import PatientFields
from server.registration.models import Patient, PatientChange
from server.registration.rules.names import name_key
from server.registration.rules.persons import Record, same_person
from server.registration.rules.texts import LONGEST_NOTE, clean_text
from server.registration.service.checking import Normalised, check_fields
from server.registration.service.finding import near, read_ref
from server.registration.service.problems import Problems


def register_patient(work: Work, normalised: Normalised) -> Patient:
    """The file of this person: the one that exists, or a new one.

    Found by identity number; else under the same name by phone, or by birth date and sex where phones do not
    contradict (see `same_person`). A family that shares a phone stays several people. What was missing is
    filled in. Raises Invalid where the identity number belongs to another name.
    """
    name = hashes.name_hash(normalised.name)
    locks = [f"patient:{name}"]
    if normalised.id_number:
        locks.append(f"patient:{hashes.id_hash(normalised.id_number)}")
    work.lock(*locks)
    known = _known(work, normalised, name)
    if known is None:
        patient = _open_file(work, normalised, name)
        work.session.flush()
        return patient
    _fill_in(work, known, normalised)
    known.confirmed_at = work.now
    work.session.flush()
    return known


def confirm_patient(work: Work, ref: str, changes: PatientFields | None, today: date) -> Patient:
    """A returning patient has confirmed the file behind `ref`, with these corrections (R8, R9, R12).

    An identity number may be added, never replaced. Each change is audited by its field's name and the former
    value is kept. Raises Refusal `patient_ref_expired` (or another device's), Invalid naming every field.
    """
    known = read_ref(work, ref)
    wanted = check_fields(changes, today, "patient.changes") if changes is not None else {}
    if changes is not None and changes.phone_declined:
        wanted["phone"] = None
    number = wanted.get("id_number")
    if number is not None:
        work.lock(f"patient:{hashes.id_hash(number)}")  # before the row, as in register_patient
    patient = work.session.get(Patient, known, with_for_update=True)
    if patient is None:
        raise NotFound("patient")
    if changes is not None and number is not None and number != patient.id_number:
        _refuse_number(work, patient, changes, wanted)
    if wanted.get("birth_estimated") and not patient.birth_estimated:
        del wanted["birth_date"], wanted["birth_estimated"]  # a guess never replaces a known date
    changed = [field for field, value in wanted.items() if _set(work, patient, field, value)]
    patient.confirmed_at = work.now
    record_audit(work, "patient.confirmed", f"patient:{patient.id}", fields=sorted(changed))
    work.session.flush()
    return patient


def note_special(work: Work, patient: str, note: str | None) -> Patient:
    """Keep what the doctor must know before the call (R7), sealed; None or blank takes it away.

    Raises NotFound, Invalid (`note`).
    """
    row = work.session.get(Patient, patient, with_for_update=True)
    if row is None:
        raise NotFound("patient")
    problems = Problems()
    said = problems.run("note", lambda: clean_text(note, LONGEST_NOTE))
    problems.refuse()
    if _set(work, row, "special", said):
        record_audit(work, "patient.special", f"patient:{row.id}", present=said is not None)
    work.session.flush()
    return row


def _known(work: Work, normalised: Normalised, name: str) -> Patient | None:
    if normalised.id_number is not None:
        by_number = work.session.scalar(select(Patient).where(Patient.id_hash == hashes.id_hash(normalised.id_number)))
        if by_number is not None:
            if name_key(by_number.name) != name_key(normalised.name):
                raise Invalid([FieldProblem("patient.id_number", "id_name_differs")])
            return by_number
    known = _same_among_namesakes(work, normalised, name)
    return work.session.get_one(Patient, known, with_for_update=True) if known is not None else None


def _same_among_namesakes(work: Work, normalised: Normalised, name: str) -> str | None:
    """The file under this name that is this person's, the one with the same phone first.

    Compared by hashes, so that a common name costs no decryption; born near enough is asked of the database.
    """
    namesakes = work.session.execute(
        select(
            Patient.id, Patient.sex, Patient.birth_date, Patient.birth_estimated, Patient.phone_hash, Patient.id_hash
        )
        .where(Patient.name_hash == name, near(normalised.birth_date))
        .order_by(Patient.confirmed_at.desc(), Patient.id)
    ).all()
    phone = hashes.phone_hash(normalised.phone) if normalised.phone else None
    number = hashes.id_hash(normalised.id_number) if normalised.id_number else None
    given = Record(normalised.sex, normalised.birth_date, normalised.birth_estimated, phone, number)
    same = [row for row in namesakes if same_person(Record(*row[1:]), given)]
    best = next((row for row in same if row.phone_hash == phone), same[0] if same else None)
    return best.id if best is not None else None


def _open_file(work: Work, normalised: Normalised, name: str) -> Patient:
    patient = Patient(
        id=new_id(), name=normalised.name, name_hash=name, phone=normalised.phone,
        phone_hash=hashes.phone_hash(normalised.phone) if normalised.phone else None,
        id_number=normalised.id_number,
        id_hash=hashes.id_hash(normalised.id_number) if normalised.id_number else None,
        sex=normalised.sex, birth_date=normalised.birth_date, birth_estimated=normalised.birth_estimated,
        phone_declined=normalised.phone_declined, confirmed_at=work.now, created_at=work.now,
        created_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(patient)
    return patient


def _fill_in(work: Work, patient: Patient, normalised: Normalised) -> None:
    """Add what the file lacks. The identity number vouches for the person, so a new phone replaces the old;
    without it nothing known is replaced."""
    wanted: dict[str, Any] = {}
    vouched = normalised.id_number is not None and normalised.id_number == patient.id_number
    if normalised.phone is not None and (patient.phone is None or vouched):
        wanted["phone"] = normalised.phone
    if normalised.id_number is not None and patient.id_number is None:
        wanted["id_number"] = normalised.id_number
    if patient.birth_estimated and not normalised.birth_estimated:
        wanted.update(birth_date=normalised.birth_date, birth_estimated=False)
    if patient.sex == "unknown" and normalised.sex != "unknown":
        wanted["sex"] = normalised.sex
    changed = [field for field, value in wanted.items() if _set(work, patient, field, value)]
    if changed:
        record_audit(work, "patient.completed", f"patient:{patient.id}", fields=sorted(changed))


def _refuse_number(work: Work, patient: Patient, changes: PatientFields, wanted: dict[str, Any]) -> None:
    """An identity number joins a file only where it is free and agrees with what the file knows, unless that is
    corrected in the same step."""
    problems = Problems("patient.changes")
    number = wanted["id_number"]
    holder = work.session.scalar(select(Patient.id).where(Patient.id_hash == hashes.id_hash(number)))
    if patient.id_number is not None:
        problems.add("id_number", "id_kept")
    elif holder is not None:
        problems.add("id_number", "id_name_differs")
    elif not changes.birth_date and not patient.birth_estimated and patient.birth_date != wanted["birth_date"]:
        problems.add("id_number", "id_birth_date_differs")
    elif not changes.sex and patient.sex not in (wanted["sex"], "unknown"):
        problems.add("id_number", "id_sex_differs")
    problems.refuse()


def _set(work: Work, patient: Patient, field: str, value: Any) -> bool:
    """Set a field and its hash, keeping what stood there; whether anything changed."""
    before = getattr(patient, field)
    if before == value:
        return False
    kept = None if before is None else str(before)
    work.session.add(PatientChange(patient=patient.id, field=field, before=kept, at=work.now, actor=work.actor.stamp))
    setattr(patient, field, value)
    if field == "name":
        patient.name_hash = hashes.name_hash(value)
    elif field == "phone":
        patient.phone_hash = hashes.phone_hash(value) if value else None
        patient.phone_declined = value is None
    elif field == "id_number":
        patient.id_hash = hashes.id_hash(value)
    return True
