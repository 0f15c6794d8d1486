"""What this process remembers of calls that screens have shown: never more than is stored."""

from __future__ import annotations

from server.realtime.sockets import Told


def test_shown_is_not_said_and_said_is_shown_too() -> None:
    told = Told()
    assert not told.knows("a", spoken=False)
    told.note("a", spoken=False)
    assert told.knows("a", spoken=False)
    assert not told.knows("a", spoken=True)
    told.note("a", spoken=True)
    told.note("a", spoken=False)
    assert told.knows("a", spoken=True)
    assert told.knows("a", spoken=False)


def test_old_calls_are_forgotten_and_asked_of_the_database_again() -> None:
    told = Told()
    for number in range(Told.MOST + 1):
        told.note(str(number), spoken=True)
    assert not told.knows("0", spoken=True)
    assert told.knows("1", spoken=True)
