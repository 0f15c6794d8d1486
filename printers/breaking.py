"""Where a line of Chinese or English may be broken, whatever its width is measured in: dots or columns."""

from __future__ import annotations

from collections.abc import Callable

from printers.fonts import is_chinese

Measure = Callable[[str], float]

_NOT_FIRST = frozenset("，。；：！？、）」』】》〉”’·…～—,.;:!?)]}%–-")
_NOT_LAST = frozenset("（「『【《〈“‘([{")
_SENTENCE_BREAK = frozenset("，。；：！？、·,;:.!?")


def break_lines(text: str, measure: Measure, width: float) -> list[str]:
    """Break a plain text into lines no wider than `width`; a long word is parted as a last resort."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if measure((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        line = piece
        while len(line) > 1 and measure(line.rstrip()) > width:
            cut = _longest_start(line, measure, width)
            lines.append(line[:cut])
            line = line[cut:]
    if line.strip():
        lines.append(line.rstrip())
    return lines


def break_evenly(text: str, measure: Measure, width: float, bonus: float) -> list[str]:
    """As `break_lines`, but two lines are parted where it reads best: evenly, or after punctuation where that makes
    the longer one by no more than `bonus` wider."""
    lines = break_lines(text, measure, width)
    if len(lines) != 2:
        return lines
    pieces = _pieces(text)
    best, least = lines, float("inf")
    for index in range(1, len(pieces)):
        first, second = "".join(pieces[:index]).rstrip(), "".join(pieces[index:])
        widest = max(measure(first), measure(second))
        cost = widest - (bonus if first[-1:] in _SENTENCE_BREAK else 0)
        if widest <= width and cost < least:
            best, least = [first, second], cost
    return best


def _pieces(text: str) -> list[str]:
    """What may not be parted: a word with the blank after it, a Chinese character with its punctuation."""
    pieces: list[str] = []
    for character in text:
        if pieces and _clings(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _clings(piece: str, character: str) -> bool:
    last = piece[-1]
    if character == " " or character in _NOT_FIRST or last in _NOT_LAST:
        return True
    return last != " " and not is_chinese(last) and not is_chinese(character)


def _longest_start(text: str, measure: Measure, width: float) -> int:
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
