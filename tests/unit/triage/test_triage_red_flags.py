"""Dangers come from written rules, by symptom, combination, age, sex and pregnancy (R22, R23)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.triage.rules import Knowledge, Suggestion

Ask = Callable[..., Suggestion]
GENERAL = {
    "chest-pain", "breathing-trouble", "stroke-signs", "heavy-bleeding", "unconscious", "seizure", "severe-allergy",
    "infant-fever", "pregnancy-danger", "poisoning", "suicidal", "major-burn", "major-injury",
}  # fmt: skip
DENTAL = {"dental-trauma", "jaw-fracture", "acute-pulpitis", "jaw-dislocation", "facial-swelling"}


def _flags(answer: Suggestion) -> set[str]:
    return {flag.code for flag in answer.red_flags}


def test_r22_r23_every_danger_of_the_house_rules_is_written_down(knowledge: Knowledge) -> None:
    assert set(knowledge.flags) >= GENERAL | DENTAL
    for code in GENERAL | DENTAL:
        assert knowledge.flags[code].urgency <= 2


def test_r22_every_flag_tells_staff_what_to_do_in_both_languages(knowledge: Knowledge) -> None:
    for flag in knowledge.flags.values():
        assert flag.words.of("zh-CN").endswith("。")
        assert flag.words.of("en").endswith(".")


@pytest.mark.parametrize(
    ("sentence", "more", "flag", "urgency"),
    [
        ("胸口疼", {}, "chest-pain", 2),
        ("胸口疼,出冷汗", {}, "chest-pain", 1),
        ("宝宝2个月,发烧", {}, "infant-fever", 1),
        ("发烧", {"age_years": 2 / 12}, "infant-fever", 1),
        ("高烧40度", {"age_years": 0.5}, "infant-fever", 2),
        ("突然头疼得厉害", {}, "sudden-headache", 1),
        ("怀孕20周,流血", {}, "pregnancy-danger", 2),
        ("左手突然没劲", {}, "stroke-signs", 1),
        ("脸肿,发烧", {}, "facial-swelling", 2),
        ("脸肿,吞不下去", {}, "facial-swelling", 2),
        ("过敏,嘴唇肿", {}, "severe-allergy", 1),
        ("烫伤", {"age_years": 2}, "major-burn", 2),
        ("磕到头", {"age_years": 1}, "head-injury", 2),
        ("头疼,血压210", {}, "sudden-headache", 2),
        ("测了血压190/120,怀孕30周", {}, "pregnancy-danger", 2),
    ],
)
def test_r22_a_danger_is_found(ask: Ask, sentence: str, more: dict[str, float], flag: str, urgency: int) -> None:
    answer = ask(sentence, **more)
    assert flag in _flags(answer)
    assert answer.urgency == urgency
    assert answer.ask_a_person
    assert answer.ask_reason == "red_flag"


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("发烧", {"age_years": 30}),
        ("头疼", {}),
        ("流血", {"age_years": 30, "sex": "male"}),
        ("睾丸疼", {"age_years": 40}),
        ("手脚麻", {}),
        ("脸肿", {}),
        ("牙疼", {}),
    ],
)
def test_r22_the_same_complaint_without_the_second_sign_is_no_danger(
    ask: Ask, sentence: str, more: dict[str, object]
) -> None:
    assert _flags(ask(sentence, **more)) == set()


def test_r22_a_chip_raises_a_flag_without_any_text(ask: Ask, knowledge: Knowledge) -> None:
    for symptom in knowledge.symptoms.values():
        if symptom.red_flag and knowledge.flags[symptom.red_flag].urgency <= 2:
            assert symptom.red_flag in _flags(ask(symptoms=[symptom.code])), symptom.code


def test_r22_danger_is_looked_for_at_the_told_age_too_when_a_parent_registered(ask: Ask) -> None:
    assert "infant-fever" in _flags(ask("宝宝两个月,发烧", age_years=31, sex="female"))


def test_r22_a_red_flag_puts_its_departments_first_and_names_itself(ask: Ask) -> None:
    answer = ask("胸口疼,出冷汗")
    assert answer.departments[0].code in {"emergency", "cardiology"}
    assert answer.departments[0].reasons[0].code == "red_flag"
    assert answer.red_flags[0].symptoms


def test_urgency_three_is_a_caution_and_no_alarm(ask: Ask) -> None:
    answer = ask("被狗咬了")
    assert answer.urgency == 3
    assert answer.red_flags == ()
    assert [flag.code for flag in answer.cautions] == ["animal-bite"]


def test_a_long_fever_is_a_caution_by_chip_or_by_words(ask: Ask) -> None:
    assert ask("发烧", duration="week").urgency == 3
    assert ask("发烧一个星期了").urgency == 3
    assert ask("发烧", duration="today").urgency == 4
