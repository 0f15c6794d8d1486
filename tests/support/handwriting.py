"""Characters as hands write them: the middle lines of npm's hanzi-writer-data, made uneven by a seeded hand.

Strokes stand in the order that schools teach. They are no scans of people's writing: what is measured with them holds
for legible characters written stroke by stroke, not for running hands.
"""

from __future__ import annotations

import itertools
import json
import math
import random
from functools import cache

import pytest

from server.writing.zinnia import installed
from tests.conftest import ROOT

LINES = ROOT / "node_modules/hanzi-writer-data"
#: The side of the square in which the data draws, its top, its middle, and how far apart a screen's points stand in it.
DRAWN, TOP, MIDDLE, STEP = 1024, 900, (512, 388), 12

needs_recogniser = pytest.mark.skipif(
    installed() is None, reason="needs the packages libzinnia0 and tegaki-zinnia-simplified-chinese"
)

Stroke = list[tuple[float, float]]


@cache
def lines_of(character: str) -> list[Stroke] | None:
    """The strokes of a character, growing downwards; None where the data has none."""
    file = LINES / f"{character}.json"
    if not file.is_file():
        return None
    drawn = json.loads(file.read_text(encoding="utf-8"))["medians"]
    return [[(x, TOP - y) for x, y in stroke] for stroke in drawn]


def write(character: str, hand: random.Random, unevenness: float = 1.0) -> list[Stroke]:
    """One writing of it as a screen tells it: another size, place and proportion, slanted and turned, each stroke a
    little off and of another length, and a trembling line. At 1 a stroke is off by 1.6 % of the square."""
    strokes = lines_of(character)
    assert strokes is not None, character
    wide, high, scale = hand.uniform(0.75, 1.05), hand.uniform(0.75, 1.05), hand.uniform(0.3, 0.6)
    slant, turn = hand.uniform(-0.15, 0.15) * unevenness, math.radians(hand.uniform(-6, 6) * unevenness)
    right, down = hand.uniform(0, 250), hand.uniform(0, 200)
    written = []
    for stroke in strokes:
        line = []
        for x, y in _uneven(stroke, hand, unevenness):
            across, along = (x - MIDDLE[0]) * wide + slant * (y - MIDDLE[1]), (y - MIDDLE[1]) * high
            turned = (
                across * math.cos(turn) - along * math.sin(turn), across * math.sin(turn) + along * math.cos(turn),
            )  # fmt: skip
            line.append(((turned[0] + MIDDLE[0]) * scale + right, (turned[1] + MIDDLE[1]) * scale + down))
        written.append(line)
    return written


def joined(strokes: list[Stroke], hand: random.Random, share: float) -> list[Stroke]:
    """The same without lifting the finger before some strokes: a running hand joins that `share` of them."""
    run: list[Stroke] = []
    for stroke in strokes:
        if run and hand.random() < share:
            run[-1] = run[-1] + stroke
        else:
            run.append(list(stroke))
    return run


def swapped(strokes: list[Stroke], hand: random.Random) -> list[Stroke]:
    """The same with two neighbouring strokes in the other order."""
    if len(strokes) < 2:
        return strokes
    at = hand.randrange(len(strokes) - 1)
    return [*strokes[:at], strokes[at + 1], strokes[at], *strokes[at + 2 :]]


def _uneven(stroke: Stroke, hand: random.Random, unevenness: float) -> Stroke:
    aside, up = hand.gauss(0, 16 * unevenness), hand.gauss(0, 16 * unevenness)
    longer = 1 + hand.gauss(0, 0.06 * unevenness)
    middle = [sum(way) / len(stroke) for way in zip(*stroke, strict=True)]
    tremble = [0.0, 0.0]
    line = []
    for point in _dense(stroke):
        tremble = [0.8 * one + hand.gauss(0, 3 * unevenness) for one in tremble]
        x, y = (mid + (one - mid) * longer for one, mid in zip(point, middle, strict=True))
        line.append((x + aside + tremble[0], y + up + tremble[1]))
    return line


def _dense(stroke: Stroke) -> Stroke:
    points = [stroke[0]]
    for (x, y), (to_x, to_y) in itertools.pairwise(stroke):
        parts = max(1, int(math.dist((x, y), (to_x, to_y)) / STEP))
        points += [(x + (to_x - x) * part / parts, y + (to_y - y) * part / parts) for part in range(1, parts + 1)]
    return points
