"""Zinnia, the recogniser of handwriting, through its C interface.

Library and model come from the system's packages and may be absent: then there is no handwriting, and nothing else
changes. The model knows the 6,763 characters of GB 2312.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from server.writing.rules import SIDE, Stroke

LIBRARY = "libzinnia.so.0"
MODELS = (
    Path("/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model"),
    Path("/usr/local/share/tegaki/models/zinnia/handwriting-zh_CN.model"),
)

_POINTER, _SIZE, _INT, _TEXT = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_char_p
_FUNCTIONS: dict[str, tuple[object, list[object]]] = {
    "recognizer_new": (_POINTER, []),
    "recognizer_open": (_INT, [_POINTER, _TEXT]),
    "recognizer_classify": (_POINTER, [_POINTER, _POINTER, _SIZE]),
    "character_new": (_POINTER, []),
    "character_destroy": (None, [_POINTER]),
    "character_set_width": (None, [_POINTER, _SIZE]),
    "character_set_height": (None, [_POINTER, _SIZE]),
    "character_add": (_INT, [_POINTER, _SIZE, _INT, _INT]),
    "result_size": (_SIZE, [_POINTER]),
    "result_value": (_TEXT, [_POINTER, _SIZE]),
    "result_score": (ctypes.c_float, [_POINTER, _SIZE]),
    "result_destroy": (None, [_POINTER]),
}


class Absent(Exception):  # noqa: N818  (a state of the machine, not a fault)
    """Library or model is not installed, or cannot be read."""


class Zinnia:
    """One open model. Not safe for two threads at once: whoever shares it takes turns."""

    def __init__(self, library: str, model: Path) -> None:
        """Raises Absent."""
        try:
            loaded = ctypes.CDLL(library)
            for name, (result, arguments) in _FUNCTIONS.items():
                function = getattr(loaded, f"zinnia_{name}")
                function.restype, function.argtypes = result, arguments
        except (OSError, AttributeError) as problem:
            raise Absent(library) from problem
        self._zinnia = loaded
        self._recogniser = loaded.zinnia_recognizer_new()
        if not model.is_file() or not loaded.zinnia_recognizer_open(self._recogniser, str(model).encode()):
            raise Absent(str(model))

    def classify(self, strokes: Sequence[Stroke], most: int) -> list[tuple[str, float]]:
        """At most `most` characters with their scores, best first; empty for no strokes. Takes some milliseconds."""
        call = self._zinnia
        character = call.zinnia_character_new()
        try:
            call.zinnia_character_set_width(character, SIDE)
            call.zinnia_character_set_height(character, SIDE)
            for number, stroke in enumerate(strokes):
                for x, y in stroke:
                    call.zinnia_character_add(character, number, round(x), round(y))
            result = call.zinnia_recognizer_classify(self._recogniser, character, most)
        finally:
            call.zinnia_character_destroy(character)
        if not result:
            return []
        try:
            return [
                (call.zinnia_result_value(result, place).decode(), call.zinnia_result_score(result, place))
                for place in range(call.zinnia_result_size(result))
            ]
        finally:
            call.zinnia_result_destroy(result)


@lru_cache(maxsize=1)
def installed() -> Zinnia | None:
    """This machine's recogniser, opened once for the process; None where there is none."""
    for model in MODELS:
        try:
            return Zinnia(LIBRARY, model)
        except Absent:
            continue
    return None
