"""What a clinic may change of its tickets: logo, lines and their order, languages, notes of its own.

    [ticket]
    logo = "logo.png"        # a PNG beside the clinic's file; without one the clinic's character stands there
    lines = ["clinic", "time", "number", "department", "place", "ahead", "wait", "code",
             "missed", "worse", "companion", "notes"]
    languages = "patient"    # "patient": the patient's is the large one; "zh" or "en": always this one;
                             # "zh-only" or "en-only": nothing in the other
    notes = [{ zh = "凭此票就诊", en = "Keep this ticket" }]

Without the section, tickets are those of `Template()`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, get_args

from printers.logo import LogoError, check_logo
from printers.slip import CHINESE, LONGEST_TEXT, MOST_NOTES, Both, Slip

ENGLISH = "en"
Languages = Literal["patient", "zh", "en", "zh-only", "en-only"]
LineName = Literal[
    "clinic", "time", "number", "department", "place", "ahead", "wait", "code", "missed", "worse", "companion",
    "notes",
]  # fmt: skip
LINES: tuple[LineName, ...] = get_args(LineName)
ADVICE: tuple[LineName, ...] = ("missed", "worse", "companion", "notes")
Block = Literal["head", "number", "where", "figures", "code", "advice"]

_BLOCK_OF: dict[LineName, Block] = {
    "clinic": "head", "time": "head", "number": "number", "department": "where", "place": "where",
    "ahead": "figures", "wait": "figures", "code": "code", **dict.fromkeys(ADVICE, "advice"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Template:
    """How a clinic's tickets look; the defaults are the house's own design.

    `logo` is the path of a PNG, empty for none. `lines` stand from the top down; neighbours that belong together
    (clinic and time, department and place, ahead and wait, the advice) are set together.
    """

    logo: str = ""
    lines: tuple[LineName, ...] = LINES
    languages: Languages = "patient"
    notes: tuple[Both, ...] = ()

    def blocks(self) -> list[tuple[Block, tuple[LineName, ...]]]:
        """The lines in groups that are set together, from the top down."""
        return [(block, tuple(lines)) for block, lines in groupby(self.lines, key=_BLOCK_OF.__getitem__)]

    def dress(self, slip: Slip) -> Slip:
        """The slip in this template's languages and with its notes after the slip's own."""
        noted = replace(slip, notes=(*slip.notes, *self.notes)[:MOST_NOTES])
        if self.languages == "patient":
            return noted
        language = CHINESE if self.languages.startswith("zh") else ENGLISH
        if not self.languages.endswith("-only"):
            return replace(noted, language=language)
        return _in_one_language(noted, language)

    def to_mapping(self) -> dict[str, Any]:
        """Plain values, as they stand in a file; `from_mapping` reads them back."""
        return {
            "logo": self.logo,
            "lines": list(self.lines),
            "languages": self.languages,
            "notes": [{"zh": note.zh, "en": note.en} for note in self.notes],
        }


DEFAULT = Template()


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """What is wrong: `path` leads to the value, `expected` says what should stand there."""

    path: tuple[str | int, ...]
    expected: str

    @property
    def key(self) -> str:
        """The path in one word, as `lines[2]`."""
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path).lstrip(".")


class TemplateError(ValueError):
    """A template that cannot be used; `problems` names every trouble, not the first one only."""

    def __init__(self, problems: list[TemplateProblem]) -> None:
        super().__init__("; ".join(f"{problem.key or 'ticket'}: {problem.expected}" for problem in problems))
        self.problems = tuple(problems)


def from_mapping(given: object, folder: Path | None = None) -> Template:
    """The template of a `[ticket]` section or of a stored one. Every key may be left out.

    A relative `logo` is looked for in `folder` and becomes an absolute path. TemplateError names key and
    expectation of everything that is wrong.
    """
    if not isinstance(given, Mapping):
        raise TemplateError([TemplateProblem((), "a table with the keys " + _names(_KEYS))])
    problems = [
        TemplateProblem((str(key),), "one of the keys " + _names(_KEYS)) for key in given if key not in _KEYS
    ]
    logo = _logo_path(given.get("logo", ""), folder)
    notes = given.get("notes", ())
    problems += _logo_problems(logo)
    problems += _lines_problems(given.get("lines", LINES))
    problems += _languages_problems(given.get("languages", DEFAULT.languages))
    problems += _notes_problems(notes)
    if problems:
        raise TemplateError(problems)
    return Template(
        logo=str(logo),
        lines=tuple(given.get("lines", LINES)),
        languages=given.get("languages", DEFAULT.languages),
        notes=tuple(Both(note.get("zh", ""), note.get("en", "")) for note in notes),
    )


_KEYS = tuple(field.name for field in fields(Template))


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _logo_path(logo: object, folder: Path | None) -> object:
    if not isinstance(logo, str) or not logo or folder is None:
        return logo
    return str((folder / logo).absolute())


def _logo_problems(logo: object) -> Iterator[TemplateProblem]:
    if not isinstance(logo, str):
        yield TemplateProblem(("logo",), "the path of a PNG file, or an empty text")
    elif logo:
        try:
            check_logo(Path(logo))
        except LogoError as error:
            yield TemplateProblem(("logo",), f"{error}")


def _lines_problems(lines: object) -> Iterator[TemplateProblem]:
    if not isinstance(lines, list | tuple):
        yield TemplateProblem(("lines",), "a list of lines: " + _names(LINES))
        return
    for position, name in enumerate(lines):
        if name not in LINES:
            yield TemplateProblem(("lines", position), "one of " + _names(LINES))
        elif name in lines[:position]:
            yield TemplateProblem(("lines", position), f'each line once; "{name}" stands twice')
    if "number" not in lines:
        yield TemplateProblem(("lines",), 'the line "number": without it nobody knows when it is their turn')


def _languages_problems(languages: object) -> Iterator[TemplateProblem]:
    if languages not in get_args(Languages):
        yield TemplateProblem(("languages",), "one of " + _names(get_args(Languages)))


def _notes_problems(notes: object) -> Iterator[TemplateProblem]:
    if not isinstance(notes, list | tuple) or len(notes) > MOST_NOTES:
        yield TemplateProblem(("notes",), f"a list of at most {MOST_NOTES} notes")
        return
    for position, note in enumerate(notes):
        if not isinstance(note, Mapping) or not note or set(note) - {"zh", "en"}:
            yield TemplateProblem(("notes", position), 'a note with the texts "zh" and "en"')
            continue
        for language, text in note.items():
            if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
                yield TemplateProblem(("notes", position, language), f"a text of 1 to {LONGEST_TEXT} characters")


def _in_one_language(slip: Slip, language: str) -> Slip:
    def alone(both: Both) -> Both:
        text = both.first(language)
        return Both(text, "") if language == CHINESE else Both("", text)

    changed: dict[str, Any] = {"notes": tuple(map(alone, slip.notes)), "language": language}
    for field in fields(Slip):
        value = getattr(slip, field.name)
        if isinstance(value, Both):
            changed[field.name] = alone(value)
    return replace(slip, **changed)
