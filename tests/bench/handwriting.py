"""How well and how fast handwriting is read: `python -m tests.bench.handwriting [seed]`. Prints tables.

The 500 commonest characters of family names and given names, half of each, as in `server/writing/data`; the strokes are
the middle lines of npm's hanzi-writer-data, made uneven by a seeded hand (`tests/support/handwriting.py`).
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from server.writing.rules import SIDE, Stroke
from server.writing.service import DATA, Place, recognise
from server.writing.zinnia import Zinnia, installed
from tests.support.handwriting import DRAWN, joined, lines_of, swapped, write

HALF = 250
Read = Callable[[list[Stroke], Place], list[str]]
Hand = Callable[[str, random.Random], list[Stroke]]

HANDS: dict[str, Hand] = {
    "as drawn": lambda one, _: lines_of(one) or [],
    "uneven": write,
    "twice as uneven": lambda one, hand: write(one, hand, 2.0),
    "uneven, two strokes swapped": lambda one, hand: swapped(write(one, hand), hand),
    "uneven, a tenth of the strokes joined": lambda one, hand: joined(write(one, hand), hand, 0.1),
}


def asked() -> list[tuple[Place, str]]:
    """The characters, each with the place in which it is common."""
    family, given = ((DATA / f"{place}.txt").read_text(encoding="utf-8").strip() for place in ("family", "given"))
    first: list[tuple[Place, str]] = [("family", one) for one in family if lines_of(one)]
    later: list[tuple[Place, str]] = [("given", one) for one in given if lines_of(one) and one not in family[:HALF]]
    return first[:HALF] + later[:HALF]


def plain(zinnia: Zinnia) -> Read:
    """The recogniser alone, for comparison: strokes as they are drawn, in its square."""

    def read(strokes: list[Stroke], _: Place) -> list[str]:
        scaled = [[(x * SIDE / DRAWN, y * SIDE / DRAWN) for x, y in stroke] for stroke in strokes]
        return [one for one, _ in zinnia.classify(scaled, 10)]

    return read


def measure(read: Read, hand: Hand, seed: int) -> tuple[float, float, list[float], str]:
    """The shares that came first and among ten, times in ms on the processor, and what was not among ten."""
    chance, times, first, missed = random.Random(seed), [], 0, ""
    characters = asked()
    for place, one in characters:
        strokes = hand(one, chance)
        began = time.thread_time()
        found = read(strokes, place)
        times.append((time.thread_time() - began) * 1000)
        first += found[:1] == [one]
        missed += "" if one in found else one
    return first / len(characters), 1 - len(missed) / len(characters), sorted(times), missed


def main() -> None:
    """Measure each hand."""
    zinnia = installed()
    if zinnia is None:
        sys.exit("needs the packages libzinnia0 and tegaki-zinnia-simplified-chinese")
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print(f"{'written':<40}{'first':>8}{'among ten':>11}{'p50, ms':>9}{'p99, ms':>9}{'most, ms':>10}  not among ten")  # noqa: T201
    rows: list[tuple[str, Read, str]] = [("recogniser alone, ", plain(zinnia), "as drawn")]
    rows += [("", lambda strokes, place: recognise(zinnia, strokes, place), hand) for hand in HANDS]
    for name, read, hand in rows:
        first, among, times, missed = measure(read, HANDS[hand], seed)
        middle, late = times[len(times) // 2], times[len(times) * 99 // 100]
        print(  # noqa: T201
            f"{name + hand:<40}{first:>8.1%}{among:>11.1%}{middle:>9.1f}{late:>9.1f}{times[-1]:>10.1f}  {missed[:20]}"
        )


if __name__ == "__main__":
    main()
