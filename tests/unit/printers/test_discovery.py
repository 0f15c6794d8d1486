"""Looking for printers: addresses, the network, USB, serial ports, queues (R59)."""

from __future__ import annotations

import socket
import sys
import threading
import time

import pytest

from printers.addresses import MOST_HOSTS, AddressProblem, hosts
from printers.discovery import Found, ask_name, find_network, find_queues, find_serial, find_usb
from printers.lines import SocketLine
from printers.status import State
from printers.trouble import Code, PrinterTrouble
from printers.virtual import VirtualPrinter
from tests.support.usb_bus import Bus, Plug


def place(printer: VirtualPrinter) -> tuple[str, int]:
    host, port = printer.address.split(":")
    return host, int(port)


@pytest.mark.parametrize(
    ("word", "first", "count"),
    [
        ("10.0.0.7", ("10.0.0.7", 9100), 1),
        ("printer-3:9101", ("printer-3", 9101), 1),
        ("printer-3-east", ("printer-3-east", 9100), 1),
        ("10.0.0.0/24", ("10.0.0.1", 9100), 254),
        ("10.0.0.9/32", ("10.0.0.9", 9100), 1),
        ("10.0.0.10-12", ("10.0.0.10", 9100), 3),
        ("10.0.0.250-10.0.1.5", ("10.0.0.250", 9100), 12),
        ("10.0.0.0/22", ("10.0.0.1", 9100), 1022),
        ("[::1]:9101", ("::1", 9101), 1),
    ],
)
def test_addresses_and_ranges(word: str, first: tuple[str, int], count: int) -> None:
    found = hosts([word, word])
    assert (found[0], len(found)) == (first, count)


@pytest.mark.parametrize("word", ["", "10.0.0.0/33", "10.0.0.9-3", "10.0.0.9-x", "10.0.0.9-999", ":9100", "a/b"])
def test_what_is_no_address_is_named(word: str) -> None:
    with pytest.raises(AddressProblem) as problem:
        hosts([word])
    assert (problem.value.word, problem.value.too_many) == (word, False)


@pytest.mark.parametrize(
    "words", [["10.0.0.0/8"], ["10.0.0.0-10.9.0.0"], ["::/64"], ["10.0.0.0/23", "10.1.0.0/23", "10.2.0.0/24"]]
)
def test_more_addresses_than_one_may_ask_are_refused_before_any_is_asked(words: list[str]) -> None:
    with pytest.raises(AddressProblem) as problem:
        hosts(words)
    assert problem.value.too_many
    assert MOST_HOSTS == 1024


def test_printers_on_the_network_say_who_and_how_they_are() -> None:
    looked: list[int] = []
    with VirtualPrinter() as well, VirtualPrinter() as empty, VirtualPrinter() as silent, VirtualPrinter() as off:
        empty.troubles.set_paper("out")
        silent.troubles.be_silent()
        places = [place(printer) for printer in (well, empty, silent, off)]
        off.switch_off()
        found = find_network(places, lambda: looked.append(1))
    assert found == [
        Found("network", well.address, "HOUZHEN VIRTUAL", State.READY),
        Found("network", empty.address, "", State.PAPER_OUT),
        Found("network", silent.address, "", State.UNKNOWN),
    ]
    assert len(looked) == 4
    assert well.slips() == [], "looking prints nothing"


def test_a_whole_network_takes_its_time_and_no_more() -> None:
    """254 addresses of which one answers; the other ones of this machine's own network refuse."""
    with VirtualPrinter(host="127.0.0.77") as printer:
        port = place(printer)[1]
        began = time.monotonic()
        found = find_network([(f"127.0.0.{last}", port) for last in range(1, 255)])
    assert [one.address for one in found] == [f"127.0.0.77:{port}"]
    assert time.monotonic() - began < 30


def test_those_that_hang_do_not_hold_up_the_rest() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf, VirtualPrinter() as printer:
        began = time.monotonic()
        found = find_network([deaf.getsockname()] * 5 + [place(printer)])
        assert time.monotonic() - began < 10
    assert found[-1].state is State.READY
    assert {one.state for one in found[:-1]} == {State.UNKNOWN}


def test_the_time_for_all_is_bounded() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        assert find_network([deaf.getsockname()], seconds=0.05) == []


@pytest.mark.parametrize("answer", [b"", b"\x16\x12", b"EPSON\0", b"_" + b"x" * 200, b"_\x1b[2JTM\0"])
def test_a_name_is_only_what_was_said_in_the_right_form(answer: bytes) -> None:
    """Control characters of a foreign device never reach the operator's terminal."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            talk, _ = server.accept()
            with talk:
                talk.recv(3)
                talk.sendall(answer)
                talk.settimeout(5)
                while talk.recv(100):
                    pass

        thread = threading.Thread(target=serve)
        thread.start()
        line = SocketLine(*server.getsockname(), 2.0)
        name = ask_name(line)
        line.close()
        thread.join()
    assert name == ("[2JTM" if b"\x1b" in answer else "")


def test_usb_printers_are_listed_with_what_the_clinic_file_wants() -> None:
    with VirtualPrinter() as printer:
        bus = Bus(
            Plug(printer), Plug(vendor=0x046D, interface_class=3), Plug(vendor=0x0519, permitted=False),
            Plug(vendor=0x0FE6, serial="X\n1", claimed=True, kernel_has_it=False),
        )  # fmt: skip
        assert find_usb(bus) == [
            Found("usb", "04b8:0e15:A1", "HOUZHEN Ticket printer", State.READY),
            Found("usb", "0519:0e15", code=Code.NO_PERMISSION),
            Found("usb", "0fe6:0e15", code=Code.IN_USE),
        ]


def test_serial_ports_are_listed_and_not_touched() -> None:
    for found in find_serial():
        assert (found.kind, found.state, found.code) == ("serial", State.UNKNOWN, None)
        assert found.address.startswith("/dev/")


def test_what_cannot_be_looked_for_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "serial.tools.list_ports", None)
    monkeypatch.setitem(sys.modules, "usb.core", None)
    monkeypatch.setenv("PATH", "/nowhere")
    for look in (find_serial, find_usb, find_queues):
        with pytest.raises(PrinterTrouble) as trouble:
            look()
        assert trouble.value.code is Code.NO_DRIVER
