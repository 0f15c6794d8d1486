"""One print job from slip to result, without knowing anything of the server that asked for it.

`prepare` costs CPU and no waiting, `deliver_ticket` waits and costs no CPU: a server with an event loop runs
the first in a native thread. `print_job` does both.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image

from printers.appointment_slip import AppointmentSlip, appointment_bytes
from printers.config import PrinterConfig
from printers.dialogue import Result
from printers.escpos_bytes import ticket_bytes
from printers.fonts import font_book
from printers.languages import slip_bytes
from printers.slip import Slip
from printers.status import PrinterStatus
from printers.template import DEFAULT, Template
from printers.transports import Transport, transport_for
from printers.trouble import Code, PrinterTrouble

TransportFactory = Callable[[PrinterConfig], Transport]


@dataclass(frozen=True, slots=True)
class JobResult:
    """How a print job ended.

    state: printed (confirmed), sent (to a printer that does not answer), trouble (`code` says which).
    `retry_safe` with trouble: no byte can have reached paper; otherwise a further print is a copy.
    """

    state: Literal["printed", "sent", "trouble"]
    code: Code | None
    retry_safe: bool
    status: PrinterStatus | None
    seconds: float


def warm_up(fonts: Path) -> None:
    """Load fonts and library, so that the first patient does not wait for them (about a second, once).

    PrinterTrouble(cannot_draw) where a font is missing or broken.
    """
    try:
        font_book(fonts)
        ticket_bytes(Image.new("1", (8, 1), 255), cut=False)
    except OSError as error:
        raise PrinterTrouble(Code.CANNOT_DRAW, retry_safe=True) from error


def prepare(
    slip: Slip | AppointmentSlip, config: PrinterConfig, fonts: Path, template: Template = DEFAULT
) -> bytes:
    """The bytes of a slip for one printer, in its language and by the clinic's template.

    PrinterTrouble(cannot_draw) where a font is missing or broken.
    """
    try:
        if isinstance(slip, AppointmentSlip):
            return appointment_bytes(slip, config, fonts)
        return slip_bytes(slip, config, fonts, template)
    except (OSError, ValueError) as error:
        raise PrinterTrouble(Code.CANNOT_DRAW, retry_safe=True) from error


def deliver_ticket(
    data: bytes, config: PrinterConfig, transport_factory: TransportFactory = transport_for
) -> JobResult:
    """Bring prepared bytes to a printer. Never raises for trouble with it: the result names it."""
    start = time.monotonic()
    try:
        outcome = transport_factory(config).send(data)
    except PrinterTrouble as trouble:
        return _trouble(trouble, time.monotonic() - start)
    state: Literal["printed", "sent"] = "printed" if outcome.result is Result.PRINTED else "sent"
    return JobResult(state, None, False, outcome.status, time.monotonic() - start)


def print_job(
    slip: Slip,
    config: PrinterConfig,
    transport_factory: TransportFactory = transport_for,
    *,
    fonts: Path,
    template: Template = DEFAULT,
) -> JobResult:
    """Draw a slip and print it. Never raises for trouble: the result names it."""
    try:
        data = prepare(slip, config, fonts, template)
    except PrinterTrouble as trouble:
        return _trouble(trouble, 0.0)
    return deliver_ticket(data, config, transport_factory)


def _trouble(trouble: PrinterTrouble, seconds: float) -> JobResult:
    return JobResult("trouble", trouble.code, trouble.retry_safe, trouble.status, seconds)
