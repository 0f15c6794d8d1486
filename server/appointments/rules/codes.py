"""The code of an appointment: eight characters that nobody mistakes for others when read aloud or typed."""

from __future__ import annotations

import unicodedata

#: Without 0 and O, 1, I and L, U and V.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
LENGTH = 8


def read_code(typed: str) -> str | None:
    """The code as it is stored: blanks and hyphens are left out, small and full-width letters understood. None where
    it cannot be a code."""
    code = "".join(sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign not in " -")
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
