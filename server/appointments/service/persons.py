"""Who an appointment is for: somebody with a file, or a name and a phone until they come (R65–R67)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from server.appointments.models import Appointment
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound
from server.registration import hashes
from server.registration.fields import PatientFields
from server.registration.models import Patient
from server.registration.rules.phones import read_phone
from server.registration.service import check_fields, check_patient, read_ref, register_patient
from server.registration.service.problems import Problems

#: With one of these a file can be opened; without any there is a name and a phone only.
_FOR_A_FILE = ("sex", "birth_date", "age", "id_number")


@dataclass(frozen=True)
class Person:
    """Somebody who books. `patient` is the id of a file; `name` and `phone` are kept where there is none."""

    patient: str | None
    name: str | None = None
    phone: str | None = None


def person_for(
    work: Work, ref: str | None, fields: PatientFields | None, today: date, path: str = "patient"
) -> Person:
    """Who is meant by a reference of the lookup, by a new patient's fields (a file is opened), or by name and phone.

    Raises Invalid naming every field, Refusal `patient_ref_expired`.
    """
    if ref is not None:
        return Person(read_ref(work, ref))
    given = fields or PatientFields()
    if any(getattr(given, name) for name in _FOR_A_FILE):
        return Person(register_patient(work, check_patient(given, today, path)).id)
    return named_person(given.name, given.phone, today, path)


def named_person(name: str | None, phone: str | None, today: date, path: str = "") -> Person:
    """Somebody without a file: a name, and a phone at which the reminder reaches them. Raises Invalid."""
    problems = Problems(path)
    found: dict[str, str] = {}
    try:
        found = check_fields(PatientFields(name=name, phone=phone), today, path)
    except Invalid as refused:
        _adopt(problems, refused.problems)
    for field, given in (("name", name), ("phone", phone)):
        if not (given or "").strip() and field not in problems.names():
            problems.add(field, "required")
    problems.refuse()
    return Person(None, found["name"], found["phone"])


def _adopt(problems: Problems, found: Iterable[FieldProblem]) -> None:
    for problem in found:
        problems.add(problem.field.rpartition(".")[2], problem.code, **problem.args)


def contact_of(work: Work, patient: str | None, name: str | None, phone: str | None) -> tuple[str, str | None]:
    """Name and phone of whoever an appointment or call-back is for, by the file where there is one. Raises NotFound."""
    if patient is None:
        return name or "", phone
    file = work.session.get(Patient, patient)
    if file is None:
        raise NotFound("patient")
    return file.name, file.phone


def phone_key(typed: str) -> str:
    """The lookup of a phone as it was typed. Raises Invalid (`phone`)."""
    problems = Problems()
    hashed = problems.run("phone", lambda: hashes.phone_hash(read_phone(typed)))
    problems.refuse()
    return str(hashed)


def has_phone(hashed: str) -> ColumnElement[bool]:
    """Appointments of whoever has this phone, by their file or as they said."""
    files = select(Patient.id).where(Patient.phone_hash == hashed)
    return or_(Appointment.phone_hash == hashed, Appointment.patient.in_(files))


def missed_by(work: Work, person: Person, since: datetime) -> list[datetime]:
    """The booked times since an instant at which this person did not come."""
    wanted = select(Appointment.starts_at).where(
        Appointment.state == "no_show", Appointment.starts_at > since, _same_person(work, person)
    )
    return list(work.session.scalars(wanted))


def count_booked(work: Work, phone: str) -> int:
    """How many future appointments are held under a phone (E.164)."""
    wanted = select(func.count()).where(
        Appointment.state == "booked", Appointment.starts_at > work.now, has_phone(hashes.phone_hash(phone))
    )
    return work.session.scalar(wanted) or 0


def _same_person(work: Work, person: Person) -> ColumnElement[bool]:
    """The same file, or the same name with the same phone where either has no file: a family shares a phone."""
    name, phone = contact_of(work, person.patient, person.name, person.phone)
    same = [Appointment.patient == person.patient] if person.patient is not None else []
    if phone is None:
        return or_(*same)
    by_name, by_phone = hashes.name_hash(name), hashes.phone_hash(phone)
    files = select(Patient.id).where(Patient.name_hash == by_name, Patient.phone_hash == by_phone)
    named = and_(Appointment.name_hash == by_name, Appointment.phone_hash == by_phone)
    return or_(*same, named, Appointment.patient.in_(files))
