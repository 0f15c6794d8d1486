"""What is wrong with a database or an installation is said in a sentence each (I2, I3, I5, I6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.integration.upkeep.conftest import Run
from tests.support.house import House


@pytest.fixture
def database_url(make_database_url: Callable[[str], str]) -> str:
    """The embedded database: what is asked is the same on both, and tests of backups verify the other one."""
    return make_database_url("sqlite")


def _change(house: House, statement: str) -> None:
    with house.database.engine.begin() as connection:
        connection.execute(text(statement))


def test_a_whole_database_passes(day: House, run: Run) -> None:
    told = run("verify")
    assert told.exit_code == 0, told.output
    assert "✗" not in told.output
    assert "✓ secret" in told.output


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE ticket_counter SET last = 1", "counters"),
        ("DELETE FROM ticket_counter", "counters"),
        ("UPDATE ticket SET room = 'east-2' WHERE state = 'called'", "rooms"),
        ("UPDATE ticket SET state = 'waiting'", "rooms"),
        ("UPDATE room_state SET ticket = NULL", "rooms"),
    ],
)
def test_what_must_always_be_true_is_looked_at(day: House, run: Run, statement: str, check: str) -> None:
    _change(day, statement)
    told = run("verify")
    assert told.exit_code == 1
    assert re.search(rf"✗ {check}: .+", told.output)


def test_another_secret_is_noticed(day: House, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUZHEN_SECRET_KEY", "quite another secret that is long enough to be one")
    assert "✗ secret: The secret does not open this database" in run("verify").output


def test_a_damaged_file_is_neither_served_nor_changed(day: House, run: Run, database_url: str) -> None:
    day.database.close()
    file = Path(database_url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[8192 : 8192 + 4096 * 12] = b"\xa5" * (4096 * 12)
    file.write_bytes(content)
    for words in (("serve", "--port", "1"), ("migrate",)):
        refused = run(*words)
        assert refused.exit_code == 1
    assert "The database is damaged" in refused.output
    assert "Restore a backup" in refused.output
    assert run("verify").exit_code == 1
    assert file.read_bytes() == bytes(content)


def test_the_doctor_names_what_is_missing(day: House, run: Run, tmp_path: Path) -> None:
    told = run("doctor")
    assert told.exit_code == 1
    assert "✗ server: No server answers" in told.output
    assert "✗ backup: There is no backup in" in told.output
    assert "✗ clock: The newest ticket is" not in told.output
    assert run("backup").exit_code == 0
    assert "✓ backup" in run("doctor").output


def test_the_doctor_sees_a_folder_and_a_secret_that_others_can_read(day: House, run: Run, tmp_path: Path) -> None:
    run("doctor")
    (tmp_path / "data").chmod(0o755)
    (tmp_path / "data" / "secret.key").write_text("x")
    (tmp_path / "data" / "secret.key").chmod(0o644)
    told = run("doctor").output
    assert "✗ folder: Others can look into" in told
    assert "✗ secret file: Others can read the secret" in told


def test_the_doctor_sees_a_clock_that_went_back(day: House, run: Run) -> None:
    _change(day, "UPDATE ticket SET issued_at = '2999-01-01 00:00:00'")
    assert "✗ clock: The newest ticket is" in run("doctor").output


def test_the_doctor_lives_through_a_database_that_does_not_answer(
    day: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOUZHEN_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    told = run("doctor")
    assert told.exit_code == 1
    assert "✗ database: The database cannot be read" in told.output
    assert "Traceback" not in told.output
