"""Live figures of a department's waits (R54)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """Waits of one department's day so far, in minutes: of those called and those still waiting."""

    waiting: int
    median: float | None
    p90: float | None
    share_over: float | None


def wait_figures(called_minutes: Sequence[float], waiting_minutes: Sequence[float], limit: float) -> Figures:
    """Median and 90th percentile of the day's finished waits, and the share of all waits, those still going
    on included, that passed `limit` minutes."""
    everyone = [*called_minutes, *waiting_minutes]
    over = sum(1 for minutes in everyone if minutes > limit)
    return Figures(
        waiting=len(waiting_minutes),
        median=_percentile(called_minutes, 50),
        p90=_percentile(called_minutes, 90),
        share_over=over / len(everyone) if everyone else None,
    )


def _percentile(values: Sequence[float], percent: int) -> float | None:
    if not values:
        return None
    if len(values) == 1:
        return float(values[0])
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
