"""Where somebody stands who missed the call and signs in again: three customs of hospitals (R29)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.queueing.rules.ordering.lanes import FIRST, MISSED
from server.queueing.rules.ordering.values import Candidate, Policy

#: How often a call may be missed under "places_back"; after that the number is void.
MOST_MISSED = 3


@dataclass(frozen=True)
class Rejoin:
    """The line in which somebody waits again, and since when by its order."""

    line: str
    joined_at: datetime


def rejoin(waiting: Sequence[Candidate], now: datetime, policy: Policy, missed_times: int) -> Rejoin | None:
    """The new place of somebody who missed `missed_times` calls; None where the number is void.

    `waiting`: who waits already, in the order in which they would be called. "inserted": takes turns with first visits.
    "places_back": the first time behind the next `places_back` of the queue, the second time behind twice as many, the
    third time at the end. "slot_end": behind everyone who comes within the present slot of the clock.
    """
    if policy.missed == "places_back":
        return _places_back(waiting, now, policy, missed_times)
    if policy.missed == "slot_end":
        return Rejoin(FIRST, slot_end(now, policy.slot_minutes))
    return Rejoin(MISSED, now)


def slot_end(now: datetime, minutes: int) -> datetime:
    """The end of the slot of the clock in which an instant lies."""
    start = now.replace(minute=now.minute - now.minute % minutes, second=0, microsecond=0)
    return start + timedelta(minutes=minutes)


def _places_back(waiting: Sequence[Candidate], now: datetime, policy: Policy, missed_times: int) -> Rejoin | None:
    if missed_times > MOST_MISSED:
        return None
    places = policy.places_back * missed_times
    if missed_times == MOST_MISSED or len(waiting) < places or places < 1:
        return Rejoin(FIRST, now)
    # Some of them may stand there by their lane although they joined long ago or not yet: behind all of them it is.
    behind = max(one.place[0] for one in waiting[:places])
    return Rejoin(FIRST, min(now, behind + timedelta(microseconds=1)))
