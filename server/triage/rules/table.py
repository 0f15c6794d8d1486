"""A TOML table that knows its file and place, so that every slip in the knowledge is reported by file and key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.triage.rules.model import Names

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_STRONGEST = 10.0


class KnowledgeError(ValueError):
    """The knowledge files cannot be used; the message names file and key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        self.file = file
        self.key = key
        super().__init__(f"{file}: {key + ' ' if key else ''}{problem}")


@dataclass(frozen=True, slots=True)
class Table:
    """A table at `key` of `file`; reading a value of the wrong kind raises KnowledgeError."""

    file: str
    key: str
    values: Mapping[str, Any]

    @property
    def code(self) -> str:
        """The last part of the table's key: "knee" of "part.knee"."""
        return self.key.rpartition(".")[2]

    def error(self, key: str, problem: str) -> KnowledgeError:
        """An error at a key of this table, to be raised by the caller."""
        return KnowledgeError(self.file, self._at(key), problem)

    def _at(self, key: str) -> str:
        return ".".join(piece for piece in (self.key, key) if piece)

    def table(self, key: str) -> Table:
        """A table inside this one; empty when absent."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return Table(self.file, self._at(key), value)

    def tables(self, key: str) -> list[Table]:
        """All tables below a key: [symptom.cough], [symptom.fever] ..."""
        below = self.table(key)
        return [below.table(code) for code in below.values]

    def array(self, key: str) -> list[Table]:
        """The tables of an array: [[flag.x.when]] ..."""
        value = self.values.get(key, [])
        if not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            raise self.error(key, "must be a list of tables")
        return [Table(self.file, f"{self._at(key)}[{place}]", one) for place, one in enumerate(value)]

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.values.get(key)
        if not (isinstance(value, str) and value.strip()):
            raise self.error(key, "must be a text")
        return value

    def optional(self, key: str) -> str | None:
        """A text, or None when absent."""
        return self.text(key) if key in self.values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when absent."""
        value = self.values.get(key, [])
        if not (isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)):
            raise self.error(key, "must be a list of texts")
        return tuple(value)

    def strings(self) -> dict[str, str]:
        """This table as text -> text."""
        return {key: self.text(key) for key in self.values}

    def names(self, zh: str, en: str) -> Names:
        """Two texts as one name."""
        return Names(self.text(zh), self.text(en))

    def flag(self, key: str) -> bool:
        """true or false; false when absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def number(self, key: str, default: float | None, least: float, most: float) -> float:
        """A number between `least` and `most`; required when `default` is None."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, "must be a number")
        if not least <= value <= most:
            raise self.error(key, f"must be between {least:g} and {most:g}")
        return float(value)

    def optional_number(self, key: str) -> float | None:
        """A number of 0 or more, or None when absent."""
        return self.number(key, None, 0.0, 150.0) if key in self.values else None

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """One of the allowed texts, or None when absent."""
        value = self.optional(key)
        if value is not None and value not in allowed:
            raise self.error(key, f"is {value!r}, must be one of {', '.join(allowed)}")
        return value

    def known(self, key: str, codes: tuple[str, ...], allowed: Collection[str]) -> tuple[str, ...]:
        """The codes, when all of them exist."""
        for code in codes:
            if code not in allowed:
                raise self.error(key, f"names {code!r}, which is not there")
        return codes

    def span(self, key: str) -> tuple[float, float] | None:
        """[from, below] in years, or None when absent."""
        if key not in self.values:
            return None
        value = self.values[key]
        if not (isinstance(value, list) and len(value) == 2 and all(isinstance(one, int | float) for one in value)):
            raise self.error(key, "must be two ages: [from, below]")
        return float(value[0]), float(value[1])

    def weights(self, departments: Collection[str]) -> dict[str, float]:
        """This table as department -> weight from 0 to 10."""
        for code in self.values:
            if code not in departments:
                raise self.error(code, "is no department")
        return {code: self.number(code, None, 0.0, _STRONGEST) for code in self.values}
