"""Words, pages and places of the TV's screens (R53, R59, R60, R106)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("estimate", "shown"),
    [
        (None, None),
        ({"low": 25, "high": 40}, {"low": 25, "high": 40}),
        ({"low": 0, "high": 8}, {"high": 8}),
        ({"low": 0, "high": 0}, {"high": 5}),
        ({"low": 12, "high": 12}, {"low": 12, "high": 17}),
    ],
)
def test_a_wait_is_a_range_and_never_nought_r53(run: Run, estimate: Any, shown: Any) -> None:
    assert run("model.js", "answer(waitRange(given))", estimate) == shown


DEPARTMENTS = """
const department = (code, count) => ({ code, rooms: Array.from({ length: count }, (_, i) => ({ code: code + i })) });
const lines = tableLines([department("a", 4), department("b", 6), department("c", 0), department("d", 1),
  department("e", 2)]);
const show = (turn, call) => visiblePage(lines, turn, calledLine(lines, call), 4);
"""


def test_a_department_with_many_rooms_takes_a_second_line(run: Run) -> None:
    keys = run("pages.js", DEPARTMENTS + "answer(lines.map((line) => [line.key, line.rooms.length]))")
    assert keys == [["a/0", 4], ["b/0", 4], ["b/1", 2], ["c/0", 0], ["d/0", 1], ["e/0", 2]]


def test_pages_show_every_line_and_come_round_again(run: Run) -> None:
    pages = run("pages.js", DEPARTMENTS + "answer([0, 1, 2].map((turn) => show(turn, null).lines.map((l) => l.key)))")
    assert pages == [["a/0", "b/0", "b/1"], ["c/0", "d/0", "e/0"], ["a/0", "b/0", "b/1"]]


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
@pytest.mark.parametrize(("room", "line"), [("a0", "a/0"), ("b5", "b/1"), ("c9", "c/0"), ("e1", "e/0")], ids=str)
def test_the_called_line_is_on_every_page(run: Run, turn: int, room: str, line: str) -> None:
    call = {"department": room[0], "room": room}
    shown = run("pages.js", DEPARTMENTS + f"answer(show({turn}, given).lines.map((one) => one.key))", call)
    assert line in shown
    assert len(shown) <= 4
    assert shown == sorted(shown)


def test_the_picture_wanders_by_one_step_within_four_pixels(run: Run) -> None:
    places = run("shift.js", "answer(Array.from({ length: 100 }, (_, step) => place(step)))")
    for before, after in pairwise(places):
        assert abs(before["x"] - after["x"]) + abs(before["y"] - after["y"]) == 2
    assert {(place["x"], place["y"]) for place in places} == {
        (x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4)
    }


@pytest.mark.parametrize(
    ("name", "label", "sign"),
    [
        ("3号诊室", "3", {"sign": "3", "rest": "号诊室", "leads": True}),
        ("抽血3号窗口", "3", {"sign": "3", "rest": "抽血3号窗口", "leads": False}),
        ("清创室", "", {"sign": "", "rest": "清创室", "leads": False}),
    ],
)
def test_a_rooms_sign_never_loses_a_part_of_its_name(run: Run, name: str, label: str, sign: Any) -> None:
    assert run("model.js", "answer(doorSign(...given))", [name, label]) == sign


@pytest.mark.parametrize(
    ("departments", "kind"),
    [
        ([{"open": True, "waiting": 3, "rooms": []}], "ready"),
        ([{"open": True, "waiting": 0, "rooms": []}, {"open": False, "waiting": 0, "rooms": []}], "empty"),
        ([{"open": True, "waiting": 0, "rooms": [{"holding": {"state": "called"}}]}], "ready"),
        ([{"open": False, "waiting": 0, "rooms": []}], "closed"),
    ],
)
def test_the_calm_panel_says_what_is_true(run: Run, departments: Any, kind: str) -> None:
    assert run("model.js", "answer(calmKind(given))", departments) == kind


def test_a_mandarin_voice_is_chosen_and_never_a_cantonese_one(run: Run) -> None:
    voices = [
        {"lang": "zh-HK", "name": "Cantonese", "localService": True},
        {"lang": "zh-CN", "name": "far", "localService": False},
        {"lang": "zh_CN", "name": "near", "localService": True},
        {"lang": "en-US", "name": "English", "localService": True},
    ]
    script = """answer([chooseVoice(given, "zh-CN")?.name, chooseVoice(given, "en")?.name,
      chooseVoice(given.slice(0, 1), "zh-CN")])"""
    assert run("own_voice.js", script, voices) == ["near", "English", None]


@pytest.mark.parametrize(
    ("holding", "answered"),
    [
        ({"number": "A003", "state": "called"}, False), ({"number": "A003", "state": "in_room"}, True),
        (None, True), ({"number": "A004", "state": "called"}, True),
    ],
    ids=["still called", "has gone in", "missed or moved", "the next one is called"],
)  # fmt: skip
def test_a_call_is_yellow_only_while_somebody_must_come(run: Run, holding: Any, answered: bool) -> None:
    room = {"code": "east-1", "holding": holding}
    call = {"room": "east-1", "number": "A003"}
    assert run("model.js", "answer(isAnswered(given.call, [given.room]))", {"call": call, "room": room}) is answered
