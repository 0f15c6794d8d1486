"""A clinic's own recordings: `<data>/voice/<language>/<name>.wav` (or flac, ogg, mp3), see docs/operating.md."""

from __future__ import annotations

import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import miniaudio

from server.speech.service.sentences import Piece, Sentence, call_phrases, number_pieces
from server.speech.service.sound import RATE, Samples, joined, trimmed

ENDINGS = (".wav", ".flac", ".ogg", ".mp3")


class Clips:
    """The recordings in a folder, one subfolder a language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, language: str, piece: Piece) -> Path | None:
        """The recording of a piece, or None."""
        places = (self.folder / language / f"{piece.name}{ending}" for ending in ENDINGS)
        return next((place for place in places if place.is_file()), None)

    def files(self, sentence: Sentence) -> list[Path] | None:
        """The recordings that make up a sentence in their order; None where one is missing, or it is not cut up."""
        found = [self.file(sentence.language, piece) for piece in sentence.pieces]
        complete = [file for file in found if file is not None]
        return complete if found and len(complete) == len(found) else None

    def missing(self, language: str, pieces: Iterable[Piece]) -> list[Piece]:
        """The pieces without a recording that can be played."""
        return [piece for piece in pieces if not self._plays(self.file(language, piece))]

    @staticmethod
    def _plays(file: Path | None) -> bool:
        return file is not None and len(load(file) or ()) > 0


def load(file: Path) -> Samples | None:
    """A recording in the form of all sound, without the silence around it; None where it cannot be read."""
    try:
        decoded = miniaudio.decode_file(
            str(file), output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE
        )
    except (miniaudio.MiniaudioError, OSError):
        return None
    return trimmed(array.array("h", decoded.samples))


def join(files: Sequence[Path]) -> Samples | None:
    """The recordings one after the other, without a gap; None where one of them cannot be played."""
    parts = [load(file) for file in files]
    playable = [part for part in parts if part]
    return joined(playable) if len(playable) == len(parts) else None


def house_pieces(language: str, prefixes: Iterable[str], rooms: Iterable[Piece]) -> list[Piece]:
    """Every piece that a house needs for its calls: phrases, letters of its departments, figures, rooms."""
    letters = sorted({sign for prefix in prefixes for sign in prefix})
    return [*call_phrases(language), *number_pieces(language, "".join(letters) + "0123456789"), *rooms]
