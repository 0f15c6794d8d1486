"""`houzhen printers preview`: what a ticket of a clinic file would look like on paper, without server or printer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from printers.config import LANGUAGES, PrinterConfig
from printers.preview import preview
from printers.sample import sample_slip
from printers.slip import Both, Slip
from printers.template import from_mapping
from printers.trouble import PrinterTrouble
from server.clinic.file import ClinicFile, ClinicFileError, read_clinic_file
from server.commands.parts import pictures_beside, read_clinic
from server.commands.printers import FONTS, printers
from server.core.language import languages, text


@printers.command("preview")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("ticket.png"),
              show_default=True, help="The PNG to write.")  # fmt: skip
@click.option("--width", type=click.Choice(["80", "58"]), default="80", show_default=True, help="Paper, in mm.")
@click.option("--dpi", type=click.Choice(["203", "180"]), default="203", show_default=True)
@click.option("--language", type=click.Choice(LANGUAGES), default="raster", show_default=True,
              help="What the printer understands.")  # fmt: skip
@click.option("--patient", type=click.Choice(languages()), default=languages()[0], show_default=True,
              help="The language that the patient reads.")  # fmt: skip
def show(file: Path, output: Path, width: str, dpi: str, language: str, patient: str) -> None:
    """Draw a ticket as the clinic file FILE lays it out, one pixel for a dot of paper.

    Drawn languages come out dot for dot. In gb18030, gbk and utf8 every printer has characters of its own; their size,
    width and breaks are those of paper.
    """
    said = read_clinic(file)
    beside = pictures_beside(file, said)
    try:
        clinic = read_clinic_file(said, str(file), beside)
    except ClinicFileError as problem:
        raise click.ClickException(str(problem)) from problem
    config = PrinterConfig("preview", "virtual", "", int(width), True, int(dpi), language)  # type: ignore[arg-type]
    try:
        png = preview(_sample(clinic, patient), config, from_mapping(clinic.ticket, beside), FONTS)
    except PrinterTrouble as trouble:
        raise click.ClickException(text("en", f"fault-{trouble.code.value.replace('_', '-')}")) from trouble
    try:
        output.write_bytes(png)
    except OSError as problem:
        raise click.ClickException(f"{output} cannot be written: {problem.strerror}") from problem
    click.echo(f"{output}: {width} mm, {dpi} dots to the inch, {language}")


def _sample(clinic: ClinicFile, patient: str) -> Slip:
    department = clinic.departments[0]
    return sample_slip(
        text, clinic=_both(clinic.clinic.name), logo=clinic.clinic.logo, department=_both(department.name),
        place=_both(department.place), prefix=department.prefix, base_url="https://houzhen.example",
        local=datetime.now().astimezone(), language=patient,
    )  # fmt: skip


def _both(texts: dict[str, str]) -> Both:
    return Both(texts["zh-CN"], texts["en"])
