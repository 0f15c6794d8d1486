"""Sockets that open and never say who they are are closed: python-socketio would keep them for ever."""

from __future__ import annotations

import time
from typing import Any

#: A socket must have joined a namespace, and so shown its token, within this time.
JOIN_SECONDS = 5.0


class Doorkeeper:
    """Closes the sockets that joined no namespace in time. `server` is the python-socketio server."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._seen: dict[str, float] = {}

    def look(self, now: float | None = None) -> int:
        """Close whoever has stood at the door too long; returns how many."""
        now = time.monotonic() if now is None else now
        connected = list(self._server.eio.sockets)
        joined = {
            engine
            for namespace in list(self._server.manager.get_namespaces())
            for _, engine in list(self._server.manager.get_participants(namespace, None))
        }
        self._seen = {engine: self._seen.get(engine, now) for engine in connected if engine not in joined}
        late = [engine for engine, since in self._seen.items() if now - since >= JOIN_SECONDS]
        for engine in late:
            self._seen.pop(engine, None)
            self._server.eio.disconnect(engine)
        return len(late)
