"""Ages and birth dates, in the clinic's own days (R1, R43)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from server.registration.rules import Unfit

OLDEST = 130
CHILD_UNDER = 12
ELDER_OVER = 70

_DATE = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})")


def age_on(birth_date: date, today: date) -> int:
    """Full years lived on a day; never negative. Born on 29 February, one turns older on 1 March."""
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return max(0, today.year - birth_date.year - (not had_birthday))


def read_birth_date(text: str, today: date) -> date:
    """A birth date such as 1985-03-12 or 19850312.

    Raises Unfit: `birth_date_format`, `birth_date_future`, `birth_date_too_old` (with `limit` years).
    """
    parts = _DATE.fullmatch(text.strip())
    if parts is None:
        raise Unfit("birth_date_format")
    try:
        birth_date = date(*map(int, parts.group(1, 3, 4) if parts[1] else parts.group(5, 6, 7)))
    except ValueError:
        raise Unfit("birth_date_format") from None
    if birth_date > today:
        raise Unfit("birth_date_future")
    if age_on(birth_date, today) > OLDEST:
        raise Unfit("birth_date_too_old", limit=OLDEST)
    return birth_date


def read_age(age: int | str) -> int:
    """An age of 0 to 130 full years. Raises Unfit `age_range` with `limit`."""
    said = str(age).strip()
    if not (said.isascii() and said.isdecimal() and len(said) <= 3) or int(said) > OLDEST:
        raise Unfit("age_range", limit=OLDEST)
    return int(said)


def estimated_birth_date(age: int, today: date) -> date:
    """A birth date in the middle of the year that an age leaves open; the age on `today` is that age."""
    year = max(1, today.year - age)
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=year, day=day) - timedelta(days=182)


def may_bring_companion(age: int) -> bool:
    """One companion for children under 12 and elders over 70 (R43)."""
    return age < CHILD_UNDER or age > ELDER_OVER
