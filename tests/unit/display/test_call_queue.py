"""Which call is yellow, which waits its turn, which is only listed (R59, R60)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

#: A hall that plays a script of events; every step notes what is yellow and what waits.
HALL = """
const at = (second) => new Date(second * 1000).toISOString();
const call = (id, number, second, attempt = 1) => ({ call_id: id, number, department: number[0], room: "3",
  label: "3", room_names: {}, direction: "none", at: at(second), attempt });
let queue = emptyQueue();
let list = [];
const seen = [];
const note = (now) => seen.push({ now, yellow: queue.turn?.call.call_id ?? null,
  waiting: queue.waiting.map((one) => one.call_id) });
const start = (calls, now) => { list = calls; queue = receiveQuietly(queue, list, now * 1000); note(now); };
const add = (one, now) => { list = [one, ...list.filter((other) => other.number !== one.number)].slice(0, 8);
  queue = receive(queue, list, now * 1000); note(now); };
const drop = (id, now) => { list = list.filter((one) => one.call_id !== id);
  queue = receive(queue, list, now * 1000); note(now); };
const spoken = () => { queue = voiceEnded(queue, callKey(queue.turn.call)); };
const wait = (now, answered) => { queue = advance(queue, now * 1000, answered); note(now); };
"""


@pytest.fixture
def hall(run: Run) -> Callable[[str], list[dict[str, Any]]]:
    """Play a script in a hall and return what was yellow and what waited after each step."""

    def play(script: str) -> list[dict[str, Any]]:
        return list(run("call_queue.js", f"{HALL}\n{script}\nanswer(seen);"))

    return play


def yellow(steps: list[dict[str, Any]]) -> list[str | None]:
    return [step["yellow"] for step in steps]


Play = Callable[[str], list[dict[str, Any]]]


def test_what_was_called_before_this_screen_began_is_listed_and_never_yellow(hall: Play) -> None:
    assert yellow(hall('start([call("old", "A022", 90)], 100); wait(101);')) == [None, None]


def test_a_call_is_yellow_at_once(hall: Play) -> None:
    assert yellow(hall('start([], 100); add(call("a", "A023", 101), 101);')) == [None, "a"]


def test_calls_at_the_same_moment_queue_up_and_none_is_lost(hall: Play) -> None:
    steps = hall(
        """start([], 100);
        for (const id of ["a", "b", "c"]) add(call(id, `A0${id}`, 101), 101);
        for (const now of [109, 117, 125]) { spoken(); wait(now); }"""
    )
    assert yellow(steps) == [None, "a", "a", "a", "b", "c", "c"]
    assert steps[3]["waiting"] == ["b", "c"]


def test_a_burst_longer_than_the_servers_list_is_called_to_its_end(hall: Play) -> None:
    steps = hall(
        """start([], 100);
        for (let i = 0; i < 12; i += 1) add(call(`c${i}`, `A${100 + i}`, 101 + i / 100), 102);
        for (let i = 1; i < 12; i += 1) { spoken(); wait(102 + 9 * i); }"""
    )
    assert list(dict.fromkeys(yellow(steps))) == [None, *(f"c{i}" for i in range(12))]


@pytest.mark.parametrize(
    ("moments", "ended", "expected"),
    [([108], True, "a"), ([109], True, "b"), ([109, 120], False, "a")],
    ids=["before eight seconds", "after eight seconds", "while it is still spoken"],
)
def test_a_call_keeps_its_turn_for_eight_seconds_and_till_its_speech_ends(
    hall: Play, moments: list[int], ended: bool, expected: str
) -> None:
    steps = hall(
        f"""start([], 100); add(call("a", "A023", 101), 101); add(call("b", "C031", 101), 101);
        if ({str(ended).lower()}) spoken();
        for (const now of {moments}) wait(now);"""
    )
    assert steps[-1]["yellow"] == expected


def test_a_recall_enters_again_after_those_who_wait(hall: Play) -> None:
    steps = hall(
        """start([], 100); add(call("a", "A023", 101), 101); add(call("b", "C031", 102), 102);
        add(call("a2", "A023", 103, 2), 103);
        spoken(); wait(110); spoken(); wait(119);"""
    )
    assert yellow(steps)[-3:] == ["a", "b", "a2"]


def test_a_recall_of_a_call_that_still_waits_keeps_its_place_and_is_called_once(hall: Play) -> None:
    steps = hall(
        """start([], 100); add(call("a", "A023", 101), 101); add(call("b", "C031", 102), 102);
        add(call("c", "K007", 103), 103); add(call("b2", "C031", 104, 2), 104);"""
    )
    assert steps[-1]["waiting"] == ["b2", "c"]


def test_a_call_taken_back_is_dropped_at_once_and_the_next_one_follows(hall: Play) -> None:
    steps = hall(
        """start([], 100); add(call("a", "A023", 101), 101); add(call("b", "C031", 101), 101);
        add(call("c", "K007", 101), 101); drop("b", 102); drop("a", 103);"""
    )
    assert steps[4]["waiting"] == ["c"]
    assert steps[5] == {"now": 103, "yellow": "c", "waiting": []}


def test_an_older_call_that_returns_to_the_list_after_an_undo_is_no_news(hall: Play) -> None:
    steps = hall(
        """start([call("k", "A022", 95)], 100); add(call("a", "A023", 101), 101);
        list = [call("k", "A022", 95), call("old", "A010", 60)]; queue = receive(queue, list, 103000); note(103);"""
    )
    assert steps[-1] == {"now": 103, "yellow": None, "waiting": []}


def test_after_a_loss_of_the_server_nothing_old_is_yellow_or_waits_r60(hall: Play) -> None:
    steps = hall(
        """start([], 100); add(call("a", "A023", 101), 101); add(call("b", "C031", 101), 101);
        queue = silence(queue); note(112);
        start([call("c", "K007", 115), ...list], 130); wait(131); add(call("d", "F014", 132), 132);"""
    )
    assert yellow(steps)[-4:] == [None, None, None, "d"]


def test_what_a_snapshot_brings_after_a_short_break_is_called_only_while_it_is_news(hall: Play) -> None:
    steps = hall(
        """start([], 100);
        queue = receive(queue, [call("b", "C031", 128), call("a", "A023", 105)], 130000, 110000); note(130);"""
    )
    assert steps[-1] == {"now": 130, "yellow": "b", "waiting": []}


def test_without_a_successor_a_call_stays_a_minute_or_until_the_patient_has_gone_in(hall: Play) -> None:
    steps = hall(
        """start([], 100); add(call("a", "A023", 101), 101); spoken(); wait(160); wait(161);
        add(call("b", "C031", 170), 170); spoken(); wait(175, () => true); wait(178, () => true);"""
    )
    assert yellow(steps) == [None, "a", "a", None, "b", "b", None]


def test_a_clock_that_steps_back_holds_no_call_up(hall: Play) -> None:
    steps = hall('start([], 5000); add(call("a", "A023", 5001), 5001); spoken(); wait(1400);')
    assert steps[-1]["yellow"] is None


def test_every_call_that_waits_stands_in_the_list_beside_the_panel(run: Run) -> None:
    lists = run(
        "call_queue.js",
        HALL
        + """start([call("old", "A001", 50)], 100);
        for (let i = 0; i < 7; i += 1) add(call(`c${i}`, `A${100 + i}`, 101), 101);
        const busy = picture(queue);
        queue = silence(queue); queue = receiveQuietly(queue, list, 120000);
        answer({ busy: busy.recent.map((one) => one.call_id), dense: busy.dense, call: busy.call.call_id,
          calm: picture(queue).recent.length, last: picture(queue).last.call_id });""",
    )
    assert lists["call"] == "c0"
    assert lists["busy"] == ["c6", "c5", "c4", "c3", "c2", "c1", "old"]
    assert lists["dense"] is True
    assert lists["calm"] == 4
    assert lists["last"] == "c6"


def test_what_is_remembered_stays_bounded_over_a_day(run: Run) -> None:
    size = run(
        "call_queue.js",
        HALL + "start([], 1); for (let i = 0; i < 900; i += 1) add(call(`c${i}`, `A${i}`, 2 + i), 2 + i);"
        "answer(queue.seen.length);",
    )
    assert size == 256
