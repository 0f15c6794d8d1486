"""Department, stand-ins, doubt (R17, R18, R20, R21, R25, R26, R28)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.triage.rules import Knowledge, Suggestion, general_text, reason_text, symptom_name

Ask = Callable[..., Suggestion]


def _first(answer: Suggestion) -> str:
    return answer.departments[0].code


@pytest.mark.parametrize(
    ("sentence", "more", "department"),
    [
        ("咳嗽", {"age_years": 5}, "paediatrics"),
        ("咳嗽", {"age_years": 14}, "respiratory"),
        ("牙疼", {"age_years": 5}, "dental"),
        ("怀不上孩子", {"sex": "female"}, "obgyn"),
        ("怀不上孩子", {"sex": "male"}, "andrology"),
        ("下面痒", {"sex": "female", "age_years": 30}, "obgyn"),
        ("下面痒", {"sex": "male", "age_years": 30}, "urology"),
        ("小肚子疼", {"sex": "female", "age_years": 30}, "obgyn"),
        ("腿肿,怀孕30周", {}, "obgyn"),
        ("疼", {"region": "knee-foot"}, "orthopaedics"),
        ("", {"region": "mouth-teeth"}, "dental"),
    ],
)
def test_r21_age_sex_and_region_choose_the_department(
    ask: Ask, sentence: str, more: dict[str, object], department: str
) -> None:
    assert _first(ask(sentence, **more)) == department


def test_r21_women_only_and_men_only_departments_are_never_offered_to_others(ask: Ask) -> None:
    for text in ("痛经", "月经不调", "怀孕"):
        assert "obgyn" not in {d.code for d in ask(text, sex="male", age_years=30).departments}
    assert "andrology" not in {d.code for d in ask("阳痿", sex="female", age_years=30).departments}
    assert "andrology" not in {d.code for d in ask("小鸡鸡疼", sex="male", age_years=4).departments}
    assert "paediatrics" not in {d.code for d in ask("咳嗽", age_years=40).departments}


@pytest.mark.parametrize(
    ("sentence", "symptom"),
    [
        ("肚子昨天开始一阵一阵地疼", "abdominal-pain"),
        ("头很晕", "dizziness"),
        ("疼的是膝盖", "knee-pain"),
        ("膝盖,上下楼的时候特别疼", "knee-pain"),
        ("手腕肿", "hand-pain"),
        ("頭痛", "headache"),
        ("头云", "dizziness"),
        ("ＦＥＶＥＲ", "fever"),
        ("my knees are really hurting", "knee-pain"),
        ("there is pain in my left shoulder", "shoulder-pain"),
        ("tooth ached yesterday", "toothache"),
    ],
)
def test_r21_words_are_found_with_small_talk_gaps_and_other_spellings(ask: Ask, sentence: str, symptom: str) -> None:
    assert symptom in ask(sentence).matched


def test_r21_a_pair_of_body_part_and_feeling_that_no_file_names_still_finds_its_department(
    ask: Ask, knowledge: Knowledge
) -> None:
    answer = ask("肋骨疼")
    assert answer.matched == ("rib.pain",)
    assert _first(answer) == "orthopaedics"
    assert symptom_name(knowledge, "rib.pain", "zh-CN") == "肋骨疼"
    assert symptom_name(knowledge, "rib.pain", "en") == "ribs pain"


def test_two_body_parts_share_one_feeling(ask: Ask) -> None:
    assert set(ask("脖子和肩膀都酸").matched) == {"neck-pain", "shoulder-pain"}


def test_r26_a_department_that_is_not_open_hands_on_to_the_next_in_its_chain(
    ask: Ask, knowledge: Knowledge
) -> None:
    answer = ask("反酸烧心", open_departments={"internal", "surgery", "dental"})
    assert _first(answer) == "internal"
    instead = [reason for reason in answer.departments[0].reasons if reason.code == "instead"]
    assert instead[0].other == "gastroenterology"
    assert reason_text(knowledge, instead[0], "zh-CN") == "消化内科现在没有开诊，由内科接诊。"


def test_r26_only_open_departments_are_offered(ask: Ask) -> None:
    for text in ("咳嗽", "胸口疼", "牙疼", "眼睛疼", "皮肤痒"):
        answer = ask(text, open_departments={"internal", "emergency"})
        assert {d.code for d in answer.departments} <= {"internal", "emergency"}


def test_r28_where_no_open_department_fits_a_person_is_asked(ask: Ask) -> None:
    answer = ask("牙疼", open_departments={"dermatology"})
    assert answer.ask_reason == "not_open"
    assert answer.departments == ()


@pytest.mark.parametrize(
    ("sentence", "more", "reason"),
    [
        ("", {}, "nothing_understood"),
        ("啊啊啊", {}, "nothing_understood"),
        ("", {"region": "unclear"}, "nothing_understood"),
        ("", {"region": "eye-ear-nose"}, "conflict"),
        ("帮我拿报告", {}, "person_wanted"),
        ("牙疼,皮肤痒", {}, "conflict"),
        ("去年咳嗽过", {}, "low_confidence"),
    ],
)
def test_r28_doubt_goes_to_a_person_with_the_reason(
    ask: Ask, sentence: str, more: dict[str, object], reason: str
) -> None:
    answer = ask(sentence, **more)
    assert answer.ask_a_person
    assert answer.ask_reason == reason


def test_r28_a_clear_complaint_beside_an_errand_needs_no_person(ask: Ask) -> None:
    assert not ask("体检说有甲状腺结节").ask_a_person


def test_confidences_lie_between_zero_and_one_fall_in_order_and_add_up_to_at_most_one(ask: Ask) -> None:
    for text in ("肚子疼拉肚子", "头晕恶心", "牙疼", "咳嗽发烧头疼没劲"):
        trust = [department.confidence for department in ask(text).departments]
        assert trust == sorted(trust, reverse=True)
        assert all(0 < one <= 1 for one in trust)
        assert sum(trust) <= 1.001


def test_more_evidence_for_one_department_raises_its_confidence(ask: Ask) -> None:
    one, two = ask("牙疼").departments[0], ask("牙疼,牙龈肿").departments[0]
    assert two.confidence > one.confidence


def test_chosen_chips_and_words_are_joined_and_unknown_chips_are_left_out(ask: Ask) -> None:
    answer = ask("还拉肚子", symptoms=["abdominal-pain", "no-such-thing"])
    assert answer.matched == ("abdominal-pain", "diarrhoea")


@pytest.mark.parametrize(
    ("sentence", "visit_class"),
    [("想洗牙", "check_up"), ("种牙多少钱", "consultation"), ("牙齿矫正", "orthodontics"), ("牙疼", None)],
)
def test_r17_r18_r20_the_visit_class_is_hinted_at(ask: Ask, sentence: str, visit_class: str | None) -> None:
    assert ask(sentence).visit_class_hint == visit_class


def test_reasons_are_spoken_sentences_in_both_languages(ask: Ask, knowledge: Knowledge) -> None:
    answer = ask("拉肚子、肚子疼", open_departments={"internal"})
    main = answer.departments[0].reasons[0]
    assert main.symptoms == ("diarrhoea", "abdominal-pain")
    assert reason_text(knowledge, main, "zh-CN") == "拉肚子、肚子疼，先由内科检查。"
    assert reason_text(knowledge, main, "en") == "Diarrhoea, stomach ache: Internal Medicine looks at this first."
    assert general_text(knowledge, "no_danger", "zh-CN") == "没有发现需要马上处理的情况。"


def test_every_reason_to_ask_has_words(knowledge: Knowledge) -> None:
    for code in ("red_flag", "person_wanted", "nothing_understood", "low_confidence", "conflict", "not_open"):
        assert general_text(knowledge, f"ask_{code}", "en")


def test_children_and_pregnant_women_are_told_why(ask: Ask) -> None:
    child = ask("咳嗽", age_years=5).departments[0]
    assert "child" in {reason.code for reason in child.reasons}
    pregnant = next(d for d in ask("怀孕三个月,咳嗽").departments if d.code == "obgyn")
    assert "pregnant" in {reason.code for reason in pregnant.reasons}


def test_every_reason_of_every_answer_can_be_spoken(ask: Ask, knowledge: Knowledge) -> None:
    for text, region in (("肋骨疼", None), ("胸口疼", None), ("", "abdomen"), ("怀孕,发烧", None)):
        for department in ask(text, region=region).departments:
            for reason in department.reasons:
                for language in ("zh-CN", "en"):
                    assert "{" not in reason_text(knowledge, reason, language)
    assert symptom_name(knowledge, "nobody.knows", "en") == ""
