"""Asking a printer how it is, before a ticket and after it (R59)."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from printers.answers import Answers
from printers.lines import Line, LineBroken, LineStalled
from printers.status import SILENT, PrinterStatus, decode_block, decode_status
from printers.trouble import Code, PrinterTrouble, raise_if_unable

END_MARKER = b"\x1dr\x01"
"""GS r 1: answered only after all before it has been printed, unlike DLE EOT, which is answered at once."""
BLOCKS_ON = b"\x1da\x0e"
"""GS a: send a block now, in turn like END_MARKER, and one whenever offline, error or paper changes."""
BLOCKS_OFF = b"\x1da\x00"
INITIALISE = b"\x1b@"
GOODBYE = 0.2
LARGEST_TICKET = 100_000
"""Bytes of a long ticket drawn as a picture, for reckoning how long one may take."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, for each thing that a printer may never do.

    connect: a connection · reply: an answer before the ticket · stall: progress of the transfer · slowest: bytes a
    second below which a transfer is given up, progress or not · settle: how long a printer must stay well after the
    ticket, where it does not answer the end marker · finish: the end of the ticket altogether.
    """

    connect: float = 2.0
    reply: float = 0.8
    stall: float = 2.5
    slowest: float = 480.0
    settle: float = 1.5
    finish: float = 6.0

    def transfer(self, size: int) -> float:
        """The longest that so many bytes may take."""
        return self.stall + size / self.slowest

    def longest(self, size: int = LARGEST_TICKET) -> float:
        """The longest that a ticket of so many bytes can keep its worker, whatever the printer does."""
        asking = 3 * (self.reply + self.stall) + 2 * self.connect  # before, after, and once more why it is stuck
        return asking + self.transfer(size) + self.finish + self.settle + GOODBYE


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
    not answered in time stays open instead of being sent again: a late answer is then read as what it is. A printer
    that leaves the first one open is asked for blocks instead, which some send that answer nothing else.
    """

    def __init__(self, line: Line, patience: Patience) -> None:
        self._line = line
        self._patience = patience
        self._answers = Answers()
        self._round: list[int] = []
        self._open = False
        self._replies = False
        self._wants_blocks = False
        self._drained = False

    @property
    def by_blocks(self) -> bool:
        """Whether this printer tells of itself in blocks and answers no request."""
        return not self._replies and self._answers.block is not None

    @property
    def finished(self) -> bool:
        """Whether the printer has said that all before the end marker is done."""
        ended = self._answers.ended or (self.by_blocks and self._answers.repeated)
        return ended and not self._answers.garbled

    def status(self, seconds: float) -> PrinterStatus:
        """Ask all four questions; after `seconds` judge by the answers so far. LineBroken, LineStalled."""
        end = time.monotonic() + seconds
        until = end if self._replies or self._wants_blocks else end - seconds / 2
        while len(self._round) < 4:
            self._ask()
            answer = self._answer(until)
            if answer is None and until < end:
                self._want_blocks()
                until = end
                continue
            if answer is None:
                return self._judged(self._round)
            until = end
            self._round.append(answer)
            self._open = False
        answers, self._round = self._round, []
        return self._judged(answers)

    def send_ticket(self, data: bytes) -> None:
        """The ticket and the question for its end. LineBroken, LineStalled, both with the bytes that went."""
        end = END_MARKER + (BLOCKS_ON if self.by_blocks else b"")
        self._hear(0)
        self._answers.expect_end()
        self._line.write(data + end, self._patience.stall, self._patience.transfer(len(data)))

    def listen(self, seconds: float) -> None:
        """Wait for the answer to the end marker."""
        end = time.monotonic() + seconds
        while not self.finished and (left := end - time.monotonic()) > 0:
            self._hear(left)

    def leave(self) -> None:
        """Leave the printer as it was found: it sends no blocks to nobody, and one that took the wish for them as text
        forgets it. Raises nothing: how the ticket ended is known by now."""
        if self._wants_blocks:
            with suppress(LineBroken, LineStalled):
                known = self._answers.block is not None
                self._line.write(BLOCKS_OFF if known else INITIALISE, GOODBYE, GOODBYE)

    def _judged(self, answers: list[int]) -> PrinterStatus:
        if self._answers.garbled:
            return SILENT
        if answers:
            return decode_status(answers)
        return decode_block(self._answers.block or b"")

    def _ask(self) -> None:
        if self._open:
            return
        self._hear(0)
        if not self._drained:
            self._answers, self._drained = Answers(), True  # of another conversation, or of the plug going in
        self._answers.replies.clear()  # what was not asked for
        self._write(b"\x10\x04" + bytes((len(self._round) + 1,)))
        self._open = True

    def _want_blocks(self) -> None:
        self._write(BLOCKS_ON)
        self._wants_blocks = True

    def _answer(self, end: float) -> int | None:
        while not self._answers.replies:
            left = end - time.monotonic()
            if left <= 0:
                return None
            if self.by_blocks and self._wants_blocks:
                left = min(left, 0.1)
                self._hear(left)
                break
            self._hear(left)
        if not self._answers.replies:
            return None
        self._replies = True
        return self._answers.replies.popleft()

    def _write(self, data: bytes) -> None:
        self._line.write(data, self._patience.stall, self._patience.stall)

    def _hear(self, seconds: float) -> None:
        self._answers.take(self._line.read(seconds))


def deliver(line: Line, data: bytes, patience: Patience) -> Outcome:
    """One ticket over an open line: ask, send in one go, wait for the end, ask again. PrinterTrouble."""
    dialogue = Dialogue(line, patience)
    try:
        before = dialogue.status(patience.reply)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(code_of(error), retry_safe=True) from error
    raise_if_unable(before, retry_safe=True)
    try:
        dialogue.send_ticket(data)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(code_of(error), retry_safe=error.sent == 0) from error
    try:
        return _confirm(dialogue, before, patience)
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(code_of(error), retry_safe=False) from error
    finally:
        dialogue.leave()


def ask(line: Line, patience: Patience) -> PrinterStatus:
    """How a printer is, over an open line that is closed afterwards. PrinterTrouble."""
    dialogue = Dialogue(line, patience)
    try:
        status = dialogue.status(patience.reply)
        dialogue.leave()
    except (LineBroken, LineStalled) as error:
        raise PrinterTrouble(code_of(error), retry_safe=True) from error
    else:
        return status
    finally:
        line.close()


def _confirm(dialogue: Dialogue, before: PrinterStatus, patience: Patience) -> Outcome:
    """Watch a printer until the ticket is done: it answers the end marker, or stays well for a while. One that does
    neither has been sent the ticket and no more."""
    end = time.monotonic() + (patience.reply if before.silent else patience.finish)
    last, well_since = SILENT, 0.0
    while (left := end - time.monotonic()) > 0:
        status = dialogue.status(left)
        raise_if_unable(status, retry_safe=False)
        last = last if status.silent else status
        if dialogue.finished:
            return Outcome(Result.PRINTED, last)
        if status.silent:
            break
        if not well_since and not dialogue.by_blocks:
            well_since = time.monotonic()
            end = max(end, well_since + patience.settle + patience.reply)
        if well_since and time.monotonic() - well_since >= patience.settle:
            return Outcome(Result.PRINTED, status)
        dialogue.listen(0.2)
    return Outcome(Result.SENT, last)


def code_of(error: LineBroken | LineStalled) -> Code:
    """The trouble behind a line that broke or takes nothing."""
    return Code.CONNECTION_LOST if isinstance(error, LineBroken) else Code.STUCK
