"""Whose patient somebody is: the doctor of before, turns by staff number, cover, wishes (R31–R33, R36, R38, R40)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.queueing.rules.duty import LATER, NONE

#: Why a ticket waits for one doctor.
WISH, ORIGINAL, ROTATION, COVER, APPOINTMENT = "wish", "original", "rotation", "cover", "appointment"

#: For whom another doctor may stand in when the own one is not there; the others are asked first.
COVERABLE = frozenset({ROTATION, COVER})

#: What somebody must arrange about a patient's doctor. Of these, a supervisor arranges `BY_SUPERVISOR`.
LATE, ABSENT, LEFT, REFUSED = "late", "absent", "left", "refused"
#: After the general check before braces: the specialist's appointment is to be booked (R20).
SECOND_STEP = "second_step"
BY_SUPERVISOR = frozenset({LEFT, REFUSED})
#: These do not end with the patient's wait: somebody must see to them.
STAYS = frozenset({REFUSED, SECOND_STEP})


@dataclass(frozen=True)
class DoctorNow:
    """A doctor of the department. `on_duty` and `ready` as `rules.duty` has them; `taken`: how many new patients were
    given to them today."""

    number: str
    on_duty: bool
    ready: bool = True
    taken: int = 0
    sex: str = "unknown"
    title: str = ""


@dataclass(frozen=True)
class Assignment:
    """The doctor for whom a ticket waits, why, and what somebody must arrange; None each where there is nothing."""

    doctor: str | None = None
    bound: str | None = None
    case: str | None = None


def assign_own(own: str, doctors: Mapping[str, DoctorNow], session: str, bound: str = ORIGINAL) -> Assignment:
    """从一: a return visit goes to the doctor of before (R31), whoever has booked to the booked doctor (`bound`, R34).

    Where that one has left the house the supervisor arranges (R40); who has no session left today is covered (R33,
    R35); for who is late the patient is asked. `session` is the own doctor's (`rules.duty`); whoever comes early for an
    appointment has nothing to be asked before it begins.
    """
    now = doctors.get(own)
    if now is None:
        return Assignment(case=LEFT)
    if now.on_duty or (session == LATER and bound == APPOINTMENT):
        return Assignment(own, bound)
    if session == NONE:
        return Assignment(own, COVER, ABSENT)
    return Assignment(own, bound, LATE)


def next_in_turn(doctors: Iterable[DoctorNow]) -> DoctorNow | None:
    """轮换: of those who call now, who has taken the fewest new patients today; of these the lowest staff number
    (R32)."""
    ready = [doctor for doctor in doctors if doctor.on_duty and doctor.ready]
    return min(ready, key=lambda doctor: (doctor.taken, len(doctor.number), doctor.number), default=None)


def first_share(doctors: Iterable[int]) -> int:
    """With how many patients a doctor is counted at least who comes on duty, for the first time or again: as few as any
    of the others has taken, so that they are not passed over until an absence is made up for (R32)."""
    return min(doctors, default=0)


@dataclass(frozen=True)
class Turn:
    """How many new patients a doctor was given today; `away`: was not there when the last one was given."""

    taken: int
    away: bool = False


def taken_now(turns: Mapping[str, Turn], ready: Iterable[str], doctor: str) -> int:
    """With how many a doctor counts now."""
    there = frozenset(ready)
    usual = first_share(turn.taken for number, turn in turns.items() if number in there and not turn.away)
    turn = turns.get(doctor)
    if turn is None:
        return usual
    return max(turn.taken, usual) if turn.away else turn.taken


def after_turn(turns: Mapping[str, Turn], doctors: Iterable[DoctorNow], chosen: str) -> dict[str, Turn]:
    """The turns after a patient was given to a doctor."""
    after = dict(turns)
    for doctor in doctors:
        if doctor.on_duty and doctor.ready:
            after[doctor.number] = Turn(doctor.taken + (doctor.number == chosen))
        elif doctor.number in turns:
            after[doctor.number] = Turn(turns[doctor.number].taken, away=True)
    return after


def by_wish(doctors: Iterable[DoctorNow], sex: str | None, title: str | None) -> DoctorNow | None:
    """The doctor on duty who fits a wish for sex or title and whose turn it is; None where nobody fits (R38)."""
    fitting = [
        doctor for doctor in doctors
        if (sex is None or doctor.sex == sex) and (title is None or doctor.title == title)
    ]  # fmt: skip
    return next_in_turn(fitting)


def may_call(
    doctor: str | None, bound: str | None, room_doctor: str | None, on_duty: frozenset[str], *, first_free: bool
) -> bool:
    """Whether a room may call a patient: who waits for nobody else; or one whose doctor is not there, into the free
    room that comes first by number (R33)."""
    if doctor is None or doctor == room_doctor:
        return True
    return bound in COVERABLE and doctor not in on_duty and first_free
