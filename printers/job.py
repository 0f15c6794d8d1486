"""What a job asks of a printer: a slip, or the printer's own test page; and a look at how it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from printers import testpage
from printers.appointment_slip import read_slip
from printers.config import PrinterConfig
from printers.template import DEFAULT, Template, TemplateError, from_mapping
from printers.transports import transport_for
from printers.trouble import Code, PrinterTrouble
from printers.wording import Say
from printers.worker import TransportFactory, prepare

#: The key under which a test print brings its own layout along.
LAYOUT = "layout"


def draw(
    content: Mapping[str, Any],
    config: PrinterConfig,
    fonts: Path,
    say: Say,
    *,
    copy: bool,
    test: bool,
    layout: Mapping[str, Any] | None = None,
) -> bytes:
    """The bytes of a stored slip in the clinic's `layout` (`Template.to_mapping`), or of the test page, whose sentences
    `say` gives; a test that holds a slip prints that one, in a layout that it may bring along. PrinterTrouble
    (cannot_draw) where the slip was stored by another version, or a font is missing. Costs CPU and no waiting."""
    if test and not content:
        return _test_page(config, fonts, say)
    try:
        slip = read_slip({**content, "is_copy": copy})
    except ValueError as error:
        raise PrinterTrouble(Code.CANNOT_DRAW, retry_safe=True) from error
    return prepare(slip, config, fonts, _template(content.get(LAYOUT, layout)))


def _template(layout: object) -> Template:
    """A layout that another version stored costs no ticket: it comes out in the standard one."""
    try:
        return DEFAULT if layout is None else from_mapping(layout)
    except TemplateError:
        return DEFAULT


def look(config: PrinterConfig, transport_factory: TransportFactory = transport_for) -> str:
    """How a printer is, in one word: a state of its own, or the code of why it cannot be asked. Never raises for
    trouble with it."""
    try:
        return transport_factory(config).status().state.value
    except PrinterTrouble as trouble:
        return trouble.code.value


def _test_page(config: PrinterConfig, fonts: Path, say: Say) -> bytes:
    try:
        return testpage.test_page(config, fonts, say)
    except (OSError, ValueError) as error:
        raise PrinterTrouble(Code.CANNOT_DRAW, retry_safe=True) from error
