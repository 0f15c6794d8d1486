"""Collects what rules find unfit, so that every field at fault is named at once (R1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from server.core.errors import FieldProblem, Invalid
from server.registration.rules import Unfit

Value = TypeVar("Value")


class Problems:
    """The problems of one request; `path` stands before each field's name."""

    def __init__(self, path: str = "") -> None:
        self._path = path
        self._found: list[FieldProblem] = []

    def add(self, field: str, code: str, **args: str | int) -> None:
        """Note one problem."""
        self._found.append(FieldProblem(f"{self._path}.{field}" if self._path else field, code, args))

    def extend(self, problems: Iterable[FieldProblem]) -> None:
        """Note the problems of another check, by the paths that they have."""
        self._found += problems

    def run(self, field: str, rule: Callable[[], Value]) -> Value | None:
        """What a rule answers; None, and a problem noted, where it finds the value unfit."""
        try:
            return rule()
        except Unfit as unfit:
            self.add(field, unfit.code, **unfit.args_for_text)
            return None

    def names(self) -> set[str]:
        """The fields at fault, without the path."""
        return {problem.field.rpartition(".")[2] for problem in self._found}

    def refuse(self) -> None:
        """Raise Invalid with every problem, if there is one."""
        if self._found:
            raise Invalid(self._found)
