"""Which messages a tablet shows and how far each has come, run by node as the browser runs it (R44)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from server.messages.rules import ANSWERS, LONGEST_TEXT, SENTENCES
from tests.unit.staff.test_order import NODE, run

ROOT = Path(__file__).resolve().parents[3]
MODULE = "messages/state.js"
SENT = "2025-11-24T16:00:00.000Z"

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def message(
    name: str, towards: str = "room", *, room: str = "1", settled: bool = False, **times: Any
) -> dict[str, Any]:
    """A message as the hall's document tells of it."""
    return {"id": name, "towards": towards, "room": room, "settled": settled, "sent_at": SENT, **times}


def documents(*messages: dict[str, Any]) -> dict[str, Any]:
    return {
        "staff/messages": {"unread_minutes": 3, "open": list(messages)},
        "room/1": {"code": "1", "doctor": {"number": "1025"}}, "room/2": {"code": "2", "doctor": None},
    }  # fmt: skip


def test_the_page_knows_the_servers_sentences_answers_and_limit_r44() -> None:
    assert run(MODULE, "SENTENCES", None) == {side: list(codes) for side, codes in SENTENCES.items()}
    assert run(MODULE, "ANSWERS", None) == {side: list(codes) for side, codes in ANSWERS.items()}
    assert run(MODULE, "LONGEST_TEXT", None) == LONGEST_TEXT


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_sentence_and_answer_is_written_in_every_language_r44(language: str) -> None:
    written = set(re.findall(r"(?m)^([\w-]+) =", (ROOT / f"locales/{language}/staff-hall.ftl").read_text("utf-8")))
    wanted = {f"message-{code}" for codes in SENTENCES.values() for code in codes}
    wanted |= {f"answer-{code}" for codes in ANSWERS.values() for code in codes}
    assert {name.replace("_", "-") for name in wanted} <= written


def test_a_desk_sees_what_rooms_ask_first_then_answers_and_then_what_is_under_way_r44() -> None:
    given = documents(
        message("under way"), message("answered", answered_at=SENT, settled=True), message("asked", "desk"),
        message("settled", "desk", settled=True),
    )  # fmt: skip
    assert run(MODULE, "atDesk(given).map((one) => one.id)", given) == ["asked", "answered", "under way"]
    assert run(MODULE, "waitingAtDesk(given)", given) == 1


def test_a_doctor_sees_their_own_room_only_r44() -> None:
    given = documents(
        message("mine"), message("other room", room="2"), message("done", settled=True), message("from me", "desk")
    )
    assert run(MODULE, "ownRoom(given, '1025').code", given) == "1"
    assert run(MODULE, "ownRoom(given, '9')", given) is None
    shown = run(MODULE, "Object.entries(inRoom(given, '1')).map(([, list]) => list.map((one) => one.id))", given)
    assert shown == [["mine"], ["from me"]]


@pytest.mark.parametrize(
    ("given", "minutes", "stage"),
    [
        ({}, 0, "sent"), ({"delivered_at": SENT}, 2, "delivered"), ({"delivered_at": SENT}, 3, "unread"),
        ({}, 3, "unread"), ({"read_at": SENT}, 60, "read"), ({"read_at": SENT, "answered_at": SENT}, 60, "answered"),
    ],
)  # fmt: skip
def test_what_nobody_opens_in_time_stands_out_r44(given: dict[str, str], minutes: int, stage: str) -> None:
    told = message("one", **given)
    now = f"Date.parse(given.sent_at) + {minutes} * 60000"
    assert run(MODULE, f"stage(given, {now}, 3)", told) == stage
