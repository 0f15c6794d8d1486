"""A serial port in software: a pseudo terminal with a virtual printer at its far end."""

from __future__ import annotations

import os
import pty
import selectors
import socket
import threading
import tty
from contextlib import suppress
from typing import Self

from printers.virtual import VirtualPrinter


class SerialPort:
    """`path` is what the computer opens. The buffers on the way are as small as those of a real adapter."""

    def __init__(self, printer: VirtualPrinter | None = None) -> None:
        self.far, self._near = pty.openpty()
        tty.setraw(self._near)
        self.path = os.ttyname(self._near)
        self._cable: socket.socket | None = None
        self._threads: list[threading.Thread] = []
        self._pulled = threading.Event()
        if printer is not None:
            self._cable, end = socket.socketpair()
            for one in (self._cable, end):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4608)
            printer.plug(end)
            self._threads = [threading.Thread(target=move, daemon=True) for move in (self._there, self._back)]
            for thread in self._threads:
                thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pull()

    def pull(self) -> None:
        """Pull the adapter out of the computer, or close the port after a test."""
        if self._pulled.is_set():
            return
        self._pulled.set()
        if self._cable is not None:
            with suppress(OSError):
                self._cable.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(3)
        if self._cable is not None:
            self._cable.close()
        os.close(self._near)
        os.close(self.far)

    def _there(self) -> None:
        assert self._cable is not None
        with suppress(OSError), selectors.DefaultSelector() as selector:
            selector.register(self.far, selectors.EVENT_READ)
            while not self._pulled.is_set():
                if selector.select(0.1):
                    self._cable.sendall(os.read(self.far, 256))

    def _back(self) -> None:
        assert self._cable is not None
        with suppress(OSError):
            while data := self._cable.recv(256):
                os.write(self.far, data)
