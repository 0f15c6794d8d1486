"""Printers on USB: which device is meant, who may have it, and what happens to the cable. pyusb is the real one, on a
bus in software (R59, R105)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
import usb.core

from printers.config import PrinterConfig
from printers.dialogue import Patience, Result
from printers.status import State
from printers.transports import UsbTransport, transport_for, waits_natively
from printers.trouble import Code, PrinterTrouble
from printers.usb_line import UsbAddress, UsbLine
from printers.virtual import VirtualPrinter
from tests.support.usb_bus import Bus, Plug

QUICK = Patience(connect=1.0, reply=0.6, stall=0.6, settle=0.2, finish=3.0)
TICKET = b"\x1b@" + (b"\x1dv0\x00\x48\x00\x10\x00" + b"\xaa" * 72 * 16) * 12 + b"\x1dV\x00"


@pytest.fixture
def plug() -> Iterator[Plug]:
    with VirtualPrinter() as printer:
        yield Plug(printer)


def trouble_of(transport: UsbTransport, data: bytes = TICKET) -> tuple[Code, bool]:
    with pytest.raises(PrinterTrouble) as trouble:
        transport.send(data)
    return trouble.value.code, trouble.value.retry_safe


def test_a_device_is_borrowed_from_the_kernel_and_given_back(plug: Plug) -> None:
    bus = Bus(plug)
    assert UsbTransport("", QUICK, bus).send(TICKET).result is Result.PRINTED
    assert [word for word in plug.log if word != "close"] == ["detach", "claim", "release", "attach"]
    assert plug.kernel_has_it
    assert plug.printer is not None
    assert len(plug.printer.slips()) == 1
    assert UsbTransport("", QUICK, bus).status().state is State.READY


@pytest.mark.parametrize("address", ["04b8:0e15", "4B8:E15", "04b8:0e15:A1", ""])
def test_a_device_is_found_by_its_address(plug: Plug, address: str) -> None:
    mouse = Plug(vendor=0x046D, product=0xC077, interface_class=3)
    other = Plug(vendor=0x0416, product=0x5011, interface_class=255)
    assert UsbTransport(address, QUICK, Bus(mouse, plug, other)).status().state is State.READY


def test_one_of_two_alike_is_named_by_its_serial_number(plug: Plug) -> None:
    bus = Bus(Plug(serial="Z9"), plug)
    assert UsbTransport("04b8:0e15:A1", QUICK, bus).status().state is State.READY
    assert trouble_of(UsbTransport("04b8:0e15", QUICK, bus)) == (Code.BAD_ADDRESS, True)
    assert trouble_of(UsbTransport("", QUICK, bus)) == (Code.BAD_ADDRESS, True)


def test_a_printer_of_its_makers_own_class_is_reached_by_its_address_only(plug: Plug) -> None:
    plug.interface_class = 255
    assert UsbTransport("04b8:0e15", QUICK, Bus(plug)).status().state is State.READY
    assert trouble_of(UsbTransport("", QUICK, Bus(plug))) == (Code.NO_DEVICE, True)


@pytest.mark.parametrize("address", ["04b8", "04b8-0e15", "xyz:1", "04b8:0e15:", "10.0.0.7:9100"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(PrinterTrouble) as trouble:
        UsbAddress.read(address)
    assert trouble.value.code is Code.BAD_ADDRESS


def test_a_device_that_may_not_be_used_says_so_r105(plug: Plug) -> None:
    plug.permitted = False
    for address in ("", "04b8:0e15", "04b8:0e15:A1"):
        assert trouble_of(UsbTransport(address, QUICK, Bus(plug))) == (Code.NO_PERMISSION, True)
    assert plug.kernel_has_it


def test_a_device_in_other_hands_says_so_and_is_left_alone(plug: Plug) -> None:
    plug.claimed, plug.kernel_has_it = True, False
    assert trouble_of(UsbTransport("", QUICK, Bus(plug))) == (Code.IN_USE, True)
    assert "release" not in plug.log
    assert "attach" not in plug.log


def test_nothing_is_plugged_in() -> None:
    assert trouble_of(UsbTransport("", QUICK, Bus())) == (Code.NO_DEVICE, True)
    assert trouble_of(UsbTransport("04b8:0e15", QUICK, Bus())) == (Code.NO_DEVICE, True)


def test_a_device_that_only_listens_is_sent_to(plug: Plug) -> None:
    plug.two_way = False
    assert UsbTransport("", QUICK, Bus(plug)).send(TICKET).result is Result.SENT


@pytest.mark.parametrize(("after", "safe"), [(3, True), (12, True), (13, False), (9_000, False)])
def test_a_cable_that_is_pulled_r105(plug: Plug, after: int, safe: bool) -> None:
    """The questions before a ticket are 12 bytes: what is pulled then has printed nothing."""
    plug.unplug_after = after
    bus = Bus(plug)
    assert trouble_of(UsbTransport("", QUICK, bus)) == (Code.CONNECTION_LOST, safe)
    assert trouble_of(UsbTransport("", QUICK, bus)) == (Code.NO_DEVICE, True)


def test_an_endpoint_that_refuses_before_a_ticket_is_cleared_and_used(plug: Plug) -> None:
    plug.refuse_after, plug.refusals = 12, 1
    assert UsbTransport("", QUICK, Bus(plug)).send(TICKET).result is Result.PRINTED
    assert plug.log.count("clear") == 1


def test_an_endpoint_that_refuses_in_a_ticket_is_cleared_for_the_next(plug: Plug) -> None:
    plug.refuse_after, plug.refusals = 9_000, 1
    bus = Bus(plug)
    assert trouble_of(UsbTransport("", QUICK, bus)) == (Code.STUCK, False)
    assert not plug.halted
    plug.refuse_after = None
    assert UsbTransport("", QUICK, bus).send(TICKET).result is Result.PRINTED


def test_without_the_library_it_is_said_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usb.core", None)
    with pytest.raises(PrinterTrouble) as trouble:
        UsbTransport("").status()
    assert trouble.value.code is Code.NO_DRIVER


def test_without_libusb_it_is_said_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", none)
    with pytest.raises(PrinterTrouble) as trouble:
        UsbLine("")
    assert trouble.value.code is Code.NO_DRIVER


def test_the_real_bus_of_this_machine_is_read() -> None:
    """libusb itself is there and runs; a device that nobody owns is on no bus."""
    transport = transport_for(PrinterConfig("p", "usb", "dead:beef"))
    with pytest.raises(PrinterTrouble) as trouble:
        transport.status()
    assert trouble.value.code is Code.NO_DEVICE
    assert waits_natively(PrinterConfig("p", "usb", ""))
    assert not waits_natively(PrinterConfig("p", "network", ""))
