"""eSpeak NG by its C interface: a line of pinyin or English in, 16-bit mono out.

The library is one for the process and keeps its state in globals: one call at a time, which `Voice` sees to.
"""

from __future__ import annotations

import array
import ctypes
import importlib.util
from collections.abc import Callable
from functools import cache
from typing import Any

from server.speech.service.sound import RATE, Samples

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
#: UTF-8, and sounds in double square brackets.
_FLAGS = 0x01 | 0x100
_SPEED = 1
#: Words a minute at a rate of 100 %: a little slower than its usual 175, since a hall echoes.
USUAL_SPEED = 155

#: Which voice reads which language; Mandarin is given in pinyin (see `spelling`).
VOICES = {"zh": "cmn-latn-pinyin", "en": "en-us"}

_Collect = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class NoVoice(Exception):  # noqa: N818  (a state of this computer, told to whoever asks)
    """This computer has no speech library, or one that cannot be used."""


@cache
def is_installed() -> bool:
    """Whether the speech library has a build for this computer."""
    return importlib.util.find_spec("espeakng_loader") is not None


def synthesise(line: str, language: str, rate: int) -> Samples:
    """A line as the voice of a language reads it; `rate` in per cent of the usual speed. Raises NoVoice."""
    library, heard = _library()
    del heard[:]
    voice = VOICES.get(language.partition("-")[0])
    if voice is None or library.espeak_SetVoiceByName(voice.encode()) != 0:
        raise NoVoice(f"no voice reads {language}")
    library.espeak_SetParameter(_SPEED, USUAL_SPEED * rate // 100, 0)
    given = line.encode()
    if library.espeak_Synth(given, len(given) + 1, 0, 0, 0, _FLAGS, None, None) != 0:
        raise NoVoice("the speech library refused a sentence")
    return array.array("h", heard)


@cache
def _library() -> tuple[ctypes.CDLL, Samples]:
    """The library, ready to speak, and where it puts what it says. Loaded when the first sentence is asked for."""
    try:
        import espeakng_loader  # noqa: PLC0415  (not on every computer)

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path()
        rate = library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _DONT_EXIT)
    except (ImportError, OSError, RuntimeError, AttributeError) as problem:
        raise NoVoice(f"the speech library cannot be loaded: {problem}") from problem
    if rate != RATE:
        raise NoVoice(f"the speech library answers with {rate} instead of {RATE}")
    heard: Samples = array.array("h")
    collect = _collector(heard)
    library.espeak_SetSynthCallback(collect)
    library.houzhen_keeps = collect  # type: ignore[attr-defined]  # else Python frees what C still calls
    return library, heard


def _collector(heard: Samples) -> Any:
    def collect(samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            heard.frombytes(ctypes.string_at(samples, 2 * count))
        return 0

    function: Callable[[Any, int, Any], int] = collect
    return _Collect(function)
