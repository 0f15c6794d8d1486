"""What a paper ticket says of itself: its number, and in its code also the pack that it was printed in.

A code reads `HZ-7K3M9QX2-A9001`: capitals, figures and hyphens only, so that a scanner that types meets no key that
differs between keyboards. It tells nothing to whoever else scans it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from server.queueing.rules.numbering import PAPER, number
from server.registration.rules import Unfit

MARK = "HZ"

_CODE = re.compile(rf"{MARK}-?([0-9A-Z]{{8}})-?([A-Z]{{1,2}}[0-9]{{4}})")
_NUMBER = re.compile(r"([A-Z]{1,2})([0-9]+)")


@dataclass(frozen=True)
class PaperNumber:
    """A paper ticket's letter and number; `pack` where its code was scanned."""

    prefix: str
    sequence: int
    pack: str | None = None

    def __str__(self) -> str:
        return number(self.prefix, self.sequence)


def code_of(pack: str, prefix: str, sequence: int) -> str:
    """What the QR code of a paper ticket holds."""
    return f"{MARK}-{pack}-{number(prefix, sequence)}"


def read_paper(typed: str) -> PaperNumber:
    """The paper ticket that was typed or scanned; small and full-width letters and blanks are understood.

    Raises Unfit: `required`, `paper_format`, or `paper_not_of_paper` for a number that the system gave.
    """
    text = "".join(unicodedata.normalize("NFKC", typed).upper().split())
    if not text:
        raise Unfit("required")
    scanned = _CODE.fullmatch(text)
    found = _NUMBER.fullmatch(scanned[2] if scanned else text)
    if found is None or len(found[2]) > 4:
        raise Unfit("paper_format")
    sequence = int(found[2])
    if sequence not in PAPER:
        raise Unfit("paper_not_of_paper", first=PAPER.start, last=PAPER.stop - 1)
    return PaperNumber(found[1], sequence, scanned[1] if scanned else None)
