"""What a printer's own characters can say, in bytes that hold no command.

`gb18030` sends what that standard obliges every device to have: its two-byte part and the four-byte codes of CJK
Extension A. `gbk` sends two-byte codes only. `utf8` sends the same characters as gb18030 and Latin letters with
accents. All others are replaced, never left out and never by a question mark: by the same letters without accent or
style (ñ n, ﬁ fi), a Chinese character by its pinyin in brackets (䶮 is (yan) on a GBK printer), anything else by 〓,
the mark that Chinese and Japanese printers have always set for a character that they lack.

Every byte is printable ASCII or part of a multi-byte code whose bytes are 0x30 or more: ESC, GS, FS, DLE and LF cannot
occur, neither as a byte of their own nor as the second half of a pair.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Literal

from printers.fonts import is_chinese

Charset = Literal["gb18030", "gbk", "utf8"]
MISSING = "〓"
_EXTENSION_A = range(0x3400, 0x4DB6)
_LATIN = range(0xA1, 0x180)
_DASHES = str.maketrans({"–": "-", "−": "-", "‐": "-", "‑": "-", "⁄": "/"})
_LATIN_SIGNS = str.maketrans({"—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": "-"})


@functools.lru_cache(maxsize=1024)
def carried(text: str, charset: Charset) -> str:
    """A plain text in which every character that the charset lacks is replaced.

    In a text without Chinese also the signs that a Chinese printer sets at full width.
    """
    text = text.translate(_DASHES)
    if not any(map(is_chinese, text)):
        text = text.translate(_LATIN_SIGNS)
    return "".join(_carried(character, charset) for character in text)


def encode(text: str, charset: Charset) -> bytes:
    """The bytes of a carried text. ValueError where it is not one: such a byte must never reach a printer."""
    if not all(_has(character, charset) for character in text):
        raise ValueError("a character that the printer's charset lacks")
    return text.encode({"gb18030": "gb18030", "gbk": "gbk", "utf8": "utf-8"}[charset])


def cells(text: str, charset: Charset) -> int:
    """Width of a carried text in half-width columns.

    In the Chinese charsets what is not ASCII takes two; in UTF-8 a sign whose width differs by font is counted as two.
    """
    if charset != "utf8":
        return sum(1 if character.isascii() else 2 for character in text)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


@functools.lru_cache(maxsize=16384)
def _carried(character: str, charset: Charset) -> str:
    if _has(character, charset):
        return character
    simple = _without_style(character)
    if simple and all(_has(one, charset) for one in simple):
        return simple
    return _pinyin(character) or MISSING


@functools.lru_cache(maxsize=16384)
def _has(character: str, charset: Charset) -> bool:
    if character.isascii():
        return character.isprintable()
    if unicodedata.category(character)[0] in "CZM":
        return False
    if charset == "utf8" and ord(character) in _LATIN:
        return True
    try:
        code = character.encode("gbk" if charset == "gbk" else "gb18030")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 or (charset != "gbk" and ord(character) in _EXTENSION_A)


def _without_style(character: str) -> str:
    """The letters beneath accent, ligature or style."""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_DASHES).strip()


def _pinyin(character: str) -> str:
    """A Chinese character's sound in brackets; empty for all others."""
    if not unicodedata.name(character, "").startswith("CJK"):
        return ""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its tables take a while to load, and few tickets need them

    sound = "".join(lazy_pinyin(character, errors="ignore"))
    plain = "".join(one for one in unicodedata.normalize("NFKD", sound) if one.isascii() and one.isalpha())
    return f"({plain})" if plain else ""
