"""The printers of this process: a worker for each, and the virtual ones as real TCP devices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import structlog
from sqlalchemy import select

from printers.config import PrinterConfig
from printers.trouble import PrinterTrouble
from printers.virtual import VirtualPrinter
from printers.worker import warm_up
from server.clinic.models import Printer
from server.core.database import Database, Work
from server.printing.service import config_of
from server.printing.worker import PrinterWorker, Tell
from server.runtime import off_loop

log = structlog.get_logger()


class PrintStation:
    """Starts a worker for each printer of the clinic's file, and for a virtual one the device itself.

    Virtual printers keep their paper in `paper`, a folder, so that the roll outlives a restart.
    """

    def __init__(
        self,
        database: Database,
        fonts: Path,
        paper: Path,
        start: Callable[[str, Callable[[Callable[[], bool]], None]], None],
        tell: Tell,
    ) -> None:
        self._database = database
        self._fonts = fonts
        self._paper = paper
        self._start = start
        self._tell = tell
        self._workers: dict[str, PrinterWorker] = {}
        self.virtual: dict[str, VirtualPrinter] = {}

    def man(self) -> None:
        """Start what is missing; called at start and again now and then, so that a new printer of the
        clinic's file works without a restart."""
        if not self._workers:
            self._warm_up()
        with self._database.read() as work:
            printers = list(work.session.scalars(select(Printer).where(Printer.active.is_(True))))
        wanted = {printer.code for printer in printers if printer.kind == "virtual"}
        for code in self.virtual.keys() - wanted:
            self.virtual.pop(code).switch_off()
        for printer in printers:
            if printer.kind == "virtual" and printer.code not in self.virtual:
                self.virtual[printer.code] = self._switch_on(printer)
            if printer.code not in self._workers:
                worker = PrinterWorker(
                    self._database, printer.code, self.config, self._fonts, tell=self._tell
                )
                self._workers[printer.code] = worker
                self._start(f"printer-{printer.code}", worker.run)

    def wake(self, work: Work) -> None:
        """After a commit: wake the workers of the printers that were given a job."""
        for code in work.printers:
            if code in self._workers:
                self._workers[code].wake()

    def config(self, printer: Printer) -> PrinterConfig:
        """How to reach a printer; a virtual one listens on a port of this machine."""
        virtual = self.virtual.get(printer.code) if printer.kind == "virtual" else None
        address = printer.address if virtual is None else virtual.address
        return config_of(printer, address)

    def switch_off(self) -> None:
        """Switch the virtual printers off."""
        for virtual in self.virtual.values():
            virtual.switch_off()

    def _warm_up(self) -> None:
        """Without fonts no slip comes out, which staff are told at the first one; the house opens all the same."""
        try:
            off_loop(warm_up, self._fonts)
        except PrinterTrouble as trouble:
            log.warning("fonts", code=trouble.code)

    def _switch_on(self, printer: Printer) -> VirtualPrinter:
        folder = self._paper / printer.code
        folder.mkdir(parents=True, exist_ok=True)
        config = config_of(printer, "")
        virtual = VirtualPrinter(width=config.width, dpi=config.dpi, fonts=self._fonts, folder=folder)
        virtual.switch_on()
        log.debug("virtual_printer", printer=printer.code, address=virtual.address)
        return virtual
