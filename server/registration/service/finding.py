"""Find a returning patient without showing anyone else's data (R4, R5)."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import ColumnElement, Select, and_, or_, select

from server.accounts.service import record_audit
from server.core.database import Work
from server.core.errors import Refusal
from server.registration import hashes
from server.registration.fields import FindFields
from server.registration.models import Patient
from server.registration.rules.ages import age_on, read_birth_date
from server.registration.rules.identity import read_identity
from server.registration.rules.masks import mask_name, mask_phone
from server.registration.rules.names import clean_name
from server.registration.rules.persons import ESTIMATE_TOLERANCE
from server.registration.rules.phones import read_phone
from server.registration.rules.visits import is_stale
from server.registration.service.problems import Problems

#: How long a reference handed to a screen is good.
REF_LIFETIME = timedelta(minutes=10)
#: More people than this behind one phone are not listed; a birth date narrows them down.
MOST_CANDIDATES = 6


@dataclass(frozen=True)
class Candidate:
    """One person who may be meant, masked. `stale`: the details are to be asked anew (R12)."""

    ref: str
    name_masked: str
    sex: str
    age: int
    birth_month: str | None
    phone_masked: str | None
    last_confirmed: datetime
    stale: bool


@dataclass(frozen=True)
class Found:
    """Who may be meant; `needs` names the field that must be given first."""

    candidates: tuple[Candidate, ...]
    needs: str | None = None


def find_patients(work: Work, fields: FindFields, today: date, stale_days: int) -> Found:
    """Masked candidates for a phone, an identity number, or a name with a birth date.

    A name alone answers `needs: birth_date` whether or not anyone bears it. References are good for this
    device and 10 minutes. A search by staff is audited without what was searched. Raises Invalid.
    """
    wanted, birth_date = _wanted(fields, today)
    if fields.name is not None and birth_date is None:
        return Found((), "birth_date")
    newest = wanted.order_by(Patient.confirmed_at.desc(), Patient.id).limit(MOST_CANDIDATES + 1)
    rows = list(work.session.scalars(newest))
    if work.actor.kind == "staff":
        record_audit(work, "patients.searched", "patients", found=len(rows))
    if len(rows) > MOST_CANDIDATES:
        return Found((), "birth_date" if birth_date is None else "phone")
    return Found(tuple(describe_candidate(work, row, today, stale_days) for row in rows))


def ref_for(work: Work, patient: str) -> str:
    """A reference to a patient's file, good for whoever asks now and for 10 minutes."""
    signed: str = _signer().dumps([patient, _holder(work), int(work.now.timestamp())])
    return signed


def read_ref(work: Work, ref: str) -> str:
    """The patient's id behind a reference. Raises Refusal `patient_ref_expired` where it is forged, older
    than 10 minutes, or was handed to another device."""
    try:
        content: Any = _signer().loads(ref)
    except BadSignature:
        raise Refusal("patient_ref_expired") from None
    patient, holder, seconds = content
    age = work.now.timestamp() - seconds
    if age > REF_LIFETIME.total_seconds() or not hmac.compare_digest(holder, _holder(work)):
        raise Refusal("patient_ref_expired")
    return str(patient)


def _wanted(fields: FindFields, today: date) -> tuple[Select[Patient], date | None]:
    given = [name for name in ("phone", "id_number", "name") if (getattr(fields, name) or "").strip()]
    problems = Problems()
    if len(given) != 1:
        problems.add(given[1] if given else "phone", "find_by_one")
        problems.refuse()
    text = str(getattr(fields, given[0]))
    born = fields.birth_date
    birth_date: date | None = None
    if born and born.strip():
        birth_date = problems.run("birth_date", lambda: read_birth_date(born, today))
    hashed = problems.run(given[0], lambda: _hashed(given[0], text, today))
    problems.refuse()
    column = {"phone": Patient.phone_hash, "id_number": Patient.id_hash, "name": Patient.name_hash}[given[0]]
    wanted = select(Patient).where(column == hashed)
    if birth_date is not None:
        wanted = wanted.where(or_(Patient.birth_date == birth_date, and_(Patient.birth_estimated, near(birth_date))))
    return wanted, birth_date


def near(birth_date: date) -> ColumnElement[bool]:
    """Born within what a guess from an age may be off."""
    return Patient.birth_date.between(birth_date - ESTIMATE_TOLERANCE, birth_date + ESTIMATE_TOLERANCE)


def _hashed(field: str, text: str, today: date) -> str:
    if field == "phone":
        return hashes.phone_hash(read_phone(text))
    if field == "id_number":
        return hashes.id_hash(read_identity(text, today).number)
    return hashes.name_hash(clean_name(text))


def describe_candidate(work: Work, patient: Patient, today: date, stale_days: int) -> Candidate:
    """A patient, masked, with a reference for whoever asks."""
    return Candidate(
        ref=ref_for(work, patient.id),
        name_masked=mask_name(patient.name),
        sex=patient.sex,
        age=age_on(patient.birth_date, today),
        birth_month=None if patient.birth_estimated else f"{patient.birth_date:%Y-%m}",
        phone_masked=mask_phone(patient.phone) if patient.phone else None,
        last_confirmed=patient.confirmed_at,
        stale=is_stale(patient.confirmed_at, work.now, stale_days),
    )


def _holder(work: Work) -> str:
    """Who may use a reference, told without naming staff in what the screen holds."""
    return hashes.seal().token("ref-holder", work.actor.stamp)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(hashes.seal().token("signing", "patient-ref"), salt="patient-ref")
