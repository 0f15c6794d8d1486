"""The virtual printer as a device: kept slips, restarts, hostile peers, and green threads."""

from __future__ import annotations

import io
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from printers.config import LANGUAGES, Language, PrinterConfig
from printers.escpos_bytes import ticket_bytes
from printers.raster import render
from printers.slip import Slip
from printers.transports import NetworkTransport
from printers.tray import KEPT
from printers.trouble import Code
from printers.virtual import VirtualPrinter
from printers.worker import print_job

Make = Callable[..., Slip]
ROOT = Path(__file__).parents[3]


def until(true: Callable[[], bool], seconds: float = 3.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


@pytest.fixture
def job(make_slip: Make, fonts: Path) -> bytes:
    return ticket_bytes(render(make_slip(), 80, fonts), cut=True)


def dial(printer: VirtualPrinter) -> socket.socket:
    host, port = printer.address.split(":")
    return socket.create_connection((host, int(port)), timeout=2)


def test_kept_slips_are_bounded_and_newest_first(job: bytes) -> None:
    with VirtualPrinter(keep=3) as printer:
        for _ in range(5):
            NetworkTransport(printer.address).send(job)
        slips = printer.slips()
        assert len(slips) == 3
        assert slips[0].at >= slips[1].at >= slips[2].at
        assert printer.tray.find(slips[2].id) is slips[2]
        assert printer.tray.find("0" * 16) is None
    assert KEPT == 50


def test_a_folder_keeps_slips_over_a_restart(
    job: bytes, tmp_path: Path, make_slip: Make, fonts: Path
) -> None:
    copy = ticket_bytes(render(make_slip(is_copy=True), 80, fonts), cut=True)
    with VirtualPrinter(keep=2, folder=tmp_path / "roll") as printer:
        for data in (job, job, copy):
            NetworkTransport(printer.address).send(data)
        before = printer.slips()
    (tmp_path / "roll" / "stranger.png").write_bytes(b"not ours")
    with VirtualPrinter(keep=2, folder=tmp_path / "roll") as printer:
        assert printer.slips() == before
        assert [slip.copy for slip in before] == [True, False]
    assert len(list((tmp_path / "roll").glob("*-*.png"))) == 2


def test_a_folder_that_cannot_be_written_costs_no_ticket(job: bytes, tmp_path: Path) -> None:
    with VirtualPrinter(folder=tmp_path / "roll") as printer:
        (tmp_path / "roll").rmdir()
        NetworkTransport(printer.address).send(job)
        assert len(printer.slips()) == 1


def test_switching_off_and_on_keeps_the_port_and_forgets_half_tickets(job: bytes) -> None:
    with VirtualPrinter() as printer:
        address = printer.address
        printer.troubles.set_paper("out")
        with dial(printer) as talk:
            talk.sendall(job)
            assert until(lambda: len(printer.received) > 5)
        printer.switch_off()
        with pytest.raises(OSError, match="refused"):
            dial(printer)
        printer.troubles.set_paper("full")
        printer.switch_on()
        assert printer.address == address
        NetworkTransport(address).send(job)
        assert len(printer.slips()) == 1


def test_noise_neither_prints_nor_stops_it(job: bytes) -> None:
    chance = random.Random(7)
    with VirtualPrinter() as printer:
        for _ in range(20):
            with dial(printer) as talk:
                talk.sendall(bytes(chance.randrange(256) for _ in range(3000)))
        assert until(lambda: not printer._talks)
        assert NetworkTransport(printer.address).send(job).status.can_print
        assert len(printer.slips()) <= 50


def test_connections_are_bounded(job: bytes) -> None:
    with VirtualPrinter() as printer:
        talks = [dial(printer) for _ in range(30)]
        time.sleep(0.3)
        assert len(printer._talks) <= 8
        for talk in talks:
            talk.close()
        assert until(lambda: not printer._talks)
        assert NetworkTransport(printer.address).send(job).status.can_print


def heard(talk: socket.socket, length: int) -> bytes:
    talk.settimeout(5)
    found = b""
    while len(found) < length:
        found += talk.recv(length - len(found))
    return found


def test_it_says_who_it_is_and_tells_its_state_unasked_once_wanted() -> None:
    with VirtualPrinter() as printer, dial(printer) as talk:
        talk.sendall(b"\x1dI\x43\x1da\xff")
        assert heard(talk, 13) == b"_VIRTUAL\x00\x14\x00\x00\x0f"
        printer.troubles.set_paper("out")
        assert heard(talk, 4) == b"\x1c\x00\x0f\x0f"
        printer.troubles.set_paper("full")
        assert heard(talk, 4) == b"\x14\x00\x00\x0f"
        talk.sendall(b"\x1da\x00\x10\x04\x01")
        assert heard(talk, 1) == b"\x16"
        printer.troubles.open_cover()
        talk.sendall(b"\x10\x04\x02")
        assert heard(talk, 1) == b"\x16"  # the answer to this, and nothing that was not asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ticket_in_any_language_comes_out_on_its_paper(make_slip: Make, fonts: Path, language: Language) -> None:
    with VirtualPrinter(width=58, dpi=180, fonts=fonts) as printer:
        config = PrinterConfig("p", "network", printer.address, width=58, dpi=180, language=language)
        assert print_job(make_slip(is_copy=True), config, fonts=fonts).state == "printed"
        (slip,) = printer.slips()
    paper = Image.open(io.BytesIO(slip.png))
    assert slip.copy
    assert paper.width == 360
    assert [code.text for code in zxingcpp.read_barcodes(paper.convert("L"))] == [make_slip().url]


def test_the_paper_can_run_out_in_the_middle_of_a_text_ticket_r59(make_slip: Make, fonts: Path) -> None:
    with VirtualPrinter(fonts=fonts) as printer:
        config = PrinterConfig("p", "network", printer.address, language="gb18030")
        printer.troubles.run_out_after(400)
        result = print_job(make_slip(), config, fonts=fonts)
        assert (result.state, result.code) == ("trouble", Code.PAPER_OUT)
        assert not result.retry_safe
        assert not printer.slips()


def test_a_line_that_ends_after_its_cut_does_not_tear_another_lines_paper() -> None:
    picture = b"\x1dv0\x00\x02\x00\x10\x00" + b"\xff" * 32
    with VirtualPrinter() as printer:
        done, busy = dial(printer), dial(printer)
        done.sendall(picture + b"\x1dV\x00" + b"\x1dr\x01")
        assert heard(done, 1)
        busy.sendall(picture + b"\x1dr\x01")
        assert heard(busy, 1)
        done.close()
        assert until(lambda: len(printer._talks) == 1)
        busy.sendall(picture + b"\x1dV\x00" + b"\x1dr\x01")
        assert heard(busy, 1)
        assert len(printer.slips()) == 2


def test_a_taken_port_is_said_at_once() -> None:
    with VirtualPrinter() as first, pytest.raises(OSError, match="in use"):
        VirtualPrinter(int(first.address.split(":")[1])).switch_on()


GREEN = """
import sys
{patch}
from pathlib import Path
import json, threading
from printers.slip import Slip
from printers.config import PrinterConfig
from printers.virtual import VirtualPrinter
from printers.dialogue import Patience
from printers.transports import NetworkTransport
from printers.worker import print_job
slip = Slip.from_json(json.load(sys.stdin))
fonts = Path("node_modules/@expo-google-fonts")
# On a busy machine "paper out" must be heard before the ticket is sent, not after.
patient = lambda way: NetworkTransport(way.address, Patience(reply=10.0))
with VirtualPrinter() as printer:
    config = PrinterConfig("p", "virtual", printer.address)
    states = [print_job(slip, config, patient, fonts=fonts).state]
    printer.troubles.set_paper("out")
    states.append(print_job(slip, config, patient, fonts=fonts).code.value)
    printer.troubles.set_paper("full")
    results = []
    workers = [threading.Thread(target=lambda: results.append(print_job(slip, config, patient, fonts=fonts).state))
               for _ in range(3)]
    for worker in workers: worker.start()
    for worker in workers: worker.join()
    printer.switch_off()
    states.append(print_job(slip, config, patient, fonts=fonts).code.value)
    print(*states, *results, len(printer.slips()))
"""


@pytest.mark.parametrize(
    "patch",
    ["", "import eventlet; eventlet.monkey_patch()", "import gevent.monkey; gevent.monkey.patch_all()"],
    ids=["threads", "eventlet", "gevent"],
)
def test_it_runs_on_native_and_on_green_threads(make_slip: Make, patch: str) -> None:
    import json  # noqa: PLC0415

    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", GREEN.format(patch=patch)],
        cwd=ROOT,
        input=json.dumps(make_slip().to_json()),
        env={**os.environ, "EVENTLET_NO_GREENDNS": "yes"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["printed", "paper_out", "unreachable", *["printed"] * 3, "4"], done.stderr
