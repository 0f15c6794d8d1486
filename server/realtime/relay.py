"""The relay: sends what the outbox holds to the rooms that need it. Sockets are a hint, the database is the
truth; a screen that misses a revision takes a snapshot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

import structlog

from server.core.database import Database
from server.core.outbox import anything_unsent, for_displays, take_unsent

log = structlog.get_logger()

#: How long the relay sleeps when nobody wakes it: another process may have written.
IDLE_SECONDS = 0.5

STAFF_SIGNALS = frozenset({"apology", "alarm", "device"})
DISPLAY_SIGNALS = frozenset({"notice"})


class Emitter(Protocol):
    """The part of Flask-SocketIO that the relay uses."""

    def emit(self, event: str, *args: Any, to: str, namespace: str) -> None: ...


def display_room(hall: str) -> str:
    """The Socket.IO room of a hall's displays."""
    return f"display:{hall}"


def staff_room(hall: str) -> str:
    """The Socket.IO room of a hall's tablets."""
    return f"staff:{hall}"


def kiosk_room(device: str) -> str:
    """The Socket.IO room of one kiosk."""
    return f"kiosk:{device}"


class Relay:
    """Takes unsent changes and emits each once to its hall's displays and tablets."""

    def __init__(self, database: Database, emitter: Emitter) -> None:
        self._database = database
        self._emitter = emitter
        self._wake = threading.Event()

    def wake(self) -> None:
        """Something was committed: look at once. Never blocks."""
        self._wake.set()

    def run(self, stopped: Callable[[], bool]) -> None:
        """Relay until told to stop. A database that is away is waited for."""
        while not stopped():
            try:
                while not stopped() and self.relay_once():
                    pass
            except Exception as problem:  # noqa: BLE001  (whatever it was, screens must go on being fed)
                log.warning("relay", kind=type(problem).__name__)
            self._wake.wait(IDLE_SECONDS)
            self._wake.clear()

    def relay_once(self) -> int:
        """Emit the changes that are waiting; returns how many."""
        with self._database.read() as work:
            if not anything_unsent(work):
                return 0
        with self._database.write() as work:
            changes = take_unsent(work)
        for change in changes:
            hall = change["hall"]
            self._send("change", for_displays(change), display_room(hall), "/display")
            self._send("change", change, staff_room(hall), "/staff")
            self._signal(change)
        return len(changes)

    def _signal(self, change: dict[str, Any]) -> None:
        """For programs that wait for one kind of news only: `apology`, `alarm`, `device`, `notice` beside the
        change that carries it."""
        kind, hall = change["event"].partition(".")[0], change["hall"]
        news = {"event": change["event"], "revision": change["revision"], "at": change["at"]}
        if kind in STAFF_SIGNALS:
            self._send(kind, news, staff_room(hall), "/staff")
        elif kind in DISPLAY_SIGNALS:
            self._send(kind, news, display_room(hall), "/display")

    def _send(self, event: str, message: dict[str, Any], room: str, namespace: str) -> None:
        """One emit; its failure costs those screens one revision, which they notice, and nobody else anything."""
        try:
            self._emitter.emit(event, message, to=room, namespace=namespace)
        except Exception as problem:  # noqa: BLE001  (the changes behind it must still go out)
            log.warning("relay", kind=type(problem).__name__, namespace=namespace)
