"""What runs beside the requests: the relay, the watch over waits, printers, heartbeats, housekeeping.

Every loop survives any fault of what it calls, goes round again, and is seen by readiness when it stalls.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from server.runtime import spawn

log = structlog.get_logger()

#: A loop that has not gone round for this long is stalled.
STALLED_SECONDS = 60.0


@dataclass(frozen=True)
class Loop:
    """Something done again and again, `seconds` apart."""

    name: str
    seconds: float
    step: Callable[[], object]


class Loops:
    """The application's loops, started once and stopped together."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._went_round: dict[str, float] = {}
        self._allowed: dict[str, float] = {}

    def start(self, loop: Loop) -> None:
        """Go round a loop in the background."""
        self._went_round[loop.name] = time.monotonic()
        spawn(lambda: self._run(loop), f"houzhen-{loop.name}")

    def start_own(
        self, name: str, run: Callable[[Callable[[], bool]], None], stalled_after: float | None = None
    ) -> None:
        """Start something that has a loop of its own and asks at each round whether to stop; a round may take up to
        `stalled_after` seconds."""
        if stalled_after is not None:
            self._allowed[name] = stalled_after

        def stopped() -> bool:
            self._went_round[name] = time.monotonic()
            return self._stop.is_set()

        def go() -> None:
            run(stopped)
            self._went_round.pop(name, None)  # it has done what it had to; one that broke is left to be seen

        spawn(go, f"houzhen-{name}")

    def stop(self) -> None:
        """Let every loop end after its present round."""
        self._stop.set()

    def healthy(self) -> bool:
        """Whether each loop has gone round lately."""
        now = time.monotonic()
        rounds = list(self._went_round.items())
        return all(now - then < self._allowed.get(name, STALLED_SECONDS) for name, then in rounds)

    def _run(self, loop: Loop) -> None:
        while not self._stop.wait(loop.seconds):
            try:
                loop.step()
            except Exception as problem:  # noqa: BLE001  (whatever it was, the next round must come)
                log.warning("loop", loop=loop.name, kind=type(problem).__name__)
            self._went_round[loop.name] = time.monotonic()
