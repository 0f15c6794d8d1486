"""The class of a visit (R15–R20) and the age of a patient's details (R12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

#: "Within a year or just past one" (R16).
RETURN_WITHIN = timedelta(days=365 + 31)
WISHES = ("orthodontics", "consultation", "check_up")


#: 免检: why a visit may end without a fee (R19): advice only, a check only, a milk tooth, a tooth that must not be
#: drawn now, nothing done.
NO_FEE = ("consultation", "check_up", "milk_tooth", "not_to_be_drawn", "nothing_done")


@dataclass(frozen=True)
class PastVisit:
    """An earlier visit to the same department."""

    day: date
    visit_class: str


@dataclass(frozen=True)
class ClassDecision:
    """The class, why (`visit-class-<reason>`), and whether a general check comes first (R20)."""

    visit_class: str
    reason: str
    general_check_first: bool = False


def decide_visit_class(
    past: Sequence[PastVisit], today: date, *, same_problem: bool | None = None, hint: str | None = None
) -> ClassDecision:
    """The class from the history in this department and what the patient says.

    `hint` is the class that the complaint asks for by its words (triage); `same_problem` whether it is about
    what was treated before. The same problem within about a year is a return visit, to the doctor of then
    (R16, R31), whatever else was asked. Otherwise a wish for braces, advice or a check decides (R17, R18,
    R20); everything else is a first visit (R15).
    """
    last = max((visit.day for visit in past), default=None)
    recent = last is not None and today - last <= RETURN_WITHIN
    if recent and (same_problem or (same_problem is None and hint == "return")):
        return ClassDecision("return", "same_problem" if same_problem else "said_return")
    if hint in WISHES:
        checked = any(visit.visit_class in ("orthodontics", "check_up") for visit in past)
        return ClassDecision(hint, f"wish_{hint}", hint == "orthodontics" and not (checked and recent))
    if last is None:
        return ClassDecision("first", "never_here")
    if not recent:
        return ClassDecision("first", "long_ago")
    return ClassDecision("first", "other_problem" if same_problem is False else "not_said")


def is_stale(confirmed_at: datetime, now: datetime, stale_days: int) -> bool:
    """Whether a patient's details were last confirmed so long ago that they are asked anew (R12)."""
    return now - confirmed_at > timedelta(days=stale_days)
