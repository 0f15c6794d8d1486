"""Ways to a printer: over the network, or through a device node or file on this machine."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from printers.config import PrinterConfig
from printers.dialogue import Dialogue, Outcome, Patience, Result, deliver
from printers.lines import DeviceLine, Line, LineBroken, LineStalled, SocketLine
from printers.status import SILENT, PrinterStatus
from printers.trouble import Code, PrinterTrouble

DEFAULT_PORT = 9100


class Transport(Protocol):
    """The same two moves for every kind of printer. Not thread-safe: one worker at a time for a printer."""

    def send(self, data: bytes) -> Outcome:
        """Print one ticket's bytes. PrinterTrouble where it did not, or not surely, come out."""

    def status(self) -> PrinterStatus:
        """Ask the printer how it is. PrinterTrouble where it cannot be reached."""


class NetworkTransport:
    """A printer on TCP: a fresh connection and one write for each ticket."""

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        self._address = address
        self._patience = patience or Patience()

    def send(self, data: bytes) -> Outcome:
        """See Transport."""
        line = self._open()
        try:
            return deliver(line, data, self._patience)
        except PrinterTrouble as trouble:
            line.close()
            raise self._explained(trouble) from trouble
        finally:
            line.close()

    def status(self) -> PrinterStatus:
        """See Transport."""
        return _ask(self._open(), self._patience)

    def _open(self) -> Line:
        host, port = split_address(self._address)
        try:
            return SocketLine(host, port, self._patience.connect)
        except (OSError, UnicodeError) as error:
            raise PrinterTrouble(Code.UNREACHABLE, retry_safe=True) from error

    def _explained(self, trouble: PrinterTrouble) -> PrinterTrouble:
        """A printer that stopped taking bytes may say why on a second connection (no paper, cover open)."""
        if trouble.code is not Code.STUCK:
            return trouble
        try:
            status = self.status()
        except PrinterTrouble:
            return trouble
        if status.can_print or status.silent:
            return trouble
        return PrinterTrouble(Code(status.state.value), retry_safe=trouble.retry_safe, status=status)


class FileTransport:
    """A device node (/dev/usb/lp0), or a plain file that tickets are appended to."""

    def __init__(self, path: str, patience: Patience | None = None) -> None:
        self._path = Path(path)
        self._patience = patience or Patience()

    def send(self, data: bytes) -> Outcome:
        """See Transport. A plain file never confirms."""
        if not self._is_device():
            return self._append(data)
        line = self._open()
        try:
            return deliver(line, data, self._patience)
        finally:
            line.close()

    def status(self) -> PrinterStatus:
        """See Transport."""
        if self._is_device():
            return _ask(self._open(), self._patience)
        if not self._path.parent.is_dir():
            raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True)
        return SILENT

    def _is_device(self) -> bool:
        try:
            mode = self._path.stat().st_mode
        except OSError as error:
            if self._path.is_relative_to("/dev"):  # an unplugged printer, not a file to be made there
                raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True) from error
            return False
        return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)

    def _open(self) -> Line:
        try:
            return DeviceLine(str(self._path))
        except OSError as error:
            raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True) from error

    def _append(self, data: bytes) -> Outcome:
        try:
            before = self._path.stat().st_size if self._path.exists() else 0
            file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True) from error
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
    if config.kind == "file":
        return FileTransport(config.address)
    return NetworkTransport(config.address)


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


def _ask(line: Line, patience: Patience) -> PrinterStatus:
    try:
        return Dialogue(line, patience).status(patience.reply)
    except (LineBroken, LineStalled) as error:
        broken = isinstance(error, LineBroken)
        code = Code.CONNECTION_LOST if broken else Code.STUCK
        raise PrinterTrouble(code, retry_safe=True) from error
    finally:
        line.close()


def _write_all(file: int, data: bytes) -> None:
    sent = 0
    while sent < len(data):
        sent += os.write(file, data[sent:])
