"""A clinic's own recordings, joined to the sample, and sentences that are kept (R61)."""

from __future__ import annotations

import array
import io
import itertools
import math
import os
import time
import wave
from pathlib import Path

import pytest

from server.speech.service import Piece, Voice, call_sentence
from server.speech.service.clips import Clips, house_pieces, join, load
from server.speech.service.kept import Kept
from server.speech.service.sound import PEAK, RATE, as_wav, joined, levelled, trimmed

NAMES = {"zh-CN": "3号诊室", "en": "Room 3"}
SENTENCE = call_sentence("zh-CN", "A023", "east-3", NAMES)


def tone(hertz: float, seconds: float = 0.1, rate: int = RATE) -> array.array[int]:
    """A tone that is loud from its first sample to its last."""
    return array.array("h", (int(9000 * math.cos(2 * math.pi * hertz * n / rate)) for n in range(int(seconds * rate))))


def quiet(seconds: float, rate: int = RATE) -> array.array[int]:
    """Hardly anything, as at both ends of a recording."""
    return array.array("h", ((-1) ** n * 40 for n in range(int(seconds * rate))))


def write(file: Path, sound: array.array[int], *, rate: int = RATE, channels: int = 1) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    frames = array.array("h", (value for value in sound for _ in range(channels)))
    with wave.open(str(file), "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(frames.tobytes())


def record(data: Path) -> dict[str, array.array[int]]:
    """All of the sentence's recordings, each with silence around it; what each holds without it."""
    made = {}
    for place, piece in enumerate({piece.name: piece for piece in SENTENCE.pieces}.values()):
        made[piece.name] = tone(300 + 40 * place)
        write(data / "voice/zh-CN" / f"{piece.name}.wav", joined([quiet(0.2), made[piece.name], quiet(0.3)]))
    return made


def content(wav: bytes | None) -> array.array[int]:
    assert wav is not None
    with wave.open(io.BytesIO(wav)) as file:
        return array.array("h", file.readframes(file.getnframes()))


def test_recordings_are_joined_to_the_sample_without_silence_between_them_r61(tmp_path: Path) -> None:
    made = record(tmp_path)
    wanted = levelled(joined(made[piece.name] for piece in SENTENCE.pieces))
    assert content(Voice(tmp_path).wav(SENTENCE, "clips", 100)) == wanted


def test_a_sentence_with_a_recording_missing_is_synthesised_as_a_whole_r61(tmp_path: Path) -> None:
    record(tmp_path)
    (tmp_path / "voice/zh-CN/digit-2.wav").unlink()
    voice = Voice(tmp_path)
    assert voice.wav(SENTENCE, "clips", 100) == voice.wav(SENTENCE, "server", 100)


def test_recordings_are_left_alone_where_the_clinic_file_chooses_the_servers_voice(tmp_path: Path) -> None:
    record(tmp_path)
    assert content(Voice(tmp_path).wav(SENTENCE, "server", 100)) != content(Voice(tmp_path).wav(SENTENCE, "clips", 100))


def test_a_recording_that_is_replaced_is_heard_at_once(tmp_path: Path) -> None:
    record(tmp_path)
    voice = Voice(tmp_path)
    before = voice.wav(SENTENCE, "clips", 100)
    write(tmp_path / "voice/zh-CN/digit-2.wav", tone(1000, 0.3))
    assert voice.wav(SENTENCE, "clips", 100) != before


def test_stereo_of_another_rate_becomes_like_all_other_sound(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", tone(440, 0.5, 48_000), rate=48_000, channels=2)
    found = load(tmp_path / "a.wav")
    assert found is not None
    assert len(found) / RATE == pytest.approx(0.5, abs=0.01)
    crossings = sum((one < 0) != (other < 0) for one, other in itertools.pairwise(found))
    assert crossings / 2 / (len(found) / RATE) == pytest.approx(440, abs=6)


def test_what_is_no_recording_counts_as_missing(tmp_path: Path) -> None:
    record(tmp_path)
    (tmp_path / "voice/zh-CN/digit-3.wav").write_bytes(b"no sound at all")
    write(tmp_path / "voice/zh-CN/digit-0.wav", quiet(0.5))
    clips = Clips(tmp_path / "voice")
    assert {piece.name for piece in clips.missing("zh-CN", SENTENCE.pieces)} == {"digit-3", "digit-0"}
    assert join([tmp_path / "voice/zh-CN/digit-3.wav"]) is None
    voice = Voice(tmp_path)
    assert voice.wav(SENTENCE, "clips", 100) is not None


def test_a_house_needs_phrases_its_letters_all_figures_and_its_rooms() -> None:
    names = [piece.name for piece in house_pieces("zh-CN", ["A", "KB"], [Piece("room-east-3", "三 号诊室")])]
    figures = [f"digit-{figure}" for figure in range(10)]
    assert names == ["call-1", "call-2", "call-3", "letter-A", "letter-B", "letter-K", *figures, "room-east-3"]


def test_silence_around_is_cut_and_silence_within_stays() -> None:
    sound = joined([tone(300), quiet(0.1), tone(300)])
    assert trimmed(joined([quiet(0.5), sound, quiet(0.5)])) == sound
    assert len(trimmed(quiet(1))) == 0


def test_every_sentence_is_equally_loud_and_silence_stays_silent() -> None:
    soft = array.array("h", [10, -20, 5])
    assert max(map(abs, levelled(soft))) == PEAK
    assert levelled(array.array("h", [0, 0])) == array.array("h", [0, 0])
    assert len(levelled(array.array("h"))) == 0


def test_kept_sentences_are_bounded_in_size_and_the_oldest_go_first(tmp_path: Path) -> None:
    kept = Kept(tmp_path, most_bytes=250)
    for age, key in ((30, "a"), (20, "b"), (10, "c")):
        kept.put(key, bytes(100))
        os.utime(tmp_path / f"{key}.wav", (time.time() - age,) * 2)
    kept.put("d", bytes(100))
    assert [kept.get(key) is not None for key in "abcd"] == [False, False, True, True]


def test_kept_sentences_are_bounded_in_age_and_one_that_is_used_stays(tmp_path: Path) -> None:
    kept = Kept(tmp_path, most_seconds=60)
    for key in "ab":
        kept.put(key, b"x")
        os.utime(tmp_path / f"{key}.wav", (time.time() - 100,) * 2)
    assert kept.get("b") == b"x"
    kept.put("c", b"x")
    assert [kept.get(key) is not None for key in "abc"] == [False, True, True]


def test_where_nothing_can_be_kept_sentences_are_said_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file where the folder should be")
    assert Voice(tmp_path).wav(SENTENCE, "server", 100)
    assert as_wav(tone(300)).startswith(b"RIFF")
