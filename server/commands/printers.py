"""`houzhen printers …`: look for printers, and try one out."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from printers import testpage
from printers.addresses import MOST_HOSTS, AddressProblem, hosts
from printers.config import KINDS, LANGUAGES, PrinterConfig
from printers.discovery import Found, find_network, find_queues, find_serial, find_usb
from printers.status import State
from printers.transports import transport_for
from printers.trouble import Code, PrinterTrouble
from printers.worker import deliver_ticket
from server.commands.parts import cli, operate
from server.core.language import text
from server.web.context import ROOT

FONTS = ROOT / "node_modules" / "@expo-google-fonts"


@cli.group()
def printers() -> None:
    """Ticket printers."""


@printers.command("find")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]…")
@click.option("--usb", is_flag=True, help="Look on USB.")
@click.option("--serial", is_flag=True, help="List serial ports.")
@click.option("--queues", is_flag=True, help="List this machine's print queues.")
def find(addresses: tuple[str, ...], usb: bool, serial: bool, queues: bool) -> None:
    """Look for printers, and say what to write into clinic.toml.

    ADDRESS is 10.0.0.7, printer-3:9101, 10.0.0.10-40 or 10.0.0.0/24. With neither addresses nor options: USB, serial
    ports and queues of this machine. Office printers on the network may take a question for a page, so give the
    addresses of ticket printers.
    """
    everything = not (addresses or usb or serial or queues)
    found = _on_network(addresses) if addresses else []
    local: tuple[tuple[bool, str, Callable[[], list[Found]]], ...] = (
        (usb, "USB", find_usb), (serial, "serial ports", find_serial), (queues, "print queues", find_queues),
    )  # fmt: skip
    for wanted, name, look in local:
        if wanted or everything:
            try:
                found += look()
            except PrinterTrouble as trouble:
                click.echo(f"{name}: {_sentence(trouble.code)}", err=True)
    if not found:
        click.echo("No printer was found.", err=True)
        sys.exit(1)
    click.echo(_table(found))
    click.echo("\nIn clinic.toml, each under [[printer]] with a code, a name and a hall of its own:\n")
    click.echo("\n".join(_entry(one) for one in found))


@printers.command("test")
@click.argument("code", required=False)
@click.option("--kind", type=click.Choice([kind for kind in KINDS if kind != "virtual"]))
@click.option("--address", default="", help="As in clinic.toml.")
@click.option("--width", type=click.Choice(["80", "58"]), default="80", show_default=True, help="Paper, in mm.")
@click.option("--dpi", type=click.Choice(["203", "180"]), default="203", show_default=True)
@click.option("--language", type=click.Choice(LANGUAGES), default="raster", show_default=True)
@click.option("--baud", type=int, default=9600, show_default=True, help="Speed of a serial line.")
@click.option("--no-cut", is_flag=True, help="It has no cutter.")
def test(
    code: str | None, kind: str | None, address: str, width: str, dpi: str, language: str, baud: int,
    no_cut: bool,
) -> None:  # fmt: skip
    """Print a test page on the printer CODE of the clinic's file, or on one that is named by --kind and --address."""
    if (code is None) == (kind is None):
        raise click.UsageError("Name a printer of the clinic's file, or --kind and --address.")
    if code is not None:
        config = PrinterConfig(**operate("printer.show", code=code))
    else:
        config = PrinterConfig(
            "test", kind, address, int(width), not no_cut, int(dpi), language, baud,  # type: ignore[arg-type]
        )  # fmt: skip
    if config.kind == "virtual":
        raise click.ClickException("A virtual printer is part of the running server: its paper is at /printers/roll.")
    try:
        before = transport_for(config).status()
    except PrinterTrouble as trouble:
        raise click.ClickException(_sentence(trouble.code)) from trouble
    click.echo(f"· It says: {_state(before.state)}", err=True)
    result = deliver_ticket(_test_page(config), config)
    if result.code is not None:
        raise click.ClickException(_sentence(result.code))
    click.echo("The page was printed." if result.state == "printed" else
               "The page was sent. This printer does not say whether it came out: please look.")  # fmt: skip


def _on_network(addresses: tuple[str, ...]) -> list[Found]:
    try:
        wanted = hosts(addresses)
    except AddressProblem as problem:
        if problem.too_many:
            raise click.ClickException(f"{problem.word}: more than {MOST_HOSTS} addresses at once") from problem
        raise click.ClickException(
            f"{problem.word}: neither an address nor a range such as 10.0.0.10-40 or 10.0.0.0/24"
        ) from problem
    with click.progressbar(length=len(wanted), label="addresses", file=sys.stderr) as bar:
        return find_network(wanted, lambda: bar.update(1))


def _test_page(config: PrinterConfig) -> bytes:
    try:
        return testpage.test_page(config, FONTS, text)
    except (OSError, ValueError) as error:
        raise click.ClickException(_sentence(Code.CANNOT_DRAW)) from error


def _table(found: list[Found]) -> str:
    rows = [("kind", "address", "printer", "state")]
    rows += [(one.kind, one.address, one.name or "-", _said(one)) for one in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join((*(row[column].ljust(widths[column]) for column in range(3)), row[3])) for row in rows)


def _entry(one: Found) -> str:
    escaped = one.address.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f"# {one.name}"] if one.name else []
    lines += [f'kind = "{one.kind}"', f'address = "{escaped}"']
    if one.kind == "serial":
        lines.append("baud = 9600  # as set at the printer")
    return "\n".join(lines) + "\n"


def _said(one: Found) -> str:
    if one.code is not None:
        return _sentence(one.code)
    return "not asked" if one.kind == "serial" else _state(one.state)


def _state(state: State) -> str:
    if state is State.READY:
        return "ready"
    return "does not say" if state is State.UNKNOWN else text("en", f"fault-{state.value.replace('_', '-')}")


def _sentence(code: Code) -> str:
    return text("en", f"fault-{code.value.replace('_', '-')}")
