"""The server's own voice: it speaks, it tells figures apart, and it reads every Chinese syllable as Chinese (R61)."""

from __future__ import annotations

import ctypes
import io
import re
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_tone3

from server.speech.service import Sentence, Voice, call_sentence, engine, plain_sentence
from server.speech.service.sound import PEAK, RATE
from server.speech.service.spelling import as_voiced

NAMES = {"zh-CN": "3号诊室", "en": "Room 3"}


@pytest.fixture
def voice(tmp_path: Path) -> Voice:
    return Voice(tmp_path)


def samples(wav: bytes | None) -> Any:
    assert wav is not None
    with wave.open(io.BytesIO(wav)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(float)


def call(voice: Voice, number: str, language: str = "zh-CN", rate: int = 100) -> Any:
    return samples(voice.wav(call_sentence(language, number, "east-3", NAMES), "server", rate))


def likeness(one: Any, other: Any) -> float:
    """The highest normalised cross-correlation of two sounds, wherever they lie."""
    size = 1 << (len(one) + len(other)).bit_length()
    product = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other, size)), size)
    return float(np.max(product) / np.sqrt(np.sum(one**2) * np.sum(other**2)))


@pytest.mark.parametrize(("language", "least", "most"), [("zh-CN", 3, 6), ("en", 2, 5)])
def test_a_call_is_said_in_a_few_seconds_and_loud(voice: Voice, language: str, least: float, most: float) -> None:
    sound = call(voice, "A023", language)
    assert least < len(sound) / RATE < most
    assert np.abs(sound).max() == pytest.approx(PEAK, abs=2)
    assert np.sqrt(np.mean(sound**2)) > 1500


def test_no_silence_stands_before_or_after_a_sentence(voice: Voice) -> None:
    sound = call(voice, "A023")
    assert np.abs(sound[:20]).max() > 100
    assert np.abs(sound[-20:]).max() > 100


def test_numbers_that_differ_in_one_figure_sound_otherwise(voice: Voice) -> None:
    sounds = {number: call(voice, number) for number in ("A023", "A123", "A028", "K023")}
    assert all(likeness(sounds["A023"], sounds[other]) < 0.8 for other in ("A123", "A028", "K023"))


def test_every_figure_and_letter_has_a_sound_of_its_own() -> None:
    said = {
        sign: np.array(engine.synthesise("eigh" if sign == "A" else sign, "zh-CN", 100), dtype=float)
        for sign in ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3", *"ABCDEFGHJK"]
    }
    signs = list(said)
    alike = {
        (one, other)
        for place, one in enumerate(signs)
        for other in signs[place + 1 :]
        if likeness(said[one], said[other]) > 0.95
    }
    assert alike == set()


def test_a_sentence_is_made_once_and_made_anew_it_is_as_long_to_a_hundredth(voice: Voice, tmp_path: Path) -> None:
    sentence = call_sentence("zh-CN", "A023", "east-3", NAMES)
    first = voice.wav(sentence, "server", 100)
    assert Voice(tmp_path).wav(sentence, "server", 100) == first
    again = Voice(tmp_path / "empty").wav(sentence, "server", 100)
    assert len(samples(again)) == pytest.approx(len(samples(first)), abs=RATE // 100)


def test_faster_speech_is_shorter(voice: Voice) -> None:
    assert len(call(voice, "A023", rate=200)) < 0.7 * len(call(voice, "A023", rate=100))


def test_a_notice_and_nothing_to_say_are_both_survived(voice: Voice) -> None:
    assert len(samples(voice.wav(plain_sentence("zh-CN", "三号诊室今天下午 2:30 停诊"), "server", 100))) > RATE
    assert len(samples(voice.wav(plain_sentence("zh-CN", "……"), "server", 100))) == 0


def test_without_a_library_nothing_is_said_and_nothing_breaks(voice: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> Any:
        raise engine.NoVoice("no build for this computer")

    monkeypatch.setattr(engine, "_library", absent)
    voice.warm_up()
    assert voice.wav(Sentence("zh-CN", "零"), "server", 100) is None


def test_a_language_that_no_voice_reads_is_not_said(voice: Voice) -> None:
    assert voice.wav(Sentence("fr", "bonjour"), "server", 100) is None


def test_no_chinese_syllable_is_read_as_english() -> None:
    """The library falls back to English for a spelling that it lacks, as it does for xiong, qiong and jiong."""
    readings = (reading for code, all_of_it in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FFF
                for reading in all_of_it.split(","))  # fmt: skip
    syllables = {as_voiced(to_tone3(reading, neutral_tone_with_five=True)) for reading in readings}
    assert len(syllables) > 1200
    plain = sorted(syllable for syllable in syllables if not syllable.startswith("[["))
    assert [syllable for syllable in plain if "(en)" in _sounds(syllable)] == []
    assert {syllable for syllable in syllables if syllable.startswith("[[")} >= {"[[S;j'ong55]]", "[[tS;hj'ong35]]"}


def test_a_chest_is_said_and_not_spelt(voice: Voice) -> None:
    said = samples(voice.wav(plain_sentence("zh-CN", "胸"), "server", 100))
    assert 0.1 < len(said) / RATE < 0.5


def _sounds(syllable: str) -> str:
    """The phonemes by which the library reads it."""
    library, _ = engine._library()
    library.espeak_SetVoiceByName(engine.VOICES["zh"].encode())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    text = ctypes.c_char_p(syllable.encode())
    left = ctypes.pointer(ctypes.c_void_p(ctypes.cast(text, ctypes.c_void_p).value))
    found = ""
    while left.contents.value:
        found += library.espeak_TextToPhonemes(left, 1, 0).decode()
    assert re.search(r"\S", found)
    return found
