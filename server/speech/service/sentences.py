"""What is said. Every sentence is made here, from the catalogues: displays, recordings and the computer's own voice
say the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from server.core.language import text
from server.speech.rules.reading import spoken_number, spoken_room

#: Signs that stand for number and room while the sentence is cut into pieces; no catalogue holds them.
_NUMBER, _ROOM = "\ue000", "\ue001"


@dataclass(frozen=True)
class Piece:
    """A part of a sentence that a clinic may have recorded: the clip's name without its ending, and what it says."""

    name: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence to say, and the recordings that would make it up; none for what staff wrote."""

    language: str
    text: str
    pieces: tuple[Piece, ...] = ()


def call_sentence(language: str, number: str, room: str, names: Mapping[str, str]) -> Sentence:
    """A number called into a room, by the room's code and names (R106: the number and nothing else)."""
    name = names.get(language) or next(iter(names.values()), room)
    args = {"number": spoken_number(number, language), "room": spoken_room(name, language)}
    return Sentence(
        language, text(language, "server-speech-call", **args), tuple(_pieces(language, number, room, args["room"]))
    )


def plain_sentence(language: str, words: str) -> Sentence:
    """What staff wrote, as it stands; Chinese that stands in for a missing English text is read as Chinese."""
    return Sentence("zh-CN" if re.search("[\u4e00-\u9fff]", words) else language, words)


def call_phrases(language: str) -> list[Piece]:
    """The parts of the call's sentence around number and room, such as 请, 号，到 and 就诊."""
    pattern = text(language, "server-speech-call", number=_NUMBER, room=_ROOM)
    parts = [part.strip(" ,，。") for part in re.split(f"[{_NUMBER}{_ROOM}]", pattern)]
    return [Piece(f"call-{place}", part) for place, part in enumerate(parts, 1) if re.search(r"\w", part)]


def number_pieces(language: str, number: str) -> list[Piece]:
    """A clip for each letter and each figure of a number."""
    found = []
    for sign in number:
        kind = "digit" if sign.isdigit() else "letter"
        found.append(Piece(f"{kind}-{sign}", spoken_number(sign, language)))
    return found


def _pieces(language: str, number: str, room: str, spoken: str) -> Iterator[Piece]:
    phrases = {piece.name: piece for piece in call_phrases(language)}
    pattern = text(language, "server-speech-call", number=_NUMBER, room=_ROOM)
    order = [_NUMBER, _ROOM] if pattern.index(_NUMBER) < pattern.index(_ROOM) else [_ROOM, _NUMBER]
    for place, what in enumerate([*order, None], 1):
        if f"call-{place}" in phrases:
            yield phrases[f"call-{place}"]
        if what == _NUMBER:
            yield from number_pieces(language, number)
        elif what == _ROOM:
            yield Piece(f"room-{room}", spoken)
