"""Pure rules of the browser modules, run by node: a hall's live state, and what the phone decides."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

STATIC = Path(__file__).resolve().parents[3] / "server/web/static"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def run(module: str, script: str, given_value: object = None) -> Any:
    """Run `script` after the module's own text; it may use `given` and must call `answer(value)` once."""
    source = (STATIC / module).read_text(encoding="utf-8")
    glue = f"const given = {json.dumps(given_value)}; const answer = (v) => console.log(JSON.stringify(v));"
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-"],
        input=f"{source}\n{glue}\n{script}", capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    return json.loads(done.stdout)


DOCUMENTS = st.dictionaries(
    st.sampled_from(["hall", "calls", "queue/a", "queue/b", "room/1"]), st.integers(0, 9)
)
CHANGES = st.lists(
    st.tuples(DOCUMENTS, st.lists(st.sampled_from(["calls", "queue/a", "room/1"]), max_size=2)), max_size=8
)


@settings(max_examples=12, deadline=None)
@given(start=DOCUMENTS, changes=CHANGES)
def test_snapshot_and_changes_equal_a_fresh_snapshot_i4(
    start: dict[str, int], changes: list[tuple[dict[str, int], list[str]]]
) -> None:
    fresh = dict(start)
    sent = []
    for revision, (replaced, removed) in enumerate(changes, start=8):
        fresh.update(replaced)
        for key in removed:
            fresh.pop(key, None)
        sent.append({"hall": "h", "revision": revision, "set": replaced, "remove": removed})
    state = run(
        "js/live-state.js",
        """let state = fromSnapshot(given.snapshot);
        for (const change of given.changes) state = applyChange(state, change).state;
        answer(state);""",
        {"snapshot": {"hall": "h", "revision": 7, "documents": start}, "changes": sent},
    )
    assert state == {"hall": "h", "revision": 7 + len(changes), "documents": fresh}


@pytest.mark.parametrize(
    ("revision", "hall", "applied", "gap"),
    [
        (8, "h", True, False),
        (7, "h", False, False),
        (3, "h", False, False),
        (9, "h", False, True),
        (8, "x", False, False),
    ],
)
def test_a_change_is_applied_ignored_or_shows_a_gap(
    revision: int, hall: str, applied: bool, gap: bool
) -> None:
    result = run(
        "js/live-state.js",
        "answer(applyChange(fromSnapshot(given.snapshot), given.change))",
        {
            "snapshot": {"hall": "h", "revision": 7, "documents": {"calls": 1}},
            "change": {"hall": hall, "revision": revision, "set": {"calls": 2}, "remove": []},
        },
    )
    assert result["gap"] is gap
    assert result["state"]["documents"] == {"calls": 2 if applied else 1}


@pytest.mark.parametrize(
    ("estimate", "expected"),
    [
        (None, {"kind": "none"}),
        ({"low": 25, "high": 40}, {"kind": "range", "low": 25, "high": 40}),
        ({"low": 0, "high": 0}, {"kind": "soon", "high": 5}),
        ({"low": 12, "high": 12}, {"kind": "soon", "high": 12}),
    ],
)
def test_a_wait_is_a_range_and_never_zero_or_one_exact_minute_r53(estimate: Any, expected: Any) -> None:
    assert run("phone/js/ticket.js", "answer(rangeOf(given))", estimate) == expected


def test_the_phone_asks_more_often_when_called_and_less_on_trouble() -> None:
    delays = run(
        "phone/js/ticket.js",
        """const waiting = { state: "waiting" }, called = { state: "called" }, over = { state: "finished" };
        const slower = { state: "waiting", poll_seconds: 12 };
        const asked = [[waiting, 0, false], [called, 0, false], [called, 0, true], [waiting, 0, true],
          [waiting, 5, false], [waiting, 50, false], [over, 0, false], [slower, 0, false]];
        answer(asked.map((one) => nextDelay(...one, 0.5)))""",
    )
    assert delays == [5000, 2000, 2000, 15_000, 30_000, 30_000, 60_000, 12_000]


def test_the_line_of_dots_ends_where_it_would_be_too_long() -> None:
    assert run("phone/js/ticket.js", "answer([0, 1, 6, 7, 12].map(dotsFor))") == [2, 3, 8, 0, 0]


def test_a_rooms_name_is_split_around_its_sign() -> None:
    parts = run(
        "phone/js/ticket.js",
        """const rooms = [["3号诊室", "3"], ["Room 3", "3"], ["抽血 3 号窗口", "3"], ["清创室", ""]];
        answer(rooms.map((room) => roomParts(...room)))""",
    )
    assert parts == [["", "3", "号诊室"], ["Room", "3", ""], ["抽血", "3", "号窗口"], ["清创室", "", ""]]


def test_each_repeated_call_is_a_new_call() -> None:
    script = """const ticket = (state, attempt) => ({ state, attempt });
    const once = ticket("called", 1);
    answer([isNewCall(null, once), isNewCall(ticket("waiting", 0), once), isNewCall(once, once),
      isNewCall(once, ticket("called", 2)), isNewCall(once, ticket("in_room", 1))])"""
    assert run("phone/js/ticket.js", script) == [True, True, False, True, False]


def test_a_contact_is_a_phone_number() -> None:
    given_contacts = ["13812345678", "+86 138-1234-5678", "010 6512 3456", "138", "a phone"]
    found = run("phone/js/ticket.js", "answer(given.map(isPhoneNumber))", given_contacts)
    assert found == [True, True, True, False, False]
