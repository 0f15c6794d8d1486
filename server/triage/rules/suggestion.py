"""The one question that the house asks of triage: where should this patient go, how soon, and why (R21-R28)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.triage.rules.clauses import read_sentence
from server.triage.rules.flags import LOWEST_ALARM, NOT_URGENT, RaisedFlag, raise_flags
from server.triage.rules.mentions import Mention, find_mentions
from server.triage.rules.patient import Patient, duration_in_text, know_patient, measured_symptoms
from server.triage.rules.scoring import Reason, Score, Scores, confidences, keep_to_open, weigh

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from server.triage.rules.model import Knowledge

PREGNANCY = "pregnancy"
MOST_DEPARTMENTS = 4
_ENOUGH_REASON_SYMPTOMS = 4


@dataclass(frozen=True, slots=True)
class DepartmentChoice:
    """A department with the trust in it (0..1) and the reasons, the main one first."""

    code: str
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The answer. With `urgency` 1 or 2 the patient does not queue: staff are called, whatever else stands here."""

    urgency: int
    """1 critical, 2 severe, 3 urgent, 4 not urgent."""
    red_flags: tuple[RaisedFlag, ...]
    """Urgency 1 and 2."""
    cautions: tuple[RaisedFlag, ...]
    """Urgency 3: the patient queues, the staff see why it should be soon."""
    departments: tuple[DepartmentChoice, ...]
    ask_a_person: bool
    ask_reason: str | None
    """red_flag, person_wanted, nothing_understood, low_confidence, conflict or not_open; else None."""
    matched: tuple[str, ...]
    """Symptoms that are there now, in the order of the sentence, chosen ones first."""
    denied: tuple[str, ...]
    past: tuple[str, ...]
    visit_class_hint: str | None
    """consultation, check_up or orthodontics (R17, R18, R20); None for a treatment visit."""
    age_used: float | None
    sex_used: str | None


def suggest(
    knowledge: Knowledge,
    *,
    text: str = "",
    symptoms: Sequence[str] = (),
    age_years: float | None = None,
    sex: str | None = None,
    region: str | None = None,
    duration: str | None = None,
    open_departments: Collection[str] | None = None,
    language: str = "zh-CN",  # noqa: ARG001 - sentences are read in both languages, whatever the page's is
) -> Suggestion:
    """Suggest departments for a complaint in the patient's own words, in Chinese, English or a mixture.

    `symptoms` are codes chosen on the screen (unknown ones are left out), `region` a region code, `duration` one of
    today, days, week, month. `age_years` may be a fraction: give infants theirs in months / 12, since an age of 0
    counts as new-born and is treated with the greatest care. `open_departments` are those that exist and have a doctor
    on duty; None means all. Never raises for whatever text; R28: when in doubt `ask_a_person` is True.
    """
    place = knowledge.regions.get(region or "")
    reading = read_sentence(knowledge.lexicon, text)
    mentions = find_mentions(knowledge, reading, place.part if place else None)
    present = _present(knowledge, mentions, symptoms, reading.plain)
    patient = know_patient(
        knowledge, reading, age_years=age_years, sex=sex or _sex_of(knowledge, present), pregnant=PREGNANCY in present
    )
    flags = raise_flags(knowledge, present, patient, duration or duration_in_text(reading.plain))
    past = tuple(dict.fromkeys(m.code for m in mentions if m.past and not m.negated and m.code not in present))
    weights = dict.fromkeys(present, 1.0) | dict.fromkeys(past, knowledge.thresholds.past_weight)
    scores = weigh(knowledge, weights, flags, patient)
    if not any(score.weight for score in scores.values()) and place is not None:
        scores = _region_scores(knowledge, place.code)
    scores, lost = keep_to_open(knowledge, scores, open_departments, patient)
    # Of a weight next to nothing the trust is nothing: such a department is no suggestion.
    trusted = {
        code: trust for code, trust in confidences(scores, knowledge.thresholds.evidence_half).items() if trust > 0
    }
    urgency = min((flag.urgency for flag in flags), default=NOT_URGENT)
    ask_reason = _why_ask(knowledge, present, trusted, urgency, lost=lost)
    return Suggestion(
        urgency=urgency,
        red_flags=tuple(flag for flag in flags if flag.urgency <= LOWEST_ALARM),
        cautions=tuple(flag for flag in flags if flag.urgency > LOWEST_ALARM),
        departments=tuple(
            DepartmentChoice(code, trust, _reasons(code, scores[code]))
            for code, trust in list(trusted.items())[:MOST_DEPARTMENTS]
        ),
        ask_a_person=ask_reason is not None,
        ask_reason=ask_reason,
        matched=tuple(present),
        denied=tuple(dict.fromkeys(m.code for m in mentions if m.negated and m.code not in present)),
        past=past,
        visit_class_hint=_visit_class(knowledge, present),
        age_used=patient.age,
        sex_used=patient.sex,
    )


