"""What a simulated day is made of and what it leaves behind. Times are minutes since midnight, lengths minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from server.queueing.rules.ordering import FIRST, Candidate

#: Midnight of the simulated day: an instant is needed by the rules, and any will do.
MIDNIGHT = datetime(2026, 1, 5, tzinfo=UTC)


def instant(minutes: float) -> datetime:
    """A time of the simulated day as the rules take it."""
    return MIDNIGHT + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Errand:
    """Back after an examination: minutes until the patient is back, and how long the doctor then needs."""

    away: float
    service: float


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody who comes, with everything that chance decides drawn beforehand, so that policies are compared on the
    same people. `misses`: how many calls are missed before one is heard; `back_after`: from a missed call to signing
    in again; `service`: of a doctor of pace 1. `doctor`: whom the patient asks for, or with whom the time was booked;
    `original`: who saw the patient before for the same problem."""

    number: int
    arrives: float
    kind: str
    service: float
    urgency: int = 4
    priority: str | None = None
    appointment: float | None = None
    doctor: str | None = None
    misses: int = 0
    back_after: float = 0.0
    errand: Errand | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One doctor in one room. `spans`: from when to when; `pace` multiplies every length (1.2 is slower)."""

    doctor: str
    spans: tuple[tuple[float, float], ...]
    pace: float = 1.0


@dataclass(frozen=True)
class Day:
    """Who comes and who is there. `see_everyone`: the doctors who are there last stay until nobody is left;
    `missed_holds`: minutes that a room waits for somebody who does not come."""

    patients: tuple[Patient, ...]
    duties: tuple[Duty, ...]
    see_everyone: bool = True
    missed_holds: float = 2.0


@dataclass(slots=True)
class Stint:
    """One wait of one patient, from joining the line to the end of what the call led to. `called` is None for who was
    never called; `missed` for a call that nobody heard; `lane` the lane of the order that it was taken from."""

    patient: Patient
    candidate: Candidate
    joined: float
    line: str = FIRST
    called: float | None = None
    left: float | None = None
    doctor: str | None = None
    lane: str | None = None
    missed: bool = False

    @property
    def covered(self) -> bool:
        """Whether it waited for one doctor and was called by another who stood in (R33)."""
        return self.doctor is not None and self.candidate.doctor not in (None, self.doctor)

    @property
    def wait(self) -> float | None:
        """Minutes from joining to the call."""
        return None if self.called is None else self.called - self.joined


@dataclass(frozen=True)
class Outcome:
    """What a simulated day left behind. `busy`, `on_duty`: minutes by doctor, within the hours of duty; `voided`: whose
    number ran out after missed calls; `ended`: when the last patient left."""

    stints: list[Stint]
    busy: Mapping[str, float] = field(default_factory=dict)
    on_duty: Mapping[str, float] = field(default_factory=dict)
    voided: int = 0
    ended: float = 0.0
