"""Who is next, and why (R29, R30). One pure function decides; its reason is stored and shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

URGENT = 3  # levels 1 and 2 never queue (R22); 3 goes before 4


@dataclass(frozen=True)
class Candidate:
    """A waiting ticket as the rule sees it. `doctor` is set when it waits for one doctor only."""

    ticket: str
    number: str
    urgency: int
    waiting_since: datetime
    sequence: int
    doctor: str | None = None


@dataclass(frozen=True)
class Policy:
    """How a department orders its queue. `urgency_arrival`: the more urgent first, then who came first."""

    kind: str = "urgency_arrival"


@dataclass(frozen=True)
class Reason:
    """Why one was chosen: the sentence `reason-<code>` and what fills it."""

    code: str
    args: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """The chosen candidate and the reason."""

    candidate: Candidate
    reason: Reason


def in_order(waiting: Iterable[Candidate], policy: Policy) -> list[Candidate]:
    """The waiting in the order in which they would be called."""
    _known(policy)
    return sorted(waiting, key=_rank)


def choose_next(waiting: Iterable[Candidate], now: datetime, policy: Policy) -> Choice | None:
    """The next to be called and why; None where nobody waits."""
    _known(policy)
    candidates = list(waiting)
    if not candidates:
        return None
    chosen = min(candidates, key=_rank)
    return Choice(chosen, _reason(chosen, candidates, now))


def waiting_for(waiting: Iterable[Candidate], doctor: str | None) -> list[Candidate]:
    """Those whom a room with this doctor may call: who asked for nobody, or for this doctor (R38)."""
    return [candidate for candidate in waiting if candidate.doctor in (None, doctor)]


def _rank(candidate: Candidate) -> tuple[int, datetime, int]:
    return (candidate.urgency, candidate.waiting_since, candidate.sequence)


def _reason(chosen: Candidate, candidates: list[Candidate], now: datetime) -> Reason:
    others = len(candidates) - 1
    if not others:
        return Reason("only_one")
    if chosen.urgency <= URGENT and any(other.waiting_since < chosen.waiting_since for other in candidates):
        return Reason("more_urgent", {"urgency": chosen.urgency})
    minutes = int(max(0.0, (now - chosen.waiting_since).total_seconds()) // 60)
    return Reason("longest_waiting", {"minutes": minutes, "others": others})


def _known(policy: Policy) -> None:
    if policy.kind != "urgency_arrival":
        raise ValueError(f"no ordering policy is named {policy.kind!r}")
