"""The wait as a range (R53): rooms run forward, lengths learned, experience with earlier predictions."""

from __future__ import annotations

import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.waiting.rules.estimate import as_shown
from server.waiting.rules.forecast import CALLS, Ahead, Room, Spread, forecast
from server.waiting.rules.learning import Learned, Outcome, learn_outcomes
from server.waiting.rules.services import Service, ServiceTimes, learn_services

rooms = st.lists(st.builds(Room, elapsed=st.one_of(st.none(), st.floats(0, 600))), min_size=1, max_size=8)
times = st.builds(ServiceTimes, st.floats(1, 60), st.floats(0.05, 2))
SPREAD = Spread(20.0, 8.0, 10.0)


@given(st.integers(0, 200), rooms, times)
def test_a_range_is_in_order_in_fives_and_never_negative_r53(
    ahead: int, on_duty: list[Room], lengths: ServiceTimes
) -> None:
    estimate = as_shown(forecast(on_duty, [Ahead()] * ahead, lengths).at(ahead), Learned())
    assert 0 <= estimate.low <= estimate.likely <= estimate.high
    assert estimate.low % 5 == estimate.high % 5 == 0
    assert estimate.high > 0


@given(st.integers(0, 100), rooms, times)
def test_one_more_ahead_or_one_room_less_never_shortens_the_wait_r53(
    ahead: int, on_duty: list[Room], lengths: ServiceTimes
) -> None:
    queue = [Ahead()] * 101
    now = forecast(on_duty, queue, lengths)
    assert now.at(ahead + 1).median >= now.at(ahead).median
    assert now.at(ahead + 0.5).median >= now.at(ahead).median
    if len(on_duty) > 1 and ahead < CALLS:
        assert forecast(on_duty[:-1], queue, lengths).at(ahead).median >= now.at(ahead).median


def test_equal_situations_are_told_the_same() -> None:
    situation = ([Room("a", "", 3.0), Room("b")], [Ahead()] * 9, ServiceTimes(9))
    assert forecast(*situation).at(4) == forecast(*situation).at(4)


def test_a_free_room_and_nobody_ahead_is_at_once() -> None:
    estimate = as_shown(forecast([Room("a")], [], ServiceTimes(9)).at(0), Learned())
    assert (estimate.low, estimate.likely) == (0, 0)


def test_the_forecast_agrees_with_a_long_play_of_the_same_rooms() -> None:
    """Three rooms, services of mean 10 and squared variation 0.22, ten people ahead: against 20,000 futures."""
    chance, sigma = random.Random(7), ServiceTimes(10).sigma
    found = []
    for _ in range(20_000):
        free = [chance.lognormvariate(2.302585 - sigma**2 / 2, sigma) for _ in range(3)]
        for _ in range(10):
            first = free.index(min(free))
            free[first] += chance.lognormvariate(2.302585 - sigma**2 / 2, sigma)
        found.append(min(free))
    deciles = statistics.quantiles(found, n=10)
    told = forecast([Room(elapsed=0.0)] * 3, [Ahead()] * 10, ServiceTimes(10, weight=1e9)).at(10)
    assert told.median == pytest.approx(deciles[4], abs=1.0)
    assert told.median - told.below == pytest.approx(deciles[0], abs=2.0)
    assert told.median + told.above == pytest.approx(deciles[8], abs=2.0)


def test_what_is_still_to_go_follows_from_what_has_passed() -> None:
    """The rest of a length shrinks at first, but who has outlasted most others may take a while yet."""
    rests = [forecast([Room(elapsed=passed)], [], ServiceTimes(10)).at(0).median for passed in (0, 4, 8, 30, 300)]
    assert rests[0] == pytest.approx(9.05, abs=0.3)
    assert rests[0] > rests[1] > rests[2] > 2
    assert 2 < rests[3] <= rests[4] + 0.01 < 8


def test_kinds_and_doctors_are_told_apart_as_they_are_seen_and_lean_on_the_mean_before() -> None:
    seen = [Service(20.0, "slow", "first"), Service(10.0, "quick", "first"), Service(5.0, "quick", "return")]
    few, many = learn_services(seen, 12), learn_services(seen * 40, 12)
    assert few.mean == pytest.approx((35 + 6 * 12) / 9, abs=0.1)
    assert 1 < few.kind("first") / few.kind("return") < many.kind("first") / many.kind("return")
    assert many.mean * many.kind("return") * many.pace("quick") == pytest.approx(5, abs=1)
    assert many.mean * many.kind("first") * many.pace("slow") == pytest.approx(20, abs=3)
    assert many.kind("never seen") == many.pace(None) == 1.0
    assert many.doubt < few.doubt


def test_a_length_leaves_the_usual_one_as_the_day_goes_on() -> None:
    assert learn_services([], 10).mean == 10
    means = [learn_services([Service(20.0)] * count, 10).mean for count in range(21)]
    assert means == sorted(means)
    assert 17 < means[-1] < 20


def test_old_lengths_fade() -> None:
    """Newest first: after sixty later ones a service counts half."""
    assert learn_services([Service(20.0)] * 60 + [Service(10.0)] * 60, 15).mean > 16


def test_before_there_is_experience_the_forecast_is_told_as_it_is() -> None:
    learned = learn_outcomes([Outcome("first", 3, 3, SPREAD, 20.0)] * 5)
    assert learned.corrected(SPREAD) == SPREAD
    assert learned.places(3, "first") == pytest.approx(3)
    assert learn_outcomes([]).ratio == 1.0


def test_who_is_overtaken_again_and_again_counts_more_people_ahead() -> None:
    learned = learn_outcomes([Outcome("first", 4, 9, SPREAD, 20.0)] * 100 + [Outcome("urgent", 0, 0, SPREAD, 20.0)])
    assert learned.places(4, "first") > 7.5
    assert learned.places(0, "urgent") == 0


def test_waits_that_take_longer_than_forecast_lengthen_the_next() -> None:
    learned = learn_outcomes([Outcome("first", 4, 4, SPREAD, 30.0)] * 100)
    assert learned.corrected(SPREAD).median == pytest.approx(30, abs=2)


@pytest.mark.parametrize("true_spread", [4.0, 15.0])
def test_the_range_that_is_shown_comes_to_hold_eight_of_ten_whatever_the_spread_is_r53(true_spread: float) -> None:
    """The forecast believes in a spread of its own; what is told to later ones is measured."""
    chance, outcomes, held = random.Random(3), [], []
    for number in range(2400):
        median = chance.uniform(15, 80)
        waited = max(0.0, chance.gauss(median, true_spread))
        outcome = Outcome("first", 3, 3, Spread(median, 7.0, 7.0), waited)
        if number >= 400:
            told = as_shown(outcome.spread, learn_outcomes(outcomes[-400:]))
            held.append(told.low <= waited <= told.high)
        outcomes.append(outcome)
    assert statistics.fmean(held) == pytest.approx(0.8, abs=0.03)
