"""A USB bus in software: devices that pyusb finds through a backend of its own, each with a virtual printer behind it.

Everything above the backend is the real pyusb; the bytes go over a socket pair to the printer.
"""

# ruff: noqa: ARG002 - the arguments are pyusb's

from __future__ import annotations

import array
import errno
import socket
import time
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import usb.backend
from usb.core import USBError, USBTimeoutError

from printers.virtual import VirtualPrinter

OUT, IN = 0x01, 0x82


@dataclass(eq=False)
class Plug:
    """A device on the bus. `unplug_after` and `refuse_after` count bytes of bulk transfers out."""

    printer: VirtualPrinter | None = None
    vendor: int = 0x04B8
    product: int = 0x0E15
    serial: str = "A1"
    interface_class: int = 7
    two_way: bool = True
    permitted: bool = True
    kernel_has_it: bool = True
    unplug_after: int | None = None
    refuse_after: int | None = None
    refusals: int = 0
    taken: int = 0
    claimed: bool = False
    halted: bool = False
    log: list[str] = field(default_factory=list)
    cable: socket.socket | None = None
    far: socket.socket | None = None

    def connect(self) -> socket.socket:
        """The cable to the printer, laid at the first transfer."""
        if self.cable is None:
            self.cable, far = socket.socketpair()
            for end in (self.cable, far):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4608)
            self.far = far
            if self.printer is not None:
                self.printer.plug(far)
        return self.cable

    def pull(self) -> None:
        """Pull the cable."""
        if self.cable is not None:
            self.cable.close()
        self.cable = None


class Bus(usb.backend.IBackend):  # type: ignore[misc]
    """The bus; `plugs` are the devices on it. Strings and descriptors are what a ticket printer gives."""

    def __init__(self, *plugs: Plug) -> None:
        super().__init__()
        self.plugs = list(plugs)

    def enumerate_devices(self) -> Any:
        return list(self.plugs)

    def get_parent(self, dev: Plug) -> None:
        return None

    def get_device_descriptor(self, dev: Plug) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=dev.vendor, idProduct=dev.product, bcdDevice=0x100, iManufacturer=1,
            iProduct=2, iSerialNumber=3, bNumConfigurations=1, address=5, bus=1, port_number=1, port_numbers=(1,),
            speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: Plug, config: int) -> Any:
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: Plug, intf: int, alt: int, config: int) -> Any:
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=1 + dev.two_way,
            bInterfaceClass=dev.interface_class, bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0,
            extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: Plug, ep: int, intf: int, alt: int, config: int) -> Any:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(OUT, IN)[ep], bmAttributes=2, wMaxPacketSize=64,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: Plug) -> Plug:
        if not dev.permitted:
            raise USBError("Access denied (insufficient permissions)", -3, errno.EACCES)
        return dev

    def close_device(self, dev_handle: Plug) -> None:
        dev_handle.log.append("close")

    def get_configuration(self, dev_handle: Plug) -> int:
        return 1

    def set_configuration(self, dev_handle: Plug, config_value: int) -> None:
        dev_handle.log.append("configure")

    def is_kernel_driver_active(self, dev_handle: Plug, intf: int) -> bool:
        return dev_handle.kernel_has_it

    def detach_kernel_driver(self, dev_handle: Plug, intf: int) -> None:
        dev_handle.kernel_has_it = False
        dev_handle.log.append("detach")

    def attach_kernel_driver(self, dev_handle: Plug, intf: int) -> None:
        dev_handle.kernel_has_it = True
        dev_handle.log.append("attach")

    def claim_interface(self, dev_handle: Plug, intf: int) -> None:
        if dev_handle.claimed or dev_handle.kernel_has_it:
            raise USBError("Resource busy", -6, errno.EBUSY)
        dev_handle.claimed = True
        dev_handle.log.append("claim")

    def release_interface(self, dev_handle: Plug, intf: int) -> None:
        dev_handle.claimed = False
        dev_handle.log.append("release")

    def clear_halt(self, dev_handle: Plug, ep: int) -> None:
        dev_handle.halted = False
        dev_handle.log.append("clear")

    def ctrl_transfer(
        self, dev_handle: Plug, request_type: int, request: int, value: int, index: int, data: Any, timeout: int
    ) -> int:
        """String descriptors, which is all that pyusb asks for here."""
        strings = {1: "HOUZHEN", 2: "Ticket printer", 3: dev_handle.serial}
        number = value & 0xFF
        text = b"\x09\x04" if number == 0 else strings[number].encode("utf-16-le")
        answer = array.array("B", bytes((len(text) + 2, 3)) + text)[: len(data)]
        data[: len(answer)] = answer
        return len(answer)

    def bulk_write(self, dev_handle: Plug, ep: int, intf: int, data: Any, timeout: int) -> int:
        """As much as the printer takes within the time, as libusb reports it."""
        plug = dev_handle
        if plug not in self.plugs:
            raise USBError("No such device", -4, errno.ENODEV)
        if plug.halted or (plug.refuse_after is not None and plug.refusals and plug.taken >= plug.refuse_after):
            plug.refusals -= not plug.halted
            plug.halted = True
            raise USBError("Pipe error", -9, errno.EPIPE)
        limits = [limit - plug.taken for limit in (plug.unplug_after, plug.refuse_after if plug.refusals else None)
                  if limit is not None]  # fmt: skip
        portion = bytes(data)[: max(0, min([len(data), *limits]))]
        sent = _send(plug.connect(), portion, timeout / 1000)
        if portion and not sent:
            raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        plug.taken += sent
        if plug.unplug_after is not None and plug.taken >= plug.unplug_after:
            self.plugs.remove(plug)
            plug.pull()
        return sent

    def bulk_read(self, dev_handle: Plug, ep: int, intf: int, buff: Any, timeout: int) -> int:
        """What the printer said within the time."""
        plug = dev_handle
        if plug not in self.plugs:
            raise USBError("No such device", -4, errno.ENODEV)
        cable = plug.connect()
        cable.settimeout(timeout / 1000)
        try:
            data = cable.recv(len(buff))
        except TimeoutError:
            raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT) from None
        buff[: len(data)] = array.array("B", data)
        return len(data)


def _send(cable: socket.socket, data: bytes, seconds: float) -> int:
    """Packet by packet, as a device takes them, until the time is over; the bytes that went."""
    end, sent = time.monotonic() + seconds, 0
    while sent < len(data) and (left := end - time.monotonic()) > 0:
        cable.settimeout(left)
        try:
            sent += cable.send(data[sent : sent + 64])
        except TimeoutError:
            break
    return sent
