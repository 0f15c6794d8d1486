"""Printers on a serial line, a pseudo terminal standing in for the port; pyserial is the real one (R59, R105)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import serial

from printers.config import PrinterConfig
from printers.dialogue import Patience, Result
from printers.serial_line import SerialLine
from printers.status import State
from printers.transports import SerialTransport, longest, serial_patience, transport_for
from printers.trouble import Code, PrinterTrouble
from printers.virtual import VirtualPrinter
from tests.support.serial_port import SerialPort

ROOT = Path(__file__).parents[3]
GREEN = """
{patch}
import threading, time
from printers.config import PrinterConfig
from printers.queues import QueueTransport
from printers.transports import transport_for
from printers.trouble import PrinterTrouble
from printers.virtual import VirtualPrinter
from tests.support.serial_port import SerialPort
ticks = []
def tick():
    while True:
        ticks.append(time.monotonic())
        time.sleep(0.02)
threading.Thread(target=tick, daemon=True).start()
with VirtualPrinter() as printer, SerialPort(printer) as port:
    printer.troubles.slow_line(4000)
    print(transport_for(PrinterConfig("p", "serial", port.path)).send({ticket!r}).result)
try:
    QueueTransport("nobody").status()
except PrinterTrouble as trouble:
    print(trouble.code)
print(max(later - sooner for sooner, later in zip(ticks, ticks[1:])) < 1.0)
"""
QUICK = Patience(connect=1.0, reply=0.6, stall=0.6, settle=0.3, finish=3.0)
TICKET = b"\x1b@" + (b"\x1dv0\x00\x48\x00\x10\x00" + b"\xaa" * 72 * 16) * 12 + b"\x1dV\x00"


def trouble_of(path: str, data: bytes = TICKET) -> tuple[Code, bool]:
    with pytest.raises(PrinterTrouble) as trouble:
        SerialTransport(path, 9600, QUICK).send(data)
    return trouble.value.code, trouble.value.retry_safe


def test_a_ticket_by_a_serial_line_comes_out_and_is_confirmed() -> None:
    with VirtualPrinter() as printer, SerialPort(printer) as port:
        transport = transport_for(PrinterConfig("p", "serial", port.path, baud=19200))
        assert transport.send(TICKET).result is Result.PRINTED
        assert len(printer.slips()) == 1
        assert transport.status().state is State.READY


def test_the_port_is_set_as_the_printer_expects_it() -> None:
    with SerialPort() as port:
        line = SerialLine(port.path, 19200)
        try:
            set_up = line._port
            assert (set_up.baudrate, set_up.bytesize, set_up.parity, set_up.stopbits) == (19200, 8, "N", 1)
            assert set_up.xonxoff
            assert not set_up.rtscts, "a cable without the wire would never let a byte through"
        finally:
            line.close()


def test_a_port_that_another_program_holds_is_named_r105() -> None:
    with SerialPort() as port, serial.Serial(port.path, exclusive=True):
        assert trouble_of(port.path) == (Code.IN_USE, True)


def test_a_port_that_is_not_there_is_named_r105(tmp_path: Path) -> None:
    assert trouble_of("/dev/ttyUSB-none") == (Code.NO_DEVICE, True)
    (tmp_path / "file").touch()
    assert trouble_of(str(tmp_path / "file")) == (Code.NO_DEVICE, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every port")
def test_a_port_that_may_not_be_used_is_named_r105() -> None:
    with SerialPort() as port:
        Path(port.path).chmod(0)
        assert trouble_of(port.path) == (Code.NO_PERMISSION, True)


def test_an_adapter_that_is_pulled_in_the_middle_r105() -> None:
    with VirtualPrinter() as printer, SerialPort(printer) as port:
        printer.troubles.slow_line(4000)
        timer = threading.Timer(1.0, port.pull)
        timer.start()
        assert trouble_of(port.path) == (Code.CONNECTION_LOST, False)
        timer.join()


def test_a_port_without_a_printer_is_stuck_and_closes_at_once() -> None:
    with SerialPort() as port:
        began = time.monotonic()
        assert trouble_of(port.path, TICKET * 8) == (Code.STUCK, False)
        assert time.monotonic() - began < 5


def test_xoff_holds_the_line_up_and_xon_lets_it_go_on() -> None:
    with SerialPort() as port:
        line = SerialLine(port.path, 9600)
        try:
            os.write(port.far, b"\x13")
            time.sleep(0.1)
            writing = threading.Thread(target=line.write, args=(b"ticket", 5.0, 5.0))
            writing.start()
            time.sleep(0.3)
            os.set_blocking(port.far, False)
            with pytest.raises(BlockingIOError):
                os.read(port.far, 64)
            os.write(port.far, b"\x11")
            writing.join()
            os.set_blocking(port.far, True)
            assert os.read(port.far, 64) == b"ticket"
        finally:
            line.close()


def test_without_the_library_it_is_said_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "serial", None)
    assert trouble_of("/dev/ttyS0") == (Code.NO_DRIVER, True)


def test_a_slow_line_has_the_time_that_it_needs_and_no_more() -> None:
    """A ticket of 41,700 bytes takes 43 s at 9600 baud: 960 bytes a second."""
    patience = serial_patience(9600)
    assert patience.transfer(41_700) > 43
    assert patience.finish > 15
    assert patience.stall == Patience().stall, "a line that stands is given up as soon as any other"
    assert 60 < longest(PrinterConfig("p", "serial", "", baud=9600), 41_700) < 125
    assert longest(PrinterConfig("p", "serial", "", baud=115200), 41_700) < 30


@pytest.mark.parametrize(
    "patch",
    ["import eventlet; eventlet.monkey_patch()", "import gevent.monkey; gevent.monkey.patch_all()"],
    ids=["eventlet", "gevent"],
)
def test_serial_lines_and_queues_hold_up_no_green_thread(patch: str, tmp_path: Path) -> None:
    ticket = b"\x1b@" + (b"\x1dv0\x00\x48\x00\x10\x00" + b"\xaa" * 72 * 16) * 4 + b"\x1dV\x00"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", GREEN.format(patch=patch, ticket=ticket)],
        cwd=ROOT,
        env={**os.environ, "CUPS_SERVER": str(tmp_path / "nobody.sock")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    known = "no_driver" if shutil.which("lpstat") is None else "queue_away"
    assert done.stdout.split() == ["printed", known, "True"], done.stderr
