"""Reasons as short sentences for people, from the templates of the knowledge: "拉肚子、肚子疼，先由内科检查。"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.triage.rules.model import Knowledge
    from server.triage.rules.scoring import Reason


def symptom_name(knowledge: Knowledge, code: str, language: str) -> str:
    """The name of a symptom, of a "part.sensation" pair, of a flag or of a region; "" for an unknown code."""
    for known in (knowledge.symptoms, knowledge.flags, knowledge.regions):
        if (found := known.get(code)) is not None:
            return str(found.names.of(language))
    part, _, sensation = code.partition(".")
    if part not in knowledge.parts or sensation not in knowledge.sensations:
        return ""
    pair = {"part": knowledge.parts[part].names, "sensation": knowledge.sensations[sensation].names}
    return knowledge.reasons["pair"].of(language).format(**{key: name.of(language) for key, name in pair.items()})


def symptom_names(knowledge: Knowledge, codes: Sequence[str], language: str) -> str:
    """Several names as one list: 拉肚子、肚子疼."""
    return knowledge.reasons["between"].of(language).join(
        name for code in codes if (name := symptom_name(knowledge, code, language))
    )


def reason_text(knowledge: Knowledge, reason: Reason, language: str) -> str:
    """One reason as a sentence."""
    other = knowledge.departments[reason.other].names.of(language) if reason.other else ""
    sentence = knowledge.reasons[reason.code].of(language).format(
        symptoms=symptom_names(knowledge, reason.symptoms, language),
        department=knowledge.departments[reason.department].names.of(language),
        other=other,
    )
    return sentence[:1].upper() + sentence[1:]


def general_text(knowledge: Knowledge, code: str, language: str) -> str:
    """A sentence that belongs to no department: "no_danger", "can_transfer" and the ask_reason codes with "ask_"."""
    return knowledge.reasons[code].of(language)
