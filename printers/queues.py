"""A print queue of this machine, by the programs of CUPS: `lp`, `lpstat`, `cancel`.

A queue takes a ticket and prints it when it can. So what is known is that it was handed over, and what the queue says
of itself: it is asked before a ticket, so that nothing is put into one that is stopped and would print it hours later,
and for a while after it. A queue of Windows is reached by printers/windows_queue.py.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass

from printers.dialogue import Outcome, Result
from printers.status import SILENT, PrinterStatus, State
from printers.trouble import Code, PrinterTrouble, raise_if_unable

ASK_SECONDS = 2.0
HAND_OVER_SECONDS = 5.0
WATCH_SECONDS = 2.0
LONGEST = 5 * ASK_SECONDS + HAND_OVER_SECONDS + WATCH_SECONDS
"""Seconds that a ticket may keep its worker: asked, twice where it is not known, handed over, watched, taken back."""
_LOOK = 0.25
_NAME = re.compile(r"[^\s/#\\?'\"-][^\s/#\\?'\"]{0,126}")
_REQUEST = re.compile(r"request id is (\S+-\d+)")
_NOTHING_WENT = ("does not exist", "not responding", "unable to connect", "connection refused", "bad file descriptor")
"""Words of `lp` that came before a job was made; it also says "does not exist" of a queue where nobody answers."""
_REASONS: tuple[tuple[str, State], ...] = (
    # beginnings of the reasons that IPP and printers' drivers give (RFC 8011, PWG 5100), the most urgent first
    ("cover-open", State.COVER_OPEN),
    ("door-open", State.COVER_OPEN),
    ("interlock-open", State.COVER_OPEN),
    ("media-empty", State.PAPER_OUT),
    ("media-needed", State.PAPER_OUT),
    ("trimmer-", State.CUTTER_FAULT),
    ("cutter-", State.CUTTER_FAULT),
    ("fuser-over-temp", State.OVERHEATED),
    ("media-jam", State.OFFLINE),
    ("offline", State.OFFLINE),
    ("connecting-to-device", State.OFFLINE),
    ("shutdown", State.OFFLINE),
    ("timed-out", State.OFFLINE),
    ("other-error", State.OFFLINE),
    ("media-low", State.PAPER_LOW),
)


@dataclass(frozen=True, slots=True)
class Queue:
    """What a queue says of itself: whether it is stopped, what it says of its printer, the jobs that wait in it."""

    stopped: bool
    status: PrinterStatus
    jobs: tuple[str, ...]


def read_queue(text: str) -> Queue:
    """A queue from the words of `lpstat -o NAME -l -p NAME` in English. One that reports nothing bad is none the less
    unknown: nobody has asked the printer."""
    stopped = re.search(r"^printer \S+ disabled", text, re.MULTILINE) is not None
    alerts = re.search(r"^\s+Alerts: (.*)$", text, re.MULTILINE)
    reasons = alerts[1].split() if alerts else []
    jobs = tuple(re.findall(r"^(\S+-\d+)\s", text, re.MULTILINE))
    return Queue(stopped or "paused" in reasons, PrinterStatus(state_of(reasons)), jobs)


def state_of(reasons: list[str]) -> State:
    """The most urgent of a printer's state reasons. A warning of empty paper is an empty roll all the same."""
    for beginning, state in _REASONS:
        if any(reason.startswith(beginning) for reason in reasons):
            return state
    return State.UNKNOWN


class QueueTransport:
    """A queue of CUPS, reached as the CUPS of this machine is set up (CUPS_SERVER, client.conf)."""

    def __init__(self, name: str) -> None:
        self._name = name.strip()

    def send(self, data: bytes) -> Outcome:
        """See Transport. Sent at best, never printed."""
        self._require_name()
        before = self._ask()
        if before.stopped:
            raise PrinterTrouble(Code.QUEUE_STOPPED, retry_safe=True)
        job = self._hand_over(data)
        try:
            return Outcome(Result.SENT, self._watch(job, before.status.state))
        except PrinterTrouble:
            _run(["cancel", job], ASK_SECONDS)  # else it would come out when the next one has long been printed
            raise

    def status(self) -> PrinterStatus:
        """See Transport. What an idle queue says of its printer is as old as its last job: that paper was put in is
        found out by the next one. So it is believed only while there are jobs."""
        self._require_name()
        queue = self._ask()
        if queue.stopped:
            raise PrinterTrouble(Code.QUEUE_STOPPED, retry_safe=True)
        return queue.status if queue.jobs else SILENT

    def _require_name(self) -> None:
        if _NAME.fullmatch(self._name) is None:
            raise PrinterTrouble(Code.BAD_ADDRESS, retry_safe=True)

    def _ask(self, *, retry_safe: bool = True) -> Queue:
        code, words = _run(["lpstat", "-o", self._name, "-l", "-p", self._name], ASK_SECONDS)
        if code == 0:
            return read_queue(words)
        unknown = code is not None and "invalid destination" in words.lower() and _service_runs()
        raise PrinterTrouble(Code.BAD_ADDRESS if unknown else Code.QUEUE_AWAY, retry_safe=retry_safe)

    def _hand_over(self, data: bytes) -> str:
        code, words = _run(["lp", "-d", self._name, "-o", "raw", "-t", "ticket"], HAND_OVER_SECONDS, data)
        request = _REQUEST.search(words)
        if code == 0 and request is not None:
            return request[1]
        said = words.lower()
        if "not accepting" in said:
            raise PrinterTrouble(Code.QUEUE_STOPPED, retry_safe=True)
        raise PrinterTrouble(Code.QUEUE_AWAY, retry_safe=any(sign in said for sign in _NOTHING_WENT))

    def _watch(self, job: str, before: State) -> PrinterStatus:
        """Until the job has left the queue, or for a while. A printer that is only slow has its ticket coming; one that
        was in the same trouble before may have been helped since, which the queue then says during the job."""
        end = time.monotonic() + WATCH_SECONDS
        while True:
            queue = self._ask(retry_safe=False)
            if job not in queue.jobs:
                return SILENT
            over = time.monotonic() >= end
            if over or queue.status.state is not before:
                raise_if_unable(queue.status, retry_safe=False)
            if queue.stopped:
                raise PrinterTrouble(Code.QUEUE_STOPPED, retry_safe=False)
            if over:
                return queue.status
            time.sleep(_LOOK)


def queue_names() -> list[str]:
    """The queues of this machine. PrinterTrouble(no_driver, queue_away)."""
    code, words = _run(["lpstat", "-e"], ASK_SECONDS)
    if code != 0 or not _service_runs():
        raise PrinterTrouble(Code.QUEUE_AWAY, retry_safe=True)
    return [name for name in words.split() if _NAME.fullmatch(name)]


def _service_runs() -> bool:
    """Whether the print service answers: without it every queue is an unknown one."""
    code, words = _run(["lpstat", "-r"], ASK_SECONDS)
    return code is not None and "not running" not in words


def _run(command: list[str], seconds: float, data: bytes = b"") -> tuple[int | None, str]:
    """A program's return code and all that it said; None where it took too long. PrinterTrouble(no_driver)."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the name was checked
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, check=False,
            env=os.environ | {"LC_ALL": "C", "LANGUAGE": "C"},
        )  # fmt: skip
    except FileNotFoundError as error:
        raise PrinterTrouble(Code.NO_DRIVER, retry_safe=True) from error
    except subprocess.TimeoutExpired:
        return None, ""
    except OSError as error:
        raise PrinterTrouble(Code.QUEUE_AWAY, retry_safe=True) from error
    return done.returncode, done.stdout.decode("utf-8", "replace")
