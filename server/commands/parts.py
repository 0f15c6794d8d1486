"""What the commands share: settings, the database or the server that holds it, sentences instead of tracebacks."""

from __future__ import annotations

from typing import Any

import click

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


def operate(operation: str, **arguments: Any) -> dict[str, Any]:
    """Carry out an operation: by the running server where it holds the data folder, else right here."""
    chosen = settings()
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
            migrate(database.engine)
            database.close()
    except DataInUse as problem:
        raise click.ClickException("A server runs on this data folder; it has migrated it already.") from problem


def _do_here(chosen: Settings, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
    Sealed.seal = Seal(chosen.secret_key)
    database = Database(chosen.database_url, make_clock(chosen))
    try:
        migrate(database.engine)
        wire(database, chosen.timezone)
        return carry_out(database, operation, arguments)
    finally:
        database.close()


def step(sentence: str) -> None:
    """Say what is being done."""
    click.echo(f"· {sentence}", err=True)
