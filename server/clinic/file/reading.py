"""From the text of `clinic.toml` to its checked shape, or every trouble by line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from printers.template import PICTURE
from server.clinic.file.checks import Finding, findings
from server.clinic.file.lines import KeyLines, Path
from server.clinic.file.shape import ClinicFile

Shaped = TypeVar("Shaped", bound=BaseModel)

_POSITION = re.compile(r"\(at line (\d+), column \d+\)")
_EXPECTED = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list in [ ]",
    "dict_type": 'a text in both languages: { zh = "…", en = "…" }',
    "model_type": "a section with keys",
}
_PATTERNS = {
    "code": "a code of small letters, digits and hyphens that begins with a letter, at most 32",
    "prefix": "one or two capital letters, not I or O",
    "label": "up to 8 digits or capital letters",
}


@dataclass(frozen=True)
class ClinicProblem:
    """One trouble: where it stands and what was expected there."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.message}"


class ClinicFileError(Exception):
    """The file cannot be applied. `line`, `key` and `message` are of the first trouble, `problems` all."""

    def __init__(self, file_name: str, problems: list[ClinicProblem]) -> None:
        super().__init__("\n".join(f"{file_name}, {problem}" for problem in problems))
        self.file_name = file_name
        self.problems = problems
        self.line = problems[0].line
        self.key = problems[0].key
        self.message = problems[0].message


def read_clinic_file(
    text: str, file_name: str = "clinic.toml", beside: Mapping[str, bytes] | None = None
) -> ClinicFile:
    """The file's content, checked; `beside` holds the pictures that it names. Raises ClinicFileError naming every
    trouble, by line."""
    return read_checked(text, file_name, ClinicFile, lambda file: findings(file, beside or {}))


def picture_named(text: str) -> str | None:
    """The file of the logo that a clinic file names, or None; whether the rest is sound is said elsewhere."""
    try:
        ticket = tomllib.loads(text).get("ticket")
    except tomllib.TOMLDecodeError:
        return None
    logo = ticket.get("logo") if isinstance(ticket, dict) else None
    return logo if isinstance(logo, str) and logo and not logo.startswith(PICTURE) else None


def read_checked(
    text: str, file_name: str, shape: type[Shaped], disagreements: Callable[[Shaped], list[Finding]]
) -> Shaped:
    """A file of any shape, then what must agree within it. Raises ClinicFileError naming every trouble, by line."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ClinicFileError(file_name, [_not_toml(text, str(problem))]) from problem
    lines = KeyLines(text)
    try:
        file = shape.model_validate(document)
    except ValidationError as problem:
        found = [_problem(dict(error), document, lines) for error in problem.errors()]
        raise ClinicFileError(file_name, sorted(found, key=lambda one: one.line)) from problem
    troubles = [
        ClinicProblem(lines.line(path), _key(path, document), f"expected {message}")
        for path, message in disagreements(file)
    ]
    if troubles:
        raise ClinicFileError(file_name, sorted(troubles, key=lambda one: one.line))
    return file


def _not_toml(text: str, message: str) -> ClinicProblem:
    position = _POSITION.search(message)
    line = int(position.group(1)) if position else max(1, len(text.splitlines()))
    said = _POSITION.sub("", message).replace("(at end of document)", "at the end of the file").strip()
    lines = text.splitlines()
    key = lines[line - 1].partition("=")[0].strip() if line <= len(lines) else ""
    return ClinicProblem(line, key or "(file)", f"not TOML: {said}")


def _problem(error: dict[str, Any], document: dict[str, Any], lines: KeyLines) -> ClinicProblem:
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    return ClinicProblem(lines.line(path), _key(path, document), _message(error))


def _message(error: dict[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx") or {}
    if kind == "missing":
        return "expected a value; the key is missing"
    if kind == "extra_forbidden":
        return "expected no such key; see the comments of the files that came with Houzhen"
    if kind == "value_error":
        return f"expected {context.get('error')}"
    if kind == "string_pattern_mismatch":
        last = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
        return f"expected {_PATTERNS.get(last, _PATTERNS['code'])}, not {error['input']!r}"
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, not {_shown(error['input'])}"
    return f"{error['msg'][0].lower()}{error['msg'][1:]}, not {_shown(error['input'])}"


def _shown(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= 60 else f"{said[:57]}…"


def _key(path: Path, document: dict[str, Any]) -> str:
    """`department.internal.hours[1].from`: entries by their code, positions counted from one."""
    said = ""
    at: Any = document
    for depth, part in enumerate(path):
        at = at[part] if _holds(at, part) else None
        if isinstance(part, str):
            said += f".{part}" if said else part
            continue
        named = at.get("code") or at.get("number") if depth == 1 and isinstance(at, dict) else None
        said += f".{named}" if isinstance(named, str) else f"[{part + 1}]"
    return said or "(file)"


def _holds(at: Any, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(at, list) and part < len(at)
    return isinstance(at, dict) and part in at
