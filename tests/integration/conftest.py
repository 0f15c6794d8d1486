"""The house, open on a Monday morning, once on each database.

The starting clinic is applied once for each; every test gets it as it was then: a copied file on SQLite, the
same database swept clean on PostgreSQL, since making a database takes seconds there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.clinic.service import apply_clinic
from server.core.database import Base, Database
from server.migrate import migrate
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, House


@pytest.fixture(scope="session")
def sqlite_clinic(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, clinic_text: str) -> bytes:
    """An SQLite file in which the starting clinic stands."""
    file = tmp_path_factory.mktemp("clinic") / "houzhen.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{file}", ManualClock())
    wire(database, SHANGHAI)
    with database.write() as work:
        apply_clinic(work, clinic_text)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file.read_bytes()


@pytest.fixture(scope="session")
def postgres_clinic(postgres: str, clinic_text: str) -> Iterator[tuple[Database, str]]:
    """A PostgreSQL database with the starting clinic, and the statements that make it so again."""
    database = Database(postgres, ManualClock())
    migrate(database.engine)
    wire(database, SHANGHAI)
    with database.write() as work:
        apply_clinic(work, clinic_text)
    sweep = []
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA kept")
        for table in Base.metadata.sorted_tables:
            connection.exec_driver_sql(f'CREATE TABLE kept."{table.name}" AS TABLE "{table.name}"')
            sweep.insert(0, f'DELETE FROM "{table.name}"')  # noqa: S608
            if connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar():  # noqa: S608
                sweep.append(f'INSERT INTO "{table.name}" SELECT * FROM kept."{table.name}"')  # noqa: S608
    yield database, ";".join(sweep)
    database.close()


@pytest.fixture
def make_clinic(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[str, ManualClock], Database]]:
    """Gives the starting clinic on a kind of database, as it was when it was applied."""
    opened = []

    def make(kind: str, clock: ManualClock) -> Database:
        if kind == "sqlite":
            file = tmp_path / f"clinic-{len(opened)}.db"
            file.write_bytes(request.getfixturevalue("sqlite_clinic"))
            database = Database(f"sqlite:///{file}", clock)
            wire(database, SHANGHAI)
            opened.append(database)
            return database
        database, sweep = request.getfixturevalue("postgres_clinic")
        with database.engine.begin() as connection:
            connection.exec_driver_sql(sweep)
        database.clock = clock
        return database

    yield make
    for database in opened:
        database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest, make_clinic: Callable[[str, ManualClock], Database], clock: ManualClock
) -> House:
    """The starting clinic, with short ways to let patients arrive and staff act; once on each database."""
    return House(make_clinic(request.param, clock), clock)
