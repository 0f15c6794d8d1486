"""What an agent must not forget: which slips it has in hand, and how those ended that the server has not heard of.

A slip is written down, safe on the disk, before the first byte of it goes to a printer. Whoever starts again after a
power cut therefore knows that paper may have come out, and the server prints a copy, never a second original.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any


class JournalInUse(Exception):  # noqa: N818 - a state of the folder, told to the operator
    """Another agent runs on this folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One slip in hand; `result` is what the server is to be told, None while it is being printed."""

    lease: str
    job: str
    printer: str
    result: dict[str, Any] | None = None


class Journal:
    """The agent's memory in one folder. `agent` names this agent, for as long as its journal is kept. OSError where
    the disk does not take it: then nothing may be printed."""

    def __init__(self, folder: Path) -> None:
        """Open, or begin. Raises JournalInUse, OSError."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder
        self._file = folder / "journal.json"
        self._lock = threading.Lock()
        self._held = _hold(folder / "lock")
        self.agent, self._entries = self._read()

    def begin(self, lease: str, job: str, printer: str) -> None:
        """A slip is about to go to a printer."""
        self._put(Entry(lease, job, printer))

    def finish(self, entry: Entry, result: dict[str, Any]) -> None:
        """How it ended, to be told."""
        self._put(Entry(entry.lease, entry.job, entry.printer, result))

    def forget(self, lease: str) -> None:
        """The server has heard of it."""
        with self._lock:
            if self._entries.pop(lease, None) is not None:
                self._write()

    def of(self, printer: str) -> list[Entry]:
        """The slips in hand of one printer, oldest first."""
        with self._lock:
            return [entry for entry in self._entries.values() if entry.printer == printer]

    def printers(self) -> set[str]:
        """The printers of which something is in hand."""
        with self._lock:
            return {entry.printer for entry in self._entries.values()}

    def close(self) -> None:
        """Let another agent use the folder."""
        self._held.close()

    def _put(self, entry: Entry) -> None:
        with self._lock:
            self._entries[entry.lease] = entry
            self._write()

    def _read(self) -> tuple[str, dict[str, Entry]]:
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
            entries = [Entry(**one) for one in stored["entries"]]
            return str(stored["agent"]), {entry.lease: entry for entry in entries}
        except FileNotFoundError:
            pass
        except (ValueError, KeyError, TypeError):
            with suppress(OSError):  # kept for whoever looks into it; the server's leases run out by themselves
                self._file.replace(self._folder / "journal.damaged")
        return secrets.token_hex(16), {}

    def _write(self) -> None:
        """All or nothing, and on the disk when this returns."""
        content = json.dumps({"agent": self.agent, "entries": [asdict(entry) for entry in self._entries.values()]})
        fresh = self._folder / "journal.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)
        if sys.platform == "win32":  # a folder cannot be synced there, and need not be
            return
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _hold(path: Path) -> IO[str]:
    file = path.open("w")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        file.close()
        raise JournalInUse from problem
    return file
