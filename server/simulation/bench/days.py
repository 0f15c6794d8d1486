"""A day as a list of waits: of simulated days or of anybody's own, in the same form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.queueing.rules.ordering import Candidate, Policy
from server.simulation.values import Outcome


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait: times in minutes since midnight, None for a call that never came. `kind`: the class of the visit;
    `lane`: of the order, as the call was recorded; `seen`: False for a call that was missed."""

    candidate: Candidate
    joined: float
    called: float | None
    left: float | None
    doctor: str | None
    kind: str
    lane: str | None
    seen: bool = True


@dataclass(frozen=True)
class PlayedDay:
    """A day's waits by the time of joining, the policy, and who was on duty: (doctor, from, to) in minutes. None: not
    known, and read off the calls."""

    waits: Sequence[Wait]
    policy: Policy
    duties: Sequence[tuple[str, float, float]] | None = None


def played(outcome: Outcome, policy: Policy, duties: Sequence[tuple[str, float, float]]) -> PlayedDay:
    """A simulated day as a list of waits."""
    waits = [
        Wait(
            stint.candidate, stint.joined, stint.called, stint.left, stint.doctor,
            "return" if stint.line == "return" else stint.patient.kind, stint.lane, not stint.missed,
        )
        for stint in outcome.stints
    ]  # fmt: skip
    return PlayedDay(sorted(waits, key=lambda wait: wait.joined), policy, duties)
