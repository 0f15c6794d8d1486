"""What was seen of idle printers. A house may have hundreds, asked every few seconds: what is as before gathers here
and is stored together; only what has changed is stored at once."""

from __future__ import annotations

import threading
from datetime import datetime


class Looks:
    """The looks since they were last stored; only a printer's latest counts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looks: dict[str, tuple[str, datetime]] = {}
        self._stored: dict[str, str] = {}

    def changed(self, printer: str, seen: str) -> bool:
        """Whether this is not what was last stored of a printer."""
        return self._stored.get(printer) != seen

    def stored(self, printer: str, seen: str) -> None:
        """Its change was stored."""
        self._stored[printer] = seen

    def note(self, printer: str, seen: str, at: datetime) -> None:
        """Keep a look that changes nothing but its instant."""
        with self._lock:
            self._looks[printer] = (seen, at)

    def forget(self, printer: str) -> None:
        """A slip went there: how the printer is was stored with it, and the next look is compared with nothing."""
        with self._lock:
            self._looks.pop(printer, None)
        self._stored.pop(printer, None)

    def take(self) -> dict[str, tuple[str, datetime]]:
        """Everything noted since the last call."""
        with self._lock:
            looks, self._looks = self._looks, {}
        return looks
