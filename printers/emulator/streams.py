"""How far a stretch of text goes in a stream of bytes, as a printer in that charset reads it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum


class Stretch(Enum):
    """TEXT: characters. BROKEN: a pair of bytes that is no character; the printer has swallowed both."""

    TEXT = "text"
    BROKEN = "broken"


def stretch_of_text(data: bytearray, codec: str) -> tuple[int, Stretch] | None:
    """Length and kind of the stretch at the start; None where its first character is not complete yet.

    In pairs (`gb18030`) the byte after a lead byte belongs to it whatever it is, as on a real printer: a job that
    ends a text in half a pair loses the command behind it.
    """
    step: Callable[[bytearray, int], int] = {"gb18030": _pair, "utf-8": _utf8}.get(codec, _single)
    at = 0
    while at < len(data) and data[at] >= 0x20 and data[at] != 0x7F:
        length = step(data, at)
        if length > 0:
            at += length
        elif at or length == 0:
            break
        else:
            return -length, Stretch.BROKEN
    return (at, Stretch.TEXT) if at else None


def _single(_data: bytearray, _at: int) -> int:
    return 1


def _pair(data: bytearray, at: int) -> int:
    """Bytes of the character; 0: not complete; negative: so many bytes are no character."""
    if not 0x81 <= data[at] <= 0xFE:
        return 1
    if at + 1 >= len(data):
        return 0
    if 0x30 <= data[at + 1] <= 0x39:
        if at + 3 >= len(data):
            return 0
        four = 0x81 <= data[at + 2] <= 0xFE and 0x30 <= data[at + 3] <= 0x39
        return 4 if four else -2
    return 2 if 0x40 <= data[at + 1] <= 0xFE and data[at + 1] != 0x7F else -2


def _utf8(data: bytearray, at: int) -> int:
    lead = data[at]
    wanted = 1 if lead < 0xC2 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4 if lead < 0xF5 else 1
    following = data[at + 1 : at + wanted]
    if any(byte & 0xC0 != 0x80 for byte in following):
        return 1
    return wanted if len(following) == wanted - 1 else 0
