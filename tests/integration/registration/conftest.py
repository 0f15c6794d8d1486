"""Patients as they come: short ways to register someone and to look someone up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from server.core.database import Actor, Database
from server.registration.fields import FindFields, PatientFields
from server.registration.service import Found, check_patient, find_patients, register_patient

TODAY = date(2026, 11, 23)
KIOSK = Actor("kiosk", "kiosk-1")
GUIDE = Actor("staff", "1001", "guide")

Register = Callable[..., str]
Find = Callable[..., Found]


@pytest.fixture
def register(database: Database) -> Register:
    """Registers a patient from fields, at the kiosk, and gives the id of the file."""

    def run(**fields: object) -> str:
        with database.write(KIOSK) as work:
            return register_patient(work, check_patient(PatientFields(**fields), TODAY)).id

    return run


@pytest.fixture
def find(database: Database) -> Find:
    """Looks a patient up, at the kiosk."""

    def run(**fields: str) -> Found:
        with database.read(KIOSK) as work:
            return find_patients(work, FindFields(**fields), TODAY, stale_days=365)

    return run
