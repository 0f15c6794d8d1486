"""The one gate that every text of a slip passes on its way to paper.

What comes out is one line of characters that can be read: no control character, nothing that turns the direction
of writing, nothing without width, no half of a surrogate pair. So no text can hold a printer's command, in whatever
language and encoding it is sent afterwards; `printers.native.charset` keeps that promise for the bytes.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from printers.slip import LONGEST_TEXT, MOST_NOTES, Both

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnySlip = TypeVar("AnySlip", bound="DataclassInstance")

LONGEST_ADDRESS = 600
"""Bytes of an address: a longer one makes a QR code that no phone reads from paper."""
MOST_PEOPLE = 99_999
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"})
_PARTING = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters by their category, nothing by their looks: fillers of Hangul and the empty Braille cell."""
_ADDRESS_SIGNS = "!#$%&'()*+,-./:;=?@[]_~"


@functools.lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text that is safe to print: composed, one line, at most LONGEST_TEXT characters, printable ones only."""
    kept = "".join(map(_shown, unicodedata.normalize("NFC", text[: 4 * LONGEST_TEXT])))
    composed = unicodedata.normalize("NFC", kept)  # once more: what was dropped may have kept two letters apart
    return " ".join(composed.split())[:LONGEST_TEXT].rstrip()


@functools.lru_cache(maxsize=8192)
def _shown(character: str) -> str:
    """The character, a blank for one that only parts, nothing for one that may not be printed."""
    category = unicodedata.category(character)
    if character in _PARTING or category == "Zs":
        return " "
    return "" if category in _DROPPED or character in _INVISIBLE else character


def plain_address(address: str) -> str:
    """An address of printable ASCII for the QR code, other characters by their percent codes; empty: none."""
    safe = quote(address, safe=_ADDRESS_SIGNS, errors="replace")
    return safe if len(safe) <= LONGEST_ADDRESS else ""


def plain_slip(slip: AnySlip) -> AnySlip:
    """The same slip with every text made plain and every figure within bounds. Doing it twice changes nothing."""
    return replace(slip, **{field.name: _plain_field(field.name, getattr(slip, field.name)) for field in fields(slip)})


def _plain_field(name: str, value: Any) -> Any:
    if name == "url":
        return plain_address(value)
    return value if name == "language" else _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Both):
        return Both(plain(value.zh), plain(value.en))
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value[:MOST_NOTES])
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, 0), MOST_PEOPLE)
    return value
