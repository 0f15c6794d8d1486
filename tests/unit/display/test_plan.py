"""What a display says, how often, and when a notice's turn has come (R61, R62)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

CALL = {"call_id": "c1", "speech": {"zh-CN": "请 A", "en": "Number A"}}


@pytest.mark.parametrize(
    ("say", "languages"),
    [("twice", ["zh-CN", "zh-CN", "en"]), ("once", ["zh-CN", "en"]), ("chime", []), ("nothing", [])],
)
def test_a_call_is_said_as_often_as_the_hour_has_it_r62(run: Run, say: str, languages: list[str]) -> None:
    lines = run("plan.js", 'answer(callLines(given[0], ["zh-CN", "en"], given[1]))', [CALL, say])
    assert [line["language"] for line in lines] == languages
    assert all(line["path"] == f"/api/v1/speech/calls/c1/{line['language']}.wav" for line in lines)


def test_a_hall_of_one_language_hears_no_other(run: Run) -> None:
    lines = run("plan.js", 'answer(callLines(given, ["en"], "twice"))', CALL)
    assert [line["text"] for line in lines] == ["Number A", "Number A"]


def test_a_notice_in_one_language_is_said_once_r61(run: Run) -> None:
    notice = {"id": "n1", "texts": {"zh-CN": "停诊", "en": "停诊"}}
    lines = run("plan.js", 'answer(textLines("notices", given, ["zh-CN", "en"]))', notice)
    assert [(line["text"], line["path"]) for line in lines] == [("停诊", "/api/v1/speech/notices/n1/zh-CN.wav")]


NOTICES = """
const at = (second) => new Date(second * 1000).toISOString();
const notice = (id, second) => ({ id, say_at: second === null ? null : at(second) });
const due = (notices, said, since, now) => dueNotice(notices, new Set(said), since * 1000, now * 1000)?.id ?? null;
"""


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('due([notice("a", null)], [], 0, 100)', None),
        ('due([notice("a", 90)], [], 0, 100)', "a"),
        ('due([notice("a", 110)], [], 0, 100)', None),
        ('due([notice("a", 90)], ["a"], 0, 100)', None),
        ('due([notice("a", 90)], [], 95, 100)', None),
        ('due([notice("a", 90)], [], 0, 90 + 600)', None),
        ('due([notice("b", 95), notice("a", 90)], [], 0, 100)', "a"),
    ],
    ids=["only shown", "due", "planned", "said", "before this screen began", "too old", "longest waiting first"],
)
def test_a_notice_is_said_once_when_its_time_has_come_r61(run: Run, script: str, expected: str | None) -> None:
    assert run("plan.js", f"{NOTICES} answer({script});") == expected


TURN = "const turn = (voiceOver) => ({ call: {}, began: 0, voiceOver });"


@pytest.mark.parametrize(
    ("turn", "waiting", "age", "expected"),
    [
        ("null", "[]", 0, "while_calm"),
        ("turn(false)", "[]", 0, "no"),
        ("turn(true)", "[]", 0, "while_calm"),
        ("turn(true)", "[{}]", 0, "no"),
        ("turn(true)", "[{}]", 120, "first"),
        ("turn(false)", "[{}]", 120, "no"),
    ],
    ids=["calm", "a call is said", "said, nobody waits", "calls wait", "waited long enough", "never into a call"],
)
def test_calls_go_first_and_no_notice_waits_for_ever_r61(
    run: Run, turn: str, waiting: str, age: int, expected: str
) -> None:
    script = f"{NOTICES}{TURN} answer(noticeTurn(notice('a', 1000), {{ turn: {turn}, waiting: {waiting} }}, given));"
    assert run("plan.js", script, (1000 + age) * 1000) == expected
