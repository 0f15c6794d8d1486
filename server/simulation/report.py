"""From simulated days to figures: waits by policy and class with 95 % intervals over the days, and how busy doctors
were (R54). The order of arrival within a day makes its waits depend on each other; days do not."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from server.simulation.statistics import Interval, interval, percentile
from server.simulation.values import Outcome

ALL = "all"
#: How a wait is grouped: by the patient's class, and apart from it who waits for a second time.
AGAIN = {"return": "back with results", "missed": "after a missed call"}


@dataclass(frozen=True)
class Row:
    """Waits of one class under one policy, in minutes; `over` is the share above the limit; `count` for each day."""

    policy: str
    group: str
    count: float
    mean: Interval
    median: Interval
    p90: Interval
    over: Interval


@dataclass(frozen=True)
class Use:
    """One policy's days: the share of duty in which doctors were busy, when the last patient left (minutes since
    midnight), and how many for each day were never called or had their number run out. Of those who waited for one
    doctor, `own`: the share that this doctor called; None where nobody waited for one. `covered`: how many for each day
    were called by somebody who stood in (R33)."""

    policy: str
    busy: Interval
    ended: Interval
    unseen: float
    voided: float
    own: float | None
    covered: float


def wait_rows(policy: str, days: Sequence[Outcome], limit: float) -> list[Row]:
    """One row for everybody and one for each group that occurs, in the order of their names."""
    by_day = [_grouped(day) for day in days]
    groups = [ALL, *sorted({group for day in by_day for group in day} - {ALL})]
    return [_row(policy, group, [day[group] for day in by_day if group in day], len(days), limit) for group in groups]


def use_of(policy: str, days: Sequence[Outcome]) -> Use:
    """How busy the doctors were and how the days ended."""
    return Use(
        policy,
        interval([_share_busy(day) for day in days]),
        interval([day.ended for day in days]),
        statistics.fmean(sum(1 for stint in day.stints if stint.called is None) for day in days),
        statistics.fmean(day.voided for day in days),
        _share_own(days),
        statistics.fmean(sum(1 for stint in day.stints if stint.covered) for day in days),
    )


def _share_own(days: Sequence[Outcome]) -> float | None:
    called = [stint for day in days for stint in day.stints if stint.candidate.doctor and stint.called is not None]
    return statistics.fmean(0.0 if stint.covered else 1.0 for stint in called) if called else None


def _share_busy(day: Outcome) -> float:
    duty = sum(day.on_duty.values())
    return sum(day.busy.values()) / duty if duty else 0.0


def _grouped(day: Outcome) -> dict[str, list[float]]:
    groups: dict[str, list[float]] = {}
    for stint in day.stints:
        if stint.wait is not None:
            for group in (ALL, AGAIN.get(stint.line, stint.patient.kind)):
                groups.setdefault(group, []).append(stint.wait)
    return groups


def _row(policy: str, group: str, days: Sequence[list[float]], all_days: int, limit: float) -> Row:
    def each(figure: Callable[[list[float]], float]) -> Interval:
        return interval([figure(waits) for waits in days])

    return Row(
        policy=policy,
        group=group,
        count=sum(map(len, days)) / all_days,
        mean=each(statistics.fmean),
        median=each(lambda waits: percentile(waits, 50)),
        p90=each(lambda waits: percentile(waits, 90)),
        over=each(lambda waits: _over(waits, limit)),
    )


def _over(waits: Iterable[float], limit: float) -> float:
    return statistics.fmean(1.0 if wait > limit else 0.0 for wait in waits)
