"""What is said between a desk and a room (R44)."""

from __future__ import annotations

import pytest

from server.messages.rules import ANSWERS, DESK, ROOM, other_side, settles, sides


def test_one_moment_leaves_the_matter_open_and_every_other_answer_settles_it_r44() -> None:
    assert not settles(None, typed=False)
    assert not settles("moment", typed=False)
    assert settles("moment", typed=True)
    assert all(settles(answer, typed=False) for known in ANSWERS.values() for answer in known if answer != "moment")


@pytest.mark.parametrize(
    ("desk", "room", "speaks_for"),
    [(True, False, {DESK}), (False, True, {ROOM}), (True, True, {DESK, ROOM}), (False, False, set())],
)
def test_staff_of_the_hall_speak_for_the_desk_and_the_doctor_for_the_room_r44(
    desk: bool, room: bool, speaks_for: set[str]
) -> None:
    assert sides(works_at_desk=desk, sits_in_room=room) == speaks_for
    assert other_side(other_side(ROOM)) == ROOM
