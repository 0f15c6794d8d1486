"""Offers (R74): free, inside sessions, two or three, close to what is booked (R72)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.appointments.rules.offers import (
    MOST_OFFERS,
    DoctorTimes,
    Offer,
    Wish,
    find_offers,
    half_of_day,
    part_of_day,
)
from server.appointments.rules.roster import Span
from server.appointments.rules.slots import UNIT, ends_at, fits, free_runs, on_grid, unit_starts, units_of
from tests.support.clock import MONDAY_MORNING
from tests.support.house import SHANGHAI

NOW = MONDAY_MORNING  # 08:30 on the clinic's Monday
TODAY = date(2026, 11, 23)


def at(day: int, clock: str) -> datetime:
    """A time of the clinic, so many days from today, in UTC."""
    hour, minute = map(int, clock.split(":"))
    local = datetime(2026, 11, 23, hour, minute, tzinfo=SHANGHAI) + timedelta(days=day)
    return local.astimezone(UTC)


def span(day: int, start: str, end: str) -> Span:
    """A session."""
    return Span(at(day, start), at(day, end))


def wish(units: int = 1, part: str | None = None, earliest: int = 0, latest: int = 27) -> Wish:
    """A wish by days from today."""
    return Wish(units, TODAY + timedelta(days=earliest), TODAY + timedelta(days=latest), part)


def told(offers: list[Offer]) -> list[str]:
    """Offers in short."""
    return [f"{offer.doctor} {offer.starts_at.astimezone(SHANGHAI):%d %H:%M}" for offer in offers]


@st.composite
def doctor_times(draw: st.DrawFn, number: str) -> DoctorTimes:
    """A doctor with some sessions, not all on the quarter, and some booked units."""
    spans = []
    for day in draw(st.sets(st.integers(-1, 6), max_size=5)):
        start = at(day, "00:00") + timedelta(minutes=draw(st.integers(0, 1380)))
        spans.append(Span(start, start + timedelta(minutes=draw(st.integers(1, 300)))))
    spans.sort(key=lambda one: one.starts_at)
    apart = [one for number, one in enumerate(spans) if number == 0 or spans[number - 1].ends_at < one.starts_at]
    units = [unit for one in apart for unit in units_of(one)]
    taken = draw(st.sets(st.sampled_from(units))) if units else set()
    return DoctorTimes(number, apart, frozenset(taken))


houses = st.tuples(doctor_times("1001"), doctor_times("1002"), doctor_times("1003")).map(list)
wishes = st.builds(wish, st.integers(1, 16), st.sampled_from((None, "morning", "afternoon")), st.integers(0, 5))


@given(houses, wishes)
def test_offers_are_free_in_session_in_the_future_distinct_and_at_most_three_r74(
    house: list[DoctorTimes], asked: Wish
) -> None:
    by_number = {times.doctor: times for times in house}
    offers = find_offers(house, asked, NOW, SHANGHAI)
    assert len(offers) <= MOST_OFFERS
    assert len({(offer.doctor, offer.starts_at) for offer in offers}) == len(offers)
    for offer in offers:
        times = by_number[offer.doctor]
        assert offer.units == asked.units
        assert on_grid(offer.starts_at)
        assert offer.starts_at > NOW
        assert fits(times.spans, offer.starts_at, offer.units)
        assert not times.taken & set(unit_starts(offer.starts_at, offer.units))
        assert asked.earliest <= offer.starts_at.astimezone(SHANGHAI).date() <= asked.latest
        assert asked.part in (None, half_of_day(offer.starts_at, SHANGHAI))
    assert not any(one.overlaps(other) for one in offers for other in offers if one != other)


def test_a_time_before_noon_and_one_after_it_do_not_overlap_r74() -> None:
    """Two hours that begin before noon reach into the other half of the day."""
    noon = NOW.astimezone(SHANGHAI).replace(hour=12, minute=0) + timedelta(days=1)
    times = DoctorTimes("1001", [Span(noon - timedelta(hours=1), noon + timedelta(hours=2))], frozenset())
    offers = find_offers([times], Wish(8, noon.date(), noon.date()), NOW, SHANGHAI)
    assert len(offers) == 1


def test_with_an_empty_day_the_next_time_is_offered_first_r74() -> None:
    """Flush against now is no hole: nobody who asks at 8:30 is sent home until the evening."""
    start = NOW - timedelta(hours=1)
    times = DoctorTimes("1001", [Span(start, NOW + timedelta(hours=12))], frozenset())
    today = NOW.astimezone(SHANGHAI).date()
    offers = find_offers([times], Wish(1, today, today), NOW, SHANGHAI)
    assert offers[0].starts_at - NOW <= timedelta(minutes=15)


@given(houses, wishes)
def test_whoever_can_be_seen_at_all_is_offered_something(house: list[DoctorTimes], asked: Wish) -> None:
    possible = [
        unit
        for times in house
        for run in free_runs(times.spans, times.taken)
        for unit in run[: max(0, len(run) - asked.units + 1)]
        if unit > NOW
        and asked.earliest <= unit.astimezone(SHANGHAI).date() <= asked.latest
        and asked.part in (None, half_of_day(unit, SHANGHAI))
    ]
    assert bool(find_offers(house, asked, NOW, SHANGHAI)) == bool(possible)


@given(doctor_times("1001"), wishes)
def test_the_first_offer_of_a_day_leaves_no_hole_that_another_time_would_not_leave_r72(
    times: DoctorTimes, asked: Wish
) -> None:
    """Among the times of that day the offered one breaks up least: holes too short first, then holes at all."""

    def cost(starts_at: datetime) -> tuple[int, int]:
        run = next(run for run in free_runs(times.spans, times.taken) if starts_at in run)
        run = [unit for unit in run if unit > NOW]
        before = run.index(starts_at)
        holes = [hole for hole in (before, len(run) - before - asked.units) if hole]
        return sum(1 for hole in holes if hole < asked.units), len(holes)

    offers = find_offers([times], asked, NOW, SHANGHAI)
    for day in {offer.starts_at.astimezone(SHANGHAI).date() for offer in offers}:
        offered = [cost(one.starts_at) for one in offers if one.starts_at.astimezone(SHANGHAI).date() == day]
        others = [
            cost(unit)
            for run in free_runs(times.spans, times.taken)
            for unit in run[: max(0, len(run) - asked.units + 1)]
            if unit > NOW and unit.astimezone(SHANGHAI).date() == day
            and asked.part in (None, half_of_day(unit, SHANGHAI))
        ]  # fmt: skip
        assert min(offered) == min(others)


@given(houses, wishes)
def test_the_order_of_doctors_does_not_matter(house: list[DoctorTimes], asked: Wish) -> None:
    assert find_offers(house, asked, NOW, SHANGHAI) == find_offers(house[::-1], asked, NOW, SHANGHAI)


def test_three_days_give_one_time_each() -> None:
    times = DoctorTimes("1001", [span(day, "09:00", "12:00") for day in range(1, 6)], frozenset())
    assert told(find_offers([times], wish(), NOW, SHANGHAI)) == ["1001 24 09:00", "1001 25 09:00", "1001 26 09:00"]


def test_a_single_day_gives_both_halves_and_then_another_time() -> None:
    times = DoctorTimes("1001", [span(1, "09:00", "12:00"), span(1, "14:00", "17:00")], frozenset())
    assert told(find_offers([times], wish(2), NOW, SHANGHAI)) == ["1001 24 09:00", "1001 24 11:30", "1001 24 14:00"]


def test_a_time_lies_against_what_is_booked_and_leaves_no_hole_that_is_too_short_r72() -> None:
    booked = frozenset(unit_starts(at(1, "09:30"), 2))  # free: 09:00–09:30 and 10:00–12:00
    times = DoctorTimes("1001", [span(1, "09:00", "12:00")], booked)
    assert told(find_offers([times], wish(2), NOW, SHANGHAI))[0] == "1001 24 09:00"  # it fills the hole
    assert told(find_offers([times], wish(3), NOW, SHANGHAI))[0] == "1001 24 10:00"
    assert told(find_offers([times], wish(8), NOW, SHANGHAI)) == ["1001 24 10:00"]


def test_whoever_has_least_booked_that_day_is_offered_first_then_the_lower_number_r32() -> None:
    sessions = [span(1, "09:00", "12:00")]
    busy = DoctorTimes("1001", sessions, frozenset(unit_starts(at(1, "09:00"), 1)))
    free, other = DoctorTimes("1002", sessions, frozenset()), DoctorTimes("1003", sessions, frozenset())
    assert told(find_offers([busy, free, other], wish(), NOW, SHANGHAI))[0] == "1002 24 09:00"


def test_what_has_begun_is_past() -> None:
    times = DoctorTimes("1001", [span(0, "08:00", "09:00")], frozenset())
    assert told(find_offers([times], wish(), NOW, SHANGHAI)) == ["1001 23 08:45"]


def test_the_grid_is_the_clock_s_quarters_r68() -> None:
    assert units_of(span(1, "08:10", "09:05")) == [at(1, clock) for clock in ("08:15", "08:30", "08:45")]
    assert on_grid(at(1, "08:45"))
    assert not on_grid(at(1, "08:50"))
    assert ends_at(at(1, "08:00"), 3) == at(1, "08:00") + 3 * UNIT


@pytest.mark.parametrize(
    ("clock", "part", "half"),
    [
        ("03:00", "night", "morning"), ("06:00", "morning", "morning"), ("11:45", "morning", "morning"),
        ("12:00", "afternoon", "afternoon"), ("17:45", "afternoon", "afternoon"), ("18:00", "evening", "afternoon"),
        ("21:15", "evening", "afternoon"),
    ],
)  # fmt: skip
def test_a_time_has_the_name_that_people_give_it_and_lies_in_one_half_of_the_day_r74(
    clock: str, part: str, half: str
) -> None:
    hour, minute = map(int, clock.split(":"))
    instant = datetime(2026, 11, 24, hour, minute, tzinfo=SHANGHAI)
    assert (part_of_day(instant, SHANGHAI), half_of_day(instant, SHANGHAI)) == (part, half)
