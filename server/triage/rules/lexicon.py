"""Finding known terms in a row of tokens: a trie, longest and best cover, with small talk skipped in between.

A term may hold a gap, written …: "头…晕" is found in "头昨天开始晕". Braces spell choices: "{左,右}腿".
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.triage.rules.tokens import BREAKS, SOFT, Spelling, Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = "…"
WIDEST_GAP = 8
"""Tokens that a gap may span."""
MOST_SKIPS = 4
_CHOICE = re.compile(r"\{([^{}]*)\}")
_END = ""
_SYMPTOM_BONUS = 0.5
_WORD_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term stands for: a kind ("symptom", "part", "negator" ...) and a code within the kind."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A term found in the sentence, from token `start` up to, not including, token `end`."""

    meanings: tuple[Meaning, ...]
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...] = ()
    """Where the words of a term with a gap stand; empty for others."""

    def in_gap(self, other: Unit) -> bool:
        """The other unit stands in this one's gap."""
        inside = self.start <= other.start and other.end <= self.end
        return inside and all(other.end <= start or other.start >= end for start, end in self.pieces)

    def code(self, kind: str) -> str | None:
        """The code of this unit's meaning of the given kind, if it has one."""
        return next((meaning.code for meaning in self.meanings if meaning.kind == kind), None)


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Gapped:
    pieces: tuple[tuple[str, ...], ...]
    meaning: Meaning


def spell_out(term: str) -> Iterator[str]:
    """Every reading of a term with {a,b} choices."""
    pieces = [piece.split(",") if place % 2 else [piece] for place, piece in enumerate(_CHOICE.split(term))]
    return ("".join(choice) for choice in itertools.product(*pieces))


class Lexicon:
    """All terms of the knowledge. Filled while loading, only read afterwards."""

    __slots__ = ("_fillers", "_gapped", "_root", "spelling")

    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling
        self._root = _Node()
        self._fillers = _Node()
        self._gapped: dict[str, list[_Gapped]] = {}

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of a sentence or a term."""
        return tokenise(self.spelling.normalise(text))

    def add(self, term: str, meaning: Meaning) -> None:
        """Learn a term. Raises ValueError for one with nothing to match."""
        for reading in spell_out(term):
            pieces = tuple(tuple(t.text for t in self.read(piece)) for piece in reading.split(GAP))
            if not all(pieces):
                raise ValueError(f"nothing to match in {term!r}")
            if len(pieces) == 1:
                node = self._root
                for token in pieces[0]:
                    node = node.after.setdefault(token, _Node())
                if meaning not in node.meanings:
                    node.meanings += (meaning,)
            else:
                self._gapped.setdefault(pieces[0][0], []).append(_Gapped(pieces, meaning))

    def add_filler(self, term: str) -> None:
        """Learn small talk that may stand inside a term without changing it: 有点, 一直, really."""
        node = self._fillers
        for token in self.read(term):
            node = node.after.setdefault(token.text, _Node())
        node.meanings = (Meaning("filler", term),)

    def filler_ends(self, tokens: Sequence[Token]) -> list[int]:
        """For each place the end of the longest small talk that starts there, else 0."""
        ends = [0] * len(tokens)
        for start, first in enumerate(tokens):
            if first.text == SOFT:
                ends[start] = start + 1
                continue
            node, place = self._fillers, start
            while place < len(tokens) and (below := node.after.get(tokens[place].text)) is not None:
                node, place = below, place + 1
                if node.meanings:
                    ends[start] = place
        return ends

    def units(self, tokens: Sequence[Token], skips: Sequence[int]) -> list[Unit]:
        """The best cover of the sentence by known terms: long terms win; in order, without overlap."""
        size = len(tokens)
        best: list[float] = [0.0] * (size + 1)
        chosen: list[Unit | None] = [None] * size
        for start in range(size - 1, -1, -1):
            best[start] = best[start + 1]
            for end, length, meanings in self._matches(tokens, skips, start):
                bonus = _SYMPTOM_BONUS if meanings[0].kind == "symptom" else 0.0
                worth = length * length + bonus + best[end]
                if worth > best[start]:
                    best[start] = worth
                    chosen[start] = Unit(meanings, start, end)
        found: list[Unit] = []
        place = 0
        while place < size:
            unit = chosen[place]
            if unit is not None:
                found.append(unit)
            place = unit.end if unit is not None else place + 1
        return found

    def _matches(
        self, tokens: Sequence[Token], skips: Sequence[int], start: int
    ) -> Iterator[tuple[int, int, tuple[Meaning, ...]]]:
        waiting = [(self._root, start, 0, 0)]
        while waiting:
            node, place, length, skipped = waiting.pop()
            if place >= len(tokens):
                continue
            token = tokens[place].text
            if (below := node.after.get(token)) is not None:
                longer = length + (_WORD_LENGTH if token[0].isascii() else 1)
                if below.meanings:
                    yield place + 1, longer, below.meanings
                waiting.append((below, place + 1, longer, skipped))
            if length and skips[place] and skipped < MOST_SKIPS:
                waiting.append((node, skips[place], length, skipped + 1))

    def gapped_units(self, tokens: Sequence[Token], skips: Sequence[int]) -> list[Unit]:
        """Terms with a gap; they may overlap other units, and never reach over punctuation."""
        found: list[Unit] = []
        said = {token.text for token in tokens}
        possible = {
            first: [one for one in self._gapped[first] if all(word in said for word in itertools.chain(*one.pieces))]
            for first in said
            if first in self._gapped
        }
        for start, first in enumerate(tokens):
            for pattern in possible.get(first.text, ()):
                pieces = _gapped_pieces(pattern, tokens, skips, start)
                if pieces:
                    found.append(Unit((pattern.meaning,), start, pieces[-1][1], pieces))
        return found


def _gapped_pieces(
    pattern: _Gapped, tokens: Sequence[Token], skips: Sequence[int], start: int
) -> tuple[tuple[int, int], ...]:
    end = _piece_end(pattern.pieces[0], tokens, skips, start)
    found = [(start, end)]
    for piece in pattern.pieces[1:]:
        if not end:
            return ()
        place = _next_piece(piece, tokens, skips, end)
        if place is None:
            return ()
        end = _piece_end(piece, tokens, skips, place)
        found.append((place, end))
    return tuple(found)


def _next_piece(
    piece: tuple[str, ...], tokens: Sequence[Token], skips: Sequence[int], begin: int
) -> int | None:
    for place in range(begin, min(begin + WIDEST_GAP + 1, len(tokens))):
        if tokens[place].text in BREAKS and tokens[place].text != SOFT:
            return None
        if _piece_end(piece, tokens, skips, place):
            return place
    return None


def _piece_end(piece: tuple[str, ...], tokens: Sequence[Token], skips: Sequence[int], place: int) -> int:
    for count, wanted in enumerate(piece):
        while count and place < len(tokens) and tokens[place].text != wanted and skips[place]:
            place = skips[place]
        if place >= len(tokens) or tokens[place].text != wanted:
            return 0
        place += 1
    return place
