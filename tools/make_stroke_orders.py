"""Which characters the handwriting model knows in another order of strokes than schools teach:
`python -m tools.make_stroke_orders [processes]`. Writes server/writing/data/orders.txt; takes half an hour.

Tried on the strokes of npm's hanzi-writer-data: up to four strokes moved together, and once more from the three best.
An order counts where the model then knows the character, and knows it in three uneven writings that it did not before.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from multiprocessing import Pool

from server.writing.rules import Stroke, normalise
from server.writing.service import DATA
from server.writing.zinnia import Zinnia, installed
from tests.support.handwriting import lines_of, write

Places = tuple[int, ...]

BLOCK, STARTS, TRIED, WRITINGS = 4, 3, 4, 3
#: How far down the model's answers a character is looked for, and the score that stands for not being among them.
DEPTH, NOWHERE = 100, -9.0
#: Orders for one number of strokes: each costs the server five milliseconds.
MOST = 6

HEAD = """\
# Characters that the handwriting model knows in another order of strokes than schools teach today.
# The places of the strokes as taught, in the model's order, then the characters. Made by tools/make_stroke_orders.py.
"""


def moves(places: Places) -> Iterator[Places]:
    """Every order in which up to `BLOCK` neighbouring strokes stand elsewhere."""
    for count in range(1, min(len(places), BLOCK + 1)):
        for start in range(len(places) - count + 1):
            others = places[:start] + places[start + count :]
            for to in range(len(others) + 1):
                moved = others[:to] + places[start : start + count] + others[to:]
                if moved != places:
                    yield moved


def lead(zinnia: Zinnia, strokes: list[Stroke], character: str) -> float:
    """By how much the character's score is above the best other one's."""
    scores = dict(zinnia.classify(strokes, DEPTH))
    own = scores.pop(character, None)
    return NOWHERE if own is None else own - max(scores.values())


def place_of(zinnia: Zinnia, strokes: list[Stroke], character: str) -> int:
    """The character's place among twenty answers, 20 where it has none."""
    answers = [one for one, _ in zinnia.classify(strokes, 20)]
    return answers.index(character) if character in answers else 20


def orders_of(character: str) -> tuple[str, list[Places]]:
    """The orders in which the model knows a character that it does not know well as taught."""
    zinnia, lines = installed(), lines_of(character)
    if zinnia is None or lines is None:
        return character, []
    drawn = normalise(lines)
    taught = tuple(range(len(drawn)))
    if lead(zinnia, drawn, character) > 0:
        return character, []
    found: dict[Places, float] = {taught: NOWHERE}
    for starts in ([taught], None):
        for start in starts or sorted(found, key=found.__getitem__, reverse=True)[:STARTS]:
            for places in set(moves(start)) - set(found):
                found[places] = lead(zinnia, [drawn[place] for place in places], character)
        good = _holding(zinnia, character, found)
        if good:
            return character, good
    return character, []


def _holding(zinnia: Zinnia, character: str, found: dict[Places, float]) -> list[Places]:
    hand = random.Random(character)  # noqa: S311  (the same hand each time)
    writings = [normalise(write(character, hand, 0.7)) for _ in range(WRITINGS)]
    before = sum(place_of(zinnia, writing, character) for writing in writings)
    good = []
    for places in sorted(found, key=found.__getitem__, reverse=True)[:TRIED]:
        after = [place_of(zinnia, [writing[place] for place in places], character) for writing in writings]
        if sum(after) <= before - 2 and sorted(after)[1] == 0:
            good.append(places)
    return good


def chosen(found: dict[str, list[Places]], worth: Mapping[str, int]) -> Iterator[tuple[Places, str]]:
    """For each number of strokes at most `MOST` orders that together serve the most, the commonest first."""
    for count in sorted({len(orders[0]) for orders in found.values()}):
        left = {one: orders for one, orders in found.items() if len(orders[0]) == count}
        served = dict(left)
        for _ in range(MOST):
            gain: Counter[Places] = Counter()
            for one, orders in left.items():
                for places in orders:
                    gain[places] += 1 + worth.get(one, 0)
            if not gain:
                break
            best = max(gain, key=lambda places: (gain[places], places))
            yield best, "".join(sorted(one for one, orders in served.items() if best in orders))
            left = {one: orders for one, orders in left.items() if best not in orders}


def main() -> None:
    """Write the file anew."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else None
    worth: Counter[str] = Counter()
    for place in ("family", "given"):
        # As with most words, the second is about half as common as the first, and so on.
        for at, one in enumerate((DATA / f"{place}.txt").read_text(encoding="utf-8").strip(), start=1):
            worth[one] += 1000 // at
    known = [bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    with Pool(processes) as workers:
        found = {one: orders for one, orders in workers.imap_unordered(orders_of, filter(None, known), 8) if orders}
    lines = (f"{' '.join(map(str, places))}  {characters}\n" for places, characters in chosen(found, worth))
    (DATA / "orders.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(found)} characters of {len(known)} stand in another order")


if __name__ == "__main__":
    main()
