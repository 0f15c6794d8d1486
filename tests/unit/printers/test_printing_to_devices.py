"""Tickets through a device node, a pseudo terminal standing in for /dev/usb/lp0, and into plain files."""

from __future__ import annotations

import os
import pty
import resource
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from printers.config import PrinterConfig
from printers.decoder import Cut, Decoder, Event, PaperRequest, Raster, StatusRequest
from printers.dialogue import Patience
from printers.slip import Slip
from printers.status import State
from printers.transports import FileTransport, Transport, transport_for
from printers.trouble import Code, PrinterTrouble
from printers.troubles import Troubles
from printers.worker import prepare, print_job

Make = Callable[..., Slip]
HURRIED = Patience(reply=0.3, stall=0.4, settle=0.3, finish=2.0)


class Device:
    """A printer at the far end of a pseudo terminal."""

    def __init__(self) -> None:
        self.troubles = Troubles(lambda: None)
        self.events: list[Event] = []
        self.far, near = pty.openpty()
        tty.setraw(near)
        self.path = os.ttyname(near)
        self.near = near
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        decoder = Decoder()
        while True:
            try:
                data = os.read(self.far, 4096)
            except OSError:
                return
            for event in decoder.feed(data):
                self.events.append(event)
                if isinstance(event, StatusRequest):
                    os.write(self.far, bytes((self.troubles.reply(event.number),)))
                elif isinstance(event, PaperRequest):
                    os.write(self.far, bytes((self.troubles.paper_reply(),)))

    def close(self) -> None:
        os.close(self.near)
        self.thread.join(2)
        os.close(self.far)


@pytest.fixture
def device() -> Iterator[Device]:
    one = Device()
    yield one
    one.close()


def hurried(config: PrinterConfig) -> Transport:
    return FileTransport(config.address, HURRIED)


def test_a_device_prints_and_confirms(make_slip: Make, fonts: Path, device: Device) -> None:
    config = PrinterConfig("usb", "file", device.path)
    result = print_job(make_slip(), config, fonts=fonts)
    assert (result.state, result.code) == ("printed", None)
    assert [event for event in device.events if isinstance(event, Cut)] == [Cut(0)]
    assert sum(event.rows for event in device.events if isinstance(event, Raster)) == 1194
    assert transport_for(config).status().state is State.READY


def test_a_device_names_its_trouble(make_slip: Make, fonts: Path, device: Device) -> None:
    device.troubles.open_cover()
    result = print_job(make_slip(), PrinterConfig("usb", "file", device.path), fonts=fonts)
    assert (result.code, result.retry_safe) == (Code.COVER_OPEN, True)
    assert not [event for event in device.events if isinstance(event, Raster)]


def test_a_device_that_takes_nothing_is_stuck(make_slip: Make, fonts: Path) -> None:
    far, near = pty.openpty()
    tty.setraw(near)
    try:
        result = print_job(make_slip(), PrinterConfig("usb", "file", os.ttyname(near)), hurried, fonts=fonts)
    finally:
        os.close(near)
        os.close(far)
    assert (result.state, result.code, result.retry_safe) == ("trouble", Code.STUCK, False)
    assert result.seconds < 3


def test_a_device_that_never_answers_is_only_sent_to(make_slip: Make, fonts: Path) -> None:
    result = print_job(make_slip(), PrinterConfig("usb", "file", "/dev/null"), hurried, fonts=fonts)
    assert result.state == "sent"
    assert result.seconds < 2


def test_a_broken_device_is_a_trouble(make_slip: Make, fonts: Path) -> None:
    result = print_job(make_slip(), PrinterConfig("usb", "file", "/dev/full"), hurried, fonts=fonts)
    assert (result.code, result.retry_safe) == (Code.CONNECTION_LOST, True)


def test_an_unplugged_device_is_named_and_not_created() -> None:
    transport = FileTransport("/dev/houzhen-no-such-printer")
    for move in (transport.status, lambda: transport.send(b"x")):
        with pytest.raises(PrinterTrouble) as trouble:
            move()
        assert (trouble.value.code, trouble.value.retry_safe) == (Code.NO_DEVICE, True)
    assert not Path("/dev/houzhen-no-such-printer").exists()


def test_a_plain_file_collects_tickets(make_slip: Make, fonts: Path, tmp_path: Path) -> None:
    config = PrinterConfig("file", "file", str(tmp_path / "tickets.bin"))
    data = prepare(make_slip(), config, fonts)
    assert [print_job(make_slip(), config, fonts=fonts).state for _ in range(2)] == ["sent", "sent"]
    assert (tmp_path / "tickets.bin").read_bytes() == data * 2
    assert transport_for(config).status().silent


def test_a_folder_that_is_gone_is_a_trouble(tmp_path: Path) -> None:
    transport = FileTransport(str(tmp_path / "gone" / "tickets.bin"))
    for move in (transport.status, lambda: transport.send(b"x")):
        with pytest.raises(PrinterTrouble) as trouble:
            move()
        assert trouble.value.code is Code.NO_DEVICE


def test_a_full_disk_leaves_no_half_ticket(tmp_path: Path) -> None:
    path = tmp_path / "tickets.bin"
    path.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        with pytest.raises(PrinterTrouble) as trouble:
            FileTransport(str(path)).send(b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (trouble.value.code, trouble.value.retry_safe) == (Code.STUCK, True)
    assert path.read_bytes() == b"before"


def test_a_device_that_is_pulled_out_while_asked() -> None:
    far, near = pty.openpty()
    tty.setraw(near)
    transport = FileTransport(os.ttyname(near), HURRIED)

    def pull() -> None:
        os.read(far, 3)
        os.close(far)

    thread = threading.Thread(target=pull)
    thread.start()
    with pytest.raises(PrinterTrouble) as trouble:
        transport.send(b"x" * 9000)
    thread.join()
    os.close(near)
    assert (trouble.value.code, trouble.value.retry_safe) == (Code.CONNECTION_LOST, True)
