"""Strokes made alike whoever wrote them, and characters put in their order (R1)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.writing.rules import (
    MARGIN,
    MOST_CORNERS,
    SIDE,
    Order,
    Stroke,
    corners,
    is_sure,
    likeliest,
    normalise,
    read_orders,
    worth_of_usual,
)
from server.writing.service import DATA

TEN: list[Stroke] = [[(0, 50), (100, 50)], [(50, 0), (50, 100)]]
coordinates = st.integers(-10_000, 10_000)
characters = st.lists(st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=60), min_size=1, max_size=12)


@pytest.mark.parametrize(("size", "right", "down"), [(1, 0, 0), (0.01, 0, 0), (7, -300, 4000), (100, 9, -9)])
def test_the_same_character_is_the_same_wherever_and_however_large_it_is_written_r1(
    size: float, right: float, down: float
) -> None:
    written = [[(x * size + right, y * size + down) for x, y in stroke] for stroke in TEN]
    middle, low, high = SIDE / 2, MARGIN, SIDE - MARGIN
    expected = [[(low, middle), (high, middle)], [(middle, low), (middle, high)]]
    for stroke, wanted in zip(normalise(written), expected, strict=True):
        assert stroke == [pytest.approx(point, abs=1e-6) for point in wanted]


def test_a_flat_character_keeps_its_proportions_r1() -> None:
    assert normalise([[(0, 0), (200, 20)]]) == [[(MARGIN, 460), (SIDE - MARGIN, 540)]]


def test_a_trembling_line_is_straight_and_a_corner_stays() -> None:
    trembling: Stroke = [(x, 8 * math.sin(x)) for x in range(0, 600, 5)]
    assert len(corners(trembling, 45)) == 2
    hook: Stroke = [*[(x, 0.0) for x in range(0, 500, 5)], *[(500.0, y) for y in range(0, 400, 5)]]
    assert corners(hook, 45) == [(0, 0), (500, 0), (500, 395)]


def test_a_stroke_that_ends_where_it_began_keeps_its_farthest_point() -> None:
    assert corners([(0, 0), (300, 0), (0, 0)], 45) == [(0, 0), (300, 0), (0, 0)]


def test_a_scribble_keeps_its_farthest_corners_and_no_more_than_the_recogniser_bears() -> None:
    scribble: Stroke = [(float(place % 97), float(place % 89)) for place in range(5_000)]
    (drawn,) = normalise([scribble])
    assert len(drawn) == MOST_CORNERS
    spiral: Stroke = [(place * math.cos(place), place * math.sin(place)) for place in range(256)]
    assert [len(stroke) for stroke in normalise([spiral] * 48)] == [MOST_CORNERS] * 48
    assert corners([(0, 0), (50, 300), (100, 0), (150, 400), (200, 0)], 45, most=3) == [(0, 0), (150, 400), (200, 0)]


def test_nothing_written_and_dots_are_no_fault() -> None:
    assert normalise([]) == []
    assert normalise([[], []]) == []
    assert normalise([[(3, 4)]]) == [[(SIDE / 2, SIDE / 2)]]
    assert normalise([[(3, 4), (3, 4), (3, 4)]]) == [[(SIDE / 2, SIDE / 2)] * 2]


@given(characters)
def test_whatever_is_written_lies_in_the_square_and_has_no_more_points_than_before(written: list[Stroke]) -> None:
    drawn = normalise(written)
    assert [len(stroke) for stroke in drawn] <= [len(stroke) for stroke in written]
    edge = 1e-6
    assert all(-edge <= way <= SIDE + edge for stroke in drawn for point in stroke for way in point)
    assert all(line[0] == pytest.approx(line[0]) for line in drawn)


def test_an_answer_to_reordered_strokes_counts_only_for_characters_known_to_stand_so() -> None:
    order = Order((1, 0), frozenset("近"))
    found = likeliest([("远", 0.1), ("近", -0.5)], [(order, [("近", 0.9), ("巨", 2.0)])], {}, 10)
    assert found == ["近", "远"]


def test_a_usual_character_comes_before_a_rare_one_that_looks_alike_but_not_before_another_one() -> None:
    usual = worth_of_usual("王主", 0.8)
    assert likeliest([("壬", 0.5), ("王", 0.2), ("三", -2.0)], [], usual, 10) == ["王", "壬", "三"]
    assert likeliest([("壬", 1.5), ("王", 0.2)], [], usual, 10)[0] == "壬"
    assert likeliest([("壬", 0.5), ("王", 0.2)], [], usual, 1) == ["王"]


def test_only_a_clear_lead_is_sure() -> None:
    assert is_sure([("王", 1.0), ("主", 0.1)])
    assert not is_sure([("王", 1.0), ("主", 0.7)])
    assert not is_sure([("王", 0.1), ("主", -2.0)])
    assert not is_sure([("王", 1.0)])
    assert not is_sure([])


def test_the_orders_that_ship_are_orders() -> None:
    orders = read_orders((DATA / "orders.txt").read_text(encoding="utf-8"))
    assert len(orders) > 10
    for count, same in orders.items():
        for order in same:
            assert sorted(order.places) == list(range(count))
            assert order.characters
    drawn: list[Stroke] = [[(float(place), 0.0)] for place in range(3)]
    assert Order((2, 0, 1), frozenset("女")).apply(drawn) == [drawn[2], drawn[0], drawn[1]]


@pytest.mark.parametrize(("place", "first", "fewest"), [("family", "王李张刘陈", 400), ("given", "", 2000)])
def test_the_characters_of_names_that_ship_are_each_once_the_commonest_first(
    place: str, first: str, fewest: int
) -> None:
    text = (DATA / f"{place}.txt").read_text(encoding="utf-8").strip()
    assert text.startswith(first)
    assert len(text) == len(set(text)) >= fewest
    assert all("一" <= one <= "鿿" for one in text)
