"""The raw floor: a bare websocket broadcaster with the same fan-out, and nothing behind it.

As a program (`python -m tests.bench.hospital.floor PORT`) it is the broadcaster: whoever connects to /HALL hears what
is posted to /HALL.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable

import aiohttp
from aiohttp import web

from tests.bench.hospital.house import ARRIVALS_PER_MINUTE, STAGES, House
from tests.support.postgres import free_port

#: About the size of a change that calls somebody, in bytes.
MESSAGE_BYTES = 3000


def serve(port: int) -> None:
    """Broadcast until ended."""
    listening: dict[str, set[web.WebSocketResponse]] = defaultdict(set)

    async def listen(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        listening[request.path].add(socket)
        async for _ in socket:
            pass
        listening[request.path].discard(socket)
        return socket

    async def say(request: web.Request) -> web.Response:
        text = await request.text()
        for socket in listening[request.path]:
            await socket.send_str(text)
        return web.Response()

    app = web.Application()
    app.router.add_get("/{hall}", listen)
    app.router.add_post("/{hall}", say)
    web.run_app(app, host="127.0.0.1", port=port, print=None)


async def measure(house: House, seconds: float, pinned: Callable[[int], None]) -> list[float]:
    """The seconds from a post to the hall's last socket, at the pace of the hospital's calls."""
    port = free_port()
    server = subprocess.Popen([sys.executable, "-m", "tests.bench.hospital.floor", str(port)])
    pinned(server.pid)
    try:
        return await _measure(house, seconds, f"http://127.0.0.1:{port}")
    finally:
        server.kill()
        server.wait()


async def _measure(house: House, seconds: float, url: str) -> list[float]:
    heard: dict[str, list[float]] = defaultdict(list)
    per_hall = len(house.displays) // len(house.halls)
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        await _until_up(session, url)

        async def display(hall: str) -> None:
            async with session.ws_connect(f"{url}/{hall}") as socket:
                async for frame in socket:
                    heard[str(frame.data)[:12]].append(time.monotonic())

        listening = [asyncio.ensure_future(display(hall)) for hall in house.displays.values()]
        await asyncio.sleep(3)
        asked = {}
        for number in range(int(seconds * ARRIVALS_PER_MINUTE * house.scale * STAGES / 60)):
            key = f"{number:012d}"
            asked[key] = time.monotonic()
            text = key.ljust(MESSAGE_BYTES, "x")
            async with session.post(f"{url}/{house.halls[number % len(house.halls)]}", data=text):
                pass
            await asyncio.sleep(60 / (ARRIVALS_PER_MINUTE * house.scale * STAGES))
        await asyncio.sleep(1)
        for one in listening:
            one.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return [max(heard[key]) - began for key, began in asked.items() if len(heard[key]) == per_hall]


async def _until_up(session: aiohttp.ClientSession, url: str) -> None:
    for _ in range(100):
        try:
            async with session.post(f"{url}/nobody", data=""):
                return
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
    raise RuntimeError("the broadcaster did not start")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
