"""What a clinic may change of its tickets: logo, lines and their order, languages, notes of its own.

    [ticket]
    logo = "logo.png"        # a PNG beside the clinic's file; without one the clinic's character stands there.
                             # Stored, it is the picture itself: "data:image/png;base64,…"
    lines = ["clinic", "time", "number", "department", "place", "ahead", "wait", "code",
             "missed", "worse", "companion", "notes"]
    languages = "patient"    # "patient": the patient's is the large one; "zh" or "en": always this one;
                             # "zh-only" or "en-only": nothing in the other
    notes = [{ zh = "凭此票就诊", en = "Keep this ticket" }]

Without the section, tickets are those of `Template()`.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any, Literal, get_args

from printers.logo import LogoError, kept_logo
from printers.slip import CHINESE, LONGEST_TEXT, MOST_NOTES, Both, Slip

ENGLISH = "en"
Languages = Literal["patient", "zh", "en", "zh-only", "en-only"]
LineName = Literal[
    "clinic", "time", "number", "department", "place", "ahead", "wait", "code", "missed", "worse", "companion",
    "notes",
]  # fmt: skip
#: How a picture itself begins where a text stands for it.
PICTURE = "data:image/png;base64,"
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

    `logo` is a PNG as `kept_logo` gives it, empty for none. `lines` stand from the top down; neighbours that belong
    together (clinic and time, department and place, ahead and wait, the advice) are set together.
    """

    logo: bytes = b""
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
        """Plain values, made to be stored or sent; `from_mapping` reads them back."""
        return {
            "logo": f"{PICTURE}{base64.b64encode(self.logo).decode()}" if self.logo else "",
            "lines": list(self.lines),
            "languages": self.languages,
            "notes": [
                {key: text for key, text in (("zh", note.zh), ("en", note.en)) if text} for note in self.notes
            ],
        }


DEFAULT = Template()


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """What is wrong: `path` leads to the value, `expected` says in English what should stand there; `code` and `args`
    say the same for catalogues."""

    path: tuple[str | int, ...]
    expected: str
    code: str = "not_understood"
    args: dict[str, str | int] = dataclasses.field(default_factory=dict)

    @property
    def key(self) -> str:
        """The path in one word, as `lines[2]`."""
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path).lstrip(".")


class TemplateError(ValueError):
    """A template that cannot be used; `problems` names every trouble, not the first one only."""

    def __init__(self, problems: list[TemplateProblem]) -> None:
        super().__init__("; ".join(f"{problem.key or 'ticket'}: {problem.expected}" for problem in problems))
        self.problems = tuple(problems)


def from_mapping(given: object, beside: Mapping[str, bytes] | None = None) -> Template:
    """The template of a `[ticket]` section or of a stored one. Every key may be left out.

    `beside` holds the pictures that a file may name as its `logo`, by those names. TemplateError names key and
    expectation of everything that is wrong.
    """
    if not isinstance(given, Mapping):
        raise TemplateError([TemplateProblem((), "a table with the keys " + _names(_KEYS))])
    problems = [
        TemplateProblem((str(key),), "one of the keys " + _names(_KEYS)) for key in given if key not in _KEYS
    ]
    notes = given.get("notes", ())
    logo = b""
    try:
        logo = _logo_of(given.get("logo", ""), beside or {})
    except LogoError as error:
        problems.append(TemplateProblem(("logo",), f"{error}", error.code, dict(error.args_for_text)))
    problems += _lines_problems(given.get("lines", LINES))
    problems += _languages_problems(given.get("languages", DEFAULT.languages))
    problems += _notes_problems(notes)
    if problems:
        raise TemplateError(problems)
    return Template(
        logo=logo,
        lines=tuple(given.get("lines", LINES)),
        languages=given.get("languages", DEFAULT.languages),
        notes=tuple(Both(note.get("zh", ""), note.get("en", "")) for note in notes),
    )


_KEYS = tuple(field.name for field in fields(Template))


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _logo_of(given: object, beside: Mapping[str, bytes]) -> bytes:
    if not isinstance(given, str):
        raise LogoError("ticket_logo_kind", "the name of a PNG file, or an empty text")
    if not given:
        return b""
    if given.startswith(PICTURE):
        try:
            return kept_logo(base64.b64decode(given.removeprefix(PICTURE), validate=True))
        except binascii.Error as error:
            raise LogoError("ticket_logo_kind", "a PNG file; this one is of another kind or broken") from error
    if given.startswith("data:"):
        raise LogoError("ticket_logo_kind", "a PNG file; this one is of another kind")
    if given not in beside:
        raise LogoError("ticket_logo_missing", f"the path of a PNG file; {given!r} cannot be read")
    return kept_logo(beside[given])


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
        expected = 'the line "number": without it nobody knows when it is their turn'
        yield TemplateProblem(("lines",), expected, "ticket_number_missing")


def _languages_problems(languages: object) -> Iterator[TemplateProblem]:
    if languages not in get_args(Languages):
        yield TemplateProblem(("languages",), "one of " + _names(get_args(Languages)), "not_a_choice")


def _notes_problems(notes: object) -> Iterator[TemplateProblem]:
    if not isinstance(notes, list | tuple) or len(notes) > MOST_NOTES:
        expected = f"a list of at most {MOST_NOTES} notes"
        yield TemplateProblem(("notes",), expected, "ticket_notes_many", {"most": MOST_NOTES})
        return
    for position, note in enumerate(notes):
        if not isinstance(note, Mapping) or not note or set(note) - {"zh", "en"}:
            expected = 'a note with the texts "zh" and "en"'
            yield TemplateProblem(("notes", position), expected, "ticket_note_empty")
            continue
        for language, text in note.items():
            if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
                code = "too_long" if isinstance(text, str) and text.strip() else "ticket_note_empty"
                expected = f"a text of 1 to {LONGEST_TEXT} characters"
                yield TemplateProblem(("notes", position, language), expected, code, {"limit": LONGEST_TEXT})


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
