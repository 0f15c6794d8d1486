"""What the commands share: settings, the database or the server that holds it, sentences instead of tracebacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import OperationalError

from server.application import make_clock
from server.core.database import Database, Sealed
from server.core.seal import Seal
from server.core.settings import SettingError, Settings, read_settings
from server.migrate import migrate
from server.operations import DataInUse, OperationError, ask_server, carry_out, only_writer
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


def migrate_here() -> None:
    """Bring the database to the present shape of its tables, as its one writer."""
    chosen = settings()
    try:
        with only_writer(chosen.data):
            database = Database(chosen.database_url, make_clock(chosen))
            open_database(database)
            database.close()
    except DataInUse as problem:
        raise click.ClickException("A server runs on this data folder; it has migrated it already.") from problem


def _do_here(chosen: Settings, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    Sealed.seal = Seal(chosen.secret_key)
    database = Database(chosen.database_url, make_clock(chosen))
    try:
        open_database(database)
        wire(database, chosen.timezone)
        return carry_out(database, operation, arguments)
    finally:
        database.close()


def open_database(database: Database) -> None:
    """Reach the database and bring it up to date, or say in a sentence why that cannot be."""
    try:
        migrate(database.engine)
    except OperationalError as problem:
        where = database.engine.url.render_as_string(hide_password=True)
        said = str(problem.orig).strip().splitlines()[0]
        raise click.ClickException(f"HOUZHEN_DATABASE_URL: {where} cannot be used: {said}") from problem


def read_clinic(file: Path) -> str:
    """The text of a clinic file, with or without the mark that Windows puts before UTF-8."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise click.ClickException(f"{file}, line {line}: save the file as UTF-8, not as GBK or ANSI") from problem


def step(sentence: str) -> None:
    """Say what is being done."""
    click.echo(f"· {sentence}", err=True)
