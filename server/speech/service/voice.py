"""From a sentence to its sound: kept, joined from recordings, or synthesised (R61). Never in a unit of work."""

from __future__ import annotations

import hashlib
import json
import threading
from pathlib import Path

import structlog

from server.runtime import off_loop
from server.speech.service import engine
from server.speech.service.clips import Clips, join
from server.speech.service.kept import Kept
from server.speech.service.sentences import Sentence
from server.speech.service.sound import Samples, as_wav, levelled, trimmed
from server.speech.service.spelling import spelt

log = structlog.get_logger()

#: Rises when the same sentence would sound otherwise.
VERSION = 1


class Voice:
    """The voice of one house. `data` is its data folder: recordings in `voice`, what was made in `speech`."""

    def __init__(self, data: Path) -> None:
        self.clips = Clips(data / "voice")
        self._kept = Kept(data / "speech")
        self._one_at_a_time = threading.Lock()
        self._told = False

    def wav(self, sentence: Sentence, source: str, rate: int) -> bytes | None:
        """The sentence as a WAV file; None where this server cannot say it.

        `source` "clips" takes the clinic's recordings where all of the sentence's are there; `rate` is the speed of
        synthesis in per cent. The same sentence is made once, however many displays ask for it at once.
        """
        files = self.clips.files(sentence) if source == "clips" else None
        key = _key(sentence, files, rate)
        found = self._kept.get(key)
        if found is not None:
            return found
        with self._one_at_a_time:
            found = self._kept.get(key)
            return found if found is not None else self._make(key, sentence, files, rate)

    def warm_up(self) -> None:
        """Load what speaks, so that the first call of the day is not the one that waits for it. Where there is no
        voice, the log says so."""
        try:
            with self._one_at_a_time:
                off_loop(_synthesised, Sentence("zh-CN", "零"), 100)
        except engine.NoVoice as problem:
            self._tell(problem)

    def _make(self, key: str, sentence: Sentence, files: list[Path] | None, rate: int) -> bytes | None:
        try:
            made = off_loop(_sound, sentence, files, rate)
        except engine.NoVoice as problem:
            self._tell(problem)
            return None
        self._kept.put(key, made)
        return made

    def _tell(self, problem: engine.NoVoice) -> None:
        """Once: displays ask for every sentence anew."""
        if not self._told:
            log.warning("no_voice", problem=str(problem))
        self._told = True


def _key(sentence: Sentence, files: list[Path] | None, rate: int) -> str:
    """What the sound depends on; a recording that was replaced makes another sentence of it."""
    clips = [(file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files or ()]
    told = json.dumps([VERSION, sentence.language, sentence.text, rate, clips])
    return hashlib.sha256(told.encode()).hexdigest()


def _sound(sentence: Sentence, files: list[Path] | None, rate: int) -> bytes:
    """Runs in a native thread: no lock and no log in here."""
    recorded = join(files) if files else None
    return as_wav(levelled(recorded or _synthesised(sentence, rate)))


def _synthesised(sentence: Sentence, rate: int) -> Samples:
    line = spelt(sentence.text, sentence.language)
    return trimmed(engine.synthesise(line, sentence.language, rate))
