"""Check what was typed about a patient: all fields at once, each problem by its dotted path (R1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from server.registration.fields import PatientFields
from server.registration.models import SEXES
from server.registration.rules.ages import (
    age_on,
    estimated_birth_date,
    may_bring_companion,
    read_age,
    read_birth_date,
)
from server.registration.rules.identity import Identity, read_identity
from server.registration.rules.names import clean_name
from server.registration.rules.phones import read_phone
from server.registration.service.problems import Problems

#: An age that was said may be one off from the identity number: some count by the year.
AGE_SLACK = 1

#: What is needed, and the fields that can tell it.
_SOURCES = {
    "name": {"name"}, "sex": {"sex", "id_number"}, "birth_date": {"birth_date", "age", "id_number"},
}  # fmt: skip


@dataclass(frozen=True)
class Normalised:
    """A patient's fields as they will be stored. `age` and `companion` (R43) hold on the day of the check."""

    name: str
    sex: str
    birth_date: date
    birth_estimated: bool
    phone: str | None
    id_number: str | None
    age: int
    companion: bool

    @property
    def phone_declined(self) -> bool:
        """No phone was given: the ticket is issued all the same, without call-back (R13)."""
        return self.phone is None


def check_patient(fields: PatientFields, today: date, path: str = "patient") -> Normalised:
    """A whole patient, ready to be stored. `today` is the clinic's own date.

    Name, sex and a birth date or age are needed, the last two also from an identity number; the phone may be
    declined (R13). Raises Invalid with every problem, such as `patient.phone`.
    """
    problems = Problems(path)
    found = _fields(fields, today, problems)
    for field, sources in _SOURCES.items():
        if field not in found and not problems.names() & sources:
            problems.add("age" if field == "birth_date" else field, "required")
    problems.refuse()
    age = age_on(found["birth_date"], today)
    return Normalised(
        name=found["name"], sex=found["sex"], birth_date=found["birth_date"],
        birth_estimated=found["birth_estimated"], phone=found.get("phone"), id_number=found.get("id_number"),
        age=age, companion=may_bring_companion(age),
    )  # fmt: skip


def check_fields(fields: PatientFields, today: date, path: str = "patient") -> dict[str, Any]:
    """Only the fields that were given, as they would be stored (`name`, `sex`, `birth_date`,
    `birth_estimated`, `phone`, `id_number`). Raises Invalid with every problem."""
    problems = Problems(path)
    found = _fields(fields, today, problems)
    problems.refuse()
    return found


def _fields(fields: PatientFields, today: date, problems: Problems) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if fields.name is not None:
        name = fields.name
        _keep(found, "name", problems.run("name", lambda: clean_name(name)))
    if fields.phone is not None and fields.phone.strip() and not fields.phone_declined:
        phone = fields.phone
        _keep(found, "phone", problems.run("phone", lambda: read_phone(phone)))
    if fields.sex:
        if fields.sex in SEXES:
            found["sex"] = fields.sex
        else:
            problems.add("sex", "not_a_choice")
    _birth(fields, today, problems, found)
    if fields.id_number is not None and fields.id_number.strip():
        number = fields.id_number
        identity = problems.run("id_number", lambda: read_identity(number, today))
        if identity is not None:
            _agree(identity, today, problems, found)
    return found


def _birth(fields: PatientFields, today: date, problems: Problems, found: dict[str, Any]) -> None:
    if fields.birth_date is not None and fields.birth_date.strip():
        written = fields.birth_date
        born = problems.run("birth_date", lambda: read_birth_date(written, today))
        if born is not None:
            found.update(birth_date=born, birth_estimated=False)
    elif fields.age is not None and fields.age.strip():
        said = fields.age
        age = problems.run("age", lambda: read_age(said))
        if age is not None:
            found.update(birth_date=estimated_birth_date(age, today), birth_estimated=True)


def _agree(identity: Identity, today: date, problems: Problems, found: dict[str, Any]) -> None:
    """What the identity number says fills gaps, and must not contradict what was typed."""
    if found.get("sex", "unknown") not in ("unknown", identity.sex):
        problems.add("sex", "id_sex_differs")
    if "birth_date" in found and found["birth_estimated"]:
        said, real = age_on(found["birth_date"], today), age_on(identity.birth_date, today)
        if abs(said - real) > AGE_SLACK:
            problems.add("age", "id_age_differs")
    elif found.get("birth_date", identity.birth_date) != identity.birth_date:
        problems.add("birth_date", "id_birth_date_differs")
    found.update(id_number=identity.number, birth_date=identity.birth_date, birth_estimated=False, sex=identity.sex)


def _keep(found: dict[str, Any], field: str, value: object) -> None:
    if value is not None:
        found[field] = value
