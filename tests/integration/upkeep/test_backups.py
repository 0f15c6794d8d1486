"""Backups: made while the house runs, proven, sealed, and put back; the state before stays at hand."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select, text

from server.core.database import make_engine
from server.migrate import migration_config
from server.operations import only_writer
from server.queueing.models import Ticket
from server.registration.models import Patient
from tests.conftest import SECRET
from tests.integration.upkeep.conftest import Run
from tests.support.house import House


def _numbers(house: House) -> list[str]:
    house.database.engine.dispose()  # the file may be another one by now
    return list(house.look(lambda work: work.session.scalars(select(Ticket.number).order_by(Ticket.number))))


def _names(house: House) -> set[str | None]:
    return set(house.look(lambda work: work.session.scalars(select(Patient.name))))


def _made(backups: Path) -> Path:
    (made,) = backups.iterdir()
    return made


def test_a_backup_brings_back_tickets_numbers_and_sealed_names(day: House, run: Run, backups: Path) -> None:
    before, names = _numbers(day), _names(day)
    made = run("backup")
    assert made.exit_code == 0, made.output
    assert "2 tickets" in made.output
    day.register()
    assert len(_numbers(day)) == 3
    day.database.engine.dispose()
    done = run("restore", _made(backups), "--yes")
    assert done.exit_code == 0, done.output
    assert "Numbers given after that instant" in done.output
    assert (_numbers(day), _names(day)) == (before, names)
    assert day.register()[0]["number"] == "A003"
    assert run("verify").exit_code == 0


def test_restore_asks_first_and_changes_nothing_without_a_yes(day: House, run: Run, backups: Path) -> None:
    run("backup")
    day.register()
    day.database.engine.dispose()
    asked = run("restore", _made(backups), answer="n\n")
    assert asked.exit_code == 1
    assert "2 tickets" in asked.output
    assert len(_numbers(day)) == 3


def test_a_sealed_backup_opens_with_its_key_only_and_holds_the_secret(
    day: House, run: Run, backups: Path, tmp_path: Path
) -> None:
    public = run("backup-key", tmp_path / "key").stdout.strip()
    other = run("backup-key", tmp_path / "other").stdout.strip()
    assert public.startswith("age1")
    assert other != public
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert run("backup", "--seal-for", public).exit_code == 0
    sealed = _made(backups)
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
    assert "name the file of its key" in run("verify", sealed).output
    assert "cannot be opened with this key" in run("verify", sealed, "--identity-file", tmp_path / "other").output
    assert run("verify", sealed, "--identity-file", tmp_path / "key").exit_code == 0
    assert run("restore", sealed, "--identity-file", tmp_path / "key", "--yes").exit_code == 0
    assert (tmp_path / "data" / "secret.key").read_text() == SECRET


def test_a_plain_backup_holds_no_secret(day: House, run: Run, backups: Path) -> None:
    told = run("backup")
    assert "It holds no secret" in told.output
    with tarfile.open(_made(backups)) as archive:
        names = archive.getnames()
    assert "secret.key" not in names
    assert SECRET.encode() not in gzip.decompress(_made(backups).read_bytes())
    assert _made(backups).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["cut", "flipped", "not a backup"])
def test_a_damaged_backup_is_refused_and_nothing_changes(day: House, run: Run, backups: Path, damage: str) -> None:
    run("backup")
    file = _made(backups)
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[: len(whole) // 2], "not a backup": b"hello"}.get(damage) or _flipped(whole))
    before = _numbers(day)
    day.database.engine.dispose()
    refused = run("restore", file, "--yes")
    assert refused.exit_code == 1
    assert "damaged" in refused.output or "not a whole backup" in refused.output
    assert _numbers(day) == before


def _flipped(whole: bytes) -> bytes:
    """The same archive with one byte of the database turned, and a right checksum of gzip around it."""
    content = bytearray(gzip.decompress(whole))
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        database = next(member for member in archive if member.name.startswith("houzhen."))
    content[database.offset_data + database.size // 2] ^= 0xFF
    return gzip.compress(bytes(content))


def test_nothing_is_restored_under_a_running_server(day: House, run: Run, backups: Path, tmp_path: Path) -> None:
    run("backup")
    with only_writer(tmp_path / "data"):
        refused = run("restore", _made(backups), "--yes")
    assert refused.exit_code == 1
    assert "stop it first" in refused.output


def test_as_many_backups_stay_as_wanted_and_those_before_an_upgrade(day: House, run: Run, backups: Path) -> None:
    backups.mkdir(parents=True)
    for name in ("houzhen-20260101-000000", "houzhen-20260102-000000", "houzhen-20260103-000000-before-upgrade"):
        (backups / f"{name}.houzhen.tar.gz").write_bytes(b"")
    assert run("backup", "--keep", "2").exit_code == 0
    left = sorted(path.name[:16] for path in backups.iterdir())
    assert left[:2] == ["houzhen-20260102", "houzhen-20260103"]
    assert len(left) == 3


def test_an_upgrade_is_preceded_by_a_backup(
    run: Run, backups: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'earlier.db'}"
    monkeypatch.setenv("HOUZHEN_DATABASE_URL", url)
    engine, config = make_engine(url), migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
    engine.dispose()
    told = run("migrate")
    assert told.exit_code == 0, told.output
    assert "before the upgrade a backup was taken" in told.output
    assert "before-upgrade" in _made(backups).name
    assert run("verify").exit_code == 0
    assert run("migrate").exit_code == 0
    assert len(list(backups.iterdir())) == 1
    assert run("restore", _made(backups), "--yes").exit_code == 0  # and brought up to date once more


def test_a_database_of_a_newer_version_is_left_alone(day: House, run: Run, backups: Path) -> None:
    with day.database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    refused = run("migrate")
    assert refused.exit_code == 1
    assert "newer version" in refused.output
    assert not backups.exists()


def test_no_password_of_a_database_reaches_the_programs_words(
    day: House, run: Run, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    """A process list shows words, not surroundings."""
    if database_url.startswith("sqlite"):
        pytest.skip("an embedded database has no password")
    monkeypatch.setenv("HOUZHEN_DATABASE_URL", database_url.replace("houzhen@", "houzhen:hidden-word@"))
    seen: list[list[str]] = []

    def look(words: list[str], **more: object) -> object:
        seen.append([str(word) for word in words])
        assert dict(os.environ) != more["env"]
        return _run(words, **more)

    from server.upkeep import copies  # noqa: PLC0415

    _run = copies.subprocess.run
    monkeypatch.setattr(copies.subprocess, "run", look)
    assert run("backup").exit_code == 0
    assert seen
    assert "hidden-word" not in " ".join(seen[0])
