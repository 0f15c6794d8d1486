"""What the running application carries, reachable from a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from flask import current_app

from server.core.clock import Clock
from server.core.database import Database
from server.core.seal import Seal
from server.core.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


class LoopsSeen(Protocol):
    """The part of the background loops that readiness asks for."""

    def healthy(self) -> bool:
        """Whether each loop has gone round lately."""
        ...


class ListenersSeen(Protocol):
    """The part of the connected sockets that figures ask for."""

    def count(self, namespace: str) -> int:
        """How many are connected to a namespace."""
        ...


class VoiceHeard(Protocol):
    """The part of the server's voice that displays ask for."""

    def wav(self, sentence: Any, source: str, rate: int) -> bytes | None:
        """A sentence as a WAV file, or None where this server cannot say it."""
        ...

    def warm_up(self) -> None:
        """Load what speaks."""
        ...


@dataclass
class State:
    """One application's parts. `local_pairing`: screens on this very machine pair without a code. `quiet_since`: the
    last sign of life before this start, `started_at`."""

    settings: Settings
    database: Database
    clock: Clock
    seal: Seal
    voice: VoiceHeard
    local_pairing: bool = False
    control_token: str | None = None
    loops: LoopsSeen | None = None
    listeners: ListenersSeen | None = None
    paper: Any = None
    quiet_since: datetime | None = None
    started_at: datetime | None = None


def state() -> State:
    """The parts of the application that serves this request."""
    return cast(State, current_app.extensions["houzhen"])


def database() -> Database:
    """The application's database."""
    return state().database
