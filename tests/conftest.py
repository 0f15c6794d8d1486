"""Fixtures that every test may use: a clock set by hand, both databases, the clinic, the web application."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from hypothesis import settings

from server.application import Application, build
from server.clinic.service import apply_clinic
from server.core.database import Database, Sealed
from server.core.seal import Seal
from server.core.settings import Settings
from server.migrate import migrate
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.kept import KeptDatabase
from tests.support.postgres import new_database, running_postgres

# A busy machine is slow, not wrong.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 2 * 1024**3

ROOT = Path(__file__).resolve().parents[1]
SECRET = "a secret that only the tests use, 48 characters long"  # noqa: S105
SHANGHAI = ZoneInfo("Asia/Shanghai")


def pytest_configure(config: pytest.Config) -> None:
    """Let databases and profiles of the browser lie in memory where there is room for them: half of what a test
    of a database takes is the disk. A TMPDIR that somebody set is left alone."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


@pytest.fixture
def clock() -> ManualClock:
    """08:30 on a Monday in Shanghai, until the test moves it."""
    return ManualClock()


@pytest.fixture(scope="session")
def the_seal() -> Seal:
    """The seal of the tests' secret."""
    return Seal(SECRET)


@pytest.fixture(autouse=True)
def seal(the_seal: Seal) -> Seal:
    """The seal of personal fields; a command that a test ran may have set another one."""
    Sealed.seal = the_seal
    return the_seal


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL that lives as long as the tests."""
    with running_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def empty_databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], KeptDatabase]]:
    """An empty, migrated database of a kind (`sqlite`, `postgresql`), made when it is first asked for."""
    made: dict[str, KeptDatabase] = {}

    def give(kind: str) -> KeptDatabase:
        if kind not in made:
            if kind == "sqlite":
                url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'houzhen.db'}"
            else:
                url = new_database(request.getfixturevalue("postgres"), "empty")
            database = Database(url, ManualClock())
            migrate(database.engine)
            made[kind] = KeptDatabase(database)
        return made[kind]

    yield give
    for kept in made.values():
        kept.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, empty_databases: Callable[[str], KeptDatabase], clock: ManualClock
) -> Database:
    """An empty, migrated, wired database on the manual clock; once for each kind."""
    opened = empty_databases(request.param).fresh(clock)
    wire(opened, SHANGHAI)
    return opened


@pytest.fixture(scope="session")
def clinic_text() -> str:
    """The clinic that the product starts with."""
    return (ROOT / "clinic.toml").read_text(encoding="utf-8")


@pytest.fixture
def clinic(database: Database, clinic_text: str) -> Database:
    """A database in which the starting clinic stands; once for each kind."""
    with database.write() as work:
        apply_clinic(work, clinic_text)
    return database


@pytest.fixture(scope="session")
def clinic_database(tmp_path_factory: pytest.TempPathFactory, clinic_text: str) -> bytes:
    """An SQLite file in which the starting clinic stands."""
    file = tmp_path_factory.mktemp("clinic") / "houzhen.db"
    database = Database(f"sqlite:///{file}", ManualClock())
    migrate(database.engine)
    wire(database, SHANGHAI)
    with database.write() as work:
        apply_clinic(work, clinic_text)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file.read_bytes()


@pytest.fixture
def application(clinic_database: bytes, tmp_path: Path, clock: ManualClock) -> Iterator[Application]:
    """The web application on SQLite with the starting clinic, its loops not running."""
    file = tmp_path / "houzhen.db"
    file.write_bytes(clinic_database)
    chosen = Settings(
        data=tmp_path, database_url=f"sqlite:///{file}", async_mode="threading",
        timezone=SHANGHAI, secret_key=SECRET, admin_password=None, clock_file=None, log_level="warning",
    )  # fmt: skip
    built = build(chosen, clock=clock)
    yield built
    built.stop()
    built.database.close()


@pytest.fixture
def client(application: Application) -> FlaskClient:
    """A browser without a session."""
    return application.app.test_client()

