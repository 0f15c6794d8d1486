"""`houzhen downtime-pack`: what is printed now, for the day when the system is down."""

from __future__ import annotations

from pathlib import Path

import click

from server.commands.parts import cli, operate, settings
from server.downtime.pack import draw_pack
from server.downtime.pack.content import DangerSign, pack_from
from server.triage.service import LAST_ALARM_LEVEL, flag_document, knowledge
from server.web.static_files import fonts_folder


@cli.command("downtime-pack")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The PDF; made anew where it is there.")
@click.option("--department", "departments", multiple=True, metavar="CODE", help="Repeatable; without it all.")
@click.option("--tickets", default=20, show_default=True, help="Paper tickets for each department.")
@click.option("--day", metavar="YYYY-MM-DD", help="Good on this day only, for an outage that is planned.")
def downtime_pack(out: Path | None, departments: tuple[str, ...], tickets: int, day: str | None) -> None:
    """Print a pack for an outage: numbered paper tickets, forms and rules as one PDF."""
    folder = (out or Path()).resolve().parent if out else Path.cwd()
    if not folder.is_dir():  # before numbers are spent
        raise click.ClickException(f"There is no folder {folder}.")
    stored = operate(
        "downtime.pack", departments=list(departments), tickets=tickets, day=day, timezone=settings().timezone.key
    )
    pack = pack_from(stored, danger_signs())
    file = out or folder / f"downtime-pack-{pack.code}.pdf"
    content = draw_pack(pack, fonts_folder())
    try:
        file.write_bytes(content)
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be written: {problem.strerror}") from problem
    count = sum(len(one.sequences) for one in pack.departments)
    click.echo(
        f"{file}: pack {pack.code}, {count} tickets, departments: {len(pack.departments)}, "
        f"{len(content) / 1024:.0f} kB. Print it on A4 and keep it at the desk."
    )


def danger_signs() -> tuple[DangerSign, ...]:
    """The red flags with which nobody queues, the most urgent first."""
    flags = sorted(knowledge().flags.values(), key=lambda flag: flag.urgency)
    documents = [flag_document(flag.code) for flag in flags if flag.urgency <= LAST_ALARM_LEVEL]
    return tuple(DangerSign(one["names"], one["words"]) for one in documents)
