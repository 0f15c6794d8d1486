"""The resident identity number of GB 11643-1999: 18 characters with birth date, sex and a check."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from server.registration.rules import Unfit
from server.registration.rules.ages import OLDEST, age_on

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_SHAPE = re.compile(r"[0-9]{17}[0-9X]")


@dataclass(frozen=True)
class Identity:
    """A sound number and what it says of its holder."""

    number: str
    birth_date: date
    sex: str


def check_character(first_seventeen: str) -> str:
    """The last character that belongs to the first seventeen digits (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def read_identity(text: str, today: date) -> Identity:
    """The number as typed: spaces, hyphens, full-width digits and a small x are understood.

    The region is not checked: regions are renamed, and foreign residents' numbers have none. Raises Unfit:
    `id_old` (15 digits), `id_length`, `id_characters`, `id_birth_date`, `id_checksum`.
    """
    number = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if len(number) == 15 and number.isascii() and number.isdecimal():
        raise Unfit("id_old")
    if len(number) != 18:
        raise Unfit("id_length", count=len(number))
    if not _SHAPE.fullmatch(number):
        raise Unfit("id_characters")
    try:
        birth_date = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise Unfit("id_birth_date") from None
    if birth_date > today or age_on(birth_date, today) > OLDEST:
        raise Unfit("id_birth_date")
    if check_character(number[:17]) != number[17]:
        raise Unfit("id_checksum")
    return Identity(number, birth_date, "male" if int(number[16]) % 2 else "female")
