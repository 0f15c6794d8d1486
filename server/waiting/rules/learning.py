"""What a department learns from its own earlier predictions: how many overtake, how far they were off, how wide a range
must be to hold 80 % of what comes.

The widths follow split conformal prediction with asymmetric scores (Vovk, Gammerman, Shafer 2005; Romano, Patterson,
Candès 2019), over a window of the last outcomes, and are taken of the range as it is shown, in steps of five.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from server.waiting.rules.forecast import Spread

#: Share of the outcomes that may lie below a range, and likewise above.
TAIL = 0.1
#: Minutes; a spread is never taken as narrower, so that a score does not grow beyond measure.
NARROWEST = 1.0
#: Weight of the level above, in people, while few have been called.
PRIOR_PEOPLE = 40.0
PRIOR_MINUTES = 200.0
#: Outcomes from which on the widths are learned; before, those of the forecast are taken.
FEWEST = 20
#: From so many on a lane speaks for itself, and from twice as many short waits are told apart from long ones: a tail
#: that is taken from fewer is drawn too far out.
ENOUGH = 100
STEP = 5
#: Before the lane of who waits for one doctor: such a wait is learned apart from those that any room may end.
OWN = "own:"
#: How the lane of who came before a booked time ends.
EARLY = "early"
#: People who wait at the same time share their luck: so many outcomes tell as much as one.
SHARED_LUCK = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """One earlier prediction and what came: the lane and the people ahead when it was made, how many were called until
    then, the forecast before any correction, and the minutes waited; less than 0 for who was called before the time
    from which the forecast counts."""

    lane: str
    ahead: int
    called: int
    spread: Spread
    waited: float


@dataclass(frozen=True, slots=True)
class Widths:
    """Factors on a forecast's spread to either side, as they hold for waits around `median` minutes."""

    median: float
    below: float
    above: float


@dataclass(frozen=True)
class Learned:
    """`passing`: by lane, how many times as many are called before somebody as stand ahead. `ratio`: waits to
    forecasts. `widths`: for short and for long waits, by rising median; between them they change evenly. `apart`: the
    same for lanes of those who wait for one doctor, as far as they speak for themselves."""

    passing: dict[str, float] = field(default_factory=dict)
    ratio: float = 1.0
    widths: tuple[Widths, ...] = (Widths(0.0, 1.0, 1.0),)
    apart: Mapping[str, Learned] = field(default_factory=dict)

    def of(self, lane: str) -> Learned:
        """What holds for a lane; of waits from a booked time on nothing until they speak for themselves."""
        if lane.endswith(EARLY):
            return self.apart.get(lane, Learned())
        return self.apart.get(lane) or self.apart.get(OWN if lane.startswith(OWN) else "") or self

    def places(self, ahead: int, lane: str) -> float:
        """People ahead, with those who may still join before."""
        return (ahead + 1) * self.passing.get(lane, 1.0) - 1

    def corrected(self, spread: Spread) -> Spread:
        """A forecast as experience corrects it."""
        below, above = self._factors(spread.median - spread.sure)
        return Spread(
            spread.sure + (spread.median - spread.sure) * self.ratio, below * max(NARROWEST, spread.below),
            above * max(NARROWEST, spread.above), spread.sure,
        )  # fmt: skip

    def _factors(self, median: float) -> tuple[float, float]:
        first, last = self.widths[0], self.widths[-1]
        if median <= first.median or last.median <= first.median:
            return first.below, first.above
        share = min(1.0, (median - first.median) / (last.median - first.median))
        return first.below + (last.below - first.below) * share, first.above + (last.above - first.above) * share


def learn_outcomes(newest: Sequence[Outcome]) -> Learned:
    """From the last outcomes of those who had to wait, in any order. Waits for one doctor speak for themselves once
    there are enough of them, and so does each lane of these, since a return that takes turns waits less evenly than a
    first visit. Waits from a booked time on are short and always speak for themselves."""
    lanes: dict[str, list[Outcome]] = {}
    for one in newest:
        lanes.setdefault(one.lane, []).append(one)
    own = [one for one in newest if one.lane.startswith(OWN) and not one.lane.endswith(EARLY)]
    speaks = len(own) >= 2 * FEWEST
    apart = {OWN: _learn(own)} if speaks else {}
    for lane, group in lanes.items():
        if len(group) >= ENOUGH and (lane.endswith(EARLY) or (speaks and lane.startswith(OWN))):
            apart[lane] = _learn(group)
    usual = [one for one in newest if not one.lane.endswith(EARLY) and not (speaks and one.lane.startswith(OWN))]
    return replace(_learn(usual), apart=apart)


def _learn(newest: Sequence[Outcome]) -> Learned:
    ratio = _ratio(newest)
    if len(newest) < 2 * FEWEST:
        return Learned(_passing(newest), ratio)
    ordered = sorted(newest, key=lambda one: one.spread.median)
    if len(newest) < 2 * ENOUGH:
        return Learned(_passing(newest), ratio, (_widths(ordered, ratio),))
    half = len(ordered) // 2
    return Learned(_passing(newest), ratio, (_widths(ordered[:half], ratio), _widths(ordered[half:], ratio)))


def round_down(minutes: float) -> int:
    """To the step of five below."""
    return int(max(0.0, minutes) // STEP) * STEP


def round_up(minutes: float) -> int:
    """To the step of five above; the least is one step."""
    return max(STEP, math.ceil(minutes / STEP) * STEP)


def _passing(outcomes: Iterable[Outcome]) -> dict[str, float]:
    ahead: dict[str, float] = {}
    called: dict[str, float] = {}
    for one in outcomes:
        ahead[one.lane] = ahead.get(one.lane, PRIOR_PEOPLE) + one.ahead + 1
        called[one.lane] = called.get(one.lane, PRIOR_PEOPLE) + one.called + 1
    return {lane: min(3.0, max(0.5, called[lane] / ahead[lane])) for lane in ahead}


def _ratio(outcomes: Iterable[Outcome]) -> float:
    waited = forecast = PRIOR_MINUTES
    for one in outcomes:
        waited += max(0.0, one.waited)
        forecast += one.spread.median
    return min(2.0, max(0.5, waited / forecast))


def _widths(group: Sequence[Outcome], ratio: float) -> Widths:
    middle = group[len(group) // 2].spread.median
    below = _highest([_needed_below(one, ratio) for one in group])
    above = _highest([_needed_above(one, ratio) for one in group])
    return Widths(middle, max(0.0, below), max(0.0, above))


def _needed_below(one: Outcome, ratio: float) -> float:
    """The factor from which on the range as shown reaches down to what came: its lower end is rounded down."""
    return (one.spread.median * ratio - (math.floor(one.waited / STEP) + 1) * STEP) / max(NARROWEST, one.spread.below)


def _needed_above(one: Outcome, ratio: float) -> float:
    return (round_up(one.waited) - STEP - one.spread.median * ratio) / max(NARROWEST, one.spread.above)


def _highest(needed: list[float]) -> float:
    """The factor that holds all but the tail: the conformal quantile, (1 - tail) · (n + 1) / n, of as many outcomes as
    there are independent ones."""
    needed.sort()
    share = (1 - TAIL) * (1 + SHARED_LUCK / len(needed))
    return needed[min(len(needed) - 1, math.ceil(share * len(needed)) - 1)]
