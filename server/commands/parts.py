"""What the commands share: settings, the database or the server that holds it, sentences instead of tracebacks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import OperationalError

from server.application import make_clock
from server.clinic.file import picture_named
from server.core.database import Database, Sealed
from server.core.seal import Seal
from server.core.settings import SettingError, Settings, read_settings
from server.migrate import migrate
from server.operations import DataInUse, OperationError, ask_server, carry_out, only_writer
from server.upkeep.archive import BackupError
from server.upkeep.backup import back_up
from server.upkeep.doctor import damaged
from server.upkeep.verify import known_revisions, newest_revision, revision_of
from server.wiring import wire


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Houzhen (候诊): kiosk, queue and calls for hospitals and clinics."""


def settings() -> Settings:
    """The settings, or one sentence that says what is wrong with them."""
    try:
        return read_settings()
    except SettingError as problem:
        raise click.ClickException(str(problem)) from problem


#: What may begin a new installation; anything else on an empty folder is a folder mistaken for another.
BEGINS = ("clinic.apply",)


def operate(operation: str, **arguments: Any) -> dict[str, Any]:
    """Carry out an operation: by the running server where it holds the data folder, else right here."""
    chosen = settings()
    file = chosen.database_url.removeprefix("sqlite:///")
    if operation not in BEGINS and file != chosen.database_url and not Path(file).exists():
        raise click.ClickException(
            f"There is no Houzhen in {chosen.data} yet. Name its data folder in HOUZHEN_DATA, or start it once."
        )
    try:
        try:
            with only_writer(chosen.data):
                return _do_here(chosen, operation, arguments)
        except DataInUse:
            return ask_server(chosen, operation, arguments)
    except OperationError as refused:
        raise click.ClickException(str(refused)) from refused


def migrate_here(*, with_backup: bool = True) -> None:
    """Bring the database to the present shape of its tables, as its one writer."""
    chosen = settings()
    try:
        with only_writer(chosen.data):
            database = Database(chosen.database_url, make_clock(chosen))
            open_database(database, chosen, with_backup=with_backup)
            database.close()
    except DataInUse as problem:
        raise click.ClickException("A server runs on this data folder; it has migrated it already.") from problem


def _do_here(chosen: Settings, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    Sealed.seal = Seal(chosen.secret_key)
    database = Database(chosen.database_url, make_clock(chosen))
    try:
        open_database(database, chosen)
        wire(database, chosen.timezone)
        return carry_out(database, operation, arguments)
    finally:
        database.close()


def open_database(database: Database, chosen: Settings, *, with_backup: bool = True) -> None:
    """Reach the database, see that it is whole, and bring it up to date after a backup; or say in a sentence why that
    cannot be."""
    found = damaged(chosen.database_url)
    if found is not None:
        raise click.ClickException(
            f"The database is damaged ({found}). Nothing was changed. Restore a backup:  houzhen restore"
        )
    try:
        if with_backup:
            _back_up_before_upgrade(chosen)
        migrate(database.engine)
    except OperationalError as problem:
        where = database.engine.url.render_as_string(hide_password=True)
        said = str(problem.orig).strip().splitlines()[0]
        raise click.ClickException(f"HOUZHEN_DATABASE_URL: {where} cannot be used: {said}") from problem


def _back_up_before_upgrade(chosen: Settings) -> None:
    """A database of an earlier version is copied before its tables change; one of a later version is left alone."""
    revision = revision_of(chosen.database_url)
    if revision is None or revision == newest_revision():
        return
    if revision not in known_revisions():
        raise click.ClickException(f"The database is of a newer version ({revision}); install that one again.")
    try:
        made = back_up(chosen, chosen.data / "backups", datetime.now(UTC), label="before-upgrade")
    except BackupError as problem:
        raise click.ClickException(
            f"No backup could be taken before the upgrade: {problem}. Without one:  houzhen migrate --without-backup"
        ) from problem
    step(f"before the upgrade a backup was taken: {made.file}")


def read_clinic(file: Path) -> str:
    """The text of a clinic file, with or without the mark that Windows puts before UTF-8."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise click.ClickException(f"{file}, line {line}: save the file as UTF-8, not as GBK or ANSI") from problem


def pictures_beside(file: Path, text: str) -> dict[str, bytes]:
    """The logo that a clinic file names, by that name; without what cannot be read, which is said with its line."""
    name = picture_named(text)
    try:
        return {} if name is None else {name: (file.parent / name).read_bytes()}
    except (OSError, ValueError):
        return {}


def step(sentence: str) -> None:
    """Say what is being done."""
    click.echo(f"· {sentence}", err=True)
