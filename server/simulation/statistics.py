"""Means with an interval, and the figures of a set of waits."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

#: The 97.5th percentile of Student's t for 1 to 30 degrees of freedom.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
_Z = 1.959964


@dataclass(frozen=True)
class Interval:
    """A mean and half the width of its 95 % confidence interval; None where one value says nothing of spread."""

    mean: float
    half: float | None

    def holds(self, value: float) -> bool:
        """Whether the interval contains a value."""
        return self.half is not None and abs(value - self.mean) <= self.half


def student_t(freedom: int) -> float:
    """The two-sided 95 % point of Student's t; beyond 30 by its expansion in 1/n (error under 0.001)."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    return _Z + (_Z**3 + _Z) / (4 * freedom) + (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / (96 * freedom**2)


def interval(values: Sequence[float]) -> Interval:
    """The mean of independent repetitions, one value for each. Raises StatisticsError without any."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return Interval(mean, None)
    return Interval(mean, student_t(len(values) - 1) * statistics.stdev(values, mean) / math.sqrt(len(values)))


def batch_means(values: Sequence[float], batches: int = 20) -> Interval:
    """The mean of one long run: cut into equal batches, so long that neighbours hardly depend on each other."""
    size = len(values) // batches
    return interval([statistics.fmean(values[size * one : size * (one + 1)]) for one in range(batches)])


def percentile(values: Sequence[float], percent: float) -> float:
    """Linear between the two nearest of `values`, which need not be sorted. Raises ValueError without any."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    at = (len(ordered) - 1) * percent / 100
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)
