"""`houzhen print-agent`. Imports nothing of the server: a kiosk's computer starts it within a second."""

from __future__ import annotations

import ipaddress
import logging
import os
import signal
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from printers.agent.agent import Agent
from printers.agent.journal import Journal, JournalInUse
from printers.agent.link import Link, trust
from printers.trouble import PrinterTrouble

FONTS = Path(__file__).resolve().parents[2] / "node_modules" / "@expo-google-fonts"
log = logging.getLogger("print-agent")


@click.command("print-agent")
@click.option("--server", required=True, help="Address of the Houzhen server, such as https://houzhen.clinic.lan")
@click.option("--token-file", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="File with the kiosk's device token (houzhen device pair kiosk NAME).")  # fmt: skip
@click.option("--ca", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Certificate of the authority behind the server's, where it is the hospital's own.")  # fmt: skip
@click.option("--journal", type=click.Path(file_okay=False, path_type=Path),
              help="Folder in which slips in hand are written down; data/print-agent where not given.")  # fmt: skip
@click.option("--fonts", type=click.Path(exists=True, file_okay=False, path_type=Path), default=FONTS,
              help="Folder of the fonts for paper, where it is another than the project's.")  # fmt: skip
def print_agent(server: str, token_file: Path, ca: Path | None, journal: Path | None, fonts: Path) -> None:
    """Print for the server on a kiosk's own computer.

    Prints for the printers whose `attached_to` is this kiosk, until Ctrl-C.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    token = token_file.read_text(encoding="ascii", errors="replace").strip()
    if not token or not token.isascii():
        raise click.ClickException(f"{token_file} holds no token. Make one with: houzhen device pair kiosk NAME")
    try:
        context = trust(ca)
        Link(server, token, context)
    except ValueError as problem:
        raise click.ClickException(f"{server}: not an address such as https://houzhen.clinic.lan") from problem
    except OSError as problem:
        raise click.ClickException(f"{ca} holds no certificate: {problem}") from problem
    if _in_clear(server):
        log.warning("the line to %s is not encrypted: numbers and links of patients can be read on it", server)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_ignored: stop.set())
    kept = _open(journal or Path(os.environ.get("STATE_DIRECTORY") or "data/print-agent"))
    try:
        Agent(lambda: Link(server, token, context), kept, fonts).run(stop)
    except PrinterTrouble as problem:
        raise click.ClickException(f"No fonts for paper in {fonts}. Run ./start once, or name --fonts.") from problem
    finally:
        kept.close()


def _open(folder: Path) -> Journal:
    try:
        return Journal(folder)
    except JournalInUse as problem:
        raise click.ClickException(f"Another print agent runs on the folder {folder}.") from problem
    except OSError as problem:
        raise click.ClickException(f"{folder} cannot be written to: {problem.strerror}") from problem


def _in_clear(server: str) -> bool:
    address: Any = urlsplit(server)
    if address.scheme == "https" or address.hostname == "localhost":
        return False
    try:
        return not ipaddress.ip_address(address.hostname).is_loopback
    except ValueError:
        return True
