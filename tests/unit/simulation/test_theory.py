"""The simulation drives the real rules (R29) and agrees with what queueing theory says exactly, each figure within its
own 95 % confidence interval. The seed is fixed, so that a run that is right stays right."""

from __future__ import annotations

import pytest

from server.queueing.rules.ordering import Policy
from server.simulation.formulas import accumulating, cobham, erlang_c, mean_wait
from tests.unit.simulation.steady import LANES, WITHOUT_LIMITS, poisson_day, waits

MEAN = 10.0
PEOPLE = 60_000
SEED = 1
RATES = {"urgent": 4.0, "appointment": 2.0, "first": 1.0}
LOADS = (0.15, 0.25, 0.45)


def test_the_formulas_give_the_published_figures() -> None:
    assert erlang_c(3, 2) == pytest.approx(4 / 9)
    assert erlang_c(2, 1) == pytest.approx(1 / 3)
    assert erlang_c(10, 8) == pytest.approx(0.40918, abs=5e-6)
    assert cobham(LOADS, MEAN) == pytest.approx([10.00, 16.67, 94.44], abs=0.005)


def test_equal_rates_of_accumulation_are_order_of_arrival() -> None:
    wait = mean_wait(1, sum(LOADS) / MEAN, MEAN)
    assert accumulating(LOADS, (1, 1, 1), wait) == pytest.approx([wait] * 3)


def test_accumulated_priority_only_moves_waits_from_one_class_to_another() -> None:
    """Kleinrock's conservation law: the mean over all, weighted by load, is that of any order."""
    wait = mean_wait(1, sum(LOADS) / MEAN, MEAN)
    each = accumulating(LOADS, (4, 2, 1), wait)
    assert sum(load * one for load, one in zip(LOADS, each, strict=True)) == pytest.approx(sum(LOADS) * wait)


@pytest.mark.parametrize(("servers", "load"), [(1, 0.7), (3, 2 / 3), (10, 0.8)])
def test_order_of_arrival_agrees_with_erlang_c_r29(servers: int, load: float) -> None:
    policy = Policy(kind="arrival", limit_minutes=WITHOUT_LIMITS)
    found = waits(poisson_day(PEOPLE, (load,), MEAN, servers, SEED), policy)["all"]
    assert found.holds(mean_wait(servers, servers * load / MEAN, MEAN)), found


@pytest.mark.parametrize("loads", [(0.3, 0.5), LOADS])
def test_fixed_priority_agrees_with_cobham_r22_r29(loads: tuple[float, ...]) -> None:
    """The urgent, then appointment holders, then everybody else, by the rule that the server uses."""
    policy = Policy(kind="urgency_arrival", limit_minutes=WITHOUT_LIMITS)
    found = waits(poisson_day(PEOPLE, loads, MEAN, 1, SEED), policy)
    lanes = LANES if len(loads) == 3 else (LANES[0], LANES[2])
    for lane, wait in zip(lanes, cobham(loads, MEAN), strict=True):
        assert found[lane].holds(wait), (lane, wait, found[lane])


@pytest.mark.parametrize(("servers", "loads"), [(1, LOADS), (3, (0.2, 0.3, 0.4))])
def test_accumulating_priority_agrees_with_kleinrock_r29(servers: int, loads: tuple[float, ...]) -> None:
    policy = Policy(kind="accumulating", limit_minutes=WITHOUT_LIMITS, rates=RATES)
    found = waits(poisson_day(PEOPLE, loads, MEAN, servers, SEED), policy)
    first_come = mean_wait(servers, servers * sum(loads) / MEAN, MEAN)
    for lane, wait in zip(LANES, accumulating(loads, list(RATES.values()), first_come), strict=True):
        assert found[lane].holds(wait), (lane, wait, found[lane])
