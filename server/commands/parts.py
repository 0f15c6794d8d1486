"""What the commands share: settings, an opened database, sentences instead of tracebacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from server.application import make_clock
from server.core.database import Database, Sealed
from server.core.seal import Seal
from server.core.settings import SettingError, Settings, read_settings
from server.migrate import migrate
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


@contextmanager
def opened(chosen: Settings | None = None) -> Iterator[Database]:
    """The migrated, wired database of the settings, for one command."""
    chosen = chosen or settings()
    Sealed.seal = Seal(chosen.secret_key)
    database = Database(chosen.database_url, make_clock(chosen))
    try:
        migrate(database.engine)
        wire(database, chosen.timezone)
        yield database
    finally:
        database.close()


def step(sentence: str) -> None:
    """Say what is being done."""
    click.echo(f"· {sentence}", err=True)
