"""From the terms of a sentence to what the patient says about each: there, not there, long ago, sudden, severe.

Negation works forwards ("没有胸痛", "no fever or cough"), in the middle ("胸不痛") and at the end ("发烧、咳嗽都没有"),
and ends at the clause: a missed denial sends someone to staff needlessly, a denial heard too widely hides a danger,
therefore a negator must stand directly before what it denies, with nothing but small words between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.triage.rules.clauses import Clause, Reading, split_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.triage.rules.lexicon import Unit
    from server.triage.rules.model import Knowledge

CARRY_CLAUSES = 2
"""How many clauses later a bare "it hurts" may still speak of the body part named before."""
FARTHEST_PART = 12
FARTHEST_PART_AFTER = 6
FARTHEST_CUE = 10
_COMPLAINTS = ("symptom", "sensation")


@dataclass(slots=True)
class Mention:
    """One complaint at one place of the sentence."""

    code: str
    clause: int
    start: int
    end: int
    negated: bool = False
    past: bool = False
    cues: set[str] = field(default_factory=set)

    @property
    def present(self) -> bool:
        """Said to be there now."""
        return not (self.negated or self.past)


@dataclass(slots=True)
class _Complaint:
    """A symptom or sensation before it has found its part of the body."""

    unit: Unit
    negated: bool


@dataclass(slots=True)
class _Negation:
    """A negator that still waits for what it denies."""

    reaches_on: bool
    end: int
    used: bool = False


def find_mentions(knowledge: Knowledge, reading: Reading, region_part: str | None) -> list[Mention]:
    """Every complaint in the sentence. `region_part` is the body part touched on the kiosk's picture, if any."""
    clauses = split_clauses(reading)
    mentions: list[Mention] = []
    carried: tuple[str, int] | None = None
    for clause in clauses:
        complaints = _complaints(reading, clause)
        parts = _named_parts(knowledge, reading, clause)
        carried_part = carried[0] if carried and clause.index - carried[1] <= CARRY_CLAUSES else region_part
        found: list[Mention] = []
        for complaint in complaints:
            for code in _codes(knowledge, reading, parts, complaint.unit, carried_part):
                unit = complaint.unit
                found.append(Mention(code, clause.index, unit.start, unit.end, complaint.negated, clause.past))
                if (part := knowledge.part_of.get(code)) is not None:
                    carried_part, carried = part, (part, clause.index)
        found += _gapped(reading, clause, found)
        if parts:
            carried = (parts[-1].code("part") or "", clause.index)
        mentions += found
    _hand_out_cues(reading, clauses, mentions)
    return mentions


# --- negation ---------------------------------------------------------------------------------------------------


def _complaints(reading: Reading, clause: Clause) -> list[_Complaint]:
    found: list[_Complaint] = []
    waiting: _Negation | None = _Negation(reaches_on=True, end=clause.start) if clause.inherits_negation else None
    for unit in clause.units:
        if negator := unit.code("negator"):
            if waiting is not None and not waiting.used and reading.adjoins(waiting.end, unit.start):
                waiting = None  # 不是没有, 不是不疼: two denials make an assertion
            else:
                waiting = _Negation(reaches_on=negator == "list", end=unit.end)
            _deny_backwards(reading, clause, unit, negator, found)
        elif any(unit.code(kind) for kind in _COMPLAINTS):
            denied = waiting is not None and _reaches(reading, waiting, unit)
            found.append(_Complaint(unit, denied))
            waiting = _after_complaint(waiting, unit, denied=denied)
        elif waiting is not None and reading.adjoins(waiting.end, unit.start):
            waiting.end = unit.end
    return found


def _after_complaint(waiting: _Negation | None, unit: Unit, *, denied: bool) -> _Negation | None:
    if waiting is not None and denied and waiting.reaches_on:
        return _Negation(reaches_on=True, end=unit.end, used=True)
    return None


def _reaches(reading: Reading, waiting: _Negation, unit: Unit) -> bool:
    if not waiting.used:
        return reading.adjoins(waiting.end, unit.start)
    # 没有发烧咳嗽: both; 没有发烧 头疼得厉害: the second stands alone, and so does one that is said to be bad.
    return reading.joined(waiting.end, unit.start) and not reading.stressed(unit)


