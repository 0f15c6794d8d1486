"""One printer of an agent: asks the server for slips, prints them one after the other, and tells how each ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from printers.agent.journal import Entry, Journal
from printers.agent.link import Cut, Link, Refused
from printers.config import PrinterConfig
from printers.job import draw, look
from printers.transports import transport_for
from printers.trouble import PrinterTrouble
from printers.wording import Say
from printers.worker import JobResult, TransportFactory, deliver_ticket

log = logging.getLogger("print-agent")

#: How long to wait after the line was cut, in seconds: twice as long each time, up to the bound.
FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
#: How long a question for a slip is held open at most.
HELD_OPEN = 5.0


class AgentPrinter:
    """Goes round for one printer until it is stopped. Never prints what is not safely written down."""

    def __init__(
        self,
        config: PrinterConfig,
        link: Link,
        journal: Journal,
        fonts: Path,
        say: Say,
        *,
        ask_seconds: float = 3.0,
        transport: TransportFactory = transport_for,
    ) -> None:
        self.config = config
        self.ask_seconds = ask_seconds
        self.link = link
        self._journal = journal
        self._fonts = fonts
        self._say = say
        self._transport = transport
        self._look_again = 0.0
        self._cuts = 0
        self._stop = threading.Event()

    def run(self, stopped: Callable[[], bool]) -> None:
        """Print until told to stop. No trouble of line, server, disk or printer ends this."""
        while not stopped() and not self._stop.is_set():
            try:
                self.go_round()
                self._cuts = 0
            except (Cut, Refused) as problem:
                if self._cuts == 0:
                    log.warning("%s: the server cannot be asked (%s)", self.config.code, _why(problem))
                self._rest()
            except Exception as problem:  # noqa: BLE001 - whatever it was, paper must come again by itself
                log.warning("%s: %s", self.config.code, type(problem).__name__)
                self._rest()
        self.link.close()

    def stop(self) -> None:
        """End after the present slip."""
        self._stop.set()

    def go_round(self) -> JobResult | None:
        """Tell what is untold, look at the printer, ask for a slip, print it. Raises Cut, Refused, OSError."""
        tell(self.link, self._journal, self.config.code)
        slip = self._ask(self._look())
        if slip is None:
            return None
        self._journal.begin(slip["lease"], slip["job"], self.config.code)
        result = self._print(slip)
        entry = Entry(slip["lease"], slip["job"], self.config.code)
        self._journal.finish(entry, _told(result))
        tell(self.link, self._journal, self.config.code)
        return result

    def _look(self) -> str | None:
        if time.monotonic() < self._look_again:
            return None
        self._look_again = time.monotonic() + self.ask_seconds
        return look(self.config, self._transport)

    def _ask(self, seen: str | None) -> dict[str, Any] | None:
        wait = max(0.0, min(HELD_OPEN, self._look_again - time.monotonic()))
        question = {
            "printer": self.config.code, "agent": self._journal.agent, "wait": wait, "seen": seen,
            "held": [entry.lease for entry in self._journal.of(self.config.code)],
        }  # fmt: skip
        found: dict[str, Any] | None = self.link.ask("POST", "/lease", question, wait=wait)["slip"]
        return found

    def _print(self, slip: dict[str, Any]) -> JobResult:
        self._look_again = 0.0
        try:
            data = draw(
                slip["slip"], self.config, self._fonts, self._say, copy=slip["copy"], test=slip["purpose"] == "test"
            )
        except PrinterTrouble as trouble:
            return JobResult("trouble", trouble.code, trouble.retry_safe, None, 0.0)
        return deliver_ticket(data, self.config, self._transport)

    def _rest(self) -> None:
        self._stop.wait(min(FIRST_WAIT * 2 ** min(self._cuts, 6), LONGEST_WAIT))
        self._cuts += 1


def tell(link: Link, journal: Journal, printer: str) -> None:
    """Tell the server how a printer's slips ended, until it has heard; one that was being printed when the agent ended
    may have come out. Raises Cut, Refused."""
    for entry in journal.of(printer):
        result = entry.result or {"state": "lost"}
        try:
            link.ask("POST", "/result", {"printer": printer, "job": entry.job, "lease": entry.lease, **result})
        except Refused as refused:
            if refused.status != 404:  # 404: the slip, or the printer, is no longer there to be told of
                raise
        journal.forget(entry.lease)


def _told(result: JobResult) -> dict[str, Any]:
    return {
        "state": result.state, "retry_safe": result.retry_safe,
        "code": None if result.code is None else result.code.value,
        "seen": None if result.status is None else result.status.state.value,
    }  # fmt: skip


def _why(problem: Exception) -> str:
    if isinstance(problem, Refused):
        return "the token is not known there" if problem.status == 401 else str(problem)
    return type(problem.__cause__).__name__ if problem.__cause__ is not None else "it is busy"
