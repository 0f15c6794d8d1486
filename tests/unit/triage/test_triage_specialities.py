"""Whose speciality speaks of a complaint (R25): by written rules, and never where there is danger (R22)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from server.triage.rules import KnowledgeError, fitting, load_knowledge, suggest
from server.triage.service import assess, fitting_speciality
from server.triage.service.assess import KNOWLEDGE

CLINIC = Path(__file__).resolve().parents[3] / "clinic.toml"
HEAD = {"zh-CN": "头痛、眩晕", "en": "Headache, vertigo"}
SLEEP = {"zh-CN": "睡眠、记忆", "en": "Sleep, memory"}


@pytest.mark.parametrize(
    ("text", "head", "sleep"),
    [
        ("头疼两天了", True, False), ("晚上睡不着", False, True), ("I have a headache", True, False),
        ("脚扭了", False, False),
    ],
)  # fmt: skip
def test_a_doctor_is_named_for_what_the_complaint_speaks_of_r25(text: str, head: bool, sleep: bool) -> None:
    assessment = assess(text=text, symptoms=(), age_years=40, sex="female", open_departments=None)
    assert (fitting_speciality(HEAD, assessment) is not None) is head
    assert (fitting_speciality(SLEEP, assessment) is not None) is sleep


def test_the_reason_is_said_in_both_languages_r25() -> None:
    assessment = assess(text="头疼", symptoms=(), age_years=40, sex="female", open_departments=None)
    assert fitting_speciality(HEAD, assessment) == {"zh-CN": "头痛、眩晕", "en": "headache and vertigo"}
    assert fitting_speciality({"zh-CN": "夜间内科", "en": "Internal medicine at night"}, assessment) is None


def test_a_danger_leaves_no_time_to_choose_a_doctor_r22_r25() -> None:
    assessment = assess(text="胸口疼得厉害，心慌", symptoms=(), age_years=60, sex="male", open_departments=None)
    assert assessment.is_alarm
    assert fitting_speciality({"zh-CN": "冠心病、心律", "en": "Coronary disease"}, assessment) is None


def test_specialities_choose_no_department_and_no_urgency_r25(tmp_path: Path) -> None:
    """The same house without them suggests the same."""
    for file in KNOWLEDGE.glob("*.toml"):
        if file.name != "specialities.toml":
            (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    with_them, without = load_knowledge(KNOWLEDGE), load_knowledge(tmp_path)
    assert (len(with_them.specialities) > 20, without.specialities) == (True, {})
    for text in ("头疼", "膝盖疼", "牙龈出血", "血糖高", "胸口疼", "I have a cough"):
        assert suggest(with_them, text=text) == suggest(without, text=text)


def test_of_several_specialities_the_one_that_speaks_of_most_is_named() -> None:
    rules = load_knowledge(KNOWLEDGE).specialities
    found = fitting(rules, ["哮喘、慢性咳嗽"], {"cough", "phlegm", "wheeze"})
    assert found is not None
    assert found.zh == "咳嗽"


def test_every_rule_speaks_of_a_doctor_of_the_starting_clinic_and_of_known_symptoms_r25() -> None:
    """A word that no doctor's description holds would never say anything."""
    doctors = tomllib.loads(CLINIC.read_text(encoding="utf-8"))["doctor"]
    described = " ".join(text.casefold() for doctor in doctors for text in doctor["specialities"].values())
    for code, rule in load_knowledge(KNOWLEDGE).specialities.items():
        assert rule.symptoms, code
        assert any(word.casefold() in described for word in rule.words), code


def test_a_symptom_that_is_not_known_is_named_by_file_and_key_r25(tmp_path: Path) -> None:
    for file in KNOWLEDGE.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    rules = tmp_path / "specialities.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace('"headache"', '"haedache"'), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"specialities\.toml.*headache.*haedache|specialities\.toml.*haedache"):
        load_knowledge(tmp_path)
