"""Decisions of printing: how long a printer rests, what a look at it means, where a slip goes next, when it is given
up (R59, R105)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from printers.config import Kind, PrinterConfig
from printers.transports import longest

READY, PAPER_LOW, UNKNOWN = "ready", "paper_low", "unknown"
#: The computer that drives the printer was not heard.
AGENT_SILENT = "agent_silent"
#: The slip's own trouble: the printer is well.
CANNOT_DRAW = "cannot_draw"
#: Troubles that only showed with a slip. A printer that tells nothing tells nothing of their end either.
SHOWN_BY_A_SLIP = frozenset({"stuck", "connection_lost"})

#: A printer in trouble is left alone for this long, then for twice as long, up to the bound.
FIRST_REST = timedelta(seconds=5)
LONGEST_REST = timedelta(seconds=60)
#: How long a lease lasts where nothing else is said; it gives a slip back whose worker is gone.
LEASE = timedelta(seconds=30)
#: Storing what came of it takes a moment too.
MARGIN_SECONDS = 10
#: A print agent that was not heard for this long is silent.
AGENT_SILENT_AFTER = timedelta(seconds=10)
#: A patient who is called while the slip is just coming out still gets it.
STILL_FRESH = timedelta(seconds=60)
#: After so many tries of which nobody knows the outcome, a slip is given up: one original and one copy may lie there.
MOST_UNSURE = 2

#: Why a slip was given up.
TOO_OLD, OVERTAKEN, UNSURE, BY_STAFF, TEST_FAILED = "too_old", "overtaken", "unsure", "by_staff", "test_failed"


@dataclass(frozen=True)
class Standing:
    """How a printer stands: its state, whether it has ever answered, whether staff took it out of use."""

    state: str = UNKNOWN
    answers: bool = False
    out_of_use: bool = False

    @property
    def in_trouble(self) -> bool:
        """Whether a person must do something before it prints. One that answered once and is silent now is."""
        return self.state not in (READY, PAPER_LOW, UNKNOWN) or (self.state == UNKNOWN and self.answers)

    @property
    def usable(self) -> bool:
        """Whether a slip may be sent there with hope."""
        return not (self.out_of_use or self.in_trouble)


def hold(kind: str, baud: int) -> timedelta:
    """How long a worker may hold a slip for a kind of printer: longer than the slowest of its kind takes, so that
    one that is still coming out is not printed once more."""
    config = PrinterConfig("", cast(Kind, kind), "", baud=baud)
    return max(LEASE, timedelta(seconds=longest(config) + MARGIN_SECONDS))


def rest(failures: int) -> timedelta:
    """How long a printer is left alone after so many failures in a row: 5 s, 10 s, … at most a minute."""
    doublings = min(max(failures - 1, 0), 10)
    return min(FIRST_REST * (1 << doublings), LONGEST_REST)


def after_look(before: Standing, seen: str) -> Standing:
    """How a printer stands after it was asked and `seen` came of it (a state of its own, or a code of trouble)."""
    if seen == UNKNOWN:
        kept = before.state if before.state in SHOWN_BY_A_SLIP else UNKNOWN
        return Standing(kept, before.answers, before.out_of_use)
    said_itself = seen in (READY, PAPER_LOW, "paper_out", "cover_open", "cutter_fault", "overheated", "offline")
    return Standing(seen, before.answers or said_itself, before.out_of_use)


def chain_of(printer: str, spares: Mapping[str, str | None]) -> list[str]:
    """A printer and the ones that take over from it, in their order. `spares` holds printers that stand."""
    chain: list[str] = []
    following: str | None = printer
    while following is not None and following in spares and following not in chain:
        chain.append(following)
        following = spares[following]
    return chain


def next_printer(chain: Sequence[str], at: str | None, usable: Callable[[str], bool]) -> str | None:
    """The printer that a slip goes to from `at`: the first other one of its chain that is usable. None: nobody
    prints, it waits at its own."""
    return next((code for code in chain if code != at and usable(code)), None)


def comes_to(chain: Sequence[str], at: str, recovered: str, *, at_usable: bool) -> bool:
    """Whether a slip that waits `at` a printer goes to one that has just recovered: home always, to a spare where the
    present one cannot print."""
    if at == recovered or recovered not in chain:
        return False
    return chain[0] == recovered or not at_usable


def why_given_up(
    *, created_at: datetime, overtaken_at: datetime | None, failed: bool, unsure: int, now: datetime, most: timedelta
) -> str | None:
    """Why a waiting slip is not printed any more, or None. `failed`: it was tried and did not come out; `most` is
    the age at which a slip is of no use."""
    if unsure >= MOST_UNSURE:
        return UNSURE
    if now - created_at >= most:
        return TOO_OLD
    if overtaken_at is not None and (failed or now - created_at >= STILL_FRESH):
        return OVERTAKEN
    return None
