"""`houzhen migrate` and `houzhen clinic apply`."""

from __future__ import annotations

import base64
from pathlib import Path

import click

from server.commands.parts import cli, migrate_here, operate, pictures_beside, read_clinic


@cli.command()
@click.option("--without-backup", is_flag=True, help="Do not take one first.")
def migrate(without_backup: bool) -> None:
    """Bring the database to the present shape of its tables, after a backup."""
    migrate_here(with_backup=not without_backup)
    click.echo("The database is up to date.")


@cli.group()
def clinic() -> None:
    """The clinic's own file: halls, departments, rooms, doctors, printers."""


@clinic.command("apply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def apply(file: Path) -> None:
    """Make the stored clinic equal to FILE. Today's tickets stay as they are."""
    text = read_clinic(file)
    beside = {name: base64.b64encode(content).decode() for name, content in pictures_beside(file, text).items()}
    change = operate("clinic.apply", text=text, file=str(file), beside=beside)
    if not any(change[key] for key in ("added", "updated", "retired")):
        click.echo("Nothing has changed.")
        return
    for verb, key in (("added", "added"), ("changed", "updated"), ("retired", "retired")):
        if change[key]:
            click.echo(f"{verb}: {', '.join(change[key])}")
