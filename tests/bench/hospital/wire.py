"""Lean clients: Socket.IO spoken over a raw websocket (engine.io 4), and HTTP with kept connections."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from typing import Any

import aiohttp

Heard = Callable[[str, Any], None]


class Socket:
    """One screen's websocket, which comes back by itself as the pages' own client does.

    `heard(event, message)` is called for each event of the server.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str, namespace: str, auth: dict[str, str], heard: Heard):
        self._session = session
        self._address = f"{url}/socket.io/?EIO=4&transport=websocket"
        self._namespace = namespace
        self._auth = auth
        self._heard = heard
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self.breaks = 0

    async def run(self) -> None:
        """Be connected until cancelled."""
        tries = 0
        while True:
            try:
                await self._once()
                tries = 0
            except (TimeoutError, aiohttp.ClientError, OSError):
                pass
            self.breaks += 1
            tries += 1
            await asyncio.sleep(min(5.0, 0.5 * 2**tries) * (0.5 + random.random() / 2))

    async def emit(self, event: str, message: Any) -> None:
        """Tell the server something; lost where there is no connection."""
        if self._socket is not None and not self._socket.closed:
            await self._socket.send_str(f"42{self._namespace},{json.dumps([event, message])}")

    async def _once(self) -> None:
        async with self._session.ws_connect(self._address, max_msg_size=0) as socket:
            self._socket = socket
            async for frame in socket:
                if frame.type != aiohttp.WSMsgType.TEXT:
                    return
                text = str(frame.data)
                if text[0] == "0":
                    await socket.send_str(f"40{self._namespace},{json.dumps(self._auth)}")
                elif text[0] == "2":
                    await socket.send_str("3")
                elif text.startswith(f"42{self._namespace},"):
                    event, *message = json.loads(text[len(self._namespace) + 3 :])
                    self._heard(event, message[0] if message else None)
                elif text.startswith(("44", "41")):
                    return


class Api:
    """The HTTP interface, with connections that are kept as browsers keep them."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url + "/api/v1"

    async def ask(self, method: str, path: str, token: str | None = None, body: Any = None) -> tuple[int, Any]:
        """Status and body of an answer; status 0 where none came."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            async with self._session.request(method, self._url + path, json=body, headers=headers) as answer:
                found = await answer.json() if "json" in answer.content_type else await answer.read() and None
                return answer.status, found
        except (TimeoutError, aiohttp.ClientError, OSError, json.JSONDecodeError):
            return 0, None
