"""People's names: what is kept as it is, what is tidied, and what is refused (R1, R106).

Kept: letters of every script with their marks, rare characters such as 𠮷 and 〇, a middle dot, a space, a
hyphen or an apostrophe between letters, a full stop after a letter (Jr.).
Tidied: outer blanks go, inner blanks become one space, full-width letters become ordinary ones, every kind of
middle dot becomes ·, curly apostrophes straight, zero-width characters go.
Refused: everything else, above all control characters, signs such as < > = + @ |, digits and emoji.
"""

from __future__ import annotations

import re
import unicodedata

from server.registration.rules import Unfit

LONGEST = 40
_MOST_MARKS = 3

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DOTS = dict.fromkeys(map(ord, "•‧∙⋅・･᛫●．"), "·")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘＇"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑－"), "-")
_ZERO_WIDTH = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)])
_TIDY = {**_FULL_WIDTH, **_DOTS, **_APOSTROPHES, **_HYPHENS, **_ZERO_WIDTH}
_BETWEEN = frozenset("·-'")
_ZERO = "〇"  # a numeral by its class, a character of names by use


def clean_name(text: str) -> str:
    """The name as it is stored. Raises Unfit: `required`, `name_too_long` (`limit`), `name_characters`."""
    name = unicodedata.normalize("NFC", text.strip().translate(_TIDY))
    name = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in name)
    name = re.sub(r" *· *", "·", re.sub(r" +", " ", name.strip(" ")))
    if not name:
        raise Unfit("required")
    if len(name) > LONGEST:
        raise Unfit("name_too_long", limit=LONGEST)
    if not _sound(name):
        raise Unfit("name_characters")
    return name


def name_key(name: str) -> str:
    """What equal names share: neither case, blanks, dots nor width of letters count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s·.'\-]", "", folded)


def _sound(name: str) -> bool:
    marks = 0
    before = ""
    for sign in name:
        if _is_letter(sign):
            marks = 0
        elif unicodedata.category(sign).startswith("M"):
            marks += 1
            if marks > _MOST_MARKS or not before or not (_is_letter(before) or _is_mark(before)):
                return False
        elif sign in _BETWEEN or sign == ".":
            if not (_is_letter(before) or _is_mark(before)):
                return False
        elif sign == " ":
            if before in _BETWEEN:
                return False
        else:
            return False
        before = sign
    return before not in _BETWEEN


def _is_letter(sign: str) -> bool:
    return bool(sign) and (unicodedata.category(sign).startswith("L") or sign == _ZERO)


def _is_mark(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign).startswith("M")
