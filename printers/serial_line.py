"""A line to a printer on a serial port, set up by pyserial: 8 data bits, no parity, 1 stop bit, the printer's pauses.

A printer may hold this side up in two ways, and both are obeyed: by XOFF and XON, which are no byte of any of its
answers, and by the CTS wire where it is raised when the port is opened. A cable without that wire would never raise it,
so it is not waited for then.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from typing import Any

from printers.lines import DeviceLine, LineBroken
from printers.trouble import Code, PrinterTrouble

try:
    import termios

    _ERRORS: tuple[type[Exception], ...] = (OSError, termios.error)  # which pyserial lets through, and is no OSError
except ImportError:
    _ERRORS = (OSError,)
_UNFIT: tuple[type[Exception], ...] = (*_ERRORS, ValueError)
"""ValueError: a speed that this port cannot do."""

_BITS = 10
"""On the wire for each byte: a start bit, eight, a stop bit."""
_CODES = {
    errno.EACCES: Code.NO_PERMISSION, errno.EPERM: Code.NO_PERMISSION, errno.EBUSY: Code.IN_USE,
    errno.EAGAIN: Code.IN_USE, errno.EWOULDBLOCK: Code.IN_USE,
}  # fmt: skip


def bytes_per_second(baud: int) -> float:
    """What a line carries at its best."""
    return baud / _BITS


class SerialLine(DeviceLine):
    """An open serial port. The constructor raises PrinterTrouble: no_device, no_permission, in_use, no_driver.

    What an adapter or the printer's own buffer still holds cannot be seen from here.
    """

    def __init__(self, path: str, baud: int) -> None:
        try:
            import serial  # noqa: PLC0415 - an agent without a serial printer can do without
        except ImportError as error:
            raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
        try:
            self._port: Any = serial.Serial(path, baud, timeout=0, xonxoff=True, exclusive=True)
        except _UNFIT as error:
            raise PrinterTrouble(code_of_open(error), retry_safe=True) from error
        with suppress(*_ERRORS):  # a pseudo terminal and some adapters have no such wire
            self._port.rtscts = bool(self._port.cts)
        self._file = self._port.fileno()
        self._answers = True

    def _nothing(self, seconds: float) -> bytes:  # noqa: ARG002 - see DeviceLine
        """Readable and nothing to read: the adapter was pulled out."""
        raise LineBroken

    def close(self) -> None:
        """See Line. What the printer did not take is thrown away: closing would wait for it, for half a minute."""
        with suppress(*_ERRORS):
            self._port.reset_output_buffer()
        with suppress(*_ERRORS):
            self._port.close()


def code_of_open(error: Exception) -> Code:
    """Why a device cannot be opened."""
    return _CODES.get(getattr(error, "errno", None) or 0, Code.NO_DEVICE)
