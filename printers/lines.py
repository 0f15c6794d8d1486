"""A line to a printer: a TCP connection or a device node, with the same four moves and no endless wait."""

from __future__ import annotations

import os
import selectors
import socket
import time
from contextlib import suppress
from typing import Protocol

_READ = 4096
_SEND_BUFFER = 8192
_GOODBYE = 0.05


class LineBroken(Exception):  # noqa: N818 - reads better where it is caught
    """The other end is gone. `sent` counts the bytes of this write that had been taken over."""

    def __init__(self, sent: int = 0) -> None:
        super().__init__("line broken")
        self.sent = sent


class LineStalled(Exception):  # noqa: N818 - as above
    """The other end takes no more bytes. `sent` counts those that it, or the network, had taken."""

    def __init__(self, sent: int = 0) -> None:
        super().__init__("line stalled")
        self.sent = sent


class Line(Protocol):
    """What a dialogue with a printer needs."""

    def write(self, data: bytes, stall: float) -> None:
        """Hand over all bytes. LineStalled: no progress for `stall` seconds; LineBroken: it is gone."""

    def read(self, seconds: float) -> bytes:
        """What arrives within `seconds`, empty when nothing does. LineBroken: the other end has closed."""

    def close(self) -> None:
        """Let go, without a word."""


class SocketLine:
    """A fresh TCP connection. Raises OSError from the constructor where there is none to be had."""

    def __init__(self, host: str, port: int, connect: float) -> None:
        self._socket = socket.create_connection((host, port), timeout=connect)
        # a small buffer, so that a printer that takes nothing is noticed instead of the kernel taking it all
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, stall: float) -> None:
        """See Line."""
        rest, sent = memoryview(data), 0
        while sent < len(data):
            try:
                self._socket.settimeout(stall)
                sent += self._socket.send(rest[sent:])
            except TimeoutError as error:
                raise LineStalled(sent) from error
            except OSError as error:
                raise LineBroken(sent) from error

    def read(self, seconds: float) -> bytes:
        """See Line."""
        try:
            self._socket.settimeout(max(seconds, 0.001))
            data = self._socket.recv(_READ)
        except TimeoutError:
            return b""
        except OSError as error:
            raise LineBroken from error
        if not data:
            raise LineBroken
        return data

    def close(self) -> None:
        """Say goodbye, take what is still on its way, then close.

        Closing with unread replies would reset the connection, and some printers then forget what they hold.
        """
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(_GOODBYE)
            self._socket.recv(_READ)
        with suppress(OSError):
            self._socket.close()


class DeviceLine:
    """A character device such as /dev/usb/lp0. Raises OSError where it cannot be opened."""

    def __init__(self, path: str) -> None:
        flags = os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            self._file = os.open(path, os.O_RDWR | flags)
            self._answers = True
        except OSError:  # a node that may only be written to
            self._file = os.open(path, os.O_WRONLY | flags)
            self._answers = False

    def write(self, data: bytes, stall: float) -> None:
        """See Line."""
        sent = 0
        while sent < len(data):
            if not self._wait(selectors.EVENT_WRITE, stall):
                raise LineStalled(sent)
            try:
                sent += os.write(self._file, data[sent : sent + _READ])
            except BlockingIOError:
                continue
            except OSError as error:
                raise LineBroken(sent) from error

    def read(self, seconds: float) -> bytes:
        """See Line. A device without an answer gives nothing, it never counts as closed."""
        if not self._answers or not self._wait(selectors.EVENT_READ, seconds):
            return b""
        try:
            data = os.read(self._file, _READ)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise LineBroken from error
        if not data:
            time.sleep(min(max(seconds, 0.0), 0.05))  # an end of file is always readable: do not spin on it
        return data

    def _wait(self, event: int, seconds: float) -> bool:
        with selectors.DefaultSelector() as selector:
            try:
                selector.register(self._file, event)
            except PermissionError:  # a device that is always ready and cannot be waited for
                return True
            return bool(selector.select(max(seconds, 0.001)))

    def close(self) -> None:
        """See Line."""
        with suppress(OSError):
            os.close(self._file)
