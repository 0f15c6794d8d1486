"""When a hall is too full, and when it no longer is (R47)."""

from __future__ import annotations

#: What staff can say that they did.
MEASURES = ("room", "elsewhere", "phones", "looked")

#: An alert ends where so much of the limit is left, in hundredths: one person more or less makes no second alert.
ENDS_AT = 80
#: Another hall has room where so much of its own limit is taken, in hundredths.
ROOMY_AT = 50


def ends_at(limit: int) -> int:
    """At how many waiting people, or fewer, an alert is over; always below the limit."""
    return min(limit - 1, limit * ENDS_AT // 100)


def is_too_full(waiting: int, limit: int | None, *, alerted: bool) -> bool:
    """Whether a hall counts as too full. `alerted`: it did until now, and goes on until it has emptied clearly. A hall
    without a limit never does."""
    if limit is None:
        return False
    return waiting > ends_at(limit) if alerted else waiting >= limit


def has_room(waiting: int, limit: int | None) -> bool:
    """Whether people can be asked to sit in a hall instead; of one without a limit nobody knows."""
    return limit is not None and waiting * 100 <= limit * ROOMY_AT
