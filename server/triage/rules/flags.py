"""Red flags: dangers that written rules find, and nothing else (R22, R23)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from server.triage.rules.model import Condition, Flag, Knowledge
    from server.triage.rules.patient import Patient

NOT_URGENT = 4
LOWEST_ALARM = 2
"""Urgency 1 and 2 never queue: staff are called at once."""


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A flag that holds for this patient, and the symptoms that raised it."""

    code: str
    urgency: int
    symptoms: tuple[str, ...]


def raise_flags(
    knowledge: Knowledge, present: Mapping[str, frozenset[str]], patient: Patient, duration: str | None
) -> tuple[RaisedFlag, ...]:
    """All flags, the most urgent first. `present` maps each symptom that is there now to the cues said of it."""
    raised = [_raise(knowledge, flag, present, patient, duration) for flag in knowledge.flags.values()]
    return tuple(sorted((flag for flag in raised if flag), key=lambda flag: flag.urgency))


def _raise(
    knowledge: Knowledge,
    flag: Flag,
    present: Mapping[str, frozenset[str]],
    patient: Patient,
    duration: str | None,
) -> RaisedFlag | None:
    known = knowledge.symptoms
    linked = tuple(code for code in present if code in known and known[code].red_flag == flag.code)
    urgencies = [flag.urgency] if linked else []
    symptoms = list(linked)
    for condition in flag.conditions:
        causes = _causes(condition, present)
        if causes and _fits(condition, patient, duration):
            urgencies.append(condition.urgency or flag.urgency)
            symptoms += causes
    if not urgencies:
        return None
    return RaisedFlag(flag.code, min(urgencies), tuple(dict.fromkeys(symptoms)))


def _causes(condition: Condition, present: Mapping[str, frozenset[str]]) -> list[str]:
    """The symptoms that fulfil the condition, empty when it does not hold."""
    causes: list[str] = []
    for choice in condition.every:
        found = [code for code in choice if code in present]
        if not found:
            return []
        causes += found
    said = frozenset[str]().union(*(present[code] for code in causes))
    return causes if said.issuperset(condition.cues) else []


def _fits(condition: Condition, patient: Patient, duration: str | None) -> bool:
    if condition.pregnant and not patient.pregnant:
        return False
    if condition.sex and patient.sex and patient.sex != condition.sex:
        return False
    if condition.duration and duration not in condition.duration:
        return False
    return _fits_age(condition, patient)


def _fits_age(condition: Condition, patient: Patient) -> bool:
    if condition.age_below is None and condition.age_from is None:
        return True
    return any(
        (condition.age_below is None or age < condition.age_below)
        and (condition.age_from is None or age >= condition.age_from)
        for age in patient.ages
    )
