"""Sentences from the catalogues in locales/: Mozilla Fluent, the same files for server and pages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).resolve().parents[2] / "locales"
DEFAULT_LANGUAGE = "zh-CN"


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, the default first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())
    return (DEFAULT_LANGUAGE, *(name for name in found if name != DEFAULT_LANGUAGE))


def choose_language(wanted: str | None) -> str:
    """The nearest catalogue to what was asked for: exact, then the same base language, then the default."""
    for name in languages():
        if wanted and name.lower() == wanted.lower():
            return name
    base = (wanted or "").split("-")[0].lower()
    return next((name for name in languages() if name.split("-")[0].lower() == base), DEFAULT_LANGUAGE)


@lru_cache(maxsize=8)
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def text(language: str, identifier: str, /, **arguments: Any) -> str:
    """The sentence `identifier` in a language, its `{ $placeholders }` filled.

    Raises KeyError where the default language lacks it: a missing sentence is a fault of ours.
    """
    bundle = _bundle(choose_language(language))
    if not bundle.has_message(identifier):
        bundle = _bundle(DEFAULT_LANGUAGE)
    message = bundle.get_message(identifier)
    if message is None or message.value is None:
        raise KeyError(identifier)
    value, _ = bundle.format_pattern(message.value, arguments)
    return str(value)


def both(identifier: str, /, **arguments: Any) -> dict[str, str]:
    """The sentence in every language, keyed by language: what a document carries."""
    return {name: text(name, identifier, **arguments) for name in languages()}
