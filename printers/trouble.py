"""Why a ticket did not come out, in codes that staff texts can be found by."""

from __future__ import annotations

from enum import StrEnum

from printers.status import PrinterStatus, State


class Code(StrEnum):
    """The first five are what the printer said, the others what the way to it showed.

    no_driver: this machine lacks a library or a program for the way · in_use: another program holds the device ·
    queue_away: the machine's print service does not answer · queue_stopped: its queue is paused or takes nothing.
    """

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_FAULT = "cutter_fault"
    OVERHEATED = "overheated"
    OFFLINE = "offline"
    UNREACHABLE = "unreachable"
    CONNECTION_LOST = "connection_lost"
    STUCK = "stuck"
    NO_DEVICE = "no_device"
    NO_PERMISSION = "no_permission"
    IN_USE = "in_use"
    NO_DRIVER = "no_driver"
    QUEUE_AWAY = "queue_away"
    QUEUE_STOPPED = "queue_stopped"
    BAD_ADDRESS = "bad_address"
    CANNOT_DRAW = "cannot_draw"


class PrinterTrouble(Exception):  # noqa: N818 - the name that the server knows
    """A ticket was not printed, or not surely.

    `retry_safe` is True while no byte of the ticket can have reached paper: a second try makes no duplicate.
    False: it may be lying there, whole or in part, and a second print must say COPY.
    """

    def __init__(self, code: Code, *, retry_safe: bool, status: PrinterStatus | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.retry_safe = retry_safe
        self.status = status


_SAID = {
    State.PAPER_OUT: Code.PAPER_OUT,
    State.COVER_OPEN: Code.COVER_OPEN,
    State.CUTTER_FAULT: Code.CUTTER_FAULT,
    State.OVERHEATED: Code.OVERHEATED,
    State.OFFLINE: Code.OFFLINE,
}


def raise_if_unable(status: PrinterStatus, *, retry_safe: bool) -> None:
    """PrinterTrouble with the printer's own reason; nothing where it prints or is silent."""
    code = _SAID.get(status.state)
    if code is not None:
        raise PrinterTrouble(code, retry_safe=retry_safe, status=status)
