"""What stands on a ticket: the department's letter and a number that nobody else holds that day.

Numbers 9001 to 9999 are those of paper tickets, which are printed before an outage and handed out while the system is
down (R105). The count of a day leaves them out, so that no screen, kiosk or tablet ever gives one of them.
"""

from __future__ import annotations

#: The numbers of paper tickets.
PAPER = range(9001, 10000)


def number(prefix: str, sequence: int) -> str:
    """The department's letter and at least three figures (`A029`, `A1023`)."""
    return f"{prefix}{sequence:03d}"


def next_after(last: int) -> int:
    """The count's next number after the last one given, 0 where none was; never one of paper."""
    following = last + 1
    return PAPER.stop if following in PAPER else following


def next_paper(last: int, count: int) -> range:
    """So many numbers for a new pack, after the last one printed (0: none yet). Where the rest does not suffice they
    begin again at the first: by then the early packs have long been thrown away.

    Raises ValueError for more numbers than there are.
    """
    if not 0 < count <= len(PAPER):
        raise ValueError(f"a pack has 1 to {len(PAPER)} numbers for each department")
    first = max(PAPER.start, last + 1)
    if first + count > PAPER.stop:
        first = PAPER.start
    return range(first, first + count)
