"""The watch over 20 minutes (R51, R49): which rounds are due, when a task goes to the supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class DueRound:
    """A round of a waiting ticket that has passed its limit, and when it did."""

    round: int
    due_at: datetime


def due_rounds(
    last_round: int, next_due_at: datetime, every: timedelta, now: datetime
) -> tuple[list[DueRound], datetime]:
    """The rounds that are due, oldest first, and when the one after them will be.

    Several are due at once after the server was away: each gets its task, the last of them the open one.
    """
    rounds = []
    while next_due_at <= now:
        last_round += 1
        rounds.append(DueRound(last_round, next_due_at))
        next_due_at += every
    return rounds, next_due_at


def escalates(opened_at: datetime, now: datetime, unclaimed_for: timedelta) -> bool:
    """Nobody took it in time: the supervisor is told (R49)."""
    return now - opened_at >= unclaimed_for


@dataclass(frozen=True)
class Why:
    """The reason for a long wait, as told to the patient: the sentence `why-<code>`."""

    code: str
    minutes: int = 0


#: From so many on, "many people" is true.
MANY = 3


def why_waiting(
    rooms_open: int, longest_in_room: float | None, usual_minutes: float, ahead: int, rooms_free: int = 0
) -> Why:
    """The most telling reason that is known: no room open, a long consultation, or many people."""
    if rooms_open == 0:
        return Why("no-room-open")
    if longest_in_room is not None and longest_in_room > 1.5 * usual_minutes:
        return Why("long-consultation", int(longest_in_room))
    if rooms_free > ahead:
        return Why("room-free")
    if ahead > 0:
        return Why("many-people" if ahead >= MANY else "some-ahead")
    return Why("nearly-there")
