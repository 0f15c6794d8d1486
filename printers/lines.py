"""A line to a printer: a TCP connection or a device node, with the same three moves and no endless wait."""

from __future__ import annotations

import array
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

_READ = 4096
_SEND_BUFFER = 8192
_GOODBYE = 0.05
_LOOK = 0.25
_STALLS = 6
"""How often in succession a printer that stands still may say that it is well: behind its network port may be a slow
serial line, and a buffer that tells of no progress until half of it is empty."""

Address = tuple[socket.AddressFamily, tuple[Any, ...]]


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

    def write(self, data: bytes, stall: float, longest: float) -> None:
        """Hand over all bytes, and see them leave this machine where that can be seen. LineStalled: no progress for
        `stall` seconds, or not done after `longest`; LineBroken: the other end is gone."""

    def read(self, seconds: float) -> bytes:
        """What arrives within `seconds`, empty when nothing does. LineBroken: the other end has closed."""

    def close(self) -> None:
        """Let go, without a word."""


def hand_over(
    data: bytes,
    stall: float,
    longest: float,
    some: Callable[[memoryview, float], int],
    pending: Callable[[], int] = lambda: 0,
    well: Callable[[], bool] = lambda: False,
) -> None:
    """The one way of writing, for every line: `some(rest, seconds)` hands over what it can within a time and tells how
    much; `pending` tells how many bytes have been taken over by this machine only; `well` is asked when nothing has
    moved for a while, and answers whether it may be waited for a while longer. See Line for what is raised."""
    rest, sent, waiting, stalls = memoryview(data), 0, 0, 0
    moved = began = time.monotonic()
    while sent < len(data) or waiting:
        left = min(moved + stall, began + longest) - time.monotonic()
        if left <= 0:
            stalls += 1
            if stalls >= _STALLS or time.monotonic() >= began + longest or not well():
                raise LineStalled(sent)
            moved = time.monotonic()
            continue
        try:
            taken = some(rest[sent:], min(left, _LOOK)) if sent < len(data) else 0
            sent += taken
            still = pending()
        except OSError as error:
            raise LineBroken(sent) from error
        if taken or still < waiting:
            moved, stalls = time.monotonic(), 0
        elif sent == len(data) and still:
            time.sleep(0.01)
        waiting = still


def unsent(file: int) -> int:
    """Bytes that the kernel holds for a socket or a serial line and that have not gone out; 0 where it does not say."""
    try:
        import fcntl  # noqa: PLC0415 - Unix only
        import termios  # noqa: PLC0415
    except ImportError:
        return 0
    count = array.array("i", [0])
    try:
        fcntl.ioctl(file, termios.TIOCOUTQ, count)
    except OSError:
        return 0
    return count[0]


def resolve(host: str, port: int, seconds: float) -> list[Address]:
    """The addresses of a host. OSError where there are none, or where no name server answers in time."""
    found: list[Address] = []
    problem: list[Exception] = []

    def look() -> None:
        try:
            for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append((family, where))
        except (OSError, UnicodeError) as error:
            problem.append(error)

    # by itself it may take half a minute, and cannot be told not to
    looking = threading.Thread(target=look, daemon=True, name="resolve")
    looking.start()
    looking.join(seconds)
    if not found:
        raise OSError("no address") from (problem[0] if problem else None)
    return list(found)


class SocketLine:
    """A fresh TCP connection. Raises OSError from the constructor where there is none within `connect` seconds. `well`:
    see hand_over."""

    def __init__(self, host: str, port: int, connect: float, well: Callable[[], bool] = lambda: False) -> None:
        self._well = well
        end = time.monotonic() + connect
        self._socket = _connect(resolve(host, port, connect), end)
        # a small buffer, so that a printer that takes nothing is noticed instead of the kernel taking it all
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, stall: float, longest: float) -> None:
        """See Line."""
        hand_over(data, stall, longest, self._some, self._pending, self._well)

    def _some(self, rest: memoryview, seconds: float) -> int:
        self._socket.settimeout(seconds)
        try:
            return self._socket.send(rest)
        except TimeoutError:
            return 0

    def _pending(self) -> int:
        error = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, os.strerror(error))
        return unsent(self._socket.fileno())

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


def _connect(addresses: list[Address], end: float) -> socket.socket:
    """The first address that answers; none may take more than its share of what is left."""
    last: OSError = TimeoutError()
    for count, (family, where) in enumerate(addresses):
        share = (end - time.monotonic()) / (len(addresses) - count)
        talk = socket.socket(family, socket.SOCK_STREAM)
        try:
            talk.settimeout(max(share, 0.001))
            talk.connect(where)
        except OSError as error:
            talk.close()
            last = error
        else:
            return talk
    raise last


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

    def write(self, data: bytes, stall: float, longest: float) -> None:
        """See Line."""
        hand_over(data, stall, longest, self._some, lambda: unsent(self._file))

    def _some(self, rest: memoryview, seconds: float) -> int:
        if not self._wait(selectors.EVENT_WRITE, seconds):
            return 0
        try:
            return os.write(self._file, rest[:_READ])
        except BlockingIOError:
            return 0

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
        return data or self._nothing(seconds)

    def _nothing(self, seconds: float) -> bytes:
        time.sleep(min(max(seconds, 0.0), 0.05))  # an end of file is always readable: do not spin on it
        return b""

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
