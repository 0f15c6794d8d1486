"""Sentences by their id, so that a better wording breaks no test."""

from __future__ import annotations

from typing import Any

from server.core.language import text

CHINESE, ENGLISH = "zh-CN", "en"
LANGUAGES = (CHINESE, ENGLISH)


def say(language: str, identifier: str, /, **arguments: Any) -> str:
    """The sentence as a page shows it: in one line, blanks as the browser counts them."""
    return " ".join(text(language, identifier, **arguments).split())
