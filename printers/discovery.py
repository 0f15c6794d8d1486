"""Looking for printers: on given addresses of the network, on USB, on serial ports, in the machine's queues (R59).

Only ever when somebody asks for it. A device of another trade that listens on port 9100, such as an office printer, may
take a question for a page: give the addresses of ticket printers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from printers.config import Kind
from printers.dialogue import Dialogue, Patience
from printers.lines import Line, LineBroken, LineStalled, SocketLine
from printers.queues import queue_names
from printers.status import State
from printers.transports import DEFAULT_PORT, UsbTransport, queue_transport
from printers.trouble import Code, PrinterTrouble
from printers.usb_line import library, serial_number, usb_printers

AT_ONCE = 64
LONGEST = 60.0
"""Seconds for all addresses together; 1,024 that never answer take 12."""
_ASKING = Patience(connect=0.7, reply=0.8, stall=0.5)
_NAME_SECONDS = 0.6
_MAKER, _MODEL = 66, 67


@dataclass(frozen=True, slots=True)
class Found:
    """A printer, or what may be one. `kind` and `address` are what the clinic's file wants; `name` is what it calls
    itself, empty where it does not; `state` how it is, unknown where it says nothing or was not asked; `code` the
    trouble in asking it."""

    kind: Kind
    address: str
    name: str = ""
    state: State = State.UNKNOWN
    code: Code | None = None


def find_network(
    hosts: Iterable[tuple[str, int]], looked: Callable[[], None] = lambda: None, seconds: float = LONGEST
) -> list[Found]:
    """The hosts that take a connection, in the order given; `looked` is called once for each. Those that have not been
    looked at after `seconds` are left out."""
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="find")
    order = {pool.submit(_look_at, host, port): count for count, (host, port) in enumerate(hosts)}
    found: dict[int, Found] = {}
    try:
        for done in as_completed(order, timeout=seconds):
            looked()
            result = done.result()
            if result is not None:
                found[order[done]] = result
    except TimeoutError:
        pass
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return [found[count] for count in sorted(found)]


def find_usb(backend: Any = None) -> list[Found]:
    """Devices of the printer class. PrinterTrouble(no_driver)."""
    usb = library()
    try:
        return [_usb(device, backend) for device in usb_printers(backend)]
    except usb.core.NoBackendError as error:
        raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error


def find_serial() -> list[Found]:
    """Serial ports that exist. Nothing is sent to them: what hangs there may be no printer, and its speed is unknown.
    PrinterTrouble(no_driver)."""
    try:
        from serial.tools.list_ports import comports  # noqa: PLC0415 - as in printers/serial_line.py
    except ImportError as error:
        raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
    described = sorted((port.device, port.description or "") for port in comports())
    return [Found("serial", device, "" if text == "n/a" else _printable(text)) for device, text in described]


def find_queues() -> list[Found]:
    """Print queues of this machine. PrinterTrouble(no_driver, queue_away)."""
    found = []
    for name in queue_names():
        try:
            found.append(Found("queue", name, state=queue_transport(name).status().state))
        except PrinterTrouble as trouble:
            found.append(Found("queue", name, code=trouble.code))
    return found


def _look_at(host: str, port: int) -> Found | None:
    shown = f"[{host}]" if ":" in host else host
    address = shown if port == DEFAULT_PORT else f"{shown}:{port}"
    try:
        line = SocketLine(host, port, _ASKING.connect)
    except (OSError, UnicodeError):
        return None
    try:
        dialogue = Dialogue(line, _ASKING)
        state = dialogue.status(_ASKING.reply).state
        name = "" if state is State.UNKNOWN else ask_name(line)
        dialogue.leave()
    except (LineBroken, LineStalled):
        return Found("network", address, code=Code.CONNECTION_LOST)
    finally:
        line.close()
    return Found("network", address, name, state)


def ask_name(line: Line) -> str:
    """Maker and model by GS I, as far as the printer says them. LineBroken, LineStalled."""
    names = []
    for number in (_MAKER, _MODEL):
        line.write(b"\x1dI" + bytes((number,)), _ASKING.stall, _ASKING.stall)
        answer, end = b"", time.monotonic() + _NAME_SECONDS
        while b"\0" not in answer and len(answer) < 80 and (left := end - time.monotonic()) > 0:
            answer += line.read(left)
        _, begun, text = answer.partition(b"_")  # what comes before is no part of it
        text, ended, _ = text.partition(b"\0")
        if not begun or not ended:
            break
        names.append(_printable(text.decode("ascii", "replace")))
    return " ".join(name for name in names if name)


def _usb(device: Any, backend: Any) -> Found:
    address = f"{device.idVendor:04x}:{device.idProduct:04x}"
    try:
        serial = serial_number(device)
        if serial and serial == _printable(serial):
            address = f"{address}:{serial}"
        name = ""
        with suppress(ValueError):
            name = _printable(" ".join(part for part in (device.manufacturer, device.product) if part))
        state = UsbTransport(address, _ASKING, backend).status().state
    except PrinterTrouble as trouble:
        return Found("usb", address, code=trouble.code)
    return Found("usb", address, name, state)


def _printable(text: str) -> str:
    """What a foreign device says of itself, fit for a terminal and for a comment in a file."""
    return "".join(sign for sign in text if sign.isprintable()).strip()
