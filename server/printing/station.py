"""The printers of this process: a worker for each, and the virtual ones as real TCP devices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import select

from printers.config import PrinterConfig
from printers.status import decode_status
from printers.trouble import PrinterTrouble
from printers.virtual import VirtualPrinter
from printers.worker import warm_up
from server.clinic.models import Printer
from server.core.database import Database, Work
from server.printing.desk import AgentDesk
from server.printing.looks import Looks
from server.printing.models import PrinterState
from server.printing.service import config_of, settings_of, take_back_after_start
from server.printing.watch import PaperWatch
from server.printing.worker import PrinterWorker, Tell
from server.runtime import off_loop

log = structlog.get_logger()

#: A virtual printer to which nobody has done anything.
WELL: dict[str, Any] = {
    "paper": "full", "cover_open": False, "cutter_jammed": False, "power": True, "silent": False, "slow": False,
    "stalled": False,
}  # fmt: skip
#: A worker that has not gone round for this long is stalled: one slip on a slow line may take minutes.
STALLED_SECONDS = 600.0
#: How long a slow printer takes for each piece of a slip, in seconds.
SLOW_SECONDS = 1.5

_DO: dict[str, Callable[[VirtualPrinter, Any], None]] = {
    "paper": lambda printer, paper: printer.troubles.set_paper(paper),
    "cover_open": lambda printer, opened: printer.troubles.open_cover(opened=opened),
    "cutter_jammed": lambda printer, jammed: printer.troubles.set_fault("cutter" if jammed else None),
    "power": lambda printer, on: printer.switch_on() if on else printer.switch_off(),
    "silent": lambda printer, silent: printer.troubles.be_silent(silent=silent),
    "slow": lambda printer, slow: printer.troubles.be_slow(SLOW_SECONDS if slow else 0.0),
    "stalled": lambda printer, stalled: printer.troubles.stall(stalled=stalled),
}


class PrintStation:
    """Starts a worker for each printer of the clinic's file that is not driven by a kiosk's own computer, and for a
    virtual one the device itself.

    Virtual printers keep their paper in `paper`, a folder, so that the roll outlives a restart. `desk` is where print
    agents ask, `watch` what is gone round by a loop.
    """

    def __init__(
        self,
        database: Database,
        fonts: Path,
        paper: Path,
        start: Callable[[str, Callable[[Callable[[], bool]], None], float], None],
        tell: Tell,
    ) -> None:
        self._database = database
        self._paper = paper
        self._start = start
        self.tell = tell
        self.fonts = fonts
        self.looks = Looks()
        self.desk = AgentDesk()
        self.watch = PaperWatch(database, self.looks, self.desk)
        self._begun = False
        self._workers: dict[str, PrinterWorker] = {}
        self.virtual: dict[str, VirtualPrinter] = {}
        self._made: dict[str, dict[str, Any]] = {}

    def man(self) -> None:
        """Start what is missing; called at start and again now and then, so that a new printer of the
        clinic's file works without a restart."""
        if not self._begun:
            self._begin()
        with self._database.read() as work:
            found = work.session.scalars(select(Printer).where(Printer.active, Printer.attached_to.is_(None)))
            printers = list(found)
            states = {row.code: row for row in work.session.scalars(select(PrinterState))}
        held = {printer.code: settings_of(printer, states.get(printer.code)) for printer in printers}
        wanted = {code for code, settings in held.items() if settings["kind"] == "virtual"}
        for code in self.virtual.keys() - wanted:
            self.virtual.pop(code).switch_off()
            self._made.pop(code, None)
        for printer in printers:
            if printer.code in wanted and printer.code not in self.virtual:
                chosen = held[printer.code]
                self.virtual[printer.code] = self._switch_on(printer.code, chosen["width"], chosen["dpi"])
            if printer.code not in self._workers:
                worker = PrinterWorker(
                    self._database, printer.code, self.config, self.fonts, tell=self.tell, looks=self.looks
                )
                self._workers[printer.code] = worker
                self._start(f"printer-{printer.code}", worker.run, STALLED_SECONDS)

    def wake(self, work: Work) -> None:
        """After a commit: wake the workers and agents of the printers that were given a job."""
        for code in work.printers:
            if code in self._workers:
                self._workers[code].wake()
            self.desk.wake(code)

    def config(self, printer: Printer, state: PrinterState | None) -> PrinterConfig:
        """How to reach a printer; a virtual one listens on a port of this machine."""
        virtual = self.virtual.get(printer.code) if settings_of(printer, state)["kind"] == "virtual" else None
        return config_of(printer, state, None if virtual is None else virtual.address)

    def make_trouble(self, code: str, wanted: dict[str, Any]) -> None:
        """Do to a virtual printer what a person does to a real one; `wanted` holds what is changed."""
        virtual, made = self.virtual[code], self._made.setdefault(code, dict(WELL))
        for name, value in wanted.items():
            _DO[name](virtual, value)
            made[name] = value

    def trouble_of(self, code: str) -> dict[str, Any]:
        """What was done to a virtual printer, and `state`: what it would say of itself."""
        virtual, made = self.virtual[code], self._made.get(code, WELL)
        said = decode_status([virtual.troubles.reply(number) for number in (1, 2, 3, 4)]).state.value
        heard = "unknown" if made["silent"] or made["stalled"] else said
        return made | {"state": heard if made["power"] else "off"}

    def switch_off(self) -> None:
        """Switch the virtual printers off."""
        for virtual in self.virtual.values():
            virtual.switch_off()

    def _begin(self) -> None:
        """What the workers of an earlier process held is taken back before anybody prints."""
        with self._database.write() as work:
            take_back_after_start(work)
        self._begun = True
        self._warm_up()

    def _warm_up(self) -> None:
        """Without fonts no slip comes out, which staff are told at the first one; the house opens all the same."""
        try:
            off_loop(warm_up, self.fonts)
        except PrinterTrouble as trouble:
            log.warning("fonts", code=trouble.code)

    def _switch_on(self, code: str, width: int, dpi: int = 203) -> VirtualPrinter:
        folder = self._paper / code
        folder.mkdir(parents=True, exist_ok=True)
        virtual = VirtualPrinter(
            width=58 if width == 58 else 80, dpi=180 if dpi == 180 else 203, fonts=self.fonts, folder=folder
        )
        virtual.switch_on()
        log.debug("virtual_printer", printer=code, address=virtual.address)
        return virtual
