"""A line to a printer on USB, by libusb: found by its class or its address, borrowed from the kernel and given back."""

from __future__ import annotations

import errno
import functools
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from printers.lines import LineBroken, LineStalled, hand_over
from printers.trouble import Code, PrinterTrouble

PRINTER_CLASS = 7
VENDOR_CLASS = 0xFF
_ADDRESS = re.compile(r"([0-9a-fA-F]{1,4}):([0-9a-fA-F]{1,4})(?::(.+))?")
_PORTION = 4096
_CODES = {errno.EACCES: Code.NO_PERMISSION, errno.EPERM: Code.NO_PERMISSION, errno.EBUSY: Code.IN_USE}


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """Which device: `vendor:product[:serial number]` in hexadecimal; nothing for the only printer there is."""

    vendor: int | None = None
    product: int | None = None
    serial: str | None = None

    @classmethod
    def read(cls, address: str) -> UsbAddress:
        """PrinterTrouble(bad_address) where it has another form."""
        if not address.strip():
            return cls()
        match = _ADDRESS.fullmatch(address.strip())
        if match is None:
            raise PrinterTrouble(Code.BAD_ADDRESS, retry_safe=True)
        return cls(int(match[1], 16), int(match[2], 16), match[3])


class UsbLine:
    """The bulk endpoints of a printer's interface. The constructor raises PrinterTrouble: no_device, no_permission,
    in_use, no_driver, or bad_address, also where an empty address fits several printers.

    All of it waits in native code; see `printers.transports.waits_natively`.
    """

    def __init__(self, address: str, backend: Any = None) -> None:
        usb = library()
        self._error: type[Exception] = usb.core.USBError
        self._timeout: type[Exception] = usb.core.USBTimeoutError
        self._util = usb.util
        try:
            self._device = find_one(UsbAddress.read(address), backend)
            self._claim()
        except usb.core.NoBackendError as error:
            raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
        except usb.core.USBError as error:
            raise PrinterTrouble(_CODES.get(error.errno, Code.NO_DEVICE), retry_safe=True) from error

    def _claim(self) -> None:
        self._borrowed = False
        try:
            interface = _required(printer_interface(self._configuration(), anyway=True))
            self._number = interface.bInterfaceNumber
            self._out, self._in = _endpoints(interface)
            self._borrow()
            self._util.claim_interface(self._device, self._number)
            if interface.bAlternateSetting:
                self._device.set_interface_altsetting(interface)
        except (self._error, PrinterTrouble):
            self.close()
            raise

    def _configuration(self) -> Any:
        try:
            return self._device.get_active_configuration()
        except self._error as error:
            if getattr(error, "errno", None) in _CODES:
                raise
            self._device.set_configuration()  # none is active yet; otherwise it would reset the device
            return self._device.get_active_configuration()

    def _borrow(self) -> None:
        """Take the interface from the kernel's own driver. Other systems than Linux have nothing to take it from."""
        try:
            active = self._device.is_kernel_driver_active(self._number)
        except (NotImplementedError, self._error):
            return
        if active:
            self._device.detach_kernel_driver(self._number)
            self._borrowed = True

    def write(self, data: bytes, stall: float, longest: float) -> None:
        """See Line. An endpoint that refuses (stalls) is cleared for the next ticket; this one goes on only where it
        had not begun."""
        refused = False

        def some(rest: memoryview, seconds: float) -> int:
            nonlocal refused
            try:
                return int(self._out.write(bytes(rest[:_PORTION]), _milliseconds(seconds)))
            except self._timeout:
                return 0
            except self._error as error:
                if not _is(error, errno.EPIPE):
                    raise
                self._clear(self._out)
                sent = len(data) - len(rest)
                if sent or refused:
                    raise LineStalled(sent) from error
                refused = True
                return 0

        hand_over(data, stall, longest, some)

    def read(self, seconds: float) -> bytes:
        """See Line. A printer without a way back gives nothing."""
        if self._in is None:
            time.sleep(seconds)
            return b""
        try:
            return bytes(self._in.read(_PORTION, _milliseconds(seconds)))
        except self._timeout:
            return b""
        except self._error as error:
            if not _is(error, errno.EPIPE):
                raise LineBroken from error
            self._clear(self._in)
            return b""

    def _clear(self, endpoint: Any) -> None:
        with suppress(self._error):
            endpoint.clear_halt()

    def close(self) -> None:
        """See Line. The device goes back to the kernel's driver, where it came from."""
        number = getattr(self, "_number", None)
        if number is not None:
            with suppress(self._error):
                self._util.release_interface(self._device, number)
        if self._borrowed:
            with suppress(self._error):
                self._device.attach_kernel_driver(number)
        self._util.dispose_resources(self._device)


