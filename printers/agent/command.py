"""Running the print agent from a command line: what was given is checked, and refused in a sentence."""

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
from printers.wording import Say

FONTS = Path(__file__).resolve().parents[2] / "node_modules" / "@expo-google-fonts"
log = logging.getLogger("print-agent")


def run_agent(
    server: str, token_file: Path, ca: Path | None, journal: Path | None, fonts: Path | None, say: Say
) -> None:
    """Print until told to stop. ClickException where something that was given cannot be used."""
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
        Agent(lambda: Link(server, token, context), kept, fonts or FONTS, say).run(stop)
    except PrinterTrouble as problem:
        missing = f"No fonts for paper in {fonts or FONTS}. Run ./start once, or name --fonts."
        raise click.ClickException(missing) from problem
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
