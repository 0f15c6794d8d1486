"""Which settings of a printer go together (R59): the same for the clinic file and for the devices page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from printers.config import Kind
from printers.transports import split_address
from printers.trouble import PrinterTrouble

_USB = re.compile(r"[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}(:[\w.-]{1,64})?")
_QUEUE = re.compile(r"[^\s/#?]{1,127}")


def impossible(
    kind: Kind, address: str, *, baud: int | None = None, attached: bool = False
) -> Iterator[tuple[str, str]]:
    """What cannot be, as (key, code of a sentence). `baud`: a line speed that was asked for; `attached`: the printer
    hangs on a kiosk's own computer."""
    code = _ADDRESS[kind](address)
    if code is not None:
        yield "address", code
    if baud is not None and kind != "serial":
        yield "baud", "printer_baud"
    if attached and kind == "virtual":
        yield "attached_to", "printer_attached"


def _network(address: str) -> str | None:
    if not address.strip() or any(sign.isspace() or sign == "/" for sign in address):
        return "printer_address_network"
    try:
        split_address(address)
    except PrinterTrouble:
        return "printer_address_network"
    return None


def _nothing(address: str) -> str | None:
    return "printer_address_none" if address else None


def _path(address: str) -> str | None:
    return None if address.strip() else "printer_address_path"


def _serial(address: str) -> str | None:
    return None if address.startswith("/") and len(address) > 1 else "printer_address_serial"


def _usb(address: str) -> str | None:
    return None if not address or _USB.fullmatch(address) else "printer_address_usb"


def _queue(address: str) -> str | None:
    return None if _QUEUE.fullmatch(address) else "printer_address_queue"


_ADDRESS = {
    "network": _network, "virtual": _nothing, "file": _path, "serial": _serial, "usb": _usb, "queue": _queue,
}  # fmt: skip
