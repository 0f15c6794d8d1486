"""One worker a printer: leases a job, draws it off the loop, prints it, and reports what the printer said. Between
jobs it asks the printer how it is (R59)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog

from printers.config import PrinterConfig
from printers.job import draw, look
from printers.transports import transport_for, waits_natively
from printers.trouble import PrinterTrouble
from printers.worker import JobResult, TransportFactory, deliver_ticket
from server.clinic.models import Printer
from server.clinic.service import clinic_settings
from server.core.database import Actor, Database
from server.core.language import text
from server.printing.looks import Looks
from server.printing.models import TEST, PrinterState
from server.printing.rules import hold
from server.printing.service import Lease, anything_due, end_job, fail_job, find_job, lease_job, note_seen, told_kiosk
from server.runtime import off_loop

log = structlog.get_logger()

#: Tells a kiosk how its slip stands: `tell(device, job)`. It must not block.
Tell = Callable[[str, dict[str, Any]], None]
#: How to reach a printer of the clinic file, with what is stored of it.
Reach = Callable[[Printer, PrinterState | None], PrinterConfig]

#: How long a worker sleeps when nobody wakes it: retries and other processes' jobs are found then.
IDLE_SECONDS = 1.0


class PrinterWorker:
    """Prints what is queued for one printer, one slip after the other, and asks it how it is while it stands idle."""

    def __init__(
        self,
        database: Database,
        printer: str,
        config: Reach,
        fonts: Path,
        transport: TransportFactory = transport_for,
        tell: Tell = lambda _device, _job: None,
        looks: Looks | None = None,
    ) -> None:
        self.printer = printer
        self._tell = tell
        self._database = database
        self._config = config
        self._fonts = fonts
        self._transport = transport
        self._looks = looks or Looks()
        self._ask_again = 0.0
        self._wake = threading.Event()
        self._actor = Actor("system", f"printer:{printer}")

    def wake(self) -> None:
        """A job was queued: look at once. Never blocks."""
        self._wake.set()

    def run(self, stopped: Callable[[], bool]) -> None:
        """Print until told to stop; no trouble of a printer or database ends the worker."""
        while not stopped():
            try:
                while not stopped() and self.print_next() is not None:
                    pass
                if time.monotonic() >= self._ask_again:
                    self.ask()
            except Exception as problem:  # noqa: BLE001  (whatever it was, paper must come again by itself)
                log.warning("printer_worker", printer=self.printer, kind=type(problem).__name__)
            self._wake.wait(IDLE_SECONDS)
            self._wake.clear()

    def print_next(self) -> JobResult | None:
        """Print the oldest job that is due; None where there is none. The printer is spoken to between two
        units of work, never inside one."""
        with self._database.read() as work:
            config = self._reach(work.session.get(Printer, self.printer), work.session.get(PrinterState, self.printer))
            due = config is not None and anything_due(work, self.printer)
        if config is None or not due:
            return None
        with self._database.write(self._actor) as work:
            lease = lease_job(work, self.printer, hold=hold(config.kind, config.baud))
        if lease is None:
            return None
        result = self._deliver(lease, config)
        with self._database.write(self._actor) as work:
            if result.state == "trouble":
                code = str(result.code or "unreachable")
                fail_job(work, lease, code, may_have_printed=not result.retry_safe)
            else:
                seen = result.status.state.value if result.status is not None else None
                end_job(work, lease, confirmed=result.state == "printed", seen=seen)
            job = told_kiosk(work, find_job(work, lease.job))
        self._looks.forget(self.printer)
        if lease.device is not None:
            self._tell(lease.device, job)
        log.debug("printed", printer=self.printer, state=result.state, code=result.code, job=lease.job)
        return result

    def ask(self) -> str | None:
        """Ask the printer how it is; None where it is not ours to ask. What has changed is stored at once."""
        with self._database.read() as work:
            config = self._reach(work.session.get(Printer, self.printer), work.session.get(PrinterState, self.printer))
            self._ask_again = time.monotonic() + clinic_settings(work).printing.ask_seconds
        if config is None:
            return None
        seen = off_loop(look, config, self._transport) if waits_natively(config) else look(config, self._transport)
        if self._looks.changed(self.printer, seen):
            with self._database.write(self._actor) as work:
                note_seen(work, self.printer, seen)
            self._looks.stored(self.printer, seen)
        else:
            self._looks.note(self.printer, seen, self._database.clock.now())
        return seen

    def _reach(self, printer: Printer | None, state: PrinterState | None) -> PrinterConfig | None:
        """None for a printer that was taken away, or is driven by a kiosk's own computer."""
        if printer is None or not printer.active or printer.attached_to is not None:
            return None
        return self._config(printer, state)

    def _deliver(self, lease: Lease, config: PrinterConfig) -> JobResult:
        try:
            data = off_loop(draw, lease.slip, config, self._fonts, text, copy=lease.copy, test=lease.purpose == TEST)
        except PrinterTrouble as trouble:
            return JobResult("trouble", trouble.code, trouble.retry_safe, None, 0.0)
        if waits_natively(config):
            return off_loop(deliver_ticket, data, config, self._transport)
        return deliver_ticket(data, config, self._transport)
