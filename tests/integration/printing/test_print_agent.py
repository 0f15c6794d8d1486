"""The print agent as its own process beside the real product: whatever ends in the middle, a patient gets one slip,
and perhaps one copy (R59)."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from printers.decoder import Raster
from printers.virtual import VirtualPrinter
from tests.support.cable import Cable
from tests.support.product import HOUZHEN, ROOT, Product, running_product

WITHIN = 60.0


class Agent:
    """A print agent with its journal; it may be killed and started again."""

    def __init__(self, folder: Path, token: str, port: int) -> None:
        self._folder = folder
        self._token = folder / "token"
        self._token.write_text(token)
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None
        self.log = folder / "log"

    def start(self) -> None:
        """Start it."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [HOUZHEN, "print-agent", "--server", f"http://127.0.0.1:{self._port}",
                 "--token-file", self._token, "--journal", self._folder / "journal"],
                cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def kill(self) -> None:
        """End it as a power cut does."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(30)


def until(what: Callable[[], Any]) -> Any:
    """Wait until something is so."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


@pytest.fixture(scope="module")
def paper() -> Iterator[VirtualPrinter]:
    """The printer beside kiosk 1, which only its own computer can reach."""
    with VirtualPrinter() as printer:
        yield printer


def clinic_file(folder: Path, printer: str) -> Path:
    """The clinic of the product, printer 1 attached to kiosk 1 and without a spare."""
    before, code, after = (ROOT / "clinic.toml").read_text(encoding="utf-8").partition('code = "printer-1"')
    own, spare, rest = after.partition('spare = "desk-printer"')
    assert code
    assert spare
    own = own.replace('kind = "virtual"', f'kind = "network"\naddress = "{printer}"\nattached_to = "kiosk-1"')
    file = folder / "clinic.toml"
    file.write_text(before + code + own + rest, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory, paper: VirtualPrinter) -> Iterator[Product]:
    """The real product, whose server drives no printer of kiosk 1."""
    folder = tmp_path_factory.mktemp("agent")
    with running_product(folder, "--clinic", str(clinic_file(folder, paper.address)), ASYNC_MODE="eventlet") as running:
        yield running


@pytest.fixture
def cable(product: Product) -> Iterator[Cable]:
    """The network between kiosk and server."""
    with Cable(product.port) as cable:
        yield cable


@pytest.fixture
def agent(product: Product, cable: Cable, tmp_path: Path) -> Iterator[Agent]:
    """The agent on kiosk 1's computer, not started."""
    folder = tmp_path / "agent"
    folder.mkdir()
    made = Agent(folder, product.kiosk_token("kiosk-1"), cable.port)
    yield made
    made.kill()


def take_ticket(product: Product, token: str, name: str) -> str:
    """Somebody takes a number at kiosk 1; the id of the print job."""
    answer = product.ask("POST", "/api/v1/tickets", {
        "request_id": f"{name}-at-the-kiosk", "consent": True, "department": "internal", "language": "zh-CN",
        "patient": {"name": "李秋生", "sex": "male", "age": 45, "phone_declined": True},
        "complaint": {"text": "复查", "symptoms": []},
    }, token=token)  # fmt: skip
    assert answer.status == 201, answer.json
    return str(answer.json["print"]["job"])


def state_of(product: Product, token: str, job: str) -> str:
    """How a slip stands."""
    return str(product.ask("GET", f"/api/v1/print-jobs/{job}", token=token).json["state"])


def test_slips_come_out_beside_the_kiosk_once_whatever_is_cut_or_restarted_r59(
    product: Product, cable: Cable, agent: Agent, paper: VirtualPrinter
) -> None:
    token = agent._token.read_text()
    agent.start()
    job = take_ticket(product, token, "first")
    until(lambda: state_of(product, token, job) == "printed")
    assert [slip.copy for slip in paper.slips()] == [False]

    # The cable is pulled while the slip is printed: it is told as soon as the line is whole, and not printed again.
    paper.troubles.be_slow(0.6)
    job = take_ticket(product, token, "cable")
    until(lambda: state_of(product, token, job) == "printing")
    cable.pull()
    until(lambda: len(paper.slips()) == 2)
    cable.plug()
    until(lambda: state_of(product, token, job) == "printed")

    # The server is killed while the slip is printed, and started again.
    job = take_ticket(product, token, "server")
    until(lambda: state_of(product, token, job) == "printing")
    product.kill()
    until(lambda: len(paper.slips()) == 3)
    product.start()
    until(lambda: state_of(product, token, job) == "printed")
    paper.troubles.be_slow(0)
    job = take_ticket(product, token, "last")
    until(lambda: state_of(product, token, job) == "printed")
    assert [slip.copy for slip in paper.slips()] == [False] * 4
    assert agent.stop() == 0


def test_an_agent_that_is_killed_with_a_slip_in_hand_prints_a_copy_and_never_a_second_original_r59(
    product: Product, agent: Agent, paper: VirtualPrinter
) -> None:
    token = agent._token.read_text()
    agent.start()
    paper.troubles.be_slow(0.6)
    before = len(paper.slips())
    paper.received.clear()
    job = take_ticket(product, token, "killed")
    until(lambda: any(isinstance(event, Raster) for event in list(paper.received)))
    agent.kill()
    paper.troubles.be_slow(0)
    agent.start()
    until(lambda: state_of(product, token, job) == "printed")
    copies = [slip.copy for slip in reversed(paper.slips())][before:]
    assert copies in ([False, True], [True])  # the first may have come out whole, or not at all
