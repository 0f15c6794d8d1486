"""A real CUPS in a folder of its own, as whoever runs the tests, with one queue to a virtual printer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
PROGRAMS = Path("/usr/lib/cups")

FILES = """
ServerRoot {root}/etc
ServerBin {root}/bin
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
SystemGroup {group}
Sandboxing relaxed
"""
SERVICE = """
Listen {root}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
ErrorPolicy stop-printer
LogLevel warn
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
#: What drives the printer: it reports what stands in the file `states`, and waits while there is a file `hold`.
BACKEND = """#!{python}
import os, pathlib, socket, sys, time
if len(sys.argv) == 1:
    print('direct ticket "Unknown" "Ticket printer"')
    sys.exit()
root = pathlib.Path("{root}")
def report():
    for line in (root / "states").read_text().splitlines():
        print("STATE: " + line, file=sys.stderr, flush=True)
report()
while (root / "hold").exists():
    time.sleep(0.05)
report()
data = open(sys.argv[6], "rb").read() if len(sys.argv) > 6 else sys.stdin.buffer.read()
host, port = os.environ["DEVICE_URI"].split("//")[1].split(":")
with socket.create_connection((host, int(port)), 5) as printer:
    printer.sendall(data)
"""


class Cups:
    """The service; `queue` is its one queue."""

    queue = "ticket"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = str(root / "cups.sock")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, printer: str) -> None:
        """Start it with a queue to `printer`, host:port."""
        for folder in ("etc/ppd", "etc/ssl", "bin/backend", "spool/tmp", "cache", "state", "log"):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        for folder in ("daemon", "filter", "monitor", "notifier", "cgi-bin"):
            (self.root / "bin" / folder).symlink_to(PROGRAMS / folder)
        backend = self.root / "bin/backend/tcp"
        backend.write_text(BACKEND.format(python=sys.executable, root=self.root))
        backend.chmod(0o700)
        self.report("")
        group = os.environ.get("CUPS_GROUP") or "root"
        (self.root / "etc/cups-files.conf").write_text(FILES.format(root=self.root, group=group))
        (self.root / "etc/cupsd.conf").write_text(SERVICE.format(root=self.root))
        assert CUPSD is not None
        self._process = subprocess.Popen(
            [CUPSD, "-f", "-c", str(self.root / "etc/cupsd.conf"), "-s", str(self.root / "etc/cups-files.conf")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + 20
        while "not running" in self.run("lpstat", "-r") and time.monotonic() < end:
            time.sleep(0.05)
        self.run("lpadmin", "-p", self.queue, "-E", "-v", f"tcp://{printer}", "-m", "raw")

    def run(self, *command: str) -> str:
        """A program of CUPS, asking this service."""
        done = subprocess.run(
            command, env=os.environ | {"CUPS_SERVER": self.server, "LC_ALL": "C"}, capture_output=True, text=True,
            timeout=20, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr

    def report(self, states: str) -> None:
        """What the queue's printer says of itself at its next job: `+media-empty-error`."""
        (self.root / "states").write_text(states)

    def hold(self, *, held: bool = True) -> None:
        """Let the printer take nothing of its job."""
        if held:
            (self.root / "hold").touch()
        else:
            (self.root / "hold").unlink(missing_ok=True)

    def freeze(self, *, frozen: bool = True) -> None:
        """Stop the service in the middle of whatever it does, or let it go on."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP if frozen else signal.SIGCONT)

    def stop(self) -> None:
        """End it."""
        self.hold(held=False)
        if self._process is not None:
            self.freeze(frozen=False)
            self._process.terminate()
            self._process.wait(10)
            self._process = None


@contextmanager
def running_cups(root: Path, printer: str) -> Iterator[Cups]:
    """A service that lives as long as the block."""
    cups = Cups(root)
    try:
        cups.start(printer)
        yield cups
    finally:
        cups.stop()
