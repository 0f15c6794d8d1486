"""What staff may read of a patient; every look is audited (R10, R106, R108)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import NotFound
from server.registration import hashes
from server.registration.models import Patient, Visit
from server.registration.rules import Unfit
from server.registration.rules.ages import age_on
from server.registration.rules.identity import read_identity
from server.registration.rules.names import clean_name
from server.registration.rules.phones import read_phone


@dataclass(frozen=True)
class Person:
    """Who holds a ticket. Never sent together with the complaint, never to a public screen (R107)."""

    patient: str
    name: str
    phone: str | None
    phone_declined: bool
    sex: str
    age: int
    birth_date: date
    birth_estimated: bool
    special: str | None


def person_of_ticket(work: Work, ticket: str, visit: str, today: date) -> Person:
    """Name and phone behind a ticket's visit. The look is audited, so it needs a unit of work that writes.

    Raises NotFound.
    """
    row = work.session.get(Visit, visit)
    patient = work.session.get(Patient, row.patient) if row is not None else None
    if patient is None:
        raise NotFound("patient")
    record_audit(work, "patient.seen", f"ticket:{ticket}", fields=["name", "phone"])
    return Person(
        patient=patient.id, name=patient.name, phone=patient.phone, phone_declined=patient.phone_declined,
        sex=patient.sex, age=age_on(patient.birth_date, today), birth_date=patient.birth_date,
        birth_estimated=patient.birth_estimated, special=patient.special,
    )  # fmt: skip


def find_visits(work: Work, text: str, service_day: date, limit: int = 50) -> list[str]:
    """The ids of a day's visits whose patient has exactly this phone, identity number or name (R5).

    Audited without the text; an unusable text finds nothing.
    """
    wanted = _matching(text, service_day)
    found = (
        list(
            work.session.scalars(
                select(Visit.id)
                .join(Patient, Patient.id == Visit.patient)
                .where(or_(*wanted), Visit.service_day == service_day)
                .order_by(Visit.arrived_at.desc())
                .limit(limit)
            )
        )
        if wanted
        else []
    )
    record_audit(work, "patients.searched", "visits", found=len(found))
    return found


def _matching(text: str, today: date) -> list[ColumnElement[bool]]:
    phone = _hash(lambda: hashes.phone_hash(read_phone(text)))
    number = _hash(lambda: hashes.id_hash(read_identity(text, today).number))
    name = _hash(lambda: hashes.name_hash(clean_name(text)))
    looked_up = ((Patient.phone_hash, phone), (Patient.id_hash, number), (Patient.name_hash, name))
    return [column == hashed for column, hashed in looked_up if hashed is not None]


def _hash(read: Callable[[], str]) -> str | None:
    try:
        return read()
    except Unfit:
        return None
