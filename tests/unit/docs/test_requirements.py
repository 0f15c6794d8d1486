"""docs/requirements.md: every requirement once, and nothing in it that does not exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TABLE = ROOT / "docs" / "requirements.md"
LAST = 125

_ROW = re.compile(r"\| R(\d+) \| (.+?) \| (\w+) \| (\w+) \| (.+?) \| (.+?) \|")
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Row:
    """One requirement as the table has it."""

    number: int
    words: str
    mark: str
    built: str
    where: str
    shown_by: str

    @property
    def paths(self) -> list[str]:
        """The files that it names."""
        return [name for name in _CODE.findall(self.where) if "/" in name and not name.startswith("staff/figures")]

    @property
    def tests(self) -> list[str]:
        """The tests that it names, as file::name."""
        return _CODE.findall(self.shown_by)


def read_rows() -> list[Row]:
    """Every row of the tables."""
    rows = [_ROW.fullmatch(line) for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| R")]
    return [Row(int(row[1]), row[2], row[3], row[4], row[5], row[6]) for row in rows if row is not None and row[1]]


ROWS = read_rows()


@lru_cache
def names_of_tests(file: Path) -> frozenset[str]:
    """The names of a file's tests."""
    return frozenset(re.findall(r"(?m)^(?:    )?def (test_\w+)\(", file.read_text(encoding="utf-8")))


def test_every_requirement_stands_in_the_table_once_and_in_order() -> None:
    assert [row.number for row in ROWS] == list(range(1, LAST + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"R{row.number}")
def test_a_row_says_what_is_asked_how_near_it_is_and_what_stands(row: Row) -> None:
    assert row.words.endswith((".", "?"))
    assert row.mark in ("core", "near", "periphery")
    assert row.built in ("yes", "part", "no")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"R{row.number}")
def test_what_a_row_names_exists(row: Row) -> None:
    for path in row.paths:
        assert (ROOT / path).exists(), f"R{row.number}: there is no {path}"
    for reference in row.tests:
        file, _, name = reference.partition("::")
        assert (ROOT / file).is_file(), f"R{row.number}: there is no {file}"
        assert name in names_of_tests(ROOT / file), f"R{row.number}: {file} has no {name}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"R{row.number}")
def test_a_row_is_open_or_has_a_place(row: Row) -> None:
    if row.built == "no":
        assert "open" in row.where or row.paths
    else:
        assert row.paths, f"R{row.number} is built and names no file"
    assert row.tests or row.shown_by == "open"


def test_what_is_built_and_has_no_test_is_said_plainly() -> None:
    untested = [f"R{row.number}" for row in ROWS if row.built != "no" and not row.tests]
    told = re.search(r"(?m)^Built, and not yet shown by a test: (.+)\.$", TABLE.read_text(encoding="utf-8"))
    assert untested == (told[1].split(", ") if told and told[1] != "none" else [])


def test_the_count_at_the_foot_is_that_of_the_rows() -> None:
    text = TABLE.read_text(encoding="utf-8").partition("## Count")[2]
    for mark, yes, part, no in re.findall(r"\| (core|near|periphery) \| (\d+) \| (\d+) \| (\d+) \|", text):
        counted = [sum(1 for row in ROWS if (row.mark, row.built) == (mark, built)) for built in ("yes", "part", "no")]
        assert counted == [int(yes), int(part), int(no)], mark
    assert sum(map(int, re.findall(r"\| (?:core|near|periphery) \| (\d+)", text))) > 0
