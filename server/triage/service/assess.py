"""Asking the knowledge: which department, how urgent, which danger (R21–R28)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from server.core.language import languages
from server.triage.rules import (
    Knowledge,
    Names,
    Suggestion,
    fitting,
    general_text,
    load_knowledge,
    reason_text,
    suggest,
)

KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"

#: Levels 1 and 2 never queue (R22).
LAST_ALARM_LEVEL = 2

#: What a phone offers to be tapped by somebody who feels worse: the dangers that may come to anyone while waiting.
DANGERS_SHOWN = (
    "chest-pain", "breathless", "fainting", "one-sided-weakness", "slurred-speech", "seizure", "vomiting-blood",
    "coughing-blood", "anaphylaxis",
)  # fmt: skip


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The knowledge file, read once."""
    return load_knowledge(KNOWLEDGE)


@dataclass(frozen=True)
class Assessment:
    """A complaint as it was given, and what the knowledge says to it."""

    text: str | None
    symptoms: tuple[str, ...]
    suggestion: Suggestion

    @property
    def red_flags(self) -> list[str]:
        """Codes of the dangers found; with any of them the patient does not queue."""
        return [flag.code for flag in self.suggestion.red_flags]

    @property
    def is_alarm(self) -> bool:
        """Whether staff must come at once."""
        return self.suggestion.urgency <= LAST_ALARM_LEVEL

    @property
    def confidence(self) -> float:
        """Trust in the first suggestion, 0 to 1."""
        departments = self.suggestion.departments
        return departments[0].confidence if departments else 0.0

    @property
    def first(self) -> str | None:
        """The first suggested department, unless a person must decide (R28)."""
        departments = self.suggestion.departments
        return departments[0].code if departments and not self.suggestion.ask_a_person else None


def assess(
    *,
    text: str | None,
    symptoms: Sequence[str],
    age_years: float | None,
    sex: str | None,
    open_departments: Collection[str],
    region: str | None = None,
    duration: str | None = None,
) -> Assessment:
    """What the knowledge says to a complaint, among the departments that are open now (R26)."""
    suggestion = suggest(
        knowledge(), text=text or "", symptoms=symptoms, age_years=age_years,
        sex=sex if sex in ("female", "male") else None, region=region, duration=duration,
        open_departments=open_departments,
    )  # fmt: skip
    return Assessment(text or None, tuple(symptoms), suggestion)


def suggestion_document(assessment: Assessment, language: str) -> dict[str, Any]:
    """A suggestion as the contract sends it, its reasons as sentences in one language."""
    known, suggestion = knowledge(), assessment.suggestion
    return {
        "urgency": suggestion.urgency,
        "red_flags": [flag_document(code) for code in assessment.red_flags],
        "departments": [
            {
                "code": choice.code,
                "confidence": round(choice.confidence, 3),
                "reasons": [reason_text(known, reason, language) for reason in choice.reasons],
            }
            for choice in suggestion.departments[:3]
        ],
        "ask_a_person": suggestion.ask_a_person,
        "ask_reason": (
            general_text(known, f"ask_{suggestion.ask_reason}", language) if suggestion.ask_reason else None
        ),
        "matched": list(suggestion.matched),
        "visit_class_hint": suggestion.visit_class_hint,
        "no_danger": None if assessment.is_alarm else general_text(known, "no_danger", language),
    }


def fitting_speciality(described: dict[str, str], assessment: Assessment) -> dict[str, str] | None:
    """The speciality of a doctor that speaks of the complaint, in each language; None where none does, and always with
    a red flag, which leaves no time to choose (R22, R25)."""
    if assessment.is_alarm:
        return None
    found = fitting(knowledge().specialities, described.values(), assessment.suggestion.matched)
    return None if found is None else _texts(found)


def flag_document(code: str) -> dict[str, Any]:
    """A red flag with its names and the words for staff."""
    flag = knowledge().flags.get(code)
    if flag is None:
        return {"code": code, "names": dict.fromkeys(languages(), code), "words": {}}
    return {"code": code, "names": _texts(flag.names), "words": _texts(flag.words)}


@lru_cache(maxsize=1)
def symptoms_document() -> dict[str, Any]:
    """The body's regions and the chips of each, for the kiosk's picture."""
    known = knowledge()
    return {
        "regions": [
            {"code": region.code, "names": _texts(region.names), "view": region.view}
            for region in sorted(known.regions.values(), key=lambda region: region.order)
        ],
        "symptoms": [
            {
                "code": symptom.code,
                "names": _texts(symptom.names),
                "chips": _texts(symptom.chips),
                "region": list(symptom.regions),
                "red_flag": symptom.red_flag is not None,
                "common": symptom.common,
                "sex": symptom.sex,
            }
            for symptom in known.symptoms.values()
        ],
    }


@lru_cache(maxsize=1)
def danger_chips() -> list[dict[str, Any]]:
    """The commonest dangers, to be tapped on a phone by somebody who feels worse (R24)."""
    known = knowledge().symptoms
    return [{"code": code, "names": _texts(known[code].names)} for code in DANGERS_SHOWN]


def _texts(names: Names) -> dict[str, str]:
    return {language: names.of(language) for language in languages()}
