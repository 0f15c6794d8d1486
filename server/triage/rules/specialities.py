"""Whose speciality speaks of a complaint: by written rules, within a department that is suggested anyway (R25)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from server.triage.rules.model import Names, Speciality


def fitting(
    specialities: Mapping[str, Speciality], described: Iterable[str], symptoms: Collection[str]
) -> Names | None:
    """The speciality of a doctor, as they are `described` in the clinic's file, that speaks of one of the symptoms; the
    one that speaks of most of them, None where none does."""
    texts = [text.casefold() for text in described]
    found: list[tuple[int, Names]] = []
    for one in specialities.values():
        named = any(word.casefold() in text for word in one.words for text in texts)
        together = len(one.symptoms.intersection(symptoms))
        if named and together:
            found.append((together, one.names))
    return max(found, key=lambda each: each[0])[1] if found else None
