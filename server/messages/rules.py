"""What is said between a desk and a room without a sound (R44): prepared sentences, and who speaks for which side."""

from __future__ import annotations

#: Where a message goes.
ROOM, DESK = "room", "desk"

#: The prepared sentences by where they go; each stands in the catalogues as `message-<code>`.
SENTENCES: dict[str, tuple[str, ...]] = {
    ROOM: ("here", "asks", "results", "how_long", "come"),
    DESK: ("bring_in", "help", "later", "break", "file"),
}

#: The prepared answers by where the message went; in the catalogues `answer-<code>`.
ANSWERS: dict[str, tuple[str, ...]] = {
    ROOM: ("ok", "moment", "send_in", "after_this", "not_now"),
    DESK: ("ok", "moment", "coming", "not_now"),
}

#: After this answer another one follows; every other one settles the matter.
NOT_YET = "moment"

LONGEST_TEXT = 60


def settles(answer: str | None, typed: bool) -> bool:
    """Whether an answer leaves nothing more to be answered."""
    return typed or (answer is not None and answer != NOT_YET)


def sides(*, works_at_desk: bool, sits_in_room: bool) -> frozenset[str]:
    """For which sides somebody speaks: staff of the hall for its desk, the doctor who sits there for the room."""
    found = {DESK} if works_at_desk else set()
    return frozenset(found | ({ROOM} if sits_in_room else set()))


def other_side(towards: str) -> str:
    """Who sent a message that goes to one side."""
    return DESK if towards == ROOM else ROOM
