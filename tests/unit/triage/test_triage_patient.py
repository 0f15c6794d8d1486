"""Age, sex and measurements told in the sentence (R21: age and sex decide the department)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.triage.rules import Suggestion
from server.triage.rules.patient import (
    age_in_text,
    chinese_number,
    duration_in_text,
    systolic_pressure,
    temperature,
)

Ask = Callable[..., Suggestion]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("我爸70岁", 70),
        ("宝宝三个月", 0.25),
        ("孩子才3个月大", 0.25),
        ("孩子咳嗽3个月了", None),
        ("咳嗽两周", None),
        ("十二岁", 12),
        ("半岁", 0.5),
        ("my son is 3 and has a cough", 3),
        ("2 months old", 2 / 12),
        ("6 year old boy", 6),
        ("999岁", None),
        ("头疼三天", None),
    ],
)
def test_an_age_is_told_apart_from_a_length_of_illness(sentence: str, years: float | None) -> None:
    found = age_in_text(sentence)
    assert found == (pytest.approx(years) if years is not None else None)


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("十二", 12), ("三十八", 38), ("一百零二", 102), ("41", 41), ("百", 100)]
)
def test_chinese_numbers_are_read(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("sentence", "degrees"),
    [
        ("39度5", 39.5),
        ("体温38.5", 38.5),
        ("三十八度五", 38.5),
        ("fever of 102", 38.9),
        ("101 f", 38.3),
        ("我38岁", None),
        ("36.5度", 36.5),
    ],
)
def test_a_temperature_is_read(sentence: str, degrees: float | None) -> None:
    assert temperature(sentence) == degrees


def test_a_blood_pressure_is_read() -> None:
    assert systolic_pressure("血压190/110") == 190
    assert systolic_pressure("my bp was 150 over 90") == 150
    assert systolic_pressure("体重190") is None


@pytest.mark.parametrize(
    ("sentence", "duration"),
    [
        ("今早开始", "today"),
        ("昨天开始", "days"),
        ("一个星期了", "week"),
        ("好几个月了", "month"),
        ("怀孕5个月", None),
        ("宝宝3个月", None),
        ("牙疼", None),
    ],
)
def test_a_length_of_illness_is_read(sentence: str, duration: str | None) -> None:
    assert duration_in_text(sentence) == duration


def test_figures_become_symptoms(ask: Ask) -> None:
    assert ask("量了39度5").matched == ("high-fever",)
    assert ask("38度").matched == ("fever",)
    assert "high-blood-pressure" in ask("血压150").matched
    assert "very-high-blood-pressure" in ask("高压200").matched
    assert ask("体温36.5").matched == ()


@pytest.mark.parametrize(
    ("sentence", "age", "sex"),
    [
        ("宝宝咳嗽", 6, None),
        ("新生儿吐奶", 0.1, None),
        ("我爷爷咳嗽", 72, "male"),
        ("my wife has a cough", 35, "female"),
        ("我儿子15岁,咳嗽", 15, "male"),
        ("咳嗽", None, None),
    ],
)
def test_words_for_people_tell_who_the_patient_is(ask: Ask, sentence: str, age: float | None, sex: str | None) -> None:
    answer = ask(sentence)
    assert answer.age_used == age
    assert answer.sex_used == sex


def test_what_was_registered_goes_before_what_the_sentence_says(ask: Ask) -> None:
    answer = ask("我爷爷咳嗽", age_years=20, sex="female")
    assert (answer.age_used, answer.sex_used) == (20, "female")
