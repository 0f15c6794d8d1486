"""Whether a ticket's answer waits for paper: `python -m tests.bench.paper_trouble [seconds]`. Prints a table.

The real product with three kiosks whose printers, and the desk's, are devices on the network. They print, are switched
off, and hang half-open, in turn, some seconds each within the same minute, while kiosks take numbers.
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from printers.virtual import VirtualPrinter
from tests.browser.house import monday_morning
from tests.support.product import ROOT, Product

PRINTERS = ("desk-printer", "printer-1", "printer-2", "printer-3")
DEPARTMENTS = ("internal", "surgery", "paediatrics", "obgyn", "ophthalmology", "orthopaedics", "dental", "ent")
PHASE_SECONDS = 5.0
PAUSE = 0.1
#: Between two phases nobody comes, and what is owed is printed: it would count for the phase behind it.
REST = "rest"


def _stall(printer: VirtualPrinter, *, stalled: bool) -> None:
    printer.troubles.stall(stalled=stalled)


#: What is done to every printer at the beginning of a phase, and taken back at its end.
PHASES: dict[str, tuple[Callable[[VirtualPrinter], None], Callable[[VirtualPrinter], None]]] = {
    "all print": (lambda _: None, lambda _: None),
    "all switched off": (lambda printer: printer.switch_off(), lambda printer: printer.switch_on()),
    "all half-open": (lambda printer: _stall(printer, stalled=True), lambda printer: _stall(printer, stalled=False)),
}


def clinic_file(folder: Path, addresses: dict[str, str]) -> Path:
    """The clinic of the product with its printers on the network."""
    text = (ROOT / "clinic.toml").read_text(encoding="utf-8")
    for code, address in addresses.items():
        before, own, after = text.partition(f'code = "{code}"')
        text = before + own + after.replace('kind = "virtual"', f'kind = "network"\naddress = "{address}"', 1)
    file = folder / "clinic.toml"
    file.write_text(text, encoding="utf-8")
    return file


def take_numbers(
    product: Product, token: str, stop: threading.Event, phase: list[str], taken: dict[str, list[float]]
) -> None:
    """One kiosk at which people take numbers, one after the other, while a phase lasts."""
    chance = random.Random(token)
    while not stop.wait(PAUSE):
        if phase[0] == REST:
            continue
        body = {
            "request_id": str(uuid.uuid4()), "consent": True, "department": chance.choice(DEPARTMENTS),
            "language": "zh-CN", "complaint": {"text": "复查", "symptoms": []},
            "patient": {"name": "李秋生", "sex": "male", "age": 45, "phone_declined": True},
        }  # fmt: skip
        now, began = phase[0], time.perf_counter()
        answer = product.ask("POST", "/api/v1/tickets", body, token=token)
        if answer.status == 201 and phase[0] == now:
            taken[now].append(time.perf_counter() - began)


def measure(seconds: float) -> dict[str, list[float]]:
    """The times of the answers, in seconds, by how the printers were."""
    devices = {code: VirtualPrinter() for code in PRINTERS}
    for device in devices.values():
        device.switch_on()
    taken: dict[str, list[float]] = {name: [] for name in PHASES}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = clinic_file(folder, {code: device.address for code, device in devices.items()})
        product = Product(folder, arguments=("--clinic", str(file)), ASYNC_MODE="eventlet")
        product.move_clock(monday_morning())
        product.start()
        try:
            _run(product, devices, seconds, taken)
        finally:
            product.kill()
    for device in devices.values():
        device.switch_off()
    return taken


def _run(
    product: Product, devices: dict[str, VirtualPrinter], seconds: float, taken: dict[str, list[float]]
) -> None:
    stop, phase = threading.Event(), [REST]
    staff = product.staff_token()
    kiosks = [
        threading.Thread(
            target=take_numbers, args=(product, product.kiosk_token(f"kiosk-{number}"), stop, phase, taken), daemon=True
        )
        for number in (1, 2, 3)
    ]
    for kiosk in kiosks:
        kiosk.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name, (begin, finish) in PHASES.items():
            for device in devices.values():
                begin(device)
            time.sleep(1.0)
            phase[0] = name
            time.sleep(PHASE_SECONDS)
            phase[0] = REST
            for device in devices.values():
                finish(device)
            _drain(product, staff)
    stop.set()
    for kiosk in kiosks:
        kiosk.join()


def _drain(product: Product, staff: str) -> None:
    """Until nothing is owed any more."""
    while any(one["owed"] for one in product.ask("GET", "/api/v1/printers", token=staff).json["printers"]):
        time.sleep(0.5)


def main() -> None:
    """Print the median and the higher percentiles of each phase, in milliseconds."""
    taken = measure(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
    print(f"{'printers':<20}{'answers':>8}{'p50':>8}{'p95':>8}{'p99':>8}   (ms)")  # noqa: T201
    for name in PHASES:
        times = sorted(taken[name])
        at = [times[min(int(len(times) * part), len(times) - 1)] * 1000 for part in (0.5, 0.95, 0.99)]
        print(f"{name:<20}{len(times):>8}{at[0]:>8.1f}{at[1]:>8.1f}{at[2]:>8.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
