"""Handwriting, as plain values: strokes made alike, and the likeliest characters chosen.

A stroke is the points that a finger passed, in order; coordinates grow to the right and downwards, in any unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

Point = tuple[float, float]
Stroke = list[Point]

#: The side of the square that every character is brought to.
SIDE = 1000
#: What stays free at each edge of it: the model was made from characters that do not touch the edge.
MARGIN = 100
#: How far, in the same unit, a drawn line may leave the straight one that stands for it. A trembling hand stays below.
TREMBLE = 45
#: No stroke of a character has more corners, ends included. For each corner more, the recogniser may take twice the
#: memory for a stroke: a scribble of some dozens would take all there is.
MOST_CORNERS = 12
#: A score above this is that of a character well written, and a lead above that is no chance.
SURE, CLEAR = 0.3, 0.6
#: Below this a length is none.
LEAST_SIDE = 1e-6


def normalise(strokes: Sequence[Sequence[Point]]) -> list[Stroke]:
    """The same character in the middle of a square of `SIDE`, its proportions kept, each stroke by its corners only.

    Strokes without a point are left out; a dot stays a dot.
    """
    drawn = [list(stroke) for stroke in strokes if stroke]
    if not drawn:
        return []
    across = [x for stroke in drawn for x, _ in stroke]
    down = [y for stroke in drawn for _, y in stroke]
    width, height = max(across) - min(across), max(down) - min(down)
    scale = (SIDE - 2 * MARGIN) / max(width, height, LEAST_SIDE)
    left = (SIDE - width * scale) / 2 - min(across) * scale
    top = (SIDE - height * scale) / 2 - min(down) * scale
    return [corners([(x * scale + left, y * scale + top) for x, y in stroke], TREMBLE) for stroke in drawn]


def corners(stroke: Stroke, tolerance: float, most: int = MOST_CORNERS) -> Stroke:
    """The fewest of a stroke's points from whose straight lines it nowhere departs by more than `tolerance`, the
    farthest first and at most `most` of them, ends included (Ramer, Douglas and Peucker)."""
    kept = {0, len(stroke) - 1}
    spans = [_span(stroke, 0, len(stroke) - 1)]
    while spans and len(kept) < most:
        distance, at, first, last = heappop(spans)
        if -distance <= tolerance:
            break
        kept.add(at)
        heappush(spans, _span(stroke, first, at))
        heappush(spans, _span(stroke, at, last))
    return [stroke[place] for place in sorted(kept)]


def _span(stroke: Stroke, first: int, last: int) -> tuple[float, int, int, int]:
    """Minus the greatest distance from the line between two of its points, and where that is; for a heap."""
    farthest, at = 0.0, first
    for place in range(first + 1, last):
        distance = _from_line(stroke[place], stroke[first], stroke[last])
        if distance > farthest:
            farthest, at = distance, place
    return -farthest, at, first, last


def _from_line(point: Point, start: Point, end: Point) -> float:
    length = math.dist(start, end)
    if length < LEAST_SIDE:
        return math.dist(start, point)
    across = (point[0] - start[0]) * (end[1] - start[1]) - (point[1] - start[1]) * (end[0] - start[0])
    return abs(across) / length


@dataclass(frozen=True)
class Order:
    """An order of strokes that the model expects where schools teach another, and the characters that stand so."""

    places: tuple[int, ...]
    characters: frozenset[str]

    def apply(self, strokes: Sequence[Stroke]) -> list[Stroke]:
        """As many strokes as it has places, in the model's order."""
        return [strokes[place] for place in self.places]


def read_orders(text: str) -> dict[int, list[Order]]:
    """By number of strokes, from lines such as `4 5 6 0 1 2 3  还进远`: which stroke comes first, and so on, and the
    characters. A line that begins with # says something."""
    found: dict[int, list[Order]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            *places, characters = line.split()
            found.setdefault(len(places), []).append(Order(tuple(map(int, places)), frozenset(characters)))
    return found


def is_sure(answers: Sequence[tuple[str, float]]) -> bool:
    """Whether the model knows the first of its answers well and far better than the second."""
    return len(answers) > 1 and answers[0][1] > SURE and answers[0][1] - answers[1][1] > CLEAR


def likeliest(
    as_written: Iterable[tuple[str, float]],
    reordered: Iterable[tuple[Order, Iterable[tuple[str, float]]]],
    usual: Mapping[str, float],
    most: int,
) -> list[str]:
    """The `most` likeliest characters, best first.

    Of the answers to reordered strokes only those count that the model is known to have in that order: any other would
    be chance. `usual` is what a character's being common is worth, in the unit of the scores.
    """
    best = dict(as_written)
    for order, answers in reordered:
        for character, score in answers:
            if character in order.characters:
                best[character] = max(score, best.get(character, score))
    return sorted(best, key=lambda one: -best[one] - usual.get(one, 0.0))[:most]


def worth_of_usual(commonest_first: str, most: float) -> dict[str, float]:
    """What being common is worth: `most` for the commonest character, falling evenly with the logarithm of its place
    to nothing for the last."""
    last = math.log(len(commonest_first) + 1)
    return {one: most * (1 - math.log(place) / last) for place, one in enumerate(commonest_first, start=1)}
