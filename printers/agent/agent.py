"""The agent as a whole: learns from the server which printers are its own, keeps one thread for each, and lets the
server hear that it lives while all of them are busy."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from printers.agent.journal import Journal
from printers.agent.link import Cut, Link, Refused
from printers.agent.printing import AgentPrinter, tell
from printers.config import PrinterConfig
from printers.wording import Say
from printers.worker import warm_up

log = logging.getLogger("print-agent")

#: How often the list of printers is asked for, and how soon where the server has heard nothing else, in seconds.
ANEW, SILENT = 15.0, 3.0


class Agent:
    """Runs until told to stop."""

    def __init__(self, link: Callable[[], Link], journal: Journal, fonts: Path, say: Say) -> None:
        self._new_link = link
        self._link = link()
        self._journal = journal
        self._fonts = fonts
        self._say = say
        self._printers: dict[str, AgentPrinter] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._asked_at = 0.0
        self._cut = False

    def run(self, stop: threading.Event) -> None:
        """Print until `stop` is set; slips that are being printed are ended first."""
        warm_up(self._fonts)
        while not stop.is_set():
            if self._due():
                self._ask(stop)
            stop.wait(0.5)
        for printer in self._printers.values():
            printer.stop()
        for thread in self._threads.values():
            thread.join(15)

    def _due(self) -> bool:
        now = time.monotonic()
        heard = max([self._link.heard_at, *(printer.link.heard_at for printer in self._printers.values())])
        return now - self._asked_at >= ANEW or (now - heard >= SILENT and now - self._asked_at >= SILENT)

    def _ask(self, stop: threading.Event) -> None:
        self._asked_at = time.monotonic()
        try:
            answer = self._link.ask("GET", "/printers")
        except (Cut, Refused) as problem:
            if not self._cut:
                log.warning("the server cannot be asked for its printers: %s", problem or type(problem).__name__)
            self._cut = True
            return
        if self._cut:
            log.info("the server answers again")
        self._cut = False
        self._follow(answer["printers"], float(answer["ask_seconds"]), stop)
        for code in self._journal.printers() - self._printers.keys():
            with suppress(Cut, Refused):  # taken away with a slip in hand; told at the next round else
                tell(self._link, self._journal, code)

    def _follow(self, listed: list[dict[str, Any]], ask_seconds: float, stop: threading.Event) -> None:
        configs = {config.code: config for config in (PrinterConfig(**one) for one in listed)}
        for code in self._printers.keys() - configs.keys():
            log.info("%s is no longer driven from here", code)
            self._printers.pop(code).stop()
            self._threads.pop(code)
        for code, config in configs.items():
            printer = self._printers.get(code)
            if printer is not None:
                printer.config, printer.ask_seconds = config, ask_seconds
                continue
            log.info("%s is driven from here", code)
            printer = AgentPrinter(
                config, self._new_link(), self._journal, self._fonts, self._say, ask_seconds=ask_seconds
            )
            self._printers[code] = printer
            thread = threading.Thread(target=printer.run, args=(stop.is_set,), name=f"printer-{code}", daemon=True)
            self._threads[code] = thread
            thread.start()
