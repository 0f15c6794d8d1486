"""Where print agents ask for work: who was heard when, and whose question waits for a slip."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from server.printing.rules import AGENT_SILENT_AFTER


class AgentDesk:
    """The print agents of this process, by their kiosk; kept in memory, since silence is measured from the start of
    whoever listens."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._listening_since = clock()
        self._heard: dict[str, float] = {}
        self._questions: dict[str, threading.Event] = {}

    def note(self, kiosk: str) -> None:
        """The agent on a kiosk's computer has asked something."""
        self._heard[kiosk] = self._clock()

    def silent(self, kiosk: str) -> bool:
        """Whether the agent of a kiosk was not heard for ten seconds."""
        last = max(self._heard.get(kiosk, 0.0), self._listening_since)
        return self._clock() - last > AGENT_SILENT_AFTER.total_seconds()

    def ask(self, printer: str) -> threading.Event:
        """A question for a printer's next slip, set when there may be one. A former question of the same printer
        whose line was cut is over: it must not be handed a slip that nobody hears of."""
        question = threading.Event()
        former = self._questions.get(printer)
        self._questions[printer] = question
        if former is not None:
            former.set()
        return question

    def counts(self, printer: str, question: threading.Event) -> bool:
        """Whether a question is still the latest of its printer."""
        return self._questions.get(printer) is question

    def wake(self, printer: str) -> None:
        """A slip was queued for a printer. Never blocks."""
        question = self._questions.get(printer)
        if question is not None:
            question.set()
