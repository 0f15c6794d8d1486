"""The line to the server: JSON over HTTPS with the kiosk's device token, one connection that is kept."""

from __future__ import annotations

import http.client
import json
import ssl
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

BASE = "/api/v1/printing"
#: How long an answer may take beyond the time for which a question is held open, in seconds.
PATIENCE = 6.0


class Cut(Exception):  # noqa: N818 - reads better where it is caught
    """The server cannot be reached, or cannot answer now: try again."""


class Refused(Exception):  # noqa: N818 - as above
    """The server answered and does not want this; `status` says why (401: the token is not known any more)."""

    def __init__(self, status: int) -> None:
        super().__init__(f"refused with status {status}")
        self.status = status


def trust(ca: Path | None) -> ssl.SSLContext:
    """Whose certificates are believed: the system's authorities, or those of a file. OSError where it is none."""
    return ssl.create_default_context(cafile=None if ca is None else str(ca))


class Link:
    """One connection; not for several threads at once. ValueError for an address that is none."""

    def __init__(self, server: str, token: str, context: ssl.SSLContext) -> None:
        address = urlsplit(server)
        if address.scheme not in ("https", "http") or not address.hostname:
            raise ValueError(server)
        self._secure = address.scheme == "https"
        self._host, self._port = address.hostname, address.port
        self._base = address.path.rstrip("/") + BASE
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._context = context
        self._connection: http.client.HTTPConnection | None = None
        #: When the server last answered, by the monotonic clock.
        self.heard_at = 0.0

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *, wait: float = 0.0) -> Any:
        """One question, held open by the server for `wait` seconds at most. Raises Cut, Refused.

        Everything that is asked here may be asked twice without harm, so that a kept connection which has ended
        meanwhile is simply opened again.
        """
        sent = None if body is None else json.dumps(body).encode()
        kept = self._connection is not None
        try:
            status, content = self._once(method, path, sent, wait)
        except (OSError, http.client.HTTPException) as problem:
            self.close()
            if not kept or isinstance(problem, TimeoutError):
                raise Cut from problem
            try:
                status, content = self._once(method, path, sent, wait)
            except (OSError, http.client.HTTPException) as again:
                self.close()
                raise Cut from again
        return self._read(status, content)

    def close(self) -> None:
        """Hang up; the next question opens a new connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _once(self, method: str, path: str, body: bytes | None, wait: float) -> tuple[int, bytes]:
        timeout = wait + PATIENCE
        if self._connection is None:
            self._connection = (
                http.client.HTTPSConnection(self._host, self._port, timeout=timeout, context=self._context)
                if self._secure
                else http.client.HTTPConnection(self._host, self._port, timeout=timeout)
            )
        elif self._connection.sock is not None:
            self._connection.sock.settimeout(timeout)
        self._connection.request(method, self._base + path, body, self._headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def _read(self, status: int, content: bytes) -> Any:
        if status >= 500 or status == 429:
            raise Cut
        self.heard_at = time.monotonic()
        if status >= 400:
            raise Refused(status)
        try:
            return json.loads(content) if content else None
        except ValueError as problem:  # something else answers there
            raise Cut from problem
