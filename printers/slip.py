"""What stands on one paper ticket, as plain values.

A slip carries facts (number, people ahead, range of the wait) and sentences that are ready to print in both
languages. It never carries a name, a complaint or an identity number: there is no field to put them in (R63).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

LONGEST_TEXT = 240
"""Characters kept of any one text: a slip is handed out by the metre otherwise."""
MOST_NOTES = 6
CHINESE = "zh-CN"


@dataclass(frozen=True, slots=True)
class Both:
    """One sentence in the two languages that paper always carries."""

    zh: str
    en: str

    def first(self, language: str) -> str:
        """The text in the language that the patient chose; falls back to the other one where it is empty."""
        wanted, other = (self.zh, self.en) if language == CHINESE else (self.en, self.zh)
        return wanted or other

    def second(self, language: str) -> str:
        """The text in the other language, empty where it would only repeat the first."""
        other = self.en if language == CHINESE else self.zh
        return "" if other == self.first(language) else other


@dataclass(frozen=True, slots=True)
class Slip:
    """One ticket for the printer. Every text is ready-made, see `printers.wording.compose`.

    `ahead` is the number of people before this one; at 0 `ahead_sentence` stands alone in large letters.
    `wait_low` and `wait_high` are minutes; without them `wait_sentence` stands alone
    (R53: a range, or no figure).
    `date` and `time` are local text. `language` decides which of the two languages is the large one.
    """

    number: str
    clinic: Both
    logo: str
    department: Both
    place: Both
    ahead: int
    ahead_title: Both
    ahead_unit: Both
    ahead_sentence: Both
    wait_low: int | None
    wait_high: int | None
    wait_title: Both
    wait_unit: Both
    wait_sentence: Both
    date: str
    time: str
    url: str
    scan: Both
    missed: Both
    worse: Both
    companion: Both
    copy_mark: Both
    test_mark: Both
    notes: tuple[Both, ...] = ()
    language: str = CHINESE
    is_copy: bool = False
    test: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values, made to be stored in a print job row."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Slip:
        """The slip that `to_json` stored. ValueError names the field that is missing or of a wrong kind."""
        values: dict[str, Any] = {}
        for field in fields(cls):
            if field.name in stored:
                values[field.name] = _read(field.name, str(field.type), stored[field.name])
            elif field.name in _REQUIRED:
                raise ValueError(f"slip: {field.name} is missing")
        return cls(**values)


_OPTIONAL = frozenset({"notes", "language", "is_copy", "test"})
_REQUIRED = frozenset(field.name for field in fields(Slip)) - _OPTIONAL


def _plain(value: object) -> object:
    if isinstance(value, Both):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _read(name: str, kind: str, value: object) -> object:
    if kind == "Both":
        return _read_both(name, value)
    if kind == "tuple[Both, ...]":
        if not isinstance(value, list):
            raise ValueError(f"slip: {name} must be a list")
        return tuple(_read_both(name, one) for one in value[:MOST_NOTES])
    if kind == "int | None" and value is None:
        return None
    wanted: type = {"str": str, "bool": bool}.get(kind, int)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ValueError(f"slip: {name} must be {wanted.__name__}")
    return value


def _read_both(name: str, value: object) -> Both:
    if isinstance(value, Mapping):
        zh, en = value.get("zh"), value.get("en")
        if isinstance(zh, str) and isinstance(en, str):
            return Both(zh, en)
    raise ValueError(f"slip: {name} must have the texts zh and en")
