"""What a job asks of a printer: a slip, or the printer's own test page; and a look at how it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from printers import testpage
from printers.appointment_slip import read_slip
from printers.config import PrinterConfig
from printers.transports import transport_for
from printers.trouble import Code, PrinterTrouble
from printers.wording import Say
from printers.worker import TransportFactory, prepare


def draw(
    content: Mapping[str, Any], config: PrinterConfig, fonts: Path, say: Say, *, copy: bool, test: bool
) -> bytes:
    """The bytes of a stored slip, or of the test page, whose sentences `say` gives. PrinterTrouble(cannot_draw) where
    the slip was stored by another version, or a font is missing. Costs CPU and no waiting."""
    if test:
        return _test_page(config, fonts, say)
    try:
        slip = read_slip({**content, "is_copy": copy})
    except ValueError as error:
        raise PrinterTrouble(Code.CANNOT_DRAW, retry_safe=True) from error
    return prepare(slip, config, fonts)


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