def library() -> Any:
    """pyusb. PrinterTrouble(no_driver) where it is not installed."""
    try:
        import usb.core  # noqa: PLC0415 - an agent that drives no USB printer can do without
        import usb.util  # noqa: PLC0415
    except ImportError as error:
        raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
    return usb


def usb_printers(backend: Any = None) -> Iterator[Any]:
    """Every device on the bus with an interface of the printer class. Raises what pyusb raises."""
    usb = library()
    for device in usb.core.find(find_all=True, backend=backend or _backend()):
        with suppress(usb.core.USBError):  # one that cannot be read is none of ours
            if any(printer_interface(configuration) is not None for configuration in device):
                yield device


def find_one(address: UsbAddress, backend: Any = None) -> Any:
    """The device of an address. PrinterTrouble, or what pyusb raises."""
    usb = library()
    if address.vendor is None:
        found = list(usb_printers(backend))
    else:
        wanted = {"idVendor": address.vendor, "idProduct": address.product}
        found = list(usb.core.find(find_all=True, backend=backend or _backend(), **wanted))
    if address.serial is not None:
        found = [device for device in found if serial_number(device) == address.serial]
    if not found:
        raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True)
    if len(found) > 1:  # a slip must not come out at one of two, by chance
        raise PrinterTrouble(Code.BAD_ADDRESS, retry_safe=True)
    return found[0]


def serial_number(device: Any) -> str:
    """A device's serial number, empty where it has none. PrinterTrouble(no_permission) where it may not be read."""
    try:
        return str(device.serial_number or "")
    except ValueError as error:  # pyusb's word for a device that may not be opened, or that speaks no language
        raise PrinterTrouble(Code.NO_PERMISSION, retry_safe=True) from error


def printer_interface(configuration: Any, *, anyway: bool = False) -> Any:
    """The interface that takes print data; with `anyway` also one of a vendor's own class. None where there is none."""
    classes = (PRINTER_CLASS, VENDOR_CLASS) if anyway else (PRINTER_CLASS,)
    for wanted in classes:
        for interface in configuration:
            if interface.bInterfaceClass == wanted and _endpoints(interface)[0] is not None:
                return interface
    return None


def _required(interface: Any) -> Any:
    if interface is None:
        raise PrinterTrouble(Code.NO_DEVICE, retry_safe=True)
    return interface


def _endpoints(interface: Any) -> tuple[Any, Any]:
    """The bulk endpoints out and in; None for one that is not there."""
    bulk = [endpoint for endpoint in interface if endpoint.bmAttributes & 0x03 == 0x02]
    out = next((endpoint for endpoint in bulk if not endpoint.bEndpointAddress & 0x80), None)
    back = next((endpoint for endpoint in bulk if endpoint.bEndpointAddress & 0x80), None)
    return out, back


@functools.cache
def _backend() -> Any:
    """The system's libusb, else the one that libusb-package brings; None leaves the complaint to pyusb."""
    import usb.backend.libusb1  # noqa: PLC0415 - as above

    found = usb.backend.libusb1.get_backend()
    if found is None:
        with suppress(ImportError):
            import libusb_package  # noqa: PLC0415

            found = libusb_package.get_libusb1_backend()
    return found


def _is(error: Exception, number: int) -> bool:
    return getattr(error, "errno", None) == number


def _milliseconds(seconds: float) -> int:
    return max(1, int(seconds * 1000))  # 0 would wait for ever

