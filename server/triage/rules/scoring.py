"""From symptoms to departments with a confidence each (R21, R25, R26, R28)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.triage.rules.flags import LOWEST_ALARM

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from server.triage.rules.flags import RaisedFlag
    from server.triage.rules.model import Knowledge, Symptom
    from server.triage.rules.patient import Patient

PAEDIATRICS = "paediatrics"
OBGYN = "obgyn"
DANGER_FACTOR = 2.0
"""The departments of a red flag go before those of the ordinary complaints beside it."""
PREGNANT_SHARE = 0.5
"""Part of every weight that a pregnancy moves to obstetrics."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a department stands in the answer.

    `code` is a key of the knowledge's reasons: "symptoms", "region", "child", "pregnant", "instead" (another department
    is not open), "red_flag". `symptoms` are codes of symptoms, of flags for "red_flag", of a region for "region";
    `other` is the department that this one stands in for.
    """

    code: str
    department: str
    symptoms: tuple[str, ...] = ()
    other: str | None = None


@dataclass(slots=True)
class Score:
    """A department's weight while it is being added up."""

    weight: float = 0.0
    symptoms: dict[str, float] = field(default_factory=dict)
    notes: dict[tuple[str, str | None], tuple[str, ...]] = field(default_factory=dict)


Scores = dict[str, Score]


def weigh(
    knowledge: Knowledge, weights: Mapping[str, float], flags: Sequence[RaisedFlag], patient: Patient
) -> Scores:
    """Add up departments. `weights` maps each matched symptom to 1, or less for one that lies in the past."""
    scores: Scores = {}
    for code, factor in weights.items():
        for department, weight in departments_of(knowledge, code, patient).items():
            score = scores.setdefault(department, Score())
            score.weight += weight * factor
            score.symptoms[code] = weight * factor
    _move_to_women_and_children(knowledge, scores, patient)
    for flag in flags:
        for department, weight in knowledge.flags[flag.code].departments.items():
            score = scores.setdefault(department, Score())
            score.weight += weight * (DANGER_FACTOR if flag.urgency <= LOWEST_ALARM else 1.0)
            earlier = score.notes.get(("red_flag", None), ())
            score.notes["red_flag", None] = (*earlier, flag.code)
    return scores


def departments_of(knowledge: Knowledge, code: str, patient: Patient) -> Mapping[str, float]:
    """The weights of a symptom for this patient; also of a "part.sensation" pair, which has no entry of its own."""
    symptom = knowledge.symptoms.get(code)
    if symptom is not None:
        return _weights_for(symptom, patient)
    part, _, sensation = code.partition(".")
    place, feeling = knowledge.parts[part], knowledge.sensations[sensation]
    if feeling.replaces:
        return feeling.departments
    joint = dict(place.departments)
    for department, weight in feeling.departments.items():
        joint[department] = joint.get(department, 0.0) + weight
    return joint


def _weights_for(symptom: Symptom, patient: Patient) -> Mapping[str, float]:
    if symptom.sex and patient.sex and symptom.sex != patient.sex:
        return {}
    if symptom.age and patient.age is not None and not symptom.age[0] <= patient.age < symptom.age[1]:
        return {}
    groups = (("pregnant", patient.pregnant), ("child", patient.child), (patient.sex or "", True))
    for name, belongs in groups:
        if belongs and name in symptom.by_group:
            return symptom.by_group[name]
    return symptom.departments


def _move_to_women_and_children(knowledge: Knowledge, scores: Scores, patient: Patient) -> None:
    if patient.child:
        shares = {code: knowledge.departments[code].child_share for code in scores}
        _move(scores, shares, PAEDIATRICS, "child")
    elif patient.pregnant:
        shares = {c: PREGNANT_SHARE for c in scores if knowledge.departments[c].family == "medicine"}
        _move(scores, shares, OBGYN, "pregnant")


def _move(scores: Scores, shares: Mapping[str, float], target: str, note: str) -> None:
    for code, share in shares.items():
        if share <= 0 or code == target:
            continue
        source, receiver = scores[code], scores.setdefault(target, Score())
        receiver.weight += source.weight * share
        for symptom, weight in source.symptoms.items():
            receiver.symptoms[symptom] = receiver.symptoms.get(symptom, 0.0) + weight * share
        receiver.notes[note, None] = ()
        source.weight *= 1 - share
    if target in scores:
        scores[target].notes.setdefault((note, None), ())


def keep_to_open(
    knowledge: Knowledge, scores: Scores, open_departments: Collection[str] | None, patient: Patient
) -> tuple[Scores, bool]:
    """Move the weight of departments that are not open, or not for this patient, along their fallback chains (R26).

    The second value is True when the strongest department was lost without any stand-in.
    """
    kept: Scores = {}
    lost = 0.0
    for code, score in scores.items():
        stand_in = _stand_in(knowledge, code, open_departments, patient)
        if stand_in is None:
            lost = max(lost, score.weight)
            continue
        target = kept.setdefault(stand_in, Score())
        target.weight += score.weight
        for symptom, weight in score.symptoms.items():
            target.symptoms[symptom] = max(target.symptoms.get(symptom, 0.0), weight)
        target.notes |= score.notes
        if stand_in != code:
            target.notes["instead", code] = ()
    return kept, lost > max((score.weight for score in kept.values()), default=0.0)


def _stand_in(
    knowledge: Knowledge, code: str, open_departments: Collection[str] | None, patient: Patient
) -> str | None:
    chain = (code, *knowledge.departments[code].fallback)
    for candidate in chain:
        is_open = open_departments is None or candidate in open_departments
        if is_open and suits(knowledge, candidate, patient):
            return candidate
    return None


def suits(knowledge: Knowledge, code: str, patient: Patient) -> bool:
    """The department sees people of this sex and age; whatever is unknown suits."""
    department = knowledge.departments[code]
    if department.sex and patient.sex and department.sex != patient.sex:
        return False
    if department.adults_only and patient.child:
        return False
    return not (department.children_only and patient.age is not None and not patient.child)


def confidences(scores: Scores, half: float) -> dict[str, float]:
    """How far each department can be trusted, 0..1, the highest first.

    confidence(d) = evidence x share(d), with
    evidence = 1 - 2^(-w1 / half), w1 the weight of the strongest department: with half = 3 one clear symptom
    (weight 6 of 10) gives 0.75, a vague one (2) gives 0.37, several together come near 1;
    share(d) = w(d)^2 / sum of w^2, so that a close second halves the trust and a distant one hardly counts.
    All of a patient's confidences add up to `evidence`, what remains to 1 is the chance that none of them is right.
    """
    positive = {code: score.weight for code, score in scores.items() if score.weight > 0}
    if not positive:
        return {}
    evidence = 1.0 - 2.0 ** (-max(positive.values()) / half)
    squares = sum(weight * weight for weight in positive.values())
    ranked = sorted(positive.items(), key=lambda item: (-item[1], item[0]))
    return {code: round(evidence * weight * weight / squares, 4) for code, weight in ranked}
