"""One worker a printer: leases a job, draws it off the loop, prints it, and reports what the printer said."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog

from printers.appointment_slip import read_slip
from printers.config import PrinterConfig
from printers.transports import transport_for
from printers.trouble import Code, PrinterTrouble
from printers.worker import JobResult, TransportFactory, deliver_ticket, prepare
from server.clinic.models import Printer
from server.core.database import Actor, Database
from server.printing.service import Lease, end_job, fail_job, find_job, job_document, lease_job
from server.runtime import off_loop

log = structlog.get_logger()

#: Tells a kiosk how its slip stands: `tell(device, job)`. It must not block.
Tell = Callable[[str, dict[str, Any]], None]

#: How long a worker sleeps when nobody wakes it: retries and other processes' jobs are found then.
IDLE_SECONDS = 1.0


class PrinterWorker:
    """Prints what is queued for one printer, one slip after the other."""

    def __init__(
        self,
        database: Database,
        printer: str,
        config: Callable[[Printer], PrinterConfig],
        fonts: Path,
        transport: TransportFactory = transport_for,
        tell: Tell = lambda _device, _job: None,
    ) -> None:
        self.printer = printer
        self._tell = tell
        self._database = database
        self._config = config
        self._fonts = fonts
        self._transport = transport
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
            except Exception as problem:  # noqa: BLE001  (whatever it was, paper must come again by itself)
                log.warning("printer_worker", printer=self.printer, kind=type(problem).__name__)
            self._wake.wait(IDLE_SECONDS)
            self._wake.clear()

    def print_next(self) -> JobResult | None:
        """Print the oldest job that is due; None where there is none. The printer is spoken to between two
        units of work, never inside one."""
        with self._database.read() as work:
            row = work.session.get(Printer, self.printer)
            config = self._config(row) if row is not None and row.active else None
        if config is None:
            return None
        with self._database.write(self._actor) as work:
            lease = lease_job(work, self.printer)
        if lease is None:
            return None
        result = self._deliver(lease, config)
        with self._database.write(self._actor) as work:
            if result.state == "trouble":
                code = str(result.code or "unreachable")
                fail_job(work, lease, code, may_have_printed=not result.retry_safe)
            else:
                end_job(work, lease, confirmed=result.state == "printed")
            job = job_document(find_job(work, lease.job))
        if lease.device is not None:
            self._tell(lease.device, job)
        log.debug("printed", printer=self.printer, state=result.state, code=result.code, job=lease.job)
        return result

    def _deliver(self, lease: Lease, config: PrinterConfig) -> JobResult:
        try:
            slip = read_slip(lease.slip | {"is_copy": lease.copy})
            data = off_loop(prepare, slip, config, self._fonts)
        except PrinterTrouble as trouble:
            return JobResult("trouble", trouble.code, trouble.retry_safe, None, 0.0)
        except ValueError:  # stored by another version
            return JobResult("trouble", Code.CANNOT_DRAW, True, None, 0.0)
        return deliver_ticket(data, config, self._transport)
