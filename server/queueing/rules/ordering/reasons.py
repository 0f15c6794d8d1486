"""The reasons that several policies give."""

from __future__ import annotations

from datetime import datetime

from server.queueing.rules.ordering.values import Candidate, Policy, Reason


def minutes_waited(candidate: Candidate, now: datetime) -> int:
    """Whole minutes of a wait; never negative, even where a clock was set back."""
    return int(max(0.0, (now - candidate.waiting_since).total_seconds()) // 60)


def longest_waiting(candidate: Candidate, others: int, now: datetime) -> Reason:
    """The eldest of the line, or the only one there is."""
    if not others:
        return Reason("only_one")
    return Reason("longest_waiting", {"minutes": minutes_waited(candidate, now), "others": others})


def overdue(candidate: Candidate, policy: Policy) -> Reason:
    """Others yielded to somebody who waits beyond the limit of the level."""
    return Reason("overdue", {"limit": policy.limit_minutes[candidate.urgency - 1]})
