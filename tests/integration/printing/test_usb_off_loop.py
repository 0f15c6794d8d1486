"""A printer on USB waits in native code: a server with an event loop goes on beside it (R105)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

HANGING = '''
from server import runtime
runtime.prepare({mode!r})
import ctypes, errno, threading, time
from usb.core import USBTimeoutError
from printers.config import PrinterConfig
from printers.dialogue import Patience
from printers.transports import UsbTransport, waits_natively
from printers.virtual import VirtualPrinter
from printers.worker import deliver_ticket
from server.runtime import off_loop
from tests.support.usb_bus import Bus, Plug

libc = ctypes.CDLL(None)

class NativeBus(Bus):
    """It waits as libusb does: in C, where no green thread is let in."""

    def bulk_write(self, dev_handle, ep, intf, data, timeout):
        libc.usleep(timeout * 1000)
        raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)

    bulk_read = bulk_write

config = PrinterConfig("p", "usb", "")
assert waits_natively(config)
ticks = []

def tick():
    while True:
        ticks.append(time.monotonic())
        time.sleep(0.02)

threading.Thread(target=tick, daemon=True).start()
bus = NativeBus(Plug())
began = time.monotonic()
result = off_loop(deliver_ticket, b"x" * 100_000, config, lambda _: UsbTransport("", Patience(stall=2.0), bus))
gaps = [later - sooner for sooner, later in zip(ticks, ticks[1:])]
print(result.code, time.monotonic() - began > 1.9, max(gaps) < 1.2)
'''


@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_a_usb_printer_that_hangs_holds_up_nobody_else_r105(mode: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", HANGING.format(mode=mode)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["stuck", "True", "True"], done.stderr
