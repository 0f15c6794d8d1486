"""A sentence read once: its tokens, the terms found in it, and its clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.triage.rules.tokens import LIST, SOFT, STRONG, WEAK, tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from server.triage.rules.lexicon import Lexicon, Unit
    from server.triage.rules.tokens import Token

STRESS_WITHIN = 3
"""Tokens after a complaint in which "very badly" or "for three days" shows that it is asserted."""


@dataclass(slots=True)
class Clause:
    """A run of units without a comma or a "but" in between."""

    index: int
    start: int
    end: int
    after_comma: bool = False
    units: list[Unit] = field(default_factory=list)
    past: bool = False
    inherits_negation: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens and terms of one sentence, with the questions that the rules ask about neighbours."""

    plain: str
    tokens: Sequence[Token]
    skips: Sequence[int]
    units: Sequence[Unit]
    gapped: Sequence[Unit]
    starting: Mapping[int, Unit]
    """The unit that starts at a token."""

    def adjoins(self, end: int, start: int) -> bool:
        """Nothing but small words and list marks stands from token `end` up to token `start`."""
        return self._only(end, start, ("bridge", "joiner", "cue", "part", "person"), lists=True)

    def joined(self, end: int, start: int) -> bool:
        """The two are neighbours or joined by 和, 、 or "and"."""
        if any(self.tokens[place].text == SOFT for place in range(end, min(start, len(self.tokens)))):
            return False
        return self._only(end, start, ("joiner",), lists=True)

    def _only(self, end: int, start: int, kinds: tuple[str, ...], *, lists: bool) -> bool:
        place = end
        if start < end:
            return False
        while place < start:
            unit = self.starting.get(place)
            if unit is not None and any(unit.code(kind) for kind in kinds):
                place = unit.end
            elif self.skips[place] or (lists and self.tokens[place].text == LIST):
                place = max(self.skips[place], place + 1)
            else:
                return False
        return True

    def stressed(self, unit: Unit) -> bool:
        """A stress or a length of time follows directly: 头疼得厉害, 咳嗽三天."""
        for place in range(unit.end, min(unit.end + STRESS_WITHIN, len(self.tokens))):
            text = self.tokens[place].text
            if text in (STRONG, WEAK, LIST):
                return False
            other = self.starting.get(place)
            if text[0].isdigit() or (other is not None and other.code("cue") == "severe"):
                return True
        return False

    def ends_clause(self, unit: Unit, clause: Clause) -> bool:
        """Nothing but small talk follows the unit in its clause."""
        end = clause.end
        while end > unit.end and self.tokens[end - 1].text in (STRONG, WEAK):
            end -= 1
        return self._only(unit.end, end, ("bridge",), lists=False)

    def denied(self, unit: Unit, clause: Clause) -> bool:
        """A negator stands directly before: 不厉害, not severe."""
        return any(n.code("negator") and n.end <= unit.start and self._close(n, unit) for n in clause.units)

    def _close(self, negator: Unit, unit: Unit) -> bool:
        return self._only(negator.end, unit.start, ("bridge",), lists=False)


def read_sentence(lexicon: Lexicon, text: str) -> Reading:
    """Find all terms of the sentence."""
    plain = lexicon.spelling.normalise(text)
    tokens = tokenise(plain)
    skips = lexicon.filler_ends(tokens)
    units = lexicon.units(tokens, skips)
    starting = {unit.start: unit for unit in units}
    return Reading(plain, tokens, skips, units, lexicon.gapped_units(tokens, skips), starting)


def split_clauses(reading: Reading) -> list[Clause]:
    """The clauses in order, each knowing whether it speaks of the past or carries on a denial."""
    starts: dict[int, bool] = {0: False}
    for place, token in enumerate(reading.tokens):
        if token.text in (STRONG, WEAK):
            starts[place + 1] = token.text == WEAK
    for unit in reading.units:
        if unit.code("contrast") and not unit.code("symptom"):
            starts[unit.start] = False
    places = sorted(starts)
    ends = [*places[1:], len(reading.tokens)]
    clauses = [
        Clause(index, start, end, after_comma=starts[start])
        for index, (start, end) in enumerate(zip(places, ends, strict=True))
    ]
    _share_units(reading, clauses)
    for clause in clauses:
        clause.past = _speaks_of_the_past(clause)
    _carry_denials(clauses)
    return clauses


def _share_units(reading: Reading, clauses: Sequence[Clause]) -> None:
    current = 0
    for unit in reading.units:
        while unit.start >= clauses[current].end and current + 1 < len(clauses):
            current += 1
        clauses[current].units.append(unit)


def _speaks_of_the_past(clause: Clause) -> bool:
    codes = {unit.code("time") for unit in clause.units}
    return "past" in codes and "present" not in codes


def _carry_denials(clauses: Sequence[Clause]) -> None:
    """In "no fever, chest pain, or cough" the closing "or" carries the denial over the commas."""
    for clause in clauses:
        if not (clause.after_comma and clause.units and clause.units[0].code("joiner") == "or"):
            continue
        first = clause.index - 1
        while first >= 0 and clauses[first].after_comma and not _denies(clauses[first]):
            first -= 1
        if first >= 0 and _denies(clauses[first]):
            for between in clauses[first + 1 : clause.index + 1]:
                between.inherits_negation = True


def _denies(clause: Clause) -> bool:
    return any(unit.code("negator") == "list" for unit in clause.units)
