"""`[ticket]` of the clinic file: how tickets are laid out, and what is wrong with it by line and key (R59)."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from printers.template import from_mapping
from server.clinic.file import ClinicFileError, picture_named, read_clinic_file
from server.clinic.rows import settings_of


def png() -> bytes:
    written = io.BytesIO()
    Image.new("L", (40, 20)).save(written, "PNG")
    return written.getvalue()


def refused(clinic_text: str, *lines: str) -> list[str]:
    """What is said of a section, each with its line counted from the section's head."""
    text = "\n".join([clinic_text.rstrip(), "[ticket]", *lines, ""])
    head = text.splitlines().index("[ticket]")
    with pytest.raises(ClinicFileError) as caught:
        read_clinic_file(text, "clinic.toml", {"logo.png": png(), "photo.png": b"\xff\xd8\xff JFIF"})
    return [f"{problem.line - head - 1} {problem.key}: {problem.message}" for problem in caught.value.problems]


def test_a_section_is_stored_with_the_picture_itself(clinic_text: str) -> None:
    text = clinic_text + '\n[ticket]\nlogo = "logo.png"\nlanguages = "en"\nnotes = [{ zh = "好", en = "Well" }]\n'
    beside = {"logo.png": png()}
    stored = settings_of(read_clinic_file(text, "clinic.toml", beside), beside)["ticket"]
    assert stored["logo"].startswith("data:image/png;base64,")
    assert (from_mapping(stored).languages, from_mapping(stored).notes[0].en) == ("en", "Well")


def test_without_a_section_tickets_are_the_houses_own(clinic_text: str) -> None:
    assert from_mapping(settings_of(read_clinic_file(clinic_text))["ticket"]) == from_mapping({})


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['colour = "red"'], '1 ticket.colour: expected one of the keys "logo", "lines", "languages", "notes"'),
        (['languages = "fr"'], '1 ticket.languages: expected one of "patient", "zh", "en", "zh-only", "en-only"'),
        (["lines = [", '  "clinic",', '  "wait"]'], '1 ticket.lines: expected the line "number": without it nobody'),
        (["lines = [", '  "number",', '  "price"]'], '3 ticket.lines[2]: expected one of "clinic", "time"'),
        (['notes = [{ zh = "" }]'], "1 ticket.notes[1].zh: expected a text of 1 to 240 characters"),
        (['logo = "none.png"'], "1 ticket.logo: expected the path of a PNG file; 'none.png' cannot be read"),
        (['logo = "photo.png"'], "1 ticket.logo: expected a PNG file; this one is of another kind or broken"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_key_with_what_should_stand_there(
    clinic_text: str, lines: list[str], said: str
) -> None:
    assert any(re.match(re.escape(said), told) for told in refused(clinic_text, *lines)), refused(clinic_text, *lines)


def test_every_trouble_is_told_at_once(clinic_text: str) -> None:
    assert len(refused(clinic_text, 'languages = "fr"', "lines = []", "notes = 5")) == 3


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[ticket]\nlogo = "art/logo.png"', "art/logo.png"), ('[ticket]\nlogo = ""', None), ("", None),
        ("[ticket]\nlogo = 5", None), ("ticket = 5", None), ("[ticket", None),
        ('[ticket]\nlogo = "data:image/png;base64,AAAA"', None),
    ],
)  # fmt: skip
def test_which_picture_a_file_names(text: str, named: str | None) -> None:
    assert picture_named(text) == named
