"""Telephone numbers: mobiles, landlines and foreign ones, kept as E.164 (R1, R8)."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from server.registration.rules import Unfit

REGION = "CN"
MOBILE_DIGITS = 11
_LONGEST = 40
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LIKE_MOBILE = re.compile(r"1[3-9][0-9]*")
_SIGNS = re.compile(r"[\s\-./()]")


def read_phone(text: str) -> str:
    """The number in E.164, such as +8613812345678.

    Chinese mobiles go by their shape, because new number ranges appear before any list knows them;
    everything else by `phonenumbers`. Raises Unfit: `phone_digits` (a mobile with another number of digits
    than 11, `count` and `wanted`), `phone_characters`, `phone_area_code`, `phone_extension`, `phone_unknown`.
    """
    given = unicodedata.normalize("NFKC", text).strip()
    bare = _SIGNS.sub("", given)
    if len(given) > _LONGEST or not re.fullmatch(r"\+?[0-9]+(?:(?:转|ext|x|#)[0-9]+)?", bare, re.IGNORECASE):
        raise Unfit("phone_characters")
    national = _national(bare)
    if national is not None and _LIKE_MOBILE.fullmatch(national):
        if not _MOBILE.fullmatch(national):
            raise Unfit("phone_digits", count=len(national), wanted=MOBILE_DIGITS)
        return f"+86{national}"
    return _other(bare)


def _national(bare: str) -> str | None:
    """The digits after a Chinese country code, or all where none stands; None for another country."""
    for prefix in ("+86", "0086"):
        if bare.startswith(prefix):
            return bare.removeprefix(prefix)
    if bare.startswith(("+", "00")):
        return None
    return bare[2:] if bare.startswith("86") and len(bare) > MOBILE_DIGITS else bare


def _other(bare: str) -> str:
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    try:
        number = phonenumbers.parse(re.sub("转", "ext", bare), REGION)
    except phonenumbers.NumberParseException:
        raise Unfit("phone_unknown") from None
    if number.extension:
        raise Unfit("phone_extension")
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY or (
        len(bare) in (7, 8) and bare[0] in "23456789"
    ):
        raise Unfit("phone_area_code")
    if not phonenumbers.is_valid_number(number):
        raise Unfit("phone_unknown")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
