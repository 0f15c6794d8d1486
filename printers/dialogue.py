"""Asking a printer how it is, before a ticket and after it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import StrEnum

from printers.lines import Line, LineBroken, LineStalled
from printers.status import SILENT, PrinterStatus, decode_status, is_paper_byte, is_status_byte
from printers.trouble import Code, PrinterTrouble, raise_if_unable

END_MARKER = b"\x1dr\x01"
"""GS r 1: answered only after all before it has been printed, unlike DLE EOT, which is answered at once."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, for each thing that a printer may never do.

    connect: a connection · reply: an answer before the ticket · stall: progress of the transfer ·
    settle: how long a printer must stay well after the ticket, where it does not answer the end marker ·
    finish: the end of the ticket altogether.
    """

    connect: float = 2.0
    reply: float = 0.8
    stall: float = 2.5
    settle: float = 1.5
    finish: float = 6.0


class Result(StrEnum):
    """PRINTED: the printer confirmed it. SENT: handed over to one that does not answer."""

    PRINTED = "printed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a ticket ended when there was no trouble."""

    result: Result
    status: PrinterStatus


class Dialogue:
    """Status requests and their answers on one line.

    Answers do not say which request they belong to. So there is only ever one open request, and one that was
    not answered in time stays open instead of being sent again: a late answer is then read as what it is.
    """

    def __init__(self, line: Line, patience: Patience) -> None:
        self._line = line
        self._patience = patience
        self._round: list[int] = []
        self._open = False
        self._heard = bytearray()
        self.marker_answered = False

    def status(self, seconds: float) -> PrinterStatus:
        """Ask all four questions; after `seconds` judge by the answers so far. LineBroken, LineStalled."""
        end = time.monotonic() + seconds
        while len(self._round) < 4:
            if not self._open:
                self._take(self._line.read(0))
                self._heard.clear()  # what was not asked for
                self._line.write(b"\x10\x04" + bytes((len(self._round) + 1,)), self._patience.stall)
                self._open = True
            answer = self._answer(end)
            if answer is None:
                return decode_status(self._round)
            self._round.append(answer)
            self._open = False
        answers, self._round = self._round, []
        return decode_status(answers)

    def listen(self, seconds: float) -> None:
        """Wait for the answer to the end marker."""
        end = time.monotonic() + seconds
        while not self.marker_answered and (left := end - time.monotonic()) > 0:
            self._take(self._line.read(left))

    def _answer(self, end: float) -> int | None:
        while not self._heard:
            left = end - time.monotonic()
            if left <= 0:
                return None
            self._take(self._line.read(left))
        return self._heard.pop(0)

    def _take(self, data: bytes) -> None:
        for byte in data:
            if is_status_byte(byte):
                self._heard.append(byte)
            elif is_paper_byte(byte):
                self.marker_answered = True


def deliver(line: Line, data: bytes, patience: Patience) -> Outcome:
    """One ticket over an open line: ask, send in one go, wait for the end, ask again. PrinterTrouble."""
    dialogue = Dialogue(line, patience)
    try:
        before = dialogue.status(patience.reply)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(_code(error), retry_safe=True) from error
    raise_if_unable(before, retry_safe=True)
    try:
        line.write(data + END_MARKER, patience.stall)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(_code(error), retry_safe=error.sent == 0) from error
    try:
        return _confirm(dialogue, before, patience)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(_code(error), retry_safe=False) from error


def _confirm(dialogue: Dialogue, before: PrinterStatus, patience: Patience) -> Outcome:
    """Watch a printer until the ticket is done: it answers the end marker, or stays well for a while."""
    start = time.monotonic()
    end = start + (patience.reply if before.silent else patience.finish)
    last, well_since = SILENT, 0.0
    while (left := end - time.monotonic()) > 0:
        status = dialogue.status(left)
        raise_if_unable(status, retry_safe=False)
        if status.silent:
            break
        last = status
        well_since = well_since or time.monotonic()
        if dialogue.marker_answered or time.monotonic() - well_since >= patience.settle:
            return Outcome(Result.PRINTED, status)
        dialogue.listen(0.2)
    return Outcome(Result.SENT if last.silent else Result.PRINTED, last)


def _code(error: LineBroken | LineStalled) -> Code:
    return Code.CONNECTION_LOST if isinstance(error, LineBroken) else Code.STUCK
