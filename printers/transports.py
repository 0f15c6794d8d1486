"""Ways to a printer, one for each kind (R59).

How long one ticket can keep its worker is bounded: `longest(config)`. For 40 kB that is 107 s on the network, on USB
and at a device node, and 116 s on a serial line at 9600 baud, which needs 43 s when all is well; 17 s in a queue. Only
a line that crawls without ever standing still takes so long: a printer that is off, hangs or says its trouble is named
within 5 s.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from printers.config import PrinterConfig
from printers.dialogue import LARGEST_TICKET, Outcome, Patience, Result, ask, deliver
from printers.lines import DeviceLine, Line, SocketLine
from printers.queues import LONGEST, QueueTransport
from printers.serial_line import SerialLine, bytes_per_second, code_of_open
from printers.status import SILENT, PrinterStatus
from printers.trouble import Code, PrinterTrouble, raise_if_unable
from printers.usb_line import UsbLine
from printers.windows_queue import WindowsQueueTransport

DEFAULT_PORT = 9100
HELD_ON_THE_WAY = 12_288
"""Bytes that adapters and the printer's own buffer may hold of a ticket that has left this machine."""


class Transport(Protocol):
    """The same two moves for every kind of printer. Not thread-safe: one worker at a time for a printer."""

    def send(self, data: bytes) -> Outcome:
        """Print one ticket's bytes. PrinterTrouble where it did not, or not surely, come out."""

    def status(self) -> PrinterStatus:
        """Ask the printer how it is, within a few seconds. PrinterTrouble where it cannot be reached."""


class LineTransport:
    """A printer that is spoken to over a line of its own, opened for each ticket and closed after it."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()

    def _open(self) -> Line:
        raise NotImplementedError

    def send(self, data: bytes) -> Outcome:
        """See Transport."""
        line = self._open()
        try:
            return deliver(line, data, self._patience)
        finally:
            line.close()

    def status(self) -> PrinterStatus:
        """See Transport."""
        return ask(self._open(), self._patience)


class NetworkTransport(LineTransport):
    """A printer on TCP: a fresh connection and one write for each ticket.

    One that takes no more bytes is asked how it is on a second connection: it names its trouble there, or is well and
    only slow, or says nothing and is stuck.
    """

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        super().__init__(patience)
        self._address = address
        self._said = SILENT

    def send(self, data: bytes) -> Outcome:
        """See Transport."""
        self._said = SILENT
        try:
            return super().send(data)
        except PrinterTrouble as trouble:
            if trouble.code is Code.STUCK:
                raise_if_unable(self._said, retry_safe=trouble.retry_safe)
            raise

    def _open(self) -> Line:
        return self._connect(self._patience.connect, self._is_well)

    def _connect(self, seconds: float, well: Callable[[], bool]) -> Line:
        host, port = split_address(self._address)
        try:
            return SocketLine(host, port, seconds, well)
        except (OSError, UnicodeError) as error:
            raise PrinterTrouble(Code.UNREACHABLE, retry_safe=True) from error

    def _is_well(self) -> bool:
        try:
            self._said = ask(self._connect(self._patience.reply, lambda: False), self._patience)
        except PrinterTrouble:
            self._said = SILENT
        return self._said.can_print


class SerialTransport(LineTransport):
    """A printer on a serial port."""

    def __init__(self, path: str, baud: int, patience: Patience | None = None) -> None:
        super().__init__(patience or serial_patience(baud))
        self._path, self._baud = path, baud

    def _open(self) -> Line:
        return SerialLine(self._path, self._baud)


class UsbTransport(LineTransport):
    """A printer on USB. It waits in native code: see `waits_natively`."""

    def __init__(self, address: str, patience: Patience | None = None, backend: Any = None) -> None:
        super().__init__(patience)
        self._address, self._backend = address, backend

    def _open(self) -> Line:
        return UsbLine(self._address, self._backend)


class FileTransport(LineTransport):
    """A device node (/dev/usb/lp0), or a plain file that tickets are appended to."""

    def __init__(self, path: str, patience: Patience | None = None) -> None:
        super().__init__(patience)
        self._path = Path(path)

    def send(self, data: bytes) -> Outcome:
        """See Transport. A plain file never confirms."""
        return super().send(data) if self._is_device() else self._append(data)

    def status(self) -> PrinterStatus:
        """See Transport."""
        if self._is_device():
            return super().status()
        if not self._path.parent.is_dir():
            raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True)
        return SILENT

    def _is_device(self) -> bool:
        try:
            mode = self._path.stat().st_mode
        except OSError as error:
            if self._path.is_relative_to("/dev") and not self._path.is_relative_to("/dev/shm"):  # noqa: S108  (unplugged)
                raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True) from error
            return False
        return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)

    def _open(self) -> Line:
        try:
            return DeviceLine(str(self._path))
        except OSError as error:
            raise PrinterTrouble(code_of_open(error), retry_safe=True) from error

    def _append(self, data: bytes) -> Outcome:
        try:
            before = self._path.stat().st_size if self._path.exists() else 0
            file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise PrinterTrouble(code_of_open(error), retry_safe=True) from error
        try:
            with os.fdopen(file, "ab", buffering=0) as paper:
                _write_all(paper.fileno(), data)
        except OSError as error:
            with suppress(OSError):
                os.truncate(self._path, before)  # a full disk: half a ticket helps nobody
            raise PrinterTrouble(Code.STUCK, retry_safe=True) from error
        return Outcome(Result.SENT, SILENT)


def transport_for(config: PrinterConfig) -> Transport:
    """The transport of a printer. A virtual printer is reached like any other on the network."""
    match config.kind:
        case "file":
            return FileTransport(config.address)
        case "usb":
            return UsbTransport(config.address)
        case "serial":
            return SerialTransport(config.address, config.baud)
        case "queue":
            return queue_transport(config.address)
        case _:
            return NetworkTransport(config.address)


def queue_transport(name: str) -> Transport:
    """The way into a print queue of this machine, whatever system it runs."""
    return WindowsQueueTransport(name) if os.name == "nt" else QueueTransport(name)


def waits_natively(config: PrinterConfig) -> bool:
    """Whether this printer's library waits in native code, where green threads stand still: whoever runs an event loop
    sends to it, and asks it, in a native thread."""
    return config.kind == "usb"


def longest(config: PrinterConfig, size: int = LARGEST_TICKET) -> float:
    """The longest, in seconds, that a ticket of so many bytes can keep its worker, whatever the printer does."""
    if config.kind == "queue":
        return LONGEST
    patience = serial_patience(config.baud) if config.kind == "serial" else Patience()
    return patience.longest(size)


def serial_patience(baud: int) -> Patience:
    """A slow line is not a stuck one: half of its speed must be reached, and what is on the way may still come out."""
    speed = bytes_per_second(baud)
    usual = Patience()
    return Patience(connect=0.0, slowest=speed / 2, finish=usual.finish + HELD_ON_THE_WAY / speed)


def split_address(address: str) -> tuple[str, int]:
    """Host and port of `host`, `host:port`, `[::1]:port`. PrinterTrouble(bad_address)."""
    text = address.strip()
    host, separator, port = text.rpartition(":")
    if text.endswith("]") or not separator:
        host, port = text, str(DEFAULT_PORT)
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise PrinterTrouble(Code.BAD_ADDRESS, retry_safe=True)
    return host, int(port)


def _write_all(file: int, data: bytes) -> None:
    sent = 0
    while sent < len(data):
        sent += os.write(file, data[sent:])
