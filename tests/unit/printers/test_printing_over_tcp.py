"""Tickets over real TCP to the virtual printer: what comes out, and every way in which it does not."""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from printers.config import PrinterConfig
from printers.decoder import Decoder, StatusRequest
from printers.dialogue import Patience
from printers.raster import render
from printers.slip import Slip
from printers.status import State
from printers.transports import NetworkTransport, Transport, split_address
from printers.trouble import Code, PrinterTrouble
from printers.virtual import VirtualPrinter
from printers.worker import JobResult, deliver_ticket, prepare, print_job, warm_up

Make = Callable[..., Slip]
Factory = Callable[[PrinterConfig], Transport]


def until(true: Callable[[], bool], seconds: float = 3.0) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def summary(result: JobResult) -> tuple[str, Code | None, bool]:
    return result.state, result.code, result.retry_safe


def test_a_ticket_comes_out_dot_for_dot(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    slip = make_slip()
    result = print_job(slip, config, fonts=fonts)
    assert summary(result) == ("printed", None, False)
    assert result.status is not None
    assert result.status.state is State.READY
    (paper,) = printer.slips()
    assert not paper.copy
    printed, drawn = Image.open(io.BytesIO(paper.png)), render(slip, 80, fonts)
    assert printed.size == (drawn.width, drawn.height + 24)
    assert ImageChops.difference(printed.crop((0, 0, *drawn.size)), drawn).getbbox() is None
    assert [code.text for code in zxingcpp.read_barcodes(printed.convert("L"))] == [slip.url]


def test_narrow_paper_without_a_cutter_is_torn_off(make_slip: Make, fonts: Path) -> None:
    with VirtualPrinter(width=58) as printer:
        config = PrinterConfig("small", "virtual", printer.address, width=58, cut=False)
        assert print_job(make_slip(is_copy=True), config, fonts=fonts).state == "printed"
        assert until(lambda: len(printer.slips()) == 1)
        assert printer.slips()[0].copy
        assert Image.open(io.BytesIO(printer.slips()[0].png)).width == 384


def test_many_tickets_come_out_in_order(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    for count in range(12):
        slip = make_slip(number=f"A{count:03}", url=f"https://renhe.example/t/{count}")
        assert print_job(slip, config, fonts=fonts).state == "printed"
    read = [
        zxingcpp.read_barcodes(Image.open(io.BytesIO(slip.png)).convert("L"))[0].text
        for slip in printer.slips()
    ]
    assert read == [f"https://renhe.example/t/{count}" for count in reversed(range(12))]


def test_low_paper_prints_and_says_so(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.set_paper("low")
    result = print_job(make_slip(), config, fonts=fonts)
    assert result.state == "printed"
    assert result.status is not None
    assert result.status.state is State.PAPER_LOW


TROUBLES: dict[Code, tuple[Callable[[VirtualPrinter], None], Callable[[VirtualPrinter], None]]] = {
    Code.PAPER_OUT: (lambda p: p.troubles.set_paper("out"), lambda p: p.troubles.set_paper("full")),
    Code.COVER_OPEN: (lambda p: p.troubles.open_cover(), lambda p: p.troubles.open_cover(opened=False)),
    Code.CUTTER_FAULT: (lambda p: p.troubles.set_fault("cutter"), lambda p: p.troubles.set_fault(None)),
    Code.OVERHEATED: (lambda p: p.troubles.set_fault("overheated"), lambda p: p.troubles.set_fault(None)),
    Code.OFFLINE: (lambda p: p.troubles.set_offline(), lambda p: p.troubles.set_offline(offline=False)),
    Code.UNREACHABLE: (lambda p: p.switch_off(), lambda p: p.switch_on()),
    Code.CONNECTION_LOST: (lambda p: p.troubles.hang_up(), lambda p: p.troubles.hang_up(hanging_up=False)),
}


@pytest.mark.parametrize("code", TROUBLES)
def test_each_trouble_is_named_before_a_byte_is_sent_and_heals(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig, code: Code
) -> None:
    spoil, repair = TROUBLES[code]
    spoil(printer)
    result = print_job(make_slip(), config, fonts=fonts)
    assert summary(result) == ("trouble", code, True)
    assert result.seconds < 5, "staff are told within 5 s"
    repair(printer)
    assert print_job(make_slip(), config, fonts=fonts).state == "printed"
    assert len(printer.slips()) == 1, "the refused ticket left nothing behind"


@pytest.mark.parametrize("code", [Code.PAPER_OUT, Code.COVER_OPEN, Code.OFFLINE])
def test_status_can_be_asked_without_printing(
    printer: VirtualPrinter, config: PrinterConfig, code: Code
) -> None:
    transport = NetworkTransport(config.address)
    assert transport.status().state is State.READY
    TROUBLES[code][0](printer)
    assert transport.status().state.value == code.value
    printer.switch_off()
    with pytest.raises(PrinterTrouble) as trouble:
        transport.status()
    assert (trouble.value.code, trouble.value.retry_safe) == (Code.UNREACHABLE, True)


def test_paper_that_ends_in_the_middle_may_have_left_a_part(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.run_out_after(300)
    result = print_job(make_slip(), config, fonts=fonts)
    assert summary(result) == ("trouble", Code.PAPER_OUT, False)
    assert result.seconds < 5
    assert printer.slips() == []
    printer.troubles.set_paper("full")
    assert until(lambda: len(printer.slips()) == 1), "a printer prints on after the roll was changed"


def test_a_connection_that_breaks_in_the_middle_is_not_safe_to_repeat(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.hang_up(after=20_000)
    result = print_job(make_slip(), config, fonts=fonts)
    assert summary(result) == ("trouble", Code.CONNECTION_LOST, False)


def test_power_that_fails_in_the_middle(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.be_slow(0.1)
    data = prepare(make_slip(), config, fonts)
    timer = threading.Timer(0.35, printer.switch_off)
    timer.start()
    result = deliver_ticket(data, config)
    timer.join()
    assert summary(result) == ("trouble", Code.CONNECTION_LOST, False)
    assert printer.slips() == []


def test_a_printer_that_takes_nothing_is_stuck_within_its_time(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig, hurried: Factory
) -> None:
    printer.troubles.stall()
    result = print_job(make_slip(), config, hurried, fonts=fonts)
    assert summary(result) == ("trouble", Code.STUCK, False)
    assert result.seconds < 3


def test_the_usual_patience_names_a_stuck_printer_within_five_seconds(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.stall()
    result = print_job(make_slip(), config, fonts=fonts)
    assert result.code is Code.STUCK
    assert result.seconds < 5


def test_a_stuck_printer_is_asked_why_on_a_second_connection(
    make_slip: Make, fonts: Path, config: PrinterConfig, hurried: Factory
) -> None:
    """The first connection takes nothing after its status; a second one learns that the paper is out."""
    talks = 0

    def serve(talk: socket.socket) -> None:
        nonlocal talks
        talks += 1
        answers = [0x16, 0x12, 0x12, 0x12] if talks == 1 else [0x1E, 0x32, 0x12, 0x72]
        for answer in answers:
            talk.recv(3)
            talk.sendall(bytes((answer,)))
        time.sleep(1.5)

    with served(serve) as address:
        result = print_job(make_slip(), PrinterConfig("p", "network", address), hurried, fonts=fonts)
    assert summary(result) == ("trouble", Code.PAPER_OUT, False)


def test_a_silent_printer_gets_its_ticket_unconfirmed(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig, hurried: Factory
) -> None:
    printer.troubles.be_silent()
    result = print_job(make_slip(), config, hurried, fonts=fonts)
    assert summary(result) == ("sent", None, False)
    assert result.status is not None
    assert result.status.state is State.UNKNOWN
    assert result.seconds < 2
    assert until(lambda: len(printer.slips()) == 1)


def test_a_printer_that_falls_silent_after_the_ticket_does_not_confirm_it(
    make_slip: Make, fonts: Path, hurried: Factory
) -> None:
    def serve(talk: socket.socket) -> None:
        for answer in (0x16, 0x12, 0x12, 0x12):
            talk.recv(3)
            talk.sendall(bytes((answer,)))
        talk.settimeout(4)
        while talk.recv(65536):
            pass

    with served(serve) as address:
        result = print_job(make_slip(), PrinterConfig("p", "network", address), hurried, fonts=fonts)
    assert result.state == "sent"
    assert result.seconds < 4


def test_a_printer_without_the_end_marker_is_watched_for_a_while(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.knows_end_marker = False
    result = print_job(make_slip(), config, fonts=fonts)
    assert result.state == "printed"
    assert Patience().settle <= result.seconds < Patience().finish


def test_a_slow_printer_is_waited_for(
    make_slip: Make, fonts: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    printer.troubles.be_slow(0.1)
    result = print_job(make_slip(), config, fonts=fonts)
    assert result.state == "printed"
    assert result.seconds > 0.9
    assert len(printer.slips()) == 1, "printed means printed"


def test_late_answers_are_not_taken_for_others(make_slip: Make, fonts: Path, hurried: Factory) -> None:
    """0x16 to request 1 is a calm printer; the same byte to request 2 would be an open cover."""

    def serve(talk: socket.socket) -> None:
        decoder, asked = Decoder(), 0
        talk.settimeout(4)
        while data := talk.recv(65536):
            for event in decoder.feed(data):
                if isinstance(event, StatusRequest):
                    asked += 1
                    time.sleep(0.45 if asked == 1 else 0.0)
                    talk.sendall(b"\x16" if event.number == 1 else b"\x12")

    with served(serve) as address:
        result = print_job(make_slip(), PrinterConfig("p", "network", address), hurried, fonts=fonts)
    assert result.code is None


def test_noise_between_answers_is_ignored(make_slip: Make, fonts: Path, hurried: Factory) -> None:
    def serve(talk: socket.socket) -> None:
        decoder = Decoder()
        talk.settimeout(4)
        while data := talk.recv(65536):
            for event in decoder.feed(data):
                if isinstance(event, StatusRequest):
                    talk.sendall(b"\x11\x13" + (b"\x16" if event.number == 1 else b"\x12"))

    with served(serve) as address:
        result = print_job(make_slip(), PrinterConfig("p", "network", address), hurried, fonts=fonts)
    assert result.state == "printed"


@pytest.mark.parametrize(
    "address", ["", ":9100", "host:", "host:0", "host:99999", "host:９１００", "host:-1", "[::1]:x"]
)
def test_a_bad_address_is_a_trouble_of_its_own(make_slip: Make, fonts: Path, address: str) -> None:
    result = print_job(make_slip(), PrinterConfig("p", "network", address), fonts=fonts)
    assert summary(result) == ("trouble", Code.BAD_ADDRESS, True)


def test_addresses() -> None:
    assert split_address("10.0.0.7:9101") == ("10.0.0.7", 9101)
    assert split_address("printer-3") == ("printer-3", 9100)
    assert split_address("[::1]:9100") == ("::1", 9100)
    assert split_address("[fe80::1]") == ("fe80::1", 9100)


def test_missing_fonts_are_a_trouble_and_no_crash(
    make_slip: Make, tmp_path: Path, printer: VirtualPrinter, config: PrinterConfig
) -> None:
    assert summary(print_job(make_slip(), config, fonts=tmp_path)) == ("trouble", Code.CANNOT_DRAW, True)
    assert list(printer.received) == []


def test_warming_up_names_missing_fonts(fonts: Path, tmp_path: Path) -> None:
    warm_up(fonts)
    with pytest.raises(PrinterTrouble) as trouble:
        warm_up(tmp_path)
    assert trouble.value.code is Code.CANNOT_DRAW


def test_a_printer_that_hangs_up_while_it_is_asked(printer: VirtualPrinter, config: PrinterConfig) -> None:
    printer.troubles.hang_up()
    with pytest.raises(PrinterTrouble) as trouble:
        NetworkTransport(config.address).status()
    assert (trouble.value.code, trouble.value.retry_safe) == (Code.CONNECTION_LOST, True)


def test_trouble_carries_no_content(printer: VirtualPrinter, config: PrinterConfig) -> None:
    printer.troubles.set_paper("out")
    with pytest.raises(PrinterTrouble) as trouble:
        NetworkTransport(config.address).send(b"A029")
    assert str(trouble.value) == "paper_out"


@contextmanager
def served(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """A TCP server with a behaviour of its own; each connection is served in a thread."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    threads: list[threading.Thread] = []

    def one(talk: socket.socket) -> None:
        with talk:
            try:
                serve(talk)
            except OSError:
                return

    def accept() -> None:
        while True:
            try:
                talk, _ = listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=one, args=(talk,), daemon=True)
            thread.start()
            threads.append(thread)

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join(2)
        for thread in threads:
            thread.join(5)
