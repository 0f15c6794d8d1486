"""An installation with two tickets, as the operator's commands find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.commands import cli
from server.core.database import Database, make_engine
from server.migrate import migrate
from server.wiring import wire
from tests.conftest import SECRET, SHANGHAI
from tests.support.clock import ManualClock
from tests.support.house import House
from tests.support.postgres import new_database

Run = Callable[..., Result]


_names = (f"upkeep_{number}" for number in range(1_000_000))


@pytest.fixture
def make_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes a migrated database of a kind for one test alone: its file is moved and replaced here."""

    def make(kind: str) -> str:
        url = f"sqlite:///{tmp_path / 'houzhen.db'}"
        if kind == "postgresql":
            url = new_database(request.getfixturevalue("postgres"), next(_names))
        engine = make_engine(url)
        migrate(engine)
        engine.dispose()
        return url

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, make_database_url: Callable[[str], str]) -> str:
    """Such a database; once for each kind."""
    return make_database_url(request.param)


@pytest.fixture
def database(database_url: str, clock: ManualClock) -> Iterator[Database]:
    """The database as the house uses it."""
    opened = Database(database_url, clock)
    wire(opened, SHANGHAI)
    yield opened
    opened.close()


@pytest.fixture
def day(clinic: Database, clock: ManualClock) -> House:
    """A house in which one patient waits and one is called; once on each database."""
    house = House(clinic, clock)
    house.register()
    house.register()
    house.call("east-1")
    return house


@pytest.fixture
def run(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `houzhen` on that installation."""
    monkeypatch.setenv("HOUZHEN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOUZHEN_DATABASE_URL", database_url)
    monkeypatch.setenv("HOUZHEN_SECRET_KEY", SECRET)

    def command(*words: str | Path, answer: str | None = None) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], input=answer)

    return command


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """Where backups go by themselves."""
    return tmp_path / "data" / "backups"
