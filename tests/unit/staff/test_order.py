"""In which order the tablet's rooms and tasks stand, run by node as the browser runs it (R41, R51)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

STATIC = Path(__file__).resolve().parents[3] / "staff/static/js"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def run(module: str, script: str, given: object) -> Any:
    """The value of `script` after the module's own text; it may use `given`."""
    source = (STATIC / module).read_text(encoding="utf-8")
    glue = f"const given = {json.dumps(given)}; console.log(JSON.stringify({script}));"
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-"],
        input=f"{source}\n{glue}", capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    return json.loads(done.stdout)


def room(code: str, state: str = "open", *, holds: str | None = None, waits: bool = False) -> dict[str, Any]:
    """A room as the hall's documents tell of it."""
    holding = {"state": holds} if holds else None
    return {"room": {"code": code, "state": state, "holding": holding}, "detail": {"next": {} if waits else None}}


ROOMS = [
    room("closed", "closed"), room("away", "paused", waits=True), room("empty"), room("inside", holds="in_room"),
    room("ready", waits=True), room("inside-too", holds="in_room", waits=True), room("calling", holds="called"),
    room("ready-too", waits=True),
]  # fmt: skip


def test_rooms_that_ask_for_something_stand_first() -> None:
    codes = run("rooms/order.js", "orderedRooms(given).map(({ room }) => room.code)", ROOMS)
    assert codes == ["calling", "ready", "ready-too", "inside", "inside-too", "empty", "closed", "away"]


def test_a_kept_order_holds_whatever_the_rooms_do() -> None:
    given = {"rows": [room("b"), room("new"), room("a", holds="called")], "codes": ["a", "b"]}
    codes = run("rooms/order.js", "keptOrder(given.rows, given.codes).map(({ room }) => room.code)", given)
    assert codes == ["a", "b", "new"]


def task(name: str, since: str, state: str = "open") -> dict[str, str]:
    """A task as the hall's documents tell of it."""
    return {"id": name, "waiting_since": since, "raised_at": since, "state": state}


def test_claiming_an_apology_moves_no_card() -> None:
    before = [task("one", "08:01"), task("two", "08:02"), task("three", "08:03")]
    after = [task("three", "08:03"), task("one", "08:01", "claimed"), task("two", "08:02", "escalated")]
    script = 'longestFirst(given, "waiting_since").map(({ id }) => id)'
    assert run("tasks/order.js", script, before) == ["one", "two", "three"]
    assert run("tasks/order.js", script, after) == ["one", "two", "three"]


def test_a_red_flag_that_nobody_took_stands_first() -> None:
    alarms = [task("taken", "08:01", "claimed"), task("open", "08:05")]
    assert run("tasks/order.js", "alarmsFirst(given).map(({ id }) => id)", alarms) == ["open", "taken"]


def test_upright_two_of_a_kind_are_shown_and_every_claimed_one() -> None:
    tasks = [task(str(place), f"08:0{place}", "claimed" if place == 4 else "open") for place in range(6)]
    assert run("tasks/order.js", "firstFew(given).map(({ id }) => id)", tasks) == ["0", "1", "4"]
