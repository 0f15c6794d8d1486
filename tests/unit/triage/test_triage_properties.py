"""What holds for any text: triage never fails, is quick, and a denial never adds a danger (R22, R28)."""

from __future__ import annotations

import sys
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from server.triage.rules import Suggestion, load_knowledge, suggest
from server.triage.rules.tokens import LONGEST_TEXT
from tests.unit.triage.measure import KNOWLEDGE, sentences

HOUSE = load_knowledge(KNOWLEDGE)
SAID = [row["text"] for language in ("zh", "en") for row in sentences(language)]
PIECES = [
    "胸口", "疼", "没有", "不", "突然", "厉害", "以前", "孩子", "3个月", "发烧", "，", "。", "、", "和", " ", "但是",
    "头", "晕", "牙", "半夜", "左边", "手", "没力气", "怀孕", "出血", "止不住",
    "no ", "chest ", "pain ", "fever ", "39度5",
    "血压190", "都没有", "又", "去年", "肚子", "腿", "…", "{", "}", "or ", "without ",
]  # fmt: skip
DENIABLE = ["胸痛", "发烧", "呼吸困难", "抽搐", "吐血", "头疼", "怀孕", "过敏", "肚子疼", "脸肿"]
DENIABLE_EN = ["chest pain", "fever", "seizures", "shortness of breath", "pregnancy", "rash", "vomiting"]
JUMBLE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def _alarms(answer: Suggestion) -> set[str]:
    return {flag.code for flag in answer.red_flags}


def _is_sound(answer: Suggestion) -> None:
    assert 1 <= answer.urgency <= 4
    assert all(0 < department.confidence <= 1 for department in answer.departments)
    assert answer.ask_a_person == (answer.ask_reason is not None)
    assert answer.ask_a_person or answer.departments


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_sound_answer(text: str) -> None:
    _is_sound(suggest(HOUSE, text=text))


@settings(max_examples=200, deadline=None)
@given(
    JUMBLE,
    st.none() | st.floats(0, 120),
    st.sampled_from([None, "male", "female"]),
    st.sampled_from([None, "moon", *HOUSE.regions]),
    st.none() | st.frozensets(st.sampled_from(sorted(HOUSE.departments)), max_size=6),
    st.lists(st.sampled_from(sorted(HOUSE.symptoms)), max_size=4),
)
def test_any_jumble_of_known_words_gets_a_sound_answer(
    text: str,
    age: float | None,
    sex: str | None,
    region: str | None,
    open_departments: frozenset[str] | None,
    symptoms: list[str],
) -> None:
    answer = suggest(
        HOUSE, text=text, age_years=age, sex=sex, region=region, open_departments=open_departments, symptoms=symptoms
    )
    _is_sound(answer)
    if open_departments is not None:
        assert {department.code for department in answer.departments} <= open_departments


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SAID) | JUMBLE, st.sampled_from(DENIABLE))
def test_r22_a_denial_that_is_added_never_adds_a_red_flag(text: str, denied: str) -> None:
    before = suggest(HOUSE, text=text)
    assert _alarms(suggest(HOUSE, text=f"{text}。没有{denied}。")) <= _alarms(before)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SAID), st.sampled_from(DENIABLE_EN))
def test_r22_an_english_denial_that_is_added_never_adds_a_red_flag(text: str, denied: str) -> None:
    assert _alarms(suggest(HOUSE, text=f"{text}. No {denied}.")) <= _alarms(suggest(HOUSE, text=text))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(HOUSE.symptoms)))
def test_r22_denying_a_complaint_alone_never_raises_an_alarm(code: str) -> None:
    names = HOUSE.symptoms[code].names
    if names.en.startswith(("no ", "cannot")):
        return
    assert _alarms(suggest(HOUSE, text=f"I have no {names.en}")) == set()


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(SAID), st.sampled_from(SAID))
def test_the_same_words_always_get_the_same_answer(first: str, second: str) -> None:
    assert suggest(HOUSE, text=first) == suggest(HOUSE, text=first)
    suggest(HOUSE, text=second)
    assert suggest(HOUSE, text=first).departments == suggest(HOUSE, text=first).departments


def test_500_characters_take_less_than_20_milliseconds_of_work() -> None:
    """Best of five, so that a busy machine does not fail it; hostile repetitions as well as real sentences."""
    limit = 0.02 if sys.gettrace() is None else 0.2  # counting coverage makes every line slower
    real = ("，".join(SAID))[:500]
    for text in (real, "疼" * 500, "没有" * 250, "胸口不" * 166, "no " * 166, "我的头有点一直很" * 62, "1岁" * 250):
        best = min(_seconds(text) for _ in range(5))
        assert best < limit, (text[:20], best)


def _seconds(text: str) -> float:
    start = time.process_time()
    suggest(HOUSE, text=text)
    return time.process_time() - start


def test_a_text_without_end_is_cut_and_still_answered() -> None:
    _is_sound(suggest(HOUSE, text="胸口疼" + "啊" * (LONGEST_TEXT * 50)))
