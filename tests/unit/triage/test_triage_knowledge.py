"""The knowledge files are complete, and a slip in them is named by file and key (R25)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from server.triage.rules import Knowledge, KnowledgeError, load_knowledge, suggest
from tests.unit.triage.measure import KNOWLEDGE

DEPARTMENTS = {
    "internal", "surgery", "paediatrics", "obgyn", "andrology", "dermatology", "ophthalmology", "ent", "dental",
    "neurology", "cardiology", "orthopaedics", "tcm", "emergency", "gastroenterology", "respiratory",
    "endocrinology", "urology", "psychiatry",
}  # fmt: skip
REGIONS = {
    "head", "eye-ear-nose", "mouth-teeth", "neck-throat", "shoulder", "arm", "hand", "chest", "abdomen",
    "lower-abdomen", "leg", "knee-foot", "back-waist", "skin", "whole-body", "unclear",
}  # fmt: skip


def test_r25_departments_and_regions_are_those_of_the_house(knowledge: Knowledge) -> None:
    assert set(knowledge.departments) == DEPARTMENTS
    assert set(knowledge.regions) == REGIONS


def test_r21_at_least_150_complaints_are_known(knowledge: Knowledge) -> None:
    assert len(knowledge.symptoms) >= 150


def test_every_region_with_a_picture_offers_buttons_with_different_places(knowledge: Knowledge) -> None:
    for region in knowledge.regions.values():
        if region.code == "unclear":
            continue
        chips = [s for s in knowledge.symptoms.values() if region.code in s.regions and s.common]
        assert chips, region.code


def test_every_complaint_has_a_department_or_a_person(knowledge: Knowledge) -> None:
    for symptom in knowledge.symptoms.values():
        assert symptom.departments or symptom.person, symptom.code


def test_every_complaint_is_understood_by_its_own_names(knowledge: Knowledge) -> None:
    for symptom in knowledge.symptoms.values():
        for name in (symptom.names.zh, symptom.names.en):
            assert symptom.code in suggest(knowledge, text=name).matched, name


def _broken(tmp_path: Path, file: str, old: str, new: str) -> KnowledgeError:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    target = folder / file
    text = target.read_text(encoding="utf-8")
    assert old in text
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    return caught.value


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("symptoms_head.toml", "departments = { neurology = 7", "departments = { neurologie = 7", "neurologie"),
        ("symptoms_head.toml", "neurology = 7", "neurology = 70", "neurology"),
        ("symptoms_head.toml", "neurology = 7", 'neurology = "much"', "neurology"),
        ("symptoms_head.toml", 'zh = "头疼"', 'zh = ""', "zh"),
        ("symptoms_head.toml", 'regions = ["head"]', 'regions = ["heed"]', "regions"),
        ("symptoms_head.toml", 'regions = ["head"]', "regions = 3", "regions"),
        ("symptoms_head.toml", 'red_flag = "stroke-signs"', 'red_flag = "strok"', "red_flag"),
        ("symptoms_head.toml", '"偏头痛"', '"…"', "say_zh"),
        ("symptoms_head.toml", "[symptom.headache]", "[symptom.cough]", "cough"),
        ("symptoms_teeth.toml", 'visit_class = "check_up"', 'visit_class = "holiday"', "visit_class"),
        ("symptoms_general.toml", "person = true", "person = 1", "person"),
        ("symptoms_general.toml", "age = [0, 18]", "age = [0]", "age"),
        ("departments.toml", 'fallback = ["urology", "surgery"]', 'fallback = ["urologie"]', "fallback"),
        ("departments.toml", 'sex = "female"', 'sex = "woman"', "sex"),
        ("parts.toml", 'pain = "headache"', 'pain = "head-ache"', "symptoms"),
        ("parts.toml", 'alone = "rash"', 'alone = "rush"', "alone"),
        ("parts.toml", "[part.head.symptoms]", "[[part.head.symptoms]]", "symptoms"),
        ("regions.toml", 'part = "head"', 'part = "hat"', "part"),
        ("red_flags.toml", "urgency = 2", "urgency = 5", "urgency"),
        ("red_flags.toml", 'all = ["palpitations", "fainting"]', 'all = ["palpitation"]', "all"),
        ("red_flags.toml", 'all = ["palpitations", "fainting"]', "all = []", "all"),
        ("red_flags.toml", 'all = ["palpitations", "fainting"]', 'all = ["@nobody"]', "all"),
        ("red_flags.toml", 'cues = ["severe"]', 'cues = ["sever"]', "cues"),
        ("red_flags.toml", "[flag.seizure]\nzh", "[flag.seizure]\nwhen = 3\nzh", "when"),
        ("words.toml", "near = 0.75", "nearly = 0.75", "near"),
        ("reasons.toml", 'zh = "、"', "zh = 1", "zh"),
    ],
)
def test_r25_a_slip_is_named_by_file_and_key(tmp_path: Path, file: str, old: str, new: str, key: str) -> None:
    problem = _broken(tmp_path, file, old, new)
    assert problem.file.endswith(".toml")
    assert key in str(problem)


def test_r25_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    problem = _broken(tmp_path, "regions.toml", "[region.head]", "[region.head")
    assert problem.file == "regions.toml"


def test_r25_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a folder"):
        load_knowledge(tmp_path / "nowhere")
    shutil.copytree(KNOWLEDGE, tmp_path / "k")
    (tmp_path / "k" / "words.toml").unlink()
    with pytest.raises(KnowledgeError, match=r"words\.toml"):
        load_knowledge(tmp_path / "k")
