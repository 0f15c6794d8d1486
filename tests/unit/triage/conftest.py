"""The knowledge for all triage tests, and the table of figures at the end of the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from server.triage.rules import Knowledge, Suggestion, load_knowledge, suggest
from tests.unit.triage.measure import KNOWLEDGE, Case, all_cases, table

_MEASURED: list[Case] = []


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The clinic's own knowledge files."""
    return load_knowledge(KNOWLEDGE)


@pytest.fixture(scope="session")
def ask(knowledge: Knowledge) -> Callable[..., Suggestion]:
    """suggest() with the knowledge filled in; the sentence comes first."""

    def _ask(text: str = "", **more: Any) -> Suggestion:
        return suggest(knowledge, text=text, **more)

    return _ask


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """Every sentence of the files with its answer."""
    if not _MEASURED:
        _MEASURED.extend(all_cases())
    return _MEASURED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show how good triage is whether the tests pass or not."""
    if not _MEASURED:
        return
    terminalreporter.section("triage: how often it is right")
    for line in table(_MEASURED):
        terminalreporter.line(line)
