"""What the tablet offers for a ticket in its state, run by node as the browser runs it (R29, R41, R50)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

RULES = Path(__file__).resolve().parents[3] / "staff/static/js/patient/rules.js"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def run(script: str, given: object) -> Any:
    """The value of `script` after the module's own text; it may use `given`."""
    source = RULES.read_text(encoding="utf-8")
    glue = f"const given = {json.dumps(given)}; console.log(JSON.stringify({script}));"
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-"],
        input=f"{source}\n{glue}", capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    return json.loads(done.stdout)


def row(code: str, *, next_ticket: str | None, held: str | None = None, state: str = "open") -> dict[str, Any]:
    """A room as the hall's documents tell of it."""
    holding = {"number": held, "state": "in_room"} if held else None
    upcoming = {"ticket": next_ticket} if next_ticket else None
    room = {"code": code, "department": "internal", "state": state, "holding": holding}
    return {"room": room, "detail": {"next": upcoming}}


TICKET = {"id": "t1", "department": "internal"}


@pytest.mark.parametrize(
    ("state", "action"),
    [
        ("waiting", "call"), ("called", "arrive"), ("in_room", "finish"), ("missed", "return"),
        ("out", "return"), ("urgent", "triage"), ("finished", None), ("cancelled", None), ("transferred", None),
    ],
)  # fmt: skip
def test_each_state_asks_for_one_thing(state: str, action: str | None) -> None:
    assert run("mainAction(given)", state) == action


def test_the_main_action_is_always_allowed() -> None:
    states = ["waiting", "called", "in_room", "missed", "out", "urgent"]
    assert run("given.map((state) => allows(mainAction(state), state))", states) == [True] * len(states)


@pytest.mark.parametrize("state", ["finished", "cancelled", "transferred", "expired"])
def test_nothing_is_done_to_a_ticket_that_has_ended(state: str) -> None:
    steps = ["call", "recall", "arrive", "missed", "leave", "finish", "return", "transfer", "cancel", "worse"]
    assert run(f"given.some((step) => allows(step, '{state}'))", steps) is False


def test_next_of_a_free_room_is_called_there_r29() -> None:
    rooms = [row("1", next_ticket="t1", held="A018"), row("2", next_ticket="t1")]
    found = run("roomForCall(given.ticket, given.rooms)", {"ticket": TICKET, "rooms": rooms})
    assert (found["room"]["code"], found["turn"]) == ("2", True)


def test_next_of_an_occupied_room_waits_for_who_is_in_it_r41() -> None:
    rooms = [row("1", next_ticket="t1", held="A018")]
    found = run("roomForCall(given.ticket, given.rooms)", {"ticket": TICKET, "rooms": rooms})
    assert found["room"] is None
    assert found["turn"] is True
    assert found["busy"]["holding"]["number"] == "A018"


def test_whoever_is_not_next_is_not_called_in_turn_r50() -> None:
    rooms = [row("1", next_ticket="t9"), row("2", next_ticket=None, state="paused")]
    given = {"ticket": TICKET, "rooms": rooms}
    assert run("roomForCall(given.ticket, given.rooms)", given) == {"room": None, "turn": False, "busy": None}
    assert [room["code"] for room in run("freeRooms(given.ticket, given.rooms)", given)] == ["1"]
