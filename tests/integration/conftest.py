"""The house, open on a Monday morning, once on each database.

The starting clinic is applied once for each; every test gets it as it was then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from server.clinic.service import apply_clinic
from server.core.database import Database
from server.migrate import migrate
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, House
from tests.support.kept import KeptDatabase
from tests.support.postgres import new_database


@pytest.fixture(scope="session")
def clinics(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, clinic_text: str
) -> Iterator[Callable[[str], KeptDatabase]]:
    """A kind of database with the starting clinic, made when it is first asked for."""
    made: dict[str, KeptDatabase] = {}

    def give(kind: str) -> KeptDatabase:
        if kind not in made:
            if kind == "sqlite":
                file = tmp_path_factory.mktemp("house") / "houzhen.db"
                file.write_bytes(request.getfixturevalue("clinic_database"))
                database = Database(f"sqlite:///{file}", ManualClock())
            else:
                database = Database(new_database(request.getfixturevalue("postgres"), "house"), ManualClock())
                migrate(database.engine)
                wire(database, SHANGHAI)
                with database.write() as work:
                    apply_clinic(work, clinic_text)
            made[kind] = KeptDatabase(database)
        return made[kind]

    yield give
    for kept in made.values():
        kept.close()


@pytest.fixture
def make_clinic(clinics: Callable[[str], KeptDatabase]) -> Callable[[str, ManualClock], Database]:
    """Gives the starting clinic on a kind of database, as it was when it was applied; a test has one at a time."""

    def make(kind: str, clock: ManualClock) -> Database:
        database = clinics(kind).fresh(clock)
        wire(database, SHANGHAI)
        return database

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest, make_clinic: Callable[[str, ManualClock], Database], clock: ManualClock
) -> House:
    """The starting clinic, with short ways to let patients arrive and staff act; once on each database."""
    return House(make_clinic(request.param, clock), clock)
