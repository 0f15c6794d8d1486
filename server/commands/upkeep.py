"""`houzhen backup`, `backup-key`, `restore`, `verify`, `doctor`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from server.commands.parts import cli, migrate_here, settings, step
from server.operations import DataInUse, only_writer
from server.upkeep.archive import SEALED_SUFFIX, BackupError, Manifest, new_key
from server.upkeep.backup import back_up, prune, restore, verify_backup
from server.upkeep.doctor import examine
from server.upkeep.verify import Check, verify_database
from server.web.context import ROOT

Found = TypeVar("Found")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
identity_option = click.option(
    "--identity-file", type=FILE, help="Holds the key (AGE-SECRET-KEY-…) that opens sealed backups."
)


@cli.command("backup")
@click.option("--to", "folder", type=FOLDER, help="Folder for backups.  [default: backups in the data folder]")
@click.option("--keep", type=click.IntRange(1), help="Remove all but this many, oldest first.")
@click.option("--seal-for", help="Public key (age1…) of the one who may open it; the secret then goes in too.")
def backup(folder: Path | None, keep: int | None, seal_for: str | None) -> None:
    """Make a backup while the house runs, and prove that it can be read."""
    chosen = settings()
    target = (folder or chosen.data / "backups").resolve()
    made = _or_sentence(lambda: back_up(chosen, target, datetime.now(UTC), seal_for=seal_for))
    tickets = made.manifest.rows.get("ticket", 0)
    click.echo(f"{made.file}  ({made.size / 1e6:.1f} MB, {tickets} tickets)")
    if seal_for is None:
        click.echo(f"It holds no secret: keep {chosen.data / 'secret.key'} too, in another place.", err=True)
    for removed in prune(target, keep) if keep else []:
        step(f"removed {removed.name}")


@cli.command("backup-key")
@click.argument("file", type=click.Path(exists=False, dir_okay=False, path_type=Path))
def backup_key(file: Path) -> None:
    """Make a pair of keys: the one that opens backups goes into FILE, to be kept in a safe and off this machine;
    the public one, for `backup --seal-for`, is printed."""
    identity, public = new_key()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be made: {problem.strerror}") from problem
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(identity + "\n")
    click.echo(public)


@cli.command("restore")
@click.argument("file", type=FILE)
@identity_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def put_back(file: Path, identity_file: Path | None, yes: bool) -> None:
    """Put a backup in the place of what is there. The server must be stopped."""
    chosen = settings()
    identity = _identity(file, identity_file)
    try:
        with only_writer(chosen.data):
            if not yes:
                manifest, checks = _or_sentence(lambda: verify_backup(chosen, file, identity))
                _tell_manifest(manifest)
                _tell(checks)
                click.confirm("Put it in the place of what is there now?", abort=True)
            manifest, aside = _or_sentence(lambda: restore(chosen, file, datetime.now(UTC), identity))
    except DataInUse as problem:
        raise click.ClickException(
            f"A server runs on {chosen.data}: stop it first, so that nobody is given a number meanwhile"
        ) from problem
    migrate_here()
    click.echo(f"Restored the state of {manifest.made_at}.")
    if aside.exists():
        click.echo(f"What was there before is in {aside}; remove it when all is well.")
    click.echo("Numbers given after that instant are not in it: look at the paper, and enter them again.")


@cli.command("verify")
@click.argument("file", type=FILE, required=False)
@identity_option
def verify(file: Path | None, identity_file: Path | None) -> None:
    """Whether the database, or a backup FILE, is whole."""
    chosen = settings()
    if file is None:
        checks = verify_database(chosen.database_url, chosen.secret_key)
    else:
        manifest, checks = _or_sentence(lambda: verify_backup(chosen, file, _identity(file, identity_file)))
        _tell_manifest(manifest)
    _tell(checks)


@cli.command("doctor")
@click.option("--backups", type=FOLDER, help="Where backups are kept.  [default: backups in the data folder]")
def doctor(backups: Path | None) -> None:
    """What is wrong with this installation, and what to do."""
    chosen = settings()
    _tell(examine(chosen, ROOT, backups or chosen.data / "backups", datetime.now(UTC)))


def _tell(checks: Iterable[Check]) -> None:
    wrong = 0
    for check in checks:
        wrong += not check.good
        click.echo(f"{'✓' if check.good else '✗'} {check.name}{'' if check.good else ': ' + check.wrong}")
    if wrong:
        raise click.ClickException(f"{wrong} to be put right.")


def _tell_manifest(manifest: Manifest) -> None:
    tickets = manifest.rows.get("ticket", 0)
    click.echo(f"made {manifest.made_at} by version {manifest.version} on {manifest.kind}, {tickets} tickets")


def _identity(file: Path, identity_file: Path | None) -> str | None:
    if not file.name.endswith(SEALED_SUFFIX) or identity_file is None:
        return None
    return identity_file.read_text(encoding="ascii", errors="replace").strip()


def _or_sentence(do: Callable[[], Found]) -> Found:
    try:
        return do()
    except BackupError as problem:
        raise click.ClickException(str(problem)) from problem