def _present(
    knowledge: Knowledge, mentions: Sequence[Mention], chosen: Sequence[str], plain: str
) -> dict[str, frozenset[str]]:
    present: dict[str, frozenset[str]] = {code: frozenset() for code in chosen if code in knowledge.symptoms}
    for mention in mentions:
        if mention.present:
            present[mention.code] = present.get(mention.code, frozenset()) | mention.cues
    for code in measured_symptoms(knowledge, plain):
        present.setdefault(code, frozenset())
    return present


def _sex_of(knowledge: Knowledge, present: Mapping[str, object]) -> str | None:
    sexes = {knowledge.symptoms[code].sex for code in present if code in knowledge.symptoms} - {None}
    return sexes.pop() if len(sexes) == 1 else None


def _region_scores(knowledge: Knowledge, region: str) -> Scores:
    factor = knowledge.thresholds.region_weight
    return {
        code: Score(weight=weight * factor, notes={("region", None): (region,)})
        for code, weight in knowledge.regions[region].departments.items()
    }


def _reasons(department: str, score: Score) -> tuple[Reason, ...]:
    strongest = sorted(score.symptoms, key=lambda code: -score.symptoms[code])[:_ENOUGH_REASON_SYMPTOMS]
    in_order = tuple(code for code in score.symptoms if code in strongest)
    notes = [Reason(code, department, named, other) for (code, other), named in score.notes.items()]
    main = [Reason("symptoms", department, in_order)] if in_order else []
    dangers = [note for note in notes if note.code == "red_flag"]
    return (*dangers, *main, *(note for note in notes if note.code != "red_flag"))


def _visit_class(knowledge: Knowledge, present: Mapping[str, object]) -> str | None:
    hints = [s.visit_class for code in present if (s := knowledge.symptoms.get(code)) and s.visit_class]
    return hints[0] if hints else None


def _why_ask(
    knowledge: Knowledge, present: Mapping[str, object], trusted: Mapping[str, float], urgency: int, *, lost: bool
) -> str | None:
    if urgency <= LOWEST_ALARM:
        return "red_flag"
    if lost:
        return "not_open"
    wanted = any((symptom := knowledge.symptoms.get(code)) and symptom.person for code in present)
    doubt = _doubt(knowledge, trusted) if trusted else "nothing_understood"
    return "person_wanted" if wanted and doubt else doubt


def _doubt(knowledge: Knowledge, trusted: Mapping[str, float]) -> str | None:
    limits = knowledge.thresholds
    codes = list(trusted)
    first, second = codes[0], codes[1] if len(codes) > 1 else codes[0]
    apart = knowledge.departments[first].family != knowledge.departments[second].family
    if apart and trusted[second] >= trusted[first] * limits.near:
        return "conflict"
    family = knowledge.departments[first].family
    together = sum(trust for code, trust in trusted.items() if knowledge.departments[code].family == family)
    return "low_confidence" if together < limits.ask_below else None


__all__ = ["DepartmentChoice", "Patient", "Suggestion", "suggest"]
