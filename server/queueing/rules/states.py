"""The states of a ticket and the steps between them (R41, R42, R45, R48)."""

from __future__ import annotations

from datetime import datetime, timedelta

#: Each step: from which states, to which state.
STEPS: dict[str, tuple[frozenset[str], str]] = {
    "call": (frozenset({"waiting"}), "called"),
    "recall": (frozenset({"called"}), "called"),
    "arrive": (frozenset({"called"}), "in_room"),
    "missed": (frozenset({"called"}), "missed"),
    "leave": (frozenset({"in_room"}), "out"),
    "finish": (frozenset({"in_room", "out"}), "finished"),
    "return": (frozenset({"missed", "out"}), "waiting"),
    "transfer": (frozenset({"waiting", "called", "missed", "in_room", "out"}), "transferred"),
    "cancel": (frozenset({"waiting", "called", "missed", "out", "urgent"}), "cancelled"),
    "raise": (frozenset({"waiting", "called", "missed", "out"}), "urgent"),
    "lower": (frozenset({"urgent"}), "waiting"),
    "hand_over": (frozenset({"urgent"}), "finished"),
}

STATES = frozenset(
    {"waiting", "called", "in_room", "out", "urgent", "finished", "missed", "cancelled", "transferred",
     "expired"}
)  # fmt: skip

#: A ticket in one of these is somebody who is still in the house.
OPEN = frozenset({"waiting", "called", "in_room", "out", "urgent", "missed"})

#: A room is held by a ticket in one of these.
HOLDING = frozenset({"called", "in_room"})

#: Steps that can be taken back, within `undo_seconds`.
UNDOABLE = frozenset({"call", "arrive", "missed", "finish"})


def after(state: str, step: str) -> str | None:
    """The state that a step leads to, or None where it is not possible from this state."""
    sources, target = STEPS[step]
    return target if state in sources else None


def undo_deadline(step: str, now: datetime, seconds: int) -> datetime | None:
    """Until when a step may be taken back; None where it cannot."""
    return now + timedelta(seconds=seconds) if step in UNDOABLE else None
