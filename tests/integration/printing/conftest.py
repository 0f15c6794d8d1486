"""Printers as they stand in a hospital: real TCP devices whose paper a test can pull, and their workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from printers.config import PrinterConfig
from printers.dialogue import Patience
from printers.transports import NetworkTransport
from printers.virtual import VirtualPrinter
from server.clinic.models import Printer
from server.core.database import Work
from server.printing.models import PrinterState
from server.printing.worker import PrinterWorker
from server.web.static_files import fonts_folder
from tests.support.house import House

#: Patient enough for a busy machine, and still quick with a printer that never answers.
PATIENCE = Patience(connect=1.0, reply=1.0, stall=1.0, settle=0.3, finish=4.0)


class Stand:
    """The printers `printer-1` (its spare `desk-printer`) as devices, each with its worker."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.devices = {code: VirtualPrinter() for code in ("printer-1", "desk-printer")}
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.workers = {code: self.worker(code) for code in self.devices}
        for device in self.devices.values():
            device.switch_on()

    def worker(self, code: str) -> PrinterWorker:
        """A worker as a process has it; one that was killed is followed by a new one."""
        return PrinterWorker(
            self.house.database, code, self._config, fonts_folder(),
            transport=lambda config: NetworkTransport(config.address, PATIENCE),
            tell=lambda device, job: self.told.append((device, job)),
        )  # fmt: skip

    def __getitem__(self, code: str) -> VirtualPrinter:
        return self.devices[code]

    def work(self, code: str) -> list[str]:
        """Let a worker print until it has nothing to do; how each slip ended."""
        ended = []
        while (result := self.workers[code].print_next()) is not None:
            ended.append(result.code.value if result.code else result.state)
        return ended

    def ask(self, code: str) -> str | None:
        """Let a worker ask its printer."""
        return self.workers[code].ask()

    def faults(self, hall: str = "east") -> dict[str, str]:
        """What stands on the tablet, by printer."""
        return {card["device"]: card["code"] for card in self.house.shown(hall)["staff/tasks"]["faults"]}

    def copies(self, code: str) -> list[bool]:
        """The slips that came out of a printer, oldest first: which are copies."""
        return [slip.copy for slip in reversed(self.devices[code].slips())]

    def _config(self, printer: Printer, _state: PrinterState | None) -> PrinterConfig:
        return PrinterConfig(printer.code, "network", self.devices[printer.code].address)


@pytest.fixture
def stand(house: House) -> Iterator[Stand]:
    """Two printers and their workers, on each database."""
    made = Stand(house)
    yield made
    for device in made.devices.values():
        device.switch_off()


@pytest.fixture
def change_printer(house: House) -> Callable[..., None]:
    """Changes the row of a printer, as the clinic file would."""

    def change(code: str, **values: Any) -> None:
        def on(work: Work) -> None:
            row = work.session.get_one(Printer, code)
            for name, value in values.items():
                setattr(row, name, value)

        house.do(on)

    return change
