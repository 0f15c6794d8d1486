"""A network cable that a test can pull: a TCP port that leads to another, cut or frozen at will."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self


class Cable:
    """Listens on a free port and passes everything on to `goal` (a port of this machine)."""

    def __init__(self, goal: int) -> None:
        self._goal = goal
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._pulled = threading.Event()
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._hang_up()

    def pull(self) -> None:
        """Cut: connections break, and new ones are hung up."""
        self._pulled.set()
        self._hang_up()

    def plug(self) -> None:
        """Whole again."""
        self._pulled.clear()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._pulled.is_set():
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self._goal))
            except OSError:
                near.close()
                continue
            self._ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                if self._pulled.is_set():
                    break
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _hang_up(self) -> None:
        while self._ends:
            end = self._ends.pop()
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
