"""A print queue of Windows, by pywin32: raw bytes past the driver, and the flags that the spooler keeps."""

from __future__ import annotations

from typing import Any

from printers.dialogue import Outcome, Result
from printers.status import PrinterStatus, State
from printers.trouble import Code, PrinterTrouble, raise_if_unable

_INVALID_NAME = 1801
_ACCESS_DENIED = 5
PAUSED = 0x1
_FLAGS: tuple[tuple[int, State], ...] = (
    # PRINTER_STATUS_… of winspool.h, the most urgent first
    (0x0040_0000, State.COVER_OPEN),  # door open
    (0x0000_0010, State.PAPER_OUT),
    (0x0000_00CA, State.OFFLINE),  # error, jam, paper problem, offline
    (0x0000_1000, State.OFFLINE),  # not available
    (0x0010_0000, State.OFFLINE),  # user intervention
)


def state_of_flags(flags: int) -> State:
    """What the spooler says of a printer; without a flag nobody knows, as few drivers ask their printer."""
    return next((state for bits, state in _FLAGS if flags & bits), State.UNKNOWN)


class WindowsQueueTransport:
    """A queue of the Windows spooler. Its calls answer at once; the spooler prints when it can."""

    def __init__(self, name: str) -> None:
        self._name = name.strip()

    def send(self, data: bytes) -> Outcome:
        """See Transport. Sent at best, never printed."""
        status = self.status()
        raise_if_unable(status, retry_safe=True)
        spooler, error = _spooler()
        begun = False
        try:
            handle = spooler.OpenPrinter(self._name)
            try:
                spooler.StartDocPrinter(handle, 1, ("ticket", None, "RAW"))
                begun = True
                spooler.WritePrinter(handle, data)
                spooler.EndDocPrinter(handle)
            finally:
                spooler.ClosePrinter(handle)
        except error as problem:
            raise PrinterTrouble(_code(problem), retry_safe=not begun) from problem
        return Outcome(Result.SENT, status)

    def status(self) -> PrinterStatus:
        """See Transport."""
        spooler, error = _spooler()
        try:
            handle = spooler.OpenPrinter(self._name)
            try:
                flags = int(spooler.GetPrinter(handle, 2)["Status"])
            finally:
                spooler.ClosePrinter(handle)
        except error as problem:
            raise PrinterTrouble(_code(problem), retry_safe=True) from problem
        state = state_of_flags(flags)
        if state is State.UNKNOWN and flags & PAUSED:
            raise PrinterTrouble(Code.QUEUE_STOPPED, retry_safe=True)
        return PrinterStatus(state)


def _spooler() -> tuple[Any, type[Exception]]:
    try:
        import pywintypes  # noqa: PLC0415 - there on Windows only
        import win32print  # noqa: PLC0415
    except ImportError as error:
        raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
    return win32print, pywintypes.error


def _code(problem: Exception) -> Code:
    number = getattr(problem, "winerror", None)
    return {_INVALID_NAME: Code.BAD_ADDRESS, _ACCESS_DENIED: Code.NO_PERMISSION}.get(number or 0, Code.QUEUE_AWAY)
