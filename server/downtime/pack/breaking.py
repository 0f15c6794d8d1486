"""Breaking a paragraph into lines: between Chinese characters or at blanks, never before a closing sign."""

from __future__ import annotations

from collections.abc import Callable

from printers.fonts import is_chinese

_NOT_FIRST = frozenset("，。；：！？、）”’·,;:.!?)%")
_NOT_LAST = frozenset("（“‘(")


def broken(words: str, width: float, width_of: Callable[[str], float]) -> list[str]:
    """The lines, none wider than `width` by `width_of`, unless a single word is."""
    lines, line = [], ""
    for piece in _pieces(words):
        if line and width_of((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(words: str) -> list[str]:
    """What stays together: a word with the blank after it, a Chinese character with its signs."""
    pieces: list[str] = []
    for sign in words:
        if pieces and _clings(pieces[-1][-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _clings(last: str, sign: str) -> bool:
    if sign == " " or sign in _NOT_FIRST or last in _NOT_LAST:
        return True
    return last != " " and not is_chinese(last) and not is_chinese(sign)
