"""Two or three concrete times (R74), close to what is booked already (R72): one pure function.

Each day gives its best time, until three days have given one; where there are too few days, the other half of a day
follows, then anything that is left. The best time of a day is the one that breaks up least: first without leaving a
hole too short for a visit of the same length, then against a booking or a session's end, then with the doctor who has
least booked that day (R32), then early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.appointments.rules.roster import Span
from server.appointments.rules.slots import UNIT, free_runs

MOST_OFFERS = 3
NOON = 12
HALVES = ("morning", "afternoon")
#: The parts of the day as people call them, each with the hour at which it is over.
PARTS_OF_DAY = (("night", 6), ("morning", NOON), ("afternoon", 18), ("evening", 24))


@dataclass(frozen=True)
class DoctorTimes:
    """When a doctor is there, and the units that are taken, all in UTC."""

    doctor: str
    spans: Sequence[Span]
    taken: frozenset[datetime]


@dataclass(frozen=True)
class Wish:
    """What somebody asks for: so many units, from `earliest` to `latest`, in the `part` of the day (None: either)."""

    units: int
    earliest: date
    latest: date
    part: str | None = None


@dataclass(frozen=True)
class Offer:
    """A time that is free: a doctor, when it begins, how many units."""

    doctor: str
    starts_at: datetime
    units: int

    @property
    def ends_at(self) -> datetime:
        """When it is over by the book."""
        return self.starts_at + self.units * UNIT

    def overlaps(self, other: Offer) -> bool:
        """Whether both would need the same doctor at the same time."""
        return self.doctor == other.doctor and self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True)
class _Candidate:
    offer: Offer
    day: date
    part: str
    cost: tuple[int, int, int, datetime, int, str]


def part_of_day(instant: datetime, timezone: ZoneInfo) -> str:
    """What people call a time in the clinic's own time: `night` before 6, `morning` before noon, `afternoon` before
    18, then `evening`."""
    hour = instant.astimezone(timezone).hour
    return next(name for name, until in PARTS_OF_DAY if hour < until)


def half_of_day(instant: datetime, timezone: ZoneInfo) -> str:
    """Which half of a day is meant by whoever wishes for one: `morning` before noon, else `afternoon`, which runs on
    into the evening."""
    return HALVES[0] if instant.astimezone(timezone).hour < NOON else HALVES[1]


def find_offers(
    doctors: Sequence[DoctorTimes], wish: Wish, now: datetime, timezone: ZoneInfo, limit: int = MOST_OFFERS
) -> list[Offer]:
    """At most `limit` times that suit the wish, in order of time; empty where nothing is free."""
    by_day: dict[date, list[_Candidate]] = {}
    for candidate in _candidates(doctors, wish, now, timezone):
        by_day.setdefault(candidate.day, []).append(candidate)
    days = [sorted(by_day[day], key=lambda one: one.cost) for day in sorted(by_day)]
    chosen: list[_Candidate] = []

    def take_from_each(suits: Callable[[_Candidate], bool] = lambda _: True) -> None:
        for day in days:
            if len(chosen) < limit:
                apart = (one for one in day if not any(one.offer.overlaps(other.offer) for other in chosen))
                chosen.extend([one for one in apart if suits(one)][:1])

    take_from_each()
    halves = {(one.day, one.part) for one in chosen}
    take_from_each(lambda one: (one.day, one.part) not in halves)
    for _ in range(limit):
        take_from_each()
    return sorted((one.offer for one in chosen), key=lambda offer: (offer.starts_at, offer.doctor))


def _candidates(
    doctors: Sequence[DoctorTimes], wish: Wish, now: datetime, timezone: ZoneInfo
) -> Iterator[_Candidate]:
    for times in doctors:
        booked: dict[date, int] = {}
        for unit in times.taken:
            day = unit.astimezone(timezone).date()
            booked[day] = booked.get(day, 0) + 1
        for free in free_runs(times.spans, times.taken):
            run = [unit for unit in free if unit > now]  # what is over leaves no hole
            for at in range(len(run) - wish.units + 1):
                day, part = run[at].astimezone(timezone).date(), half_of_day(run[at], timezone)
                if not wish.earliest <= day <= wish.latest or wish.part not in (None, part):
                    continue
                holes = [hole for hole in (at, len(run) - wish.units - at) if hole]
                too_short = sum(1 for hole in holes if hole < wish.units)
                offer = Offer(times.doctor, run[at], wish.units)
                cost = (too_short, len(holes), booked.get(day, 0), run[at], len(times.doctor), times.doctor)
                yield _Candidate(offer, day, part, cost)


def horizon(today: date, days: int) -> date:
    """The last day that can be booked."""
    return today + timedelta(days=days)
