"""How far the methods were off, how often the range held, and whether that meets what was set as the mark (R53)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from server.simulation.bench.replay import METHODS, OURS, Scored
from server.simulation.output import aligned
from server.simulation.statistics import Interval, interval

#: The mark: so much below the average of the last four waits, not above the queue length, the range between these.
LESS_THAN_AVERAGE = 0.45
COVERAGE = (0.78, 0.82)


@dataclass(frozen=True)
class Score:
    """One scenario's figures: people who had to wait, their mean wait, mean absolute error by method (minutes), the
    share of waits within the range (its interval over days), and the range's mean width."""

    name: str
    people: int
    wait: float
    errors: dict[str, float]
    covered: Interval
    width: float

    @property
    def gain(self) -> float:
        """By what share the error is below that of the average of the last four waits."""
        return 1 - self.errors[OURS] / self.errors["average of 4"]

    @property
    def missed(self) -> list[str]:
        """What is not met, in words; empty where all of it is."""
        low, high = COVERAGE
        found = []
        if self.gain < LESS_THAN_AVERAGE:
            found.append(f"only {self.gain:.0%} below the average of 4")
        if self.errors[OURS] > self.errors["queue length"]:
            found.append("above the queue length")
        if not low <= round(self.covered.mean, 3) <= high:
            found.append(f"range holds {self.covered.mean:.1%}")
        return found


def score(name: str, days: Sequence[Sequence[Scored]]) -> Score:
    """The figures of days of one scenario. Raises ValueError where nobody had to wait."""
    everyone = [one for day in days for one in day]
    if not everyone:
        raise ValueError("nobody had to wait")
    held = [[_within(one) for one in day] for day in days if day]
    by_day = interval([statistics.fmean(day) for day in held])
    return Score(
        name=name,
        people=len(everyone),
        wait=statistics.fmean(one.waited for one in everyone),
        errors={
            method: statistics.fmean(abs(one.prediction.said[method] - one.waited) for one in everyone)
            for method in METHODS
        },
        covered=Interval(statistics.fmean(one for day in held for one in day), by_day.half),
        width=statistics.fmean(one.prediction.estimate.high - one.prediction.estimate.low for one in everyone),
    )


def score_table(scores: Sequence[Score]) -> str:
    """One line a scenario, errors in minutes."""
    head = ["days", "people", "wait", *METHODS, "below av. of 4", "range holds", "width", "mark"]
    return aligned(head, [_line(one) for one in scores], left=1)


def _line(one: Score) -> list[str]:
    half = "" if one.covered.half is None else f" ± {100 * one.covered.half:.1f}"
    return [
        one.name, str(one.people), f"{one.wait:.1f}", *(f"{one.errors[method]:.2f}" for method in METHODS),
        f"{one.gain:.0%}", f"{100 * one.covered.mean:.1f}{half} %", f"{one.width:.1f}",
        f"missed: {', '.join(one.missed)}" if one.missed else "met",
    ]  # fmt: skip


def _within(one: Scored) -> float:
    return 1.0 if one.prediction.estimate.low <= one.waited <= one.prediction.estimate.high else 0.0
