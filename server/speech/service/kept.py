"""Sentences that were made already, as files: bounded in size and age, and safe to delete at any time."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

#: 64 MB are some 400 sentences: a day's calls of one hall, shown by many displays.
MOST_BYTES = 64 * 1024 * 1024
MOST_SECONDS = 30 * 24 * 3600


class Kept:
    """The files of a folder by key. What cannot be written is not kept; nobody has to be told."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES, most_seconds: float = MOST_SECONDS) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._most_seconds = most_seconds

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None; it is young again."""
        file = self._file(key)
        try:
            found = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        return found

    def put(self, key: str, content: bytes) -> None:
        """Keep something, whole or not at all, and let go of the oldest where it is too much."""
        half = self._folder / f"{key}.half"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            half.write_bytes(content)
            half.replace(self._file(key))
            self._let_go()

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.wav"

    def _let_go(self) -> None:
        now = time.time()
        room = self._most_bytes
        files = [(file.stat(), file) for file in self._folder.iterdir()]
        for found, file in sorted(files, key=lambda one: one[0].st_mtime_ns, reverse=True):
            room -= found.st_size
            if room < 0 or now - found.st_mtime > self._most_seconds:
                file.unlink(missing_ok=True)
