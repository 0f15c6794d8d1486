"""The printers of this process follow the clinic's file, and the house opens whatever becomes of paper (R59)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.clinic.models import Printer
from server.core.database import Database
from server.printing.station import PrintStation
from tests.support.clock import ManualClock


@pytest.fixture
def station(
    make_clinic: Callable[[str, ManualClock], Database], clock: ManualClock, tmp_path: Path
) -> Iterator[PrintStation]:
    """The station of the starting clinic, its workers not running and its folder of fonts empty."""
    made = PrintStation(
        make_clinic("sqlite", clock), tmp_path, tmp_path / "paper",
        lambda _name, _run, _seconds: None,
        lambda _device, _job: None,
    )  # fmt: skip
    yield made
    made.switch_off()


def _printer(station: PrintStation, **values: Any) -> Printer:
    with station._database.write() as work:
        row = work.session.get_one(Printer, "printer-1")
        for name, value in values.items():
            setattr(row, name, value)
    return row


def test_a_house_without_fonts_opens_all_the_same(station: PrintStation) -> None:
    station.man()
    assert "printer-1" in station.virtual


def test_a_virtual_printer_that_became_a_real_one_is_switched_off_and_forgotten(station: PrintStation) -> None:
    station.man()
    virtual = station.virtual["printer-1"]
    real = _printer(station, kind="network", address="192.0.2.7:9100")
    assert (station.config(real, None).kind, station.config(real, None).address) == ("network", "192.0.2.7:9100")
    station.man()
    assert "printer-1" not in station.virtual
    assert virtual._listener is None
    _printer(station, kind="virtual")
    station.man()
    assert station.virtual["printer-1"] is not virtual
