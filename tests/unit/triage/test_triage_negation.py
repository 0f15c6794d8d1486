"""What the patient says is not there counts as not there, in both languages (rules: negation counts; R22)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.triage.rules import Suggestion

Ask = Callable[..., Suggestion]


@pytest.mark.parametrize(
    ("sentence", "denied", "present"),
    [
        ("没有胸痛", {"chest-pain"}, set()),
        ("不发烧", {"fever"}, set()),
        ("胸不痛但是咳嗽", {"chest-pain"}, {"cough"}),
        ("没有胸闷、胸痛、气短,就是咳嗽", {"chest-tightness", "chest-pain", "breathless"}, {"cough"}),
        ("没有发烧咳嗽", {"fever", "cough"}, set()),
        ("没有发烧,咳嗽", {"fever"}, {"cough"}),
        ("没有发烧头疼得厉害", {"fever"}, {"headache"}),
        ("发烧、咳嗽都没有,就是拉肚子", {"fever", "cough"}, {"diarrhoea"}),
        ("心脏病没有,就是睡不好", {"heart-disease"}, {"poor-sleep"}),
        ("胸口不怎么疼,就是心慌", {"chest-pain"}, {"palpitations"}),
        ("不咳嗽不发烧不流鼻涕,就是嗓子疼", {"cough", "fever", "runny-nose"}, {"sore-throat"}),
        ("没怀孕,肚子疼", {"pregnancy"}, {"abdominal-pain"}),
        ("没有 发烧", {"fever"}, set()),
        ("no chest pain", {"chest-pain"}, set()),
        ("headache without fever", {"fever"}, {"headache"}),
        ("no fever, chest pain, or cough", {"fever", "chest-pain", "cough"}, set()),
        ("no fever, cough for three days", {"fever"}, {"cough"}),
        ("I don't have chest pain but my tooth hurts", {"chest-pain"}, {"toothache"}),
        ("my knee doesn't hurt any more", {"knee-pain"}, set()),
        ("denies chest pain and dyspnea, has knee pain", {"chest-pain", "breathless"}, {"knee-pain"}),
    ],
)
def test_a_denied_complaint_is_not_there(ask: Ask, sentence: str, denied: set[str], present: set[str]) -> None:
    answer = ask(sentence)
    assert denied <= set(answer.denied)
    assert set(answer.matched) == present
    assert answer.red_flags == ()


@pytest.mark.parametrize(
    ("sentence", "symptom"),
    [
        ("睡不着", "poor-sleep"),
        ("吃不下", "poor-appetite"),
        ("喘不上气", "breathless"),
        ("说不清话", "slurred-speech"),
        ("看不清", "blurred-vision"),
        ("不舒服", "vague-unwell"),
        ("尿不出来", "no-urine"),
        ("没有力气", "fatigue"),
        ("鼻子不通气", "stuffy-nose"),
        ("咳嗽不停", "cough"),
        ("不小心崴了脚", "ankle-sprain"),
        ("can't sleep", "poor-sleep"),
        ("I can't stop coughing", "cough"),
        ("can't breathe", "breathless"),
    ],
)
def test_a_complaint_made_with_a_no_word_is_a_complaint(ask: Ask, sentence: str, symptom: str) -> None:
    assert symptom in ask(sentence).matched


@pytest.mark.parametrize(
    ("sentence", "symptom"),
    [
        ("不是不疼,是牙疼得厉害", "toothache"),
        ("不是没有胸痛", "chest-pain"),
        ("我没吃早饭头晕", "dizziness"),
        ("是不是怀孕了,大姨妈没来", "late-period"),
    ],
)
def test_double_denials_questions_and_other_no_words_do_not_deny(ask: Ask, sentence: str, symptom: str) -> None:
    assert symptom in ask(sentence).matched


def test_a_denied_degree_takes_nothing_but_the_degree_away(ask: Ask) -> None:
    assert ask("肚子疼得厉害").red_flags
    mild = ask("肚子疼,不厉害")
    assert mild.matched == ("abdominal-pain",)
    assert mild.red_flags == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "以前得过心梗,今天来看牙",
        "去年中风过,现在膝盖疼",
        "小时候抽搐过",
        "家族里有心脏病遗传史,我来看牙",
        "I had a stroke last year, my tooth hurts",
        "history of seizures, here for a sore throat",
    ],
)
def test_r22_what_lies_in_the_past_raises_no_red_flag(ask: Ask, sentence: str) -> None:
    answer = ask(sentence)
    assert answer.red_flags == ()
    assert answer.past


def test_r22_a_danger_that_came_back_is_a_danger(ask: Ask) -> None:
    assert ask("又胸口疼了,跟去年一样").urgency <= 2
    assert ask("以前得过心梗,今天胸口疼").urgency <= 2
    assert ask("never had chest pain before, but today my chest hurts").urgency <= 2
