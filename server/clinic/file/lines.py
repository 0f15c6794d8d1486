"""On which line of a TOML text a value stands: `tomllib` tells no positions, so the text is scanned once."""

from __future__ import annotations

import re
from collections.abc import Sequence

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*=""")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_FENCES = ('"""', "'''")


class KeyLines:
    """The lines of tables, keys and elements of arrays that spread over several lines."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._arrays: dict[str, int] = {}
        self._table: Path = ()
        self._array: Path = ()
        self._element = 0
        self._depth = 0
        self._fence = ""
        for number, line in enumerate(text.splitlines(), start=1):
            self._read(number, line)

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a value, or of the nearest thing around it that has one; 1 where nothing does."""
        for length in range(len(path), 0, -1):
            found = self._lines.get(tuple(path[:length]))
            if found is not None:
                return found
        return 1

    def _read(self, number: int, line: str) -> None:
        if self._fence:
            if self._fence in line:
                self._fence = ""
            return
        bare = _STRING.sub('""', line)
        if self._depth == 0 and self._header(number, bare):
            return
        if self._depth == 0:
            key = _KEY.match(line)
            if key is None:
                return
            self._array = (*self._table, key.group(1).strip("\"'"))
            self._element = 0
            self._lines.setdefault(self._array, number)
            bare = _STRING.sub('""', line[key.end() :])
        for fence in _FENCES:
            if line.count(fence) == 1:
                self._fence = fence
                return
        self._value(number, bare.split("#", 1)[0])

    def _header(self, number: int, line: str) -> bool:
        header = _HEADER.match(line)
        if header is None:
            return False
        names: Path = tuple(part.strip().strip("\"'") for part in header.group(2).split("."))
        if header.group(1) == "[[":
            position = self._arrays.get(header.group(2), -1) + 1
            self._arrays[header.group(2)] = position
            names = (*names, position)
        self._table = names
        self._lines.setdefault(names, number)
        return True

    def _value(self, number: int, rest: str) -> None:
        """Follow the brackets of a value; each element of a many-lined array gets its own line."""
        for sign in rest:
            if self._depth == 1 and not sign.isspace() and sign not in "],":
                self._lines.setdefault((*self._array, self._element), number)
            if sign in "[{":
                self._depth += 1
            elif sign in "]}":
                self._depth = max(0, self._depth - 1)
            elif sign == "," and self._depth == 1:
                self._element += 1
