"""`houzhen serve`: everything in one process, until it is told to stop."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from server import runtime
from server.accounts.rules import ADMINISTRATOR
from server.accounts.service import ensure_first_administrator, require_secret
from server.application import build
from server.clinic.models import Clinic, Hall
from server.clinic.service import apply_clinic
from server.commands.parts import cli, open_database, pictures_beside, read_clinic, settings, step
from server.core.database import Database
from server.core.errors import Invalid
from server.core.logs import configure_logs
from server.core.settings import Settings
from server.operations import EVERY_ADDRESS, DataInUse, offer_control, only_writer, sentence
from server.service_manager import tell
from server.web.context import ROOT

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--clinic", "clinic_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Apply this file where the database holds no clinic yet.")  # fmt: skip
@click.option("--try-out", is_flag=True, help="Let screens opened on this very machine pair without a code.")
@click.option("--demo", is_flag=True, help="Bring simulated patients.")
def serve(host: str, port: int, clinic_file: Path | None, try_out: bool, demo: bool) -> None:
    """Serve kiosk, displays, tablet and phone pages."""
    chosen = settings()
    configure_logs(chosen.log_level)
    _refuse_taken_port(host, port)
    _refuse_short_password(chosen.admin_password)
    try:
        with only_writer(chosen.data):
            _serve(chosen, host, port, clinic_file, try_out=try_out, demo=demo)
    except DataInUse as problem:
        raise click.ClickException(f"Another Houzhen runs on the data folder {chosen.data}.") from problem


def _serve(
    chosen: Settings, host: str, port: int, clinic_file: Path | None, *, try_out: bool, demo: bool
) -> None:
    application = build(chosen, local_pairing=try_out and host in LOOPBACK)
    open_database(application.database, chosen)
    _first_clinic(application.database, clinic_file or ROOT / "clinic.toml")
    password = ensure_first_administrator(application.database, chosen.admin_password)
    application.state.control_token = offer_control(chosen.data, host, port)
    application.duties.refresh()
    application.start()
    if demo:
        from server.commands.demo import start_demo  # noqa: PLC0415  (only where asked for)

        start_demo(application)
    _announce(application.database, f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}", password)  # noqa: S104

    runtime.spawn(lambda: _tell_when_answering(host, port), "houzhen-ready")

    def stop(_signal: int, _frame: Any) -> None:
        # All that was answered is committed, and a crash at any moment is lived through: so an end is an end.
        # Under gevent this runs inside the loop itself, where nothing may wait.
        tell("STOPPING=1")
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        runtime.serve(application.socketio, application.app, host, port)
    finally:
        application.stop()
        application.database.close()


def _tell_when_answering(host: str, port: int) -> None:
    """The service manager starts what needs this server when it really takes connections."""
    while True:
        with suppress(OSError), socket.create_connection((EVERY_ADDRESS.get(host, host), port), timeout=1):
            tell("READY=1")
            return
        time.sleep(0.05)


def _refuse_short_password(password: str | None) -> None:
    """Before anything is made: a first run would leave a house without an administrator."""
    if password is None:
        return
    try:
        require_secret(password, ADMINISTRATOR, "HOUZHEN_ADMIN_PASSWORD")
    except Invalid as problem:
        raise click.ClickException(sentence(problem)) from problem


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise click.ClickException(
                f"{host}:{port} cannot be used ({problem.strerror}). Choose another with --port."
            ) from problem


def _first_clinic(database: Database, file: Path) -> None:
    with database.write() as work:
        if work.session.get(Clinic, 1) is None:
            step(f"first run: applying {file.name}")
            text = read_clinic(file)
            apply_clinic(work, text, str(file), pictures_beside(file, text))


def _announce(database: Database, address: str, password: str | None) -> None:
    with database.read() as work:
        wanted = select(Hall.code, Hall.names).where(Hall.active.is_(True)).order_by(Hall.position)
        halls = list(work.session.execute(wanted))
    click.echo("")
    click.echo("Houzhen 候诊 is ready.")
    click.echo(f"  kiosk      {address}/kiosk")
    for code, names in halls:
        click.echo(f"  TV         {address}/display/{code}   {names.get('zh-CN', '')}")
    click.echo(f"  tablet     {address}/staff")
    click.echo(f"  paper roll {address}/printers/roll")
    if password is not None:
        click.echo("")
        click.echo(f"  sign in on the tablet as  admin  with the password  {password}")
        click.echo("  (shown this once: please keep it)")
    click.echo("")
    sys.stdout.flush()
