"""Tickets through a print queue: the real CUPS in a folder of its own, a virtual printer behind it (R59, R105)."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from printers.config import PrinterConfig
from printers.dialogue import Result
from printers.queues import LONGEST, QueueTransport, queue_names, read_queue, state_of
from printers.status import State
from printers.transports import longest, transport_for
from printers.trouble import Code, PrinterTrouble
from printers.virtual import VirtualPrinter
from printers.windows_queue import WindowsQueueTransport, state_of_flags
from tests.support.cups import CUPSD, Cups, running_cups

TICKET = b"\x1b@" + b"\x1dv0\x00\x48\x00\x10\x00" + b"\xaa" * 72 * 16 + b"\x1dV\x00"

real_cups = pytest.mark.skipif(CUPSD is None, reason="apt-get install cups-daemon cups-client")


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[Cups, VirtualPrinter]]:
    with (
        VirtualPrinter() as printer,
        tempfile.TemporaryDirectory() as folder,
        running_cups(Path(folder), printer.address) as cups,
    ):
        yield cups, printer


@pytest.fixture
def cups(service: tuple[Cups, VirtualPrinter], monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    running, _ = service
    monkeypatch.setenv("CUPS_SERVER", running.server)
    yield running
    running.freeze(frozen=False)
    running.hold(held=False)
    running.report("-media-empty-error")
    running.run("cancel", "-a", running.queue)
    running.run("cupsaccept", running.queue)
    running.run("cupsenable", running.queue)


def trouble_of(name: str = Cups.queue) -> tuple[Code, bool]:
    began = time.monotonic()
    with pytest.raises(PrinterTrouble) as trouble:
        QueueTransport(name).send(TICKET)
    assert time.monotonic() - began < LONGEST
    return trouble.value.code, trouble.value.retry_safe


@real_cups
def test_a_ticket_through_a_queue_is_sent_byte_for_byte_and_never_called_printed_r59(
    cups: Cups, service: tuple[Cups, VirtualPrinter]
) -> None:
    printer = service[1]
    before = len(printer.slips())
    outcome = transport_for(PrinterConfig("p", "queue", cups.queue)).send(TICKET)
    assert outcome.result is Result.SENT
    end = time.monotonic() + 10
    while len(printer.slips()) == before and time.monotonic() < end:
        time.sleep(0.05)
    assert len(printer.slips()) == before + 1
    assert QueueTransport(cups.queue).status().state is State.UNKNOWN, "nobody has asked the printer itself"
    assert queue_names() == [cups.queue]


@real_cups
def test_a_paused_queue_gets_no_ticket_r105(cups: Cups) -> None:
    cups.run("cupsdisable", cups.queue)
    assert trouble_of() == (Code.QUEUE_STOPPED, True)
    with pytest.raises(PrinterTrouble) as trouble:
        QueueTransport(cups.queue).status()
    assert trouble.value.code is Code.QUEUE_STOPPED
    assert cups.run("lpstat", "-o") == "", "else it would come out when somebody lets the queue go on"


@real_cups
def test_a_queue_that_takes_nothing_is_named(cups: Cups) -> None:
    cups.run("cupsreject", cups.queue)
    assert trouble_of() == (Code.QUEUE_STOPPED, True)


@real_cups
def test_what_a_queue_says_of_its_printer_is_told_and_the_job_taken_back_r59(cups: Cups) -> None:
    cups.hold()
    cups.report("+media-empty-error")
    assert trouble_of() == (Code.PAPER_OUT, False)
    assert cups.run("lpstat", "-o") == "", "else it would come out beside its copy"


@real_cups
def test_a_queue_in_which_paper_was_out_prints_again_by_itself_r105(cups: Cups) -> None:
    """A queue learns of new paper only while it prints: until then it goes on saying that there is none."""
    cups.hold()
    cups.report("+media-empty-error")
    assert trouble_of() == (Code.PAPER_OUT, False)
    assert QueueTransport(cups.queue).status().state is State.UNKNOWN
    cups.hold(held=False)
    cups.report("-media-empty-error")
    assert QueueTransport(cups.queue).send(TICKET).result is Result.SENT


@real_cups
def test_a_queue_that_is_only_slow_keeps_its_ticket(cups: Cups) -> None:
    cups.hold()
    began = time.monotonic()
    assert QueueTransport(cups.queue).send(TICKET).result is Result.SENT
    assert time.monotonic() - began < LONGEST
    assert QueueTransport(cups.queue).status().state is State.UNKNOWN
    assert cups.queue in cups.run("lpstat", "-o")


@real_cups
def test_a_queue_that_is_not_there_is_named(cups: Cups) -> None:
    assert trouble_of("nobody") == (Code.BAD_ADDRESS, True)


@real_cups
def test_a_service_that_hangs_is_given_up_in_its_time_r105(cups: Cups) -> None:
    cups.freeze()
    assert trouble_of() == (Code.QUEUE_AWAY, True)


@real_cups
def test_a_service_that_is_away_is_named_r105(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    assert trouble_of() == (Code.QUEUE_AWAY, True)
    with pytest.raises(PrinterTrouble) as trouble:
        queue_names()
    assert trouble.value.code is Code.QUEUE_AWAY


def test_a_machine_without_cups_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert trouble_of() == (Code.NO_DRIVER, True)


@pytest.mark.parametrize("name", ["", "-d", "a b", "a/b", "a;b'c"])
def test_a_name_that_no_queue_has_reaches_no_program(name: str) -> None:
    assert trouble_of(name) == (Code.BAD_ADDRESS, True)


@pytest.mark.parametrize(
    ("reasons", "state"),
    [
        (["none"], State.UNKNOWN),
        (["media-empty-warning", "cover-open"], State.COVER_OPEN),
        (["media-needed"], State.PAPER_OUT),
        (["media-low-report"], State.PAPER_LOW),
        (["trimmer-jam-error"], State.CUTTER_FAULT),
        (["offline-report"], State.OFFLINE),
        (["marker-supply-low-report"], State.UNKNOWN),
        ([], State.UNKNOWN),
    ],
)
def test_reasons_in_words(reasons: list[str], state: State) -> None:
    assert state_of(reasons) is state


def test_a_queue_is_read_from_its_words() -> None:
    queue = read_queue(
        "ticket-7                lp              1024   Sat Nov 28 13:18:11 2026\n"
        "printer ticket now printing ticket-7.  enabled since Sat Nov 28 13:18:11 2026\n"
        "\tAlerts: media-low-warning\n"
    )
    assert (queue.stopped, queue.status.state, queue.jobs) == (False, State.PAPER_LOW, ("ticket-7",))
    assert read_queue("printer ticket disabled since Sat Nov 28 2026 -\n\tPaused\n").stopped
    assert longest(PrinterConfig("p", "queue", "ticket")) == LONGEST


@pytest.mark.parametrize(
    ("flags", "state"),
    [(0, State.UNKNOWN), (0x10, State.PAPER_OUT), (0x400010, State.COVER_OPEN), (0x80, State.OFFLINE)],
)
def test_the_flags_of_windows_in_words(flags: int, state: State) -> None:
    assert state_of_flags(flags) is state


def test_without_the_library_of_windows_it_is_said_by_name() -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        WindowsQueueTransport("ticket").send(TICKET)
    assert (trouble.value.code, trouble.value.retry_safe) == (Code.NO_DRIVER, True)


class WindowsError(Exception):
    """As pywintypes.error."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror)
        self.winerror = winerror


