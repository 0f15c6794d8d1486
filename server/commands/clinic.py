"""`houzhen migrate` and `houzhen clinic apply`."""

from __future__ import annotations

from pathlib import Path

import click

from server.clinic.file import ClinicFileError
from server.clinic.service import apply_clinic
from server.commands.parts import cli, opened
from server.core.errors import Refusal
from server.core.language import DEFAULT_LANGUAGE, text


@cli.command()
def migrate() -> None:
    """Bring the database to the present shape of its tables."""
    with opened():
        click.echo("The database is up to date.")


@cli.group()
def clinic() -> None:
    """The clinic's own file: halls, departments, rooms, doctors, printers."""


@clinic.command("apply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def apply(file: Path) -> None:
    """Make the stored clinic equal to FILE. Today's tickets stay as they are."""
    try:
        with opened() as database, database.write() as work:
            change = apply_clinic(work, file.read_text(encoding="utf-8"), str(file))
    except ClinicFileError as problem:
        raise click.ClickException(str(problem)) from problem
    except Refusal as refusal:
        sentence = text(DEFAULT_LANGUAGE, f"error-{refusal.code.replace('_', '-')}", **refusal.args_for_text)
        raise click.ClickException(sentence) from refusal
    if not change.changed:
        click.echo("Nothing has changed.")
        return
    for verb, names in (("added", change.added), ("changed", change.updated), ("retired", change.retired)):
        if names:
            click.echo(f"{verb}: {', '.join(names)}")