def _deny_backwards(
    reading: Reading, clause: Clause, negator: Unit, kind: str, found: Sequence[_Complaint]
) -> None:
    if kind == "next" or not found or not reading.ends_clause(negator, clause):
        return
    near = negator.start
    for complaint in reversed(found):
        if not reading.adjoins(complaint.unit.end, near):
            return
        complaint.negated = True
        if kind != "after":
            return
        near = complaint.unit.start


# --- body part and sensation --------------------------------------------------------------------------------------


def _codes(
    knowledge: Knowledge, reading: Reading, named: Sequence[Unit], unit: Unit, carried_part: str | None
) -> list[str]:
    symptom, code = unit.code("symptom"), unit.code("sensation")
    if code is None:
        return _shared(knowledge, reading, named, unit, symptom) if symptom else []
    parts = _parts_of(reading, named, unit) or ([carried_part] if carried_part else [])
    sensation = knowledge.sensations[code]
    if not parts and symptom is not None:
        return [symptom]  # 难受 alone is a complaint of its own, 膝盖难受 speaks of the knee
    if not parts:
        return [sensation.alone] if sensation.alone else []
    return [knowledge.parts[part].sensations.get(code, f"{part}.{code}") for part in parts]


def _shared(
    knowledge: Knowledge, reading: Reading, named: Sequence[Unit], unit: Unit, symptom: str
) -> list[str]:
    """The symptom, and the same feeling of the parts that are joined to it: 脖子和肩膀疼 is neck and shoulder."""
    part = knowledge.part_of.get(symptom)
    if part is None:
        return [symptom]
    feeling = next(code for code, named in knowledge.parts[part].sensations.items() if named == symptom)
    codes, start = [symptom], unit.start
    for other in reversed([earlier for earlier in named if earlier.end <= unit.start]):
        if other.end == start or not reading.joined(other.end, start):
            break
        joined_part = other.code("part") or ""
        codes.insert(0, knowledge.parts[joined_part].sensations.get(feeling, f"{joined_part}.{feeling}"))
        start = other.start
    return codes


def _parts_of(reading: Reading, parts: Sequence[Unit], unit: Unit) -> list[str]:
    before = [part for part in parts if part.end <= unit.start and unit.start - part.end <= FARTHEST_PART]
    if before:
        chain = [before[-1]]
        for part in reversed(before[:-1]):
            if not reading.joined(part.end, chain[-1].start):
                break
            chain.append(part)
        return [part.code("part") or "" for part in reversed(chain)]
    after = [part for part in parts if 0 <= part.start - unit.end <= FARTHEST_PART_AFTER]
    return [after[0].code("part") or ""] if after else []


def _named_parts(knowledge: Knowledge, reading: Reading, clause: Clause) -> list[Unit]:
    named: list[Unit] = []
    for unit in clause.units:
        code = unit.code("part")
        if code is None:
            continue
        if named and knowledge.parts[code].yields and reading.joined(named[-1].end, unit.start):
            continue
        named.append(unit)
    return named


def _gapped(reading: Reading, clause: Clause, plain: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for unit in reading.gapped:
        if not clause.start <= unit.start < clause.end:
            continue
        if any(m.code == unit.code("symptom") and m.start < unit.end and unit.start < m.end for m in plain):
            continue  # "chest …pain" in "chest pain" says nothing new
        inside = [n for n in clause.units if n.code("negator") and unit.in_gap(n)]
        before = [n for n in clause.units if n.code("negator") and reading.adjoins(n.end, unit.start)]
        negated = (len(inside) + len(before)) % 2 == 1
        code = unit.code("symptom") or ""
        found.append(Mention(code, clause.index, unit.start, unit.end, negated, clause.past))
    return found


# --- sudden, severe, at night ... -----------------------------------------------------------------------------------


def _hand_out_cues(reading: Reading, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> None:
    by_clause: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_clause.setdefault(mention.clause, []).append(mention)
    for clause in clauses:
        own = by_clause.get(clause.index, [])
        beside = by_clause.get(clause.index - 1, []) + by_clause.get(clause.index + 1, [])
        for unit in clause.units:
            cue = unit.code("cue")
            if cue is None or reading.denied(unit, clause):
                continue
            near = [mention for mention in own if _distance(mention, unit) <= FARTHEST_CUE]
            alone = all(mention.start == unit.start for mention in near)
            for mention in [*near, *beside] if alone else near:
                mention.cues.add(cue)


def _distance(mention: Mention, unit: Unit) -> int:
    return max(mention.start - unit.end, unit.start - mention.end, 0)


__all__ = ["Mention", "find_mentions"]
