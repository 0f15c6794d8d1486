"""Runs the sentence files through triage and counts how often it was right (R21, R22, R28)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.triage.rules import Knowledge, Suggestion, load_knowledge, suggest

ROOT = Path(__file__).resolve().parents[3]
KNOWLEDGE = ROOT / "server" / "triage" / "knowledge"
LANGUAGES = {"zh": "zh-CN", "en": "en"}


@dataclass
class Case:
    """A sentence, what was expected and what came."""

    language: str
    row: dict[str, Any]
    answer: Suggestion

    @property
    def group(self) -> str:
        if self.row.get("blind"):
            return "blind"
        return "file's words" if self.row["own_words"] else "patients' words"

    @property
    def codes(self) -> list[str]:
        return [department.code for department in self.answer.departments]

    @property
    def first_right(self) -> bool:
        return bool(self.codes) and self.codes[0] in self.row["departments"]

    @property
    def among_three(self) -> bool:
        return bool(set(self.codes[:3]) & set(self.row["departments"]))

    @property
    def flags_wanted(self) -> set[str]:
        return set(self.row.get("flags", ()))

    @property
    def flags_raised(self) -> set[str]:
        return {flag.code for flag in self.answer.red_flags}


@dataclass
class Count:
    """The figures of one group of sentences."""

    cases: list[Case] = field(default_factory=list)

    def share(self, wanted: list[Case], right: list[Case]) -> float | None:
        return len(right) / len(wanted) if wanted else None

    @property
    def placed(self) -> list[Case]:
        return [case for case in self.cases if "departments" in case.row]

    @property
    def top_one(self) -> float | None:
        return self.share(self.placed, [case for case in self.placed if case.first_right])

    @property
    def top_three(self) -> float | None:
        return self.share(self.placed, [case for case in self.placed if case.among_three])

    @property
    def flag_recall(self) -> float | None:
        wanted = sum(len(case.flags_wanted) for case in self.cases)
        found = sum(len(case.flags_wanted & case.flags_raised) for case in self.cases)
        return found / wanted if wanted else None

    @property
    def flag_precision(self) -> float | None:
        raised = sum(len(case.flags_raised) for case in self.cases)
        right = sum(len(case.flags_wanted & case.flags_raised) for case in self.cases)
        return right / raised if raised else None

    @property
    def missed_dangers(self) -> list[str]:
        return [case.row["text"] for case in self.cases if case.flags_wanted and not case.flags_raised]

    @property
    def asked_rightly(self) -> float | None:
        wanted = [case for case in self.cases if case.row.get("ask")]
        return self.share(wanted, [case for case in wanted if case.answer.ask_a_person])

    @property
    def asked_needlessly(self) -> float | None:
        plain = [case for case in self.placed if not case.flags_wanted]
        return self.share(plain, [case for case in plain if case.answer.ask_a_person])

    @property
    def silent_wrong(self) -> float | None:
        """A wrong first department, and nobody was asked: what R28 forbids."""
        bad = [case for case in self.placed if not case.first_right and not case.answer.ask_a_person]
        return self.share(self.placed, bad)


def sentences(language: str) -> list[dict[str, Any]]:
    """The rows of one language's file."""
    file = Path(__file__).parent / f"sentences_{language}.toml"
    rows: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["sentences"]
    return rows


def answer(knowledge: Knowledge, row: dict[str, Any], language: str = "zh-CN") -> Suggestion:
    """What triage says to one row."""
    return suggest(
        knowledge,
        text=row["text"],
        age_years=row.get("age"),
        sex=row.get("sex"),
        language=language,
    )


def all_cases() -> list[Case]:
    """Every sentence of both files with its answer."""
    knowledge = load_knowledge(KNOWLEDGE)
    return [
        Case(language, row, answer(knowledge, row, tag))
        for language, tag in LANGUAGES.items()
        for row in sentences(language)
    ]


def table(cases: list[Case]) -> list[str]:
    """The figures as lines of text."""
    groups = {
        "all tuned": [case for case in cases if case.group != "blind"],
        "patients' words": [case for case in cases if case.group == "patients' words"],
        "file's words": [case for case in cases if case.group == "file's words"],
        "tuned, zh": [case for case in cases if case.group != "blind" and case.language == "zh"],
        "tuned, en": [case for case in cases if case.group != "blind" and case.language == "en"],
        "blind": [case for case in cases if case.group == "blind"],
        "blind, zh": [case for case in cases if case.group == "blind" and case.language == "zh"],
        "blind, en": [case for case in cases if case.group == "blind" and case.language == "en"],
    }
    heads = ("sentences", "n", "top-1", "top-3", "flag recall", "precision", "asked ok", "asked extra", "silent wrong")
    lines = ["{:<16}{:>5}{:>8}{:>8}{:>13}{:>11}{:>10}{:>13}{:>14}".format(*heads)]
    for name, chosen in groups.items():
        count = Count(chosen)
        figures = (
            count.top_one, count.top_three, count.flag_recall, count.flag_precision,
            count.asked_rightly, count.asked_needlessly, count.silent_wrong,
        )  # fmt: skip
        shown = ["-" if figure is None else f"{figure:.3f}" for figure in figures]
        lines.append("{:<16}{:>5}{:>8}{:>8}{:>13}{:>11}{:>10}{:>13}{:>14}".format(name, len(chosen), *shown))
    return [*lines, "", *trust_lines(cases)]


def trust_lines(cases: list[Case]) -> list[str]:
    """How often the first department was right, by the trust that was put in it."""
    plain = [case for case in cases if "departments" in case.row and not case.flags_wanted and case.codes]
    lines = ["trust of the first department against how often it was right (sentences without a danger)"]
    for low, high in ((0.0, 0.35), (0.35, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 1.01)):
        inside = [case for case in plain if low <= case.answer.departments[0].confidence < high]
        if inside:
            mean = sum(case.answer.departments[0].confidence for case in inside) / len(inside)
            right = sum(case.first_right for case in inside) / len(inside)
            band = f"{low:.2f}-{min(high, 1):.2f}"
            lines.append(f"  {band}  n {len(inside):>3}  mean trust {mean:.2f}  right {right:.2f}")
    return lines
