"""Fixtures that every test may use: a clock set by hand, both databases, the clinic, the web application."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import create_engine, text

from server.application import Application, build
from server.clinic.service import apply_clinic
from server.core.database import Database, Sealed
from server.core.seal import Seal
from server.core.settings import Settings
from server.migrate import migrate
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.postgres import running_postgres

# A busy machine is slow, not wrong.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
SECRET = "a secret that only the tests use, 48 characters long"  # noqa: S105
SHANGHAI = ZoneInfo("Asia/Shanghai")


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
def postgres_template(postgres: str) -> str:
    """A migrated database that each test's own is copied from: copying is quick."""
    _run(postgres, "CREATE DATABASE template_houzhen")
    database = Database(_named(postgres, "template_houzhen"), ManualClock())
    migrate(database.engine)
    database.close()
    return "template_houzhen"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file that each test's own is copied from."""
    file = tmp_path_factory.mktemp("template") / "houzhen.db"
    database = Database(f"sqlite:///{file}", ManualClock())
    migrate(database.engine)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


_numbers = iter(range(1_000_000))


@pytest.fixture
def make_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes a fresh, migrated database of a kind (`sqlite`, `postgresql`) and gives its URL."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            file = tmp_path / f"houzhen-{next(_numbers)}.db"
            file.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
            return f"sqlite:///{file}"
        server = request.getfixturevalue("postgres")
        template = request.getfixturevalue("postgres_template")
        name = f"test_{next(_numbers)}"
        _run(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        request.addfinalizer(lambda: _run(server, f"DROP DATABASE {name} WITH (FORCE)"))
        return _named(server, name)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, make_database_url: Callable[[str], str]) -> str:
    """A fresh database, once on SQLite and once on PostgreSQL."""
    kind: str = request.param
    return make_database_url(kind)


@pytest.fixture
def database(database_url: str, clock: ManualClock) -> Iterator[Database]:
    """An empty, migrated, wired database on the manual clock; once for each kind."""
    opened = Database(database_url, clock)
    wire(opened, SHANGHAI)
    yield opened
    opened.close()


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


@pytest.fixture
def application(
    make_database_url: Callable[[str], str], tmp_path: Path, clock: ManualClock, clinic_text: str
) -> Iterator[Application]:
    """The web application on SQLite with the starting clinic, its loops not running."""
    chosen = Settings(
        data=tmp_path, database_url=make_database_url("sqlite"), async_mode="threading",
        timezone=SHANGHAI, secret_key=SECRET, admin_password=None, clock_file=None, log_level="warning",
    )  # fmt: skip
    built = build(chosen, clock=clock)
    with built.database.write() as work:
        apply_clinic(work, clinic_text)
    yield built
    built.stop()
    built.database.close()


@pytest.fixture
def client(application: Application) -> FlaskClient:
    """A browser without a session."""
    return application.app.test_client()


def _named(server: str, database: str) -> str:
    return server.rpartition("/")[0] + "/" + database


def _run(server: str, statement: str) -> None:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
