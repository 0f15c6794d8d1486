"""Every trouble of the line and of the printer, by each way that a printer can be reached: one printer, three cables
(R59, R105)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from printers.config import PrinterConfig
from printers.dialogue import Patience
from printers.slip import Slip
from printers.status import State
from printers.transports import NetworkTransport, SerialTransport, Transport, UsbTransport
from printers.trouble import Code, PrinterTrouble
from printers.virtual import VirtualPrinter
from printers.worker import JobResult, deliver_ticket, prepare
from tests.support.serial_port import SerialPort
from tests.support.usb_bus import Bus, Plug

Make = Callable[..., Slip]
QUICK = Patience(connect=1.0, reply=1.0, stall=1.0, settle=0.2, finish=3.0)
"""For printers that answer: they do so at once, however long they may take."""
SHORT = Patience(connect=1.0, reply=0.2, stall=0.3, settle=0.2, finish=0.6)
"""For printers that do not."""


@dataclass
class Way:
    """A printer and how it is reached."""

    kind: str
    printer: VirtualPrinter
    transport: Callable[..., Transport]

    def send(self, data: bytes, patience: Patience = QUICK) -> JobResult:
        return deliver_ticket(data, PrinterConfig("p", "network", ""), lambda _: self.transport(patience))

    def state(self, patience: Patience = QUICK) -> State:
        return self.transport(patience).status().state


@pytest.fixture(params=["network", "serial", "usb"])
def way(request: pytest.FixtureRequest) -> Iterator[Way]:
    with VirtualPrinter() as printer, ExitStack() as stack:
        kind: str = request.param
        if kind == "network":
            yield Way(kind, printer, lambda patience: NetworkTransport(printer.address, patience))
        elif kind == "serial":
            port = stack.enter_context(SerialPort(printer))
            yield Way(kind, printer, lambda patience: SerialTransport(port.path, 9600, patience))
        else:
            bus = Bus(Plug(printer))
            yield Way(kind, printer, lambda patience: UsbTransport("", patience, bus))


@pytest.fixture
def wire(printer: VirtualPrinter) -> Way:
    """For what depends on no cable: the network."""
    return Way("network", printer, lambda patience: NetworkTransport(printer.address, patience))


@pytest.fixture
def data(make_slip: Make, fonts: Path) -> bytes:
    return prepare(make_slip(), PrinterConfig("p", "network", ""), fonts)


def summary(result: JobResult) -> tuple[str, Code | None, bool]:
    return result.state, result.code, result.retry_safe


def paper_comes(printer: VirtualPrinter, count: int = 1) -> bool:
    end = time.monotonic() + 5
    while len(printer.slips()) < count and time.monotonic() < end:
        time.sleep(0.02)
    return len(printer.slips()) == count


TROUBLES: dict[State, Callable[[VirtualPrinter], None]] = {
    State.PAPER_OUT: lambda printer: printer.troubles.set_paper("out"),
    State.COVER_OPEN: lambda printer: printer.troubles.open_cover(),
    State.CUTTER_FAULT: lambda printer: printer.troubles.set_fault("cutter"),
    State.OVERHEATED: lambda printer: printer.troubles.set_fault("overheated"),
    State.OFFLINE: lambda printer: printer.troubles.set_offline(),
}


@pytest.mark.parametrize("state", TROUBLES)
def test_a_printer_says_its_trouble_by_every_way_r59(way: Way, data: bytes, state: State) -> None:
    assert way.state() is State.READY
    TROUBLES[state](way.printer)
    assert way.state() is state
    assert summary(way.send(data)) == ("trouble", Code(state.value), True)
    assert way.printer.slips() == []


def test_low_paper_prints(wire: Way, data: bytes) -> None:
    wire.printer.troubles.set_paper("low")
    result = wire.send(data)
    assert result.state == "printed"
    assert result.status is not None
    assert result.status.state is State.PAPER_LOW
    assert len(wire.printer.slips()) == 1, "printed means printed"


def test_a_printer_that_tells_of_itself_only_in_blocks_r59(way: Way, data: bytes) -> None:
    way.printer.troubles.understand(requests=False, end_marker=False)
    assert way.state() is State.READY
    result = way.send(data)
    assert result.state == "printed"
    assert len(way.printer.slips()) == 1, "the block that ends it comes after the ticket"
    TROUBLES[State.PAPER_OUT](way.printer)
    assert way.state(SHORT) is State.UNKNOWN, "such a printer does not read on without paper"


def test_a_printer_of_blocks_whose_paper_ends_says_so_in_the_middle_r59(way: Way, data: bytes) -> None:
    way.printer.troubles.understand(requests=False, end_marker=False)
    way.printer.troubles.run_out_after(300)
    assert summary(way.send(data)) == ("trouble", Code.PAPER_OUT, False)


def test_a_printer_of_blocks_that_never_ends_was_only_sent_to_r59(way: Way, data: bytes) -> None:
    way.printer.troubles.understand(requests=False, end_marker=False)
    way.printer.troubles.cut_blocks(2)
    assert way.state(SHORT) is State.UNKNOWN, "half a block says nothing"
    assert way.send(data, SHORT).state == "sent"


def test_half_blocks_do_not_confuse_a_printer_that_answers_requests(wire: Way, data: bytes) -> None:
    wire.printer.troubles.cut_blocks(2)
    wire.printer.troubles.answer_late(0.15)  # so that blocks are asked for as well
    assert wire.send(data, Patience(connect=1.0, reply=0.25, stall=1.0, settle=0.3, finish=6.0)).code is None
    assert paper_comes(wire.printer)


def test_a_printer_that_answers_only_requests(wire: Way, data: bytes) -> None:
    wire.printer.troubles.understand(blocks=False, end_marker=False)
    result = wire.send(data)
    assert result.state == "printed"
    assert result.seconds >= QUICK.settle, "it is watched for a while"


def test_a_printer_that_confirms_and_says_nothing_else(wire: Way, data: bytes) -> None:
    """The answer to GS r comes after the paper: it is proof, even of a printer whose state nobody knows."""
    wire.printer.troubles.understand(requests=False, blocks=False)
    result = wire.send(data, Patience(connect=1.0, reply=1.2, stall=0.6, settle=0.3, finish=3.0))
    assert result.state == "printed"
    assert result.status is not None
    assert result.status.state is State.UNKNOWN


def test_a_silent_printer_is_only_sent_to_r59(way: Way, data: bytes) -> None:
    way.printer.troubles.be_silent()
    assert way.state(SHORT) is State.UNKNOWN
    assert summary(way.send(data, SHORT)) == ("sent", None, False)
    assert paper_comes(way.printer)


def test_garbage_is_neither_ready_nor_printed_r59(way: Way, data: bytes) -> None:
    way.printer.troubles.answer_with(b"\x16\xf8\x12")
    assert way.state(SHORT) is State.UNKNOWN
    assert way.send(data, SHORT).state == "sent"


def test_a_printer_that_takes_nothing_is_stuck_within_its_time_r105(way: Way, data: bytes) -> None:
    way.printer.troubles.stall()
    result = way.send(data, SHORT)
    assert summary(result) == ("trouble", Code.STUCK, False)
    assert result.seconds < 5


@pytest.mark.parametrize("after", [1, 5_000, 20_000])
def test_a_line_that_is_cut_at_a_byte_is_not_safe_to_repeat_r105(
    printer: VirtualPrinter, data: bytes, after: int
) -> None:
    """Over the network; the first 12 bytes are the questions, so the first cut comes before the ticket."""
    printer.troubles.hang_up(after=after)
    result = deliver_ticket(data, PrinterConfig("p", "network", printer.address))
    assert summary(result) == ("trouble", Code.CONNECTION_LOST, after < 12)
    assert result.seconds < 5


def test_a_line_that_is_cut_after_the_last_byte_is_not_safe_to_repeat_r105(
    printer: VirtualPrinter, data: bytes
) -> None:
    printer.troubles.understand(end_marker=False)
    printer.troubles.hang_up(after=12 + len(data))
    result = deliver_ticket(data, PrinterConfig("p", "network", printer.address))
    assert summary(result) == ("trouble", Code.CONNECTION_LOST, False)


def test_a_slow_line_is_waited_for_while_bytes_move_r59(way: Way) -> None:
    """Four times the speed of 9600 baud, and a ticket of three seconds: longer than the patience with a line that
    stands."""
    way.printer.troubles.slow_line(3840)
    picture = b"\x1b@" + (b"\x1dv0\x00\x48\x00\x10\x00" + b"\xaa" * 72 * 16) * 10 + b"\x1dV\x00"
    result = way.send(picture, Patience(stall=0.8, finish=9.0))
    assert result.state == "printed"
    assert len(way.printer.slips()) == 1, "printed means printed"
    assert result.seconds > 2.5


def test_a_line_that_crawls_is_given_up(way: Way) -> None:
    way.printer.troubles.slow_line(400)
    patience = Patience(connect=1.0, reply=0.5, stall=1.0, slowest=40_000, settle=0.3, finish=3.0)
    result = way.send(b"\x1b@" + b"x" * 40_000, patience)
    assert summary(result) == ("trouble", Code.STUCK, False)
    assert result.seconds < 8, "two seconds for the ticket, and a question why"


def test_one_printer_in_trouble_holds_up_no_other(wire: Way, data: bytes) -> None:
    wire.printer.troubles.stall()
    results: list[JobResult] = []
    slow = threading.Thread(target=lambda: results.append(wire.send(data, Patience(stall=1.0))))
    with VirtualPrinter() as other:
        slow.start()
        assert deliver_ticket(data, PrinterConfig("other", "network", other.address)).state == "printed"
        assert results == [], "the other one is still waiting"
        slow.join()
    assert results[0].code is Code.STUCK


def test_a_printer_that_hangs_is_asked_no_longer_than_it_should_be(way: Way) -> None:
    way.printer.troubles.stall()
    began = time.monotonic()
    assert way.state(SHORT) is State.UNKNOWN
    assert time.monotonic() - began < 2


def test_a_name_that_nobody_knows_is_given_up_in_its_time() -> None:
    began = time.monotonic()
    with pytest.raises(PrinterTrouble) as trouble:
        NetworkTransport("printer-7.invalid:9100", QUICK).status()
    assert trouble.value.code is Code.UNREACHABLE
    assert time.monotonic() - began < 3