class Spooler(ModuleType):
    """The calls of win32print in their order; there is no Windows among the machines that run the tests."""

    def __init__(self, flags: int = 0, *, unknown: bool = False, breaks: bool = False) -> None:
        super().__init__("win32print")
        self.flags, self.unknown, self.breaks = flags, unknown, breaks
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> object:
        def call(*_: object) -> object:
            self.calls.append(name)
            if name == "OpenPrinter" and self.unknown:
                raise WindowsError(1801)
            if name == "WritePrinter" and self.breaks:
                raise WindowsError(6)
            return {"Status": self.flags} if name == "GetPrinter" else 1

        if name.startswith("__"):
            raise AttributeError(name)
        return call


@pytest.mark.parametrize(
    ("spooler", "code", "safe"),
    [
        (Spooler(0x10), Code.PAPER_OUT, True),
        (Spooler(0x1), Code.QUEUE_STOPPED, True),
        (Spooler(unknown=True), Code.BAD_ADDRESS, True),
        (Spooler(breaks=True), Code.QUEUE_AWAY, False),
    ],
)
def test_what_the_spooler_of_windows_refuses(
    monkeypatch: pytest.MonkeyPatch, spooler: Spooler, code: Code, safe: bool
) -> None:
    monkeypatch.setitem(sys.modules, "win32print", spooler)
    monkeypatch.setitem(sys.modules, "pywintypes", SimpleNamespace(error=WindowsError))
    with pytest.raises(PrinterTrouble) as trouble:
        WindowsQueueTransport("ticket").send(TICKET)
    assert (trouble.value.code, trouble.value.retry_safe) == (code, safe)
    assert spooler.calls.count("ClosePrinter") == spooler.calls.count("OpenPrinter") - spooler.unknown


def test_a_ticket_through_the_spooler_of_windows_goes_raw_and_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = Spooler()
    monkeypatch.setitem(sys.modules, "win32print", spooler)
    monkeypatch.setitem(sys.modules, "pywintypes", SimpleNamespace(error=WindowsError))
    assert WindowsQueueTransport("ticket").send(TICKET).result is Result.SENT
    assert spooler.calls[-5:] == ["OpenPrinter", "StartDocPrinter", "WritePrinter", "EndDocPrinter", "ClosePrinter"]
