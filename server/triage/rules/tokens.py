"""From a patient's sentence to tokens: one per Chinese character, one per English word (stemmed), one per number.

Punctuation becomes one of four breaks, so that negation and cues know where they end. Known terms go through the same
steps as the sentence, hence both meet in one form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STRONG = "<.>"
WEAK = "<,>"
LIST = "<&>"
SOFT = "< >"
BREAKS = frozenset({STRONG, WEAK, LIST, SOFT})
LONGEST_TEXT = 2000
"""Characters that are read; a kiosk's field is far shorter. Keeps hostile text cheap."""

_PIECE = re.compile(r"[a-z]+(?:['’][a-z]+)*|\d+(?:\.\d+)?|\s+|[^\sa-z\d]")
_STRONG_MARKS = frozenset("。!?;！？；.\n…")
_WEAK_MARKS = frozenset(",，:：()（）~—")
_LIST_MARKS = frozenset("、/+&")
_IRREGULAR = {
    "feet": "foot", "teeth": "tooth", "children": "child", "swollen": "swell", "swelled": "swell", "bled": "bleed",
    "broke": "break", "broken": "break", "fell": "fall", "fallen": "fall", "threw": "throw", "thrown": "throw",
    "lost": "lose", "felt": "feel", "bitten": "bite", "bit": "bite", "drank": "drink", "ate": "eat", "men": "man",
    "women": "woman", "worse": "worse", "lose": "lose", "dizziness": "dizzy", "stung": "sting", "hit": "hit",
    "shook": "shake", "this": "this", "nose": "nose", "dying": "die", "vomitting": "vomit", "diarrhoea": "diarrhea",
    "diahrrea": "diarrhea", "diarhea": "diarrhea", "stomache": "stomach", "stomachache": "stomach",
}  # fmt: skip
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it stands in the normalised sentence."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """How spellings are made one: traditional to simplified characters, and slips of the pinyin keyboard."""

    characters: Mapping[int, str]
    slips: Mapping[str, str]
    slip_pattern: re.Pattern[str] | None

    @classmethod
    def build(cls, characters: Mapping[str, str], slips: Mapping[str, str]) -> Spelling:
        """Prepare both tables; longer slips win over shorter ones."""
        longest_first = sorted(slips, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first))) if slips else None
        return cls({ord(old): new for old, new in characters.items()}, dict(slips), pattern)

    def normalise(self, text: str) -> str:
        """Half-width, lower-case, simplified characters, slips put right; cut at `LONGEST_TEXT`."""
        plain = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).lower().translate(dict(self.characters))
        plain = plain[:LONGEST_TEXT]
        if self.slip_pattern is None:
            return plain
        return self.slip_pattern.sub(lambda found: self.slips[found.group()], plain)


def stem(word: str) -> str:
    """A simple English stem: plural, -ing, -ed and doubled consonants go; the result need not be a word."""
    word = word.replace("'", "").replace("’", "")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(word) > _SHORTEST_STEM and word[-1] in "ey":
        word = word[:-1]
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"


def tokenise(plain: str) -> tuple[Token, ...]:
    """Tokens of an already normalised sentence. A space counts only between Chinese characters, as a soft break."""
    tokens: list[Token] = []
    for found in _PIECE.finditer(plain):
        piece, start, end = found.group(), found.start(), found.end()
        if piece.isspace():
            text = STRONG if "\n" in piece else _space(plain, start, end)
        else:
            text = _piece_text(piece, plain, start)
        if text:
            tokens.append(Token(text, start, end))
    return tuple(tokens)


def _space(plain: str, start: int, end: int) -> str:
    beside = plain[start - 1 : start] + plain[end : end + 1]
    return SOFT if beside and not any(_is_letter(c) or c.isascii() for c in beside) else ""


def _piece_text(piece: str, plain: str, start: int) -> str:
    first = piece[0]
    if _is_letter(first):
        return stem(piece)
    if first.isdigit():
        return piece
    if first in _STRONG_MARKS:
        # "39 . 5" or "e.g." do occur; dots inside a row of dots are only a pause.
        return WEAK if plain[start + 1 : start + 2] == first or plain[start - 1 : start] == first else STRONG
    if first in _WEAK_MARKS:
        return WEAK
    if first in _LIST_MARKS:
        return LIST
    return first if unicodedata.category(first).startswith(("L", "N")) else ""
