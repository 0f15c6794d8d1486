"""`houzhen print-agent`: the command of a kiosk's own computer. It imports none of the server's database or web
libraries, so that it starts within a second there."""

from __future__ import annotations

from pathlib import Path

import click

from printers.agent.command import run_agent
from server.core.language import text

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("print-agent", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--server", required=True, help="Address of the Houzhen server, such as https://houzhen.clinic.lan")
@click.option("--token-file", required=True, type=FILE,
              help="File with the kiosk's device token (houzhen device pair kiosk NAME).")  # fmt: skip
@click.option("--ca", type=FILE,
              help="Certificate of the authority behind the server's, where it is the hospital's own.")  # fmt: skip
@click.option("--journal", type=FOLDER,
              help="Folder in which slips in hand are written down; data/print-agent where not given.")  # fmt: skip
@click.option("--fonts", type=FOLDER, help="Folder of the fonts for paper, where it is another than the project's.")
def print_agent(server: str, token_file: Path, ca: Path | None, journal: Path | None, fonts: Path | None) -> None:
    """Print for the server on a kiosk's own computer.

    Prints for the printers whose `attached_to` is this kiosk, until Ctrl-C.
    """
    run_agent(server, token_file, ca, journal, fonts, text)
