"""What an ordering policy is given and what it answers: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """A waiting ticket as the rule sees it.

    `waiting_since`: from when the wait counts. `joined_at`: the place in the line where it differs from that (who
    missed a call joins further back). `line`: "first", "return" (back with results) or "missed" (signed in again).
    `doctor` is set when it waits for one doctor, `bound` says why (`rules.assignment`); `priority` when it belongs to a
    group that goes ahead; `appointment_at` when it was booked for an instant.
    """

    ticket: str
    number: str
    urgency: int
    waiting_since: datetime
    sequence: int
    doctor: str | None = None
    joined_at: datetime | None = None
    line: str = "first"
    priority: str | None = None
    appointment_at: datetime | None = None
    bound: str | None = None

    @property
    def place(self) -> tuple[datetime, int]:
        """Who joined first goes first; of two who joined together, the lower number."""
        return by_place(self)


def by_place(candidate: Candidate) -> tuple[datetime, int]:
    """`Candidate.place` as a key: without the property's call, for sorting thousands."""
    return (candidate.joined_at or candidate.waiting_since, candidate.sequence)


@dataclass(frozen=True)
class Policy:
    """How a department orders its queue (R29); what each figure means stands in docs/rules.md.

    `first_per_…`: how many first visits go before one of that line. `yield_after`: how many urgent patients and
    appointment holders in a row go ahead of somebody who waits beyond `limit_minutes` of their level (1 to 4).
    `missed`: what becomes of a missed call: "inserted", "places_back" or "slot_end". `assign`: new patients wait for
    any doctor ("pool") or are given to each in turn ("rotation"); `own_doctor`: returns go to the doctor of before.
    `rates`: how fast priority grows, by lane, for the kind "accumulating".
    """

    kind: str = "urgency_arrival"
    first_per_return: int = 2
    first_per_missed: int = 2
    first_per_priority: int = 2
    yield_after: int = 3
    limit_minutes: tuple[int, ...] = (0, 10, 30, 60)
    priority_age: int = 80
    early_minutes: int = 10
    late_minutes: int = 15
    slot_minutes: int = 15
    missed: str = "inserted"
    places_back: int = 5
    assign: str = "pool"
    own_doctor: bool = False
    rates: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Reason:
    """Why one was chosen: the sentence `reason-<code>` and what fills it."""

    code: str
    args: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """The chosen candidate, the lane that it was taken from, and the reason."""

    candidate: Candidate
    lane: str
    reason: Reason


@dataclass(frozen=True)
class Course:
    """What a queue has called lately, so that first visits and others take turns.

    `firsts`: the instants of the last calls of first visits, oldest first. `last`: the instant of the last call of each
    other lane. `preferred_run`: how many of the last calls in a row went to a lane that goes ahead of the others;
    `since_yield`: how many there were since the order last gave way to the eldest.
    """

    firsts: tuple[datetime, ...] = ()
    last: Mapping[str, datetime] = field(default_factory=dict)
    preferred_run: int = 0
    since_yield: int = 0


NOTHING_YET = Course()
