"""Who is on duty: one notion for the whole house (R26, R31–R35, R38, R46).

**On duty** is a doctor who sits in a room that is not closed: a short absence (paused) sends nobody home. **Ready** is
who calls now: on duty, and the room is open. Whether a doctor has a **session** is another question: the roster answers
it, its exceptions included, and it decides only what becomes of who waits for a doctor that is not on duty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: The states of a room in which whoever sits there is on duty, and of these the one in which it calls.
PRESENT = ("open", "paused")
READY = "open"

#: A doctor's sessions today, as the roster and its exceptions have them: one lasts now, one comes later, none is left.
NOW, LATER, NONE = "now", "later", "none"


@dataclass(frozen=True)
class Seat:
    """A room as it is now: its state, who sits there, whether somebody is inside."""

    room: str
    state: str
    doctor: str | None
    taken: bool = False

    @property
    def on_duty(self) -> bool:
        """Whether the doctor who sits here is on duty."""
        return self.doctor is not None and self.state in PRESENT

    @property
    def ready(self) -> bool:
        """Whether the doctor who sits here calls now."""
        return self.doctor is not None and self.state == READY


@dataclass(frozen=True)
class Duty:
    """Who is there in a department. `there`: the doctors on duty; `ready`: those who call now; `first_free`: the free
    room of a ready doctor that comes first by number, which takes the patients of who is not there (R33)."""

    there: frozenset[str]
    ready: frozenset[str]
    first_free: str | None


def duty_of(seats: Iterable[Seat]) -> Duty:
    """Who is there, by a department's rooms in their order."""
    known = list(seats)
    return Duty(
        there=frozenset(seat.doctor for seat in known if seat.on_duty and seat.doctor is not None),
        ready=frozenset(seat.doctor for seat in known if seat.ready and seat.doctor is not None),
        first_free=next((seat.room for seat in known if seat.ready and not seat.taken), None),
    )
