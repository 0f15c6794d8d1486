"""Every refusal of registration and clinic has a sentence in every language, as a hospital would say it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.core.language import LOCALES, languages, text

ROOT = Path(__file__).resolve().parents[3]
BANNED = re.compile("不知道|自己找|错误|非法|失败请重试|病人|欢迎光临")
CODES = sorted(
    {
        code
        for area in ("registration", "clinic")
        for file in (ROOT / "server" / area).rglob("*.py")
        for code in re.findall(
            r'(?:Unfit|Refusal|TooMany|add\([^()]*?,|FieldProblem\([^()]*?,)\(?\s*"([a-z_]+)"',
            file.read_text(encoding="utf-8"),
        )
    }
)
ARGUMENTS = {"limit": 40, "count": 10, "wanted": 11, "seconds": 30, "department": "internal", "room": "east-1"}


def test_the_codes_are_found() -> None:
    assert {"id_checksum", "phone_digits", "name_characters", "id_kept", "patient_ref_expired"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", languages())
def test_each_code_has_its_sentence(code: str, language: str) -> None:
    said = text(language, f"error-{code.replace('_', '-')}", **ARGUMENTS)
    assert said.strip()
    assert "{" not in said
    assert not BANNED.search(said)


@pytest.mark.parametrize("file", ["server-registration.ftl", "server-clinic.ftl"])
def test_both_catalogues_hold_the_same_sentences(file: str) -> None:
    ids = [
        re.findall(r"^([a-z][a-z0-9-]*) =", (LOCALES / language / file).read_text(encoding="utf-8"), re.MULTILINE)
        for language in languages()
    ]
    assert all(found == ids[0] for found in ids)
