"""Reading handwriting with the recogniser itself: how well, how fast, and whatever is written (R1)."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.writing import zinnia
from server.writing.rules import Point
from server.writing.service import DATA, Place, recognise
from server.writing.zinnia import Absent, Zinnia, installed
from tests.support.handwriting import joined, lines_of, needs_recogniser, write

coordinates = st.integers(-10_000, 10_000)
anything = st.lists(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=256), min_size=1, max_size=48
)  # fmt: skip
#: Each corner one more than the last: what the recogniser bears worst.
SPIRAL: list[Point] = [(place * math.cos(place), place * math.sin(place)) for place in range(256)]
PLACES: tuple[Place, ...] = ("family", "given", "text")


def reader() -> Zinnia:
    """This machine's."""
    found = installed()
    assert found is not None
    return found


@needs_recogniser
def test_names_written_unevenly_are_among_ten_candidates_r1() -> None:
    """A part of `python -m tests.bench.handwriting`."""
    hand = random.Random(7)
    asked: list[tuple[Place, str]] = []
    for place in PLACES[:2]:
        common = (DATA / f"{place}.txt").read_text(encoding="utf-8")[:300]
        asked += [(place, one) for one in hand.sample(common, 50) if lines_of(one)]
    answers = [(one, recognise(reader(), write(one, hand), place)) for place, one in asked]
    assert all(len(found) == len(set(found)) == 10 for _, found in answers)
    first = sum(found[0] == one for one, found in answers) / len(answers)
    among = sum(one in found for one, found in answers) / len(answers)
    assert (first >= 0.8, among >= 0.95) == (True, True), (first, among)


@needs_recogniser
@pytest.mark.parametrize("family", "王李张刘陈杨赵黄周吴")
def test_the_commonest_family_names_are_the_first_candidate_r1(family: str) -> None:
    strokes = lines_of(family)
    assert strokes is not None
    assert recognise(reader(), strokes, "family")[0] == family


@needs_recogniser
@settings(max_examples=60, deadline=None)
@given(anything, st.sampled_from(PLACES))
def test_whatever_is_written_is_answered_with_at_most_ten_characters(written: list[list[Point]], place: Place) -> None:
    found = recognise(reader(), written, place)
    assert len(found) == len(set(found)) <= 10
    assert all(len(one) == 1 for one in found)


HOSTILE: dict[str, list[list[Point]]] = {
    "nothing": [],
    "no points": [[], []],
    "a dot": [[(0, 0)]],
    "a dot twice": [[(0, 0), (0, 0)]],
    "blots": [[(5, 5)] * 256] * 48,
    "far corners": [[(-10_000, 10_000)], [(10_000, -10_000)]],
    "ten thousand points": [[(place % 97, place % 89) for place in range(10_000)]],
    "spirals": [SPIRAL] * 48,
    "too many strokes": [[(place, place)] for place in range(200)],
}


@needs_recogniser
@pytest.mark.parametrize("written", HOSTILE.values(), ids=HOSTILE)
def test_strokes_that_nobody_writes_do_no_harm(written: list[list[Point]]) -> None:
    assert len(recognise(reader(), written, "text")) <= 10
    lines = lines_of("王")
    assert lines is not None
    assert recognise(reader(), lines, "family")[0] == "王"


@needs_recogniser
def test_a_half_written_and_a_running_hand_get_candidates_too() -> None:
    hand = random.Random(3)
    written = write("陈", hand)
    for strokes in (written[:1], written[:-1], joined(written, hand, 0.5)):
        assert len(recognise(reader(), strokes, "family")) == 10


def test_where_library_or_model_is_missing_there_is_no_recogniser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Absent):
        Zinnia("libnothing-of-the-kind.so.0", tmp_path / "none.model")
    monkeypatch.setattr(zinnia, "MODELS", (tmp_path / "none.model",))
    assert installed.__wrapped__() is None


@needs_recogniser
def test_a_broken_model_is_no_recogniser(tmp_path: Path) -> None:
    broken = tmp_path / "broken.model"
    for content in (b"", b"no model at all" * 50):
        broken.write_bytes(content)
        with pytest.raises(Absent):
            Zinnia(zinnia.LIBRARY, broken)
