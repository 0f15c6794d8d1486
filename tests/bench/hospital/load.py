"""Everybody at once: kiosks, rooms, displays, tablets and phones, each as its page behaves."""

from __future__ import annotations

import asyncio
import json
import random
import time
import uuid
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.bench.hospital.house import STAGES, House
from tests.bench.hospital.prepare import Prepared
from tests.bench.hospital.wire import Api, Socket

#: What a phone does where the server says nothing: seconds between two questions of one in a pocket.
POCKET_SECONDS = 15.0
KIOSK_HEARTBEAT_SECONDS = 5.0


@dataclass
class Seen:
    """What was measured: for each action when it began and the seconds it took; refusals; displays by call."""

    began: float = field(default_factory=time.monotonic)
    took: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    #: Of each call: when it was asked for, and how many displays of the hall have shown it.
    asked: dict[str, float] = field(default_factory=dict)
    shown: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, action: str, began: float, seconds: float) -> None:
        """An action succeeded."""
        self.took[action].append((began - self.began, seconds))

    def forget(self) -> None:
        """What was before counts as warming up."""
        self.began = time.monotonic()
        for kept in (self.took, self.refused, self.asked, self.shown):
            kept.clear()  # type: ignore[attr-defined]


class Load:
    """The people and screens of a prepared hospital against a running product."""

    def __init__(self, house: House, keys: Prepared, url: str, pace: float = 1.0) -> None:
        self.house, self.keys, self.url, self.pace = house, keys, url, pace
        self.seen = Seen()
        self.ready = 0
        self._api: Api
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, warm_up: float, seconds: float, then: Callable[[], Awaitable[None]]) -> None:
        """Bring everybody, wait `warm_up` seconds, forget what was seen, go on for `seconds`, then call `then` with
        everybody still there."""
        limits = aiohttp.TCPConnector(limit=0, force_close=False)
        async with aiohttp.ClientSession(connector=limits, timeout=aiohttp.ClientTimeout(total=60)) as session:
            self._api = Api(session, self.url)
            await self._bring_screens(session)
            self._bring_people()
            await asyncio.sleep(warm_up)
            self.seen.forget()
            await asyncio.sleep(seconds)
            await then()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _go(self, work: Any) -> None:
        self._tasks.add(asyncio.ensure_future(work))

    async def _bring_screens(self, session: aiohttp.ClientSession) -> None:
        def socket(namespace: str, auth: dict[str, str], heard: Callable[[str, Any], None]) -> Socket:
            one = Socket(session, self.url, namespace, auth, heard)
            self._go(one.run())
            return one

        for code, hall in self.house.displays.items():
            screen = Screen(self, hall, self.keys.displays[code])
            screen.socket = socket("/display", {"token": self.keys.displays[code], "hall": hall}, screen.heard)
            await asyncio.sleep(0.002)
        for hall, token in self.keys.guides.items():
            socket("/staff", {"token": token, "hall": hall}, lambda _event, _message: None)
        for token in self.keys.kiosks.values():
            kiosk = socket("/kiosk", {"token": token}, lambda _event, _message: None)
            self._go(self._heartbeats(kiosk))
        while self.ready < len(self.house.displays):
            await asyncio.sleep(0.1)

    def _bring_people(self) -> None:
        for room, department in self.house.rooms.items():
            self._go(self._room(room, self.keys.guides[self.house.departments[department]]))
        self._go(self._kiosks())
        for token in self.keys.phones:
            self._go(self._phone(token))

    async def act(self, action: str, method: str, path: str, token: str | None, body: Any = None) -> Any:
        """One action, measured where it succeeds and counted where it is refused."""
        began = time.monotonic()
        status, found = await self._api.ask(method, path, token, body)
        if 200 <= status < 300:
            self.seen.note(action, began, time.monotonic() - began)
            return found if found is not None else {}
        self.seen.refused[f"{action} {status} {(found or {}).get('code', '')}"] += 1
        return None

    async def _heartbeats(self, kiosk: Socket) -> None:
        while True:
            await asyncio.sleep(KIOSK_HEARTBEAT_SECONDS * (0.9 + random.random() / 5))
            await kiosk.emit("heartbeat", {"page": "home", "faults": []})

    async def _kiosks(self) -> None:
        """Arrivals at random (a Poisson process) at kiosks at random."""
        departments, kiosks = list(self.house.departments), list(self.keys.kiosks.values())
        while True:
            await asyncio.sleep(random.expovariate(self.house.arrivals_per_minute * self.pace / 60))
            self._go(self._arrive(random.choice(departments), random.choice(kiosks)))

    async def _arrive(self, department: str, kiosk: str) -> None:
        body = {
            "request_id": str(uuid.uuid4()), "consent": True, "department": department, "language": "zh-CN",
            "patient": {"name": "李秋生", "sex": "male", "age": 45, "phone_declined": True},
            "complaint": {"text": "复查", "symptoms": []},
        }  # fmt: skip
        answer = await self.act("take a ticket", "POST", "/tickets", kiosk, body)
        if answer:
            self._go(self._phone(answer["token"]))

    async def _room(self, room: str, guide: str) -> None:
        """One doctor's day: next, in, and on to the next department or home."""
        mean = len(self.house.rooms) / (self.house.arrivals_per_minute * self.pace / 60 * STAGES)
        departments = list(self.house.departments)
        await asyncio.sleep(random.random() * mean)
        while True:
            began = time.monotonic()
            ticket = await self._call(room, guide)
            if ticket is not None:
                await asyncio.sleep(mean * 0.1)
                await self.act("has come in", "POST", f"/tickets/{ticket['id']}/arrive", guide, {})
                await asyncio.sleep(max(0.0, random.expovariate(1 / (mean * 0.6))))
                others = [one for one in random.sample(departments, 2) if one != ticket["department"]]
                if random.random() < 1 - 1 / STAGES and others:
                    body = {"department": others[0], "reason": "检查"}
                    await self.act("transfer", "POST", f"/tickets/{ticket['id']}/transfer", guide, body)
                else:
                    await self.act("finish", "POST", f"/tickets/{ticket['id']}/finish", guide, {})
            await asyncio.sleep(max(0.5, mean * 0.9 * random.uniform(0.8, 1.2) - (time.monotonic() - began)))

    async def _call(self, room: str, guide: str) -> dict[str, Any] | None:
        began = time.monotonic()
        answer = await self.act("next", "POST", f"/rooms/{room}/call-next", guide, {})
        if not answer:
            return None
        self.seen.asked[f"{answer['ticket']['number']} {room}"] = began
        return dict(answer["ticket"])

    async def _phone(self, token: str) -> None:
        await asyncio.sleep(random.random() * POCKET_SECONDS)
        while True:
            found = await self.act("a phone asks", "GET", f"/public/tickets/{token}", None)
            if found is not None and found.get("state") in ("finished", "cancelled", "left", "expired"):
                return
            seconds = float((found or {}).get("poll_seconds", POCKET_SECONDS))
            await asyncio.sleep(seconds * random.uniform(0.9, 1.1))


