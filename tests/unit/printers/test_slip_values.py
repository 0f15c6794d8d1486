"""A slip travels through a print job row and comes back the same; its sentences come from the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from printers.slip import MOST_NOTES, Both, Slip

ROOT = Path(__file__).parents[3]
BANNED = ("不知道", "自己找", "错误", "非法", "失败请重试", "病人", "欢迎光临")


def test_a_slip_survives_the_print_job_row(make_slip: Callable[..., Slip]) -> None:
    slip = make_slip(is_copy=True, language="en", notes=(Both("请带医保卡", "Bring your card"),), wait=None)
    assert Slip.from_json(json.loads(json.dumps(slip.to_json()))) == slip


@pytest.mark.parametrize(
    ("field", "value"),
    [("number", 29), ("ahead", "6"), ("ahead", True), ("clinic", "仁和"), ("clinic", {"zh": "仁和"}),
     ("notes", "x"), ("notes", [1]), ("is_copy", 1), ("wait_low", "25"), ("url", None)],
)  # fmt: skip
def test_a_damaged_row_names_the_field(make_slip: Callable[..., Slip], field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        Slip.from_json({**make_slip().to_json(), field: value})


def test_a_row_without_a_field_names_it(make_slip: Callable[..., Slip]) -> None:
    stored = make_slip().to_json()
    del stored["place"]
    with pytest.raises(ValueError, match="place is missing"):
        Slip.from_json(stored)


def test_a_row_of_an_older_version_lacks_only_what_has_a_default(make_slip: Callable[..., Slip]) -> None:
    stored = make_slip().to_json()
    for name in ("notes", "language", "is_copy", "test"):
        del stored[name]
    assert Slip.from_json(stored) == make_slip()


def test_notes_are_bounded(make_slip: Callable[..., Slip]) -> None:
    stored = make_slip(notes=(Both("一", "one"),) * 100).to_json()
    assert len(Slip.from_json(stored).notes) == MOST_NOTES


def test_r63_a_slip_has_no_place_for_a_person() -> None:
    names = {field.name for field in fields(Slip)}
    assert not {
        name for name in names if re.search("name|patient|phone|birth|complaint|symptom|sex|^age$", name)
    }


def test_each_language_falls_back_to_the_other() -> None:
    assert Both("内科", "").first("en") == "内科"
    assert Both("内科", "").second("en") == ""
    assert Both("内科", "Medicine").second("zh-CN") == "Medicine"
    assert Both("仁和", "仁和").second("zh-CN") == ""


def test_r53_nobody_ahead_and_no_honest_figure_are_words(make_slip: Callable[..., Slip]) -> None:
    slip = make_slip(ahead=0, wait=None)
    assert slip.ahead_sentence == Both("下一位就是您", "You are next")
    assert slip.wait_sentence == Both("请留意叫号", "Listen for your call")
    assert (slip.wait_low, slip.wait_high) == (None, None)


def test_english_counts_people_rightly(make_slip: Callable[..., Slip]) -> None:
    assert make_slip(ahead=1).ahead_unit.en == "person"
    assert make_slip(ahead=2).ahead_unit.en == "people"


def test_r43_the_companion_sentence_says_who_may_come_along(make_slip: Callable[..., Slip]) -> None:
    assert make_slip(companion=True).companion.zh == "可有一位家属陪同就诊。"
    assert make_slip(companion=False).companion.zh == "请家属在候诊区等候。"


class _Variables(Visitor):  # type: ignore[misc]
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def _catalogue(language: str) -> dict[str, Message]:
    text = (ROOT / "locales" / language / "slip.ftl").read_text("utf-8")
    return {entry.id.name: entry for entry in FluentParser().parse(text).body if isinstance(entry, Message)}


def test_both_catalogues_have_the_same_sentences_and_all_are_used() -> None:
    chinese, english = _catalogue("zh-CN"), _catalogue("en")
    code = "".join((ROOT / "printers" / name).read_text("utf-8") for name in ("wording.py", "testpage.py"))
    used = set(re.findall(r'"(slip-[a-z-]+)"', code))
    assert set(chinese) == set(english) == used


def test_no_banned_word_is_printed() -> None:
    text = (ROOT / "locales" / "zh-CN" / "slip.ftl").read_text("utf-8")
    assert not [word for word in BANNED if word in text]
