"""How long the wait is, as a range (R53): the forecast of the rooms, corrected by what became of earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

from server.waiting.rules.forecast import Spread
from server.waiting.rules.learning import Learned, round_down, round_up


@dataclass(frozen=True)
class Estimate:
    """A wait in whole minutes: with 80 % between `low` and `high`, `likely` in the middle."""

    low: int
    likely: int
    high: int

    def as_dict(self) -> dict[str, int]:
        """As it is sent."""
        return {"low": self.low, "likely": self.likely, "high": self.high}


#: A room is free and nobody ahead.
AT_ONCE = Estimate(0, 0, 5)


def as_shown(spread: Spread, learned: Learned) -> Estimate:
    """A forecast as people are told it: the range in steps of five, opened outwards, `likely` within it."""
    right = learned.corrected(spread)
    low = round_down(right.median - right.below)
    high = round_up(right.median + right.above)
    return Estimate(low, min(high, max(low, round(right.median))), high)
