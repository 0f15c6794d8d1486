"""One use case: which characters the strokes may mean."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from server.runtime import off_loop
from server.writing.rules import Order, Point, is_sure, likeliest, normalise, read_orders, worth_of_usual
from server.writing.zinnia import Zinnia, installed

Place = Literal["family", "given", "text"]

DATA = Path(__file__).parent / "data"
#: How many candidates are answered, and how many of the recogniser's are looked at for it.
ANSWERED, LOOKED_AT = 10, 40
#: What the commonest character of a place gains over one that is never there, in the recogniser's unit.
WORTH = 0.8

_turn = threading.Lock()


def available() -> bool:
    """Whether this machine can read handwriting."""
    return installed() is not None


def candidates(strokes: Sequence[Sequence[Point]], place: Place) -> list[str] | None:
    """At most ten characters, the likeliest first; None where nothing on this machine reads handwriting.

    The work is done off the loop, one character at a time.
    """
    zinnia = installed()
    if zinnia is None:
        return None
    with _turn:
        return off_loop(recognise, zinnia, strokes, place)


def recognise(zinnia: Zinnia, strokes: Sequence[Sequence[Point]], place: Place) -> list[str]:
    """The same in this thread."""
    drawn = normalise(strokes)
    as_written = zinnia.classify(drawn, LOOKED_AT)
    orders = [] if is_sure(as_written) else _orders().get(len(drawn), [])
    reordered = [(order, zinnia.classify(order.apply(drawn), ANSWERED)) for order in orders]
    return likeliest(as_written, reordered, _usual(place), ANSWERED)


@lru_cache(maxsize=1)
def _orders() -> dict[int, list[Order]]:
    return read_orders((DATA / "orders.txt").read_text(encoding="utf-8"))


@lru_cache(maxsize=3)
def _usual(place: Place) -> dict[str, float]:
    if place == "text":
        return {}
    return worth_of_usual((DATA / f"{place}.txt").read_text(encoding="utf-8").strip(), WORTH)
