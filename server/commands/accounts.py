"""`houzhen staff …` and `houzhen device …`."""

from __future__ import annotations

from pathlib import Path

import click

from server.accounts.models import ROLES
from server.accounts.service import hash_secret, require_secret
from server.commands.parts import cli, operate
from server.core.errors import Refusal
from server.operations import sentence


@cli.group()
def staff() -> None:
    """People who sign in."""


@staff.command("add")
@click.option("--number", required=True, help="Staff number, also used to sign in.")
@click.option("--name", required=True)
@click.option("--role", required=True, type=click.Choice(ROLES))
@click.option("--hall", "halls", multiple=True, help="A hall's code; none means every hall.")
@click.option("--pin-file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(number: str, name: str, role: str, halls: tuple[str, ...], pin_file: Path | None) -> None:
    """Add somebody. The PIN is read from --pin-file or asked for, never taken from the command line."""
    pin = (
        pin_file.read_text(encoding="utf-8").strip()
        if pin_file
        else click.prompt("PIN", hide_input=True, confirmation_prompt=True)
    )
    try:
        require_secret(pin, role)
    except Refusal as refusal:
        raise click.ClickException(sentence(refusal)) from refusal
    operate("staff.add", number=number, name=name, role=role, halls=list(halls), secret_hash=hash_secret(pin))
    click.echo(f"{name} ({number}) can sign in as {role}.", err=True)


@staff.command("token")
@click.argument("number")
def token(number: str) -> None:
    """Print a bearer token for programs that act as staff NUMBER."""
    click.echo(operate("staff.token", number=number)["token"])


@cli.group()
def device() -> None:
    """Kiosks and displays."""


@device.command("pair")
@click.argument("kind", type=click.Choice(["kiosk", "display"]))
@click.argument("name")
@click.option("--hall", help="For a device that stands in no clinic file.")
def pair(kind: str, name: str, hall: str | None) -> None:
    """Print a token for the device NAME."""
    click.echo(operate("device.token", kind=kind, name=name, hall=hall)["token"])
