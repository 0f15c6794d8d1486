"""What must be seen of paper without anybody asking: looks to be stored, agents gone silent, slips that come too late
(R59, R105)."""

from __future__ import annotations

import time

from server.core.database import Actor, Database
from server.printing.desk import AgentDesk
from server.printing.looks import Looks
from server.printing.rules import AGENT_SILENT
from server.printing.service import anything_late, find_silent_agents, give_up_late, note_seen, record_looks

#: What is as before is stored so often: the instant at which a printer was known.
STORE_SECONDS = 5.0
_ACTOR = Actor("system", "paper")


class PaperWatch:
    """Goes round every two seconds; takes the writer only when there is something."""

    def __init__(self, database: Database, looks: Looks, desk: AgentDesk) -> None:
        self._database = database
        self._looks = looks
        self._desk = desk
        self._stored = 0.0

    def look_after(self) -> None:
        """One round."""
        with self._database.read() as work:
            silent = find_silent_agents(work, self._desk.silent)
            late = anything_late(work)
        if silent or late:
            with self._database.write(_ACTOR) as work:
                for printer in silent:
                    note_seen(work, printer, AGENT_SILENT)
                    self._looks.forget(printer)
                give_up_late(work)
        if time.monotonic() - self._stored >= STORE_SECONDS:
            self._stored = time.monotonic()
            looks = self._looks.take()
            if looks:
                with self._database.write(_ACTOR) as work:
                    record_looks(work, looks)
