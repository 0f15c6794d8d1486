"""Are two records of one person? A wrong yes mixes two files; a wrong no only makes a second one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

#: How far two birth dates may differ where at least one was guessed from an age.
ESTIMATE_TOLERANCE = timedelta(days=550)


@dataclass(frozen=True)
class Record:
    """What tells people apart; phones and identity numbers only by being equal or not,
    so that their hashes will do."""

    sex: str
    birth_date: date
    birth_estimated: bool
    phone: str | None
    id_number: str | None


def same_person(known: Record, given: Record) -> bool:
    """Whether two records under one name are of one person.

    Never where sexes, identity numbers or birth dates contradict. An equal phone is enough then; so is an
    exactly equal birth date, unless both have a phone and it differs: 张伟 shares a birthday with many.
    """
    if known.id_number and given.id_number:
        return known.id_number == given.id_number
    if not _same_sex(known.sex, given.sex) or not same_birth(known, given):
        return False
    if known.phone and given.phone:
        return known.phone == given.phone
    exact = not known.birth_estimated and not given.birth_estimated
    return exact and known.sex == given.sex


def same_birth(known: Record, given: Record) -> bool:
    """Whether two birth dates may be one: equal, or near where one was guessed from an age."""
    if known.birth_estimated or given.birth_estimated:
        return abs(known.birth_date - given.birth_date) <= ESTIMATE_TOLERANCE
    return known.birth_date == given.birth_date


def _same_sex(one: str, other: str) -> bool:
    return one == other or "unknown" in (one, other)
