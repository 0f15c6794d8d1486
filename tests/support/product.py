"""The real product in its own process: started by its command, asked over HTTP, stopped or killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]
HOUZHEN = ROOT / ".venv" / "bin" / "houzhen"
ADMIN_PASSWORD = "only-the-tests-know-this"  # noqa: S105


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers, the bytes."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def json(self) -> Any:
        """The body as JSON; None where there is none."""
        return json.loads(self.raw) if self.raw else None


class Unreachable(OSError):  # noqa: N818  (an answer of the network, not a fault)
    """No whole answer came: the server was away, or died while it answered."""


class Product:
    """One installation of the product with its data folder, running or not.

    `settings` are further HOUZHEN_… values by their name without the prefix (`ASYNC_MODE="gevent"`).
    `clock_file` holds the seconds by which the product's clock is moved: `move_clock(3600)`.
    """

    def __init__(self, folder: Path, *, arguments: tuple[str, ...] = (), **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.arguments = arguments
        self.clock_file = folder / "clock"
        self.log = folder / "log"
        self.data = folder / "data"
        self.data.mkdir(parents=True, exist_ok=True)
        self.process: subprocess.Popen[bytes] | None = None
        #: Seconds of one processor that the last start took: the time to ready of a machine with nothing else to do.
        self.seconds_to_ready = 0.0
        #: What else its process finds in its surroundings.
        self.environment: dict[str, str] = {}
        self._settings = {
            "DATA": str(self.data), "ADMIN_PASSWORD": ADMIN_PASSWORD, "CLOCK_FILE": str(self.clock_file),
            "ASYNC_MODE": "threading", "SECRET_KEY": "the same secret for each start of one test's product",
        } | settings  # fmt: skip

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_file(self) -> Path:
        """The embedded database."""
        return self.data / "houzhen.db"

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.poll() is None

    def move_clock(self, seconds: float) -> None:
        """Let the product's time differ from the machine's by this much, from now on."""
        self.clock_file.write_text(f"{seconds}\n", encoding="ascii")

    def command(self, *words: str) -> str:
        """Run `houzhen` with this installation's settings; returns what stands on stdout."""
        done = subprocess.run(
            [HOUZHEN, *words], env=self._environment(), cwd=ROOT, capture_output=True, check=False, text=True
        )
        if done.returncode != 0:
            raise RuntimeError(f"houzhen {' '.join(words)}: {done.stderr.strip()[-2000:]}")
        return done.stdout.strip()

    def start(self, within: float = 30.0) -> float:
        """Start serving and wait until it is ready; returns the seconds that took."""
        began = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [HOUZHEN, "serve", "--port", str(self.port), *self.arguments],
                env=self._environment(), cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        while time.monotonic() - began < within:
            if not self.running:
                break
            try:
                if self.ask("GET", "/readyz", timeout=2).status == 200:
                    self.seconds_to_ready = self.worked_seconds()
                    return time.monotonic() - began
            except Unreachable:
                pass
            time.sleep(0.02)
        self.kill()
        tail = self.log.read_text(encoding="utf-8", errors="replace")[-3000:]
        raise RuntimeError(f"the product was not ready within {within} s:\n{tail}")

    def stop(self) -> int:
        """Ask it to end (SIGTERM) and wait; returns its exit status."""
        if self.process is None:
            return 0
        if self.running:
            self.process.terminate()
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End it as a power cut does: kill -9, with all that it started."""
        if self.process is not None and self.running:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)

    def ask(
        self, method: str, path: str, body: Any = None, *, token: str | None = None, timeout: float = 15.0,
        headers: dict[str, str] | None = None,
    ) -> Answer:  # fmt: skip
        """One request. `body` is sent as JSON, bytes as they are. Raises Unreachable without an answer."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json"} if data is not None else {}
        sent |= {"Authorization": f"Bearer {token}"} if token else {}
        request = urllib.request.Request(  # noqa: S310  (the address is ours)
            self.url + path, data=data, method=method, headers=sent | (headers or {})
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, dict(refused.headers), refused.read())
        except OSError as problem:
            raise Unreachable(str(problem)) from problem
        except Exception as problem:  # http.client's own: the connection broke within an answer
            raise Unreachable(type(problem).__name__) from problem

    def kiosk_token(self, name: str = "kiosk-1") -> str:
        """A token for a kiosk of this name, by the command."""
        return self.command("device", "pair", "kiosk", name)

    def display_token(self, name: str, hall: str | None = None) -> str:
        """A token for a display of this name."""
        return self.command("device", "pair", "display", name, *(("--hall", hall) if hall else ()))

    def staff_token(self, number: str = "admin") -> str:
        """A bearer token that acts as this member of staff."""
        return self.command("staff", "token", number)

    def worked_seconds(self) -> float:
        """Seconds of one processor that its process has used since it began."""
        if self.process is None:
            return 0.0
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_bytes(self) -> int:
        """Memory that its process holds now."""
        if self.process is None:
            return 0
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def _environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("HOUZHEN_")}
        return inherited | self.environment | {f"HOUZHEN_{name}": value for name, value in self._settings.items()}


@contextmanager
def running_product(folder: Path, *arguments: str, **settings: str) -> Iterator[Product]:
    """A product that is ready, and is killed at the end whatever happened."""
    product = Product(folder, arguments=arguments, **settings)
    try:
        product.start()
        yield product
    finally:
        product.kill()
