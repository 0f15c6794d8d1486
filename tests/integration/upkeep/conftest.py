"""An installation with two tickets, as the operator's commands find it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.commands import cli
from server.core.database import Database
from tests.conftest import SECRET
from tests.support.clock import ManualClock
from tests.support.house import House

Run = Callable[..., Result]


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