class Screen:
    """One display: notes when a call reaches it, says so, and fetches the sound as the page does."""

    def __init__(self, load: Load, hall: str, token: str) -> None:
        self.load, self.hall, self.token = load, hall, token
        self.socket: Socket
        self._known: set[str] = set()
        self._revision: int | None = None
        self.gaps = 0

    def heard(self, event: str, message: Any) -> None:
        """A snapshot or a change."""
        if event == "snapshot":
            if self._revision is None:
                self.load.ready += 1
            self._revision = message["revision"]
            self._known |= {call["call_id"] for call in message["documents"].get("calls", ())}
        elif event == "change" and self._revision is not None:
            if message["revision"] != self._revision + 1:
                self.gaps += 1
            self._revision = message["revision"]
            for call in message["set"].get("calls", ()):
                if call["call_id"] not in self._known:
                    self._show(call)

    def _show(self, call: dict[str, Any]) -> None:
        self._known.add(call["call_id"])
        self.load.seen.shown[f"{call['number']} {call['room']}"].append(time.monotonic())
        self.load._go(self._say(call["call_id"]))

    async def _say(self, call: str) -> None:
        revision = self._revision
        await self.socket.emit("shown", {"revision": revision, "call_id": call, "shown": True, "spoken": False})
        for language in ("zh-CN", "en"):
            await self.load.act("a display's sound", "GET", f"/speech/calls/{call}/{language}.wav", self.token)
        await asyncio.sleep(6)
        await self.socket.emit("shown", {"revision": revision, "call_id": call, "shown": True, "spoken": True})


def shown_everywhere(seen: Seen, displays_per_hall: int) -> list[tuple[float, float]]:
    """Of each call that every display of its hall has shown: when it was asked for, and the seconds to the last."""
    return [
        (asked - seen.began, max(seen.shown[key][:displays_per_hall]) - asked)
        for key, asked in seen.asked.items()
        if len(seen.shown.get(key, ())) >= displays_per_hall
    ]


def keys_from(text: str) -> Prepared:
    """The keys that a preparation left."""
    return Prepared(**json.loads(text))
