"""The last slips of a virtual printer, bounded; in a folder too where they shall survive a restart."""

from __future__ import annotations

import re
import secrets
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from printers.roll import is_copy, png

KEPT = 50
_NAME = re.compile(r"(\d{13})-([0-9a-f]{16})(-copy)?\.png")


@dataclass(frozen=True, slots=True)
class PaperSlip:
    """One slip of paper: `id` cannot be guessed, `at` is when it was cut off (UTC), `png` its picture."""

    id: str
    at: datetime
    png: bytes
    copy: bool


class Tray:
    """Newest first; the oldest falls out."""

    def __init__(self, keep: int, folder: Path | None) -> None:
        self._folder = folder
        self._slips: deque[PaperSlip] = deque(maxlen=max(1, keep))
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            for path in sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name)):
                self._load(path)

    def take(self, paper: Image.Image | None) -> None:
        """Keep a slip; blank paper is thrown away."""
        if paper is None:
            return
        newest = round(self._slips[-1].at.timestamp() * 1000) if self._slips else 0
        at = max(int(time.time() * 1000), newest + 1)  # names sort as the paper came, whatever the clock does
        slip = PaperSlip(secrets.token_hex(8), _instant(at), png(paper), is_copy(paper))
        oldest = self._slips[0] if len(self._slips) == self._slips.maxlen else None
        self._slips.append(slip)
        if self._folder is None:
            return
        with suppress(OSError):  # a full disk costs the memory of a try-out, nothing else
            (self._folder / _name(slip)).write_bytes(slip.png)
            if oldest is not None:
                (self._folder / _name(oldest)).unlink(missing_ok=True)

    def slips(self) -> list[PaperSlip]:
        """All kept slips, newest first."""
        return list(reversed(self._slips))

    def find(self, id: str) -> PaperSlip | None:  # noqa: A002
        """The slip of an id, or None where it has fallen out."""
        return next((slip for slip in self._slips if slip.id == id), None)

    def _load(self, path: Path) -> None:
        name = _NAME.fullmatch(path.name)
        if name is None:
            return
        if len(self._slips) == self._slips.maxlen:
            with suppress(OSError):
                (path.parent / _name(self._slips[0])).unlink()
        with suppress(OSError):
            slip = PaperSlip(name[2], _instant(int(name[1])), path.read_bytes(), bool(name[3]))
            self._slips.append(slip)


def _instant(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _name(slip: PaperSlip) -> str:
    return f"{round(slip.at.timestamp() * 1000):013d}-{slip.id}{'-copy' if slip.copy else ''}.png"
