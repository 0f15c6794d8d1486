"""Who is before whom, read off the lines by which rooms call, and how long it takes (R31, R34, R37, R53)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.queueing.rules.ordering import NOTHING_YET, Candidate, Policy, choose_for_room
from server.waiting.rules.forecast import Room, Spread
from server.waiting.rules.learning import EARLY, ENOUGH, OWN, Learned, Outcome, learn_outcomes
from server.waiting.rules.outlook import Outlook, Prospect, Situation
from server.waiting.rules.services import ServiceTimes

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DOCTORS = ("a", "b", "c")
LENGTHS = ServiceTimes(10)


def person(number: int, doctor: str | None = None, *, urgency: int = 4, booked: float | None = None) -> Candidate:
    """Somebody who joined `number` seconds ago, the greater number the earlier; `booked`: minutes from now."""
    slot = None if booked is None else NOW + timedelta(minutes=booked)
    bound = None if doctor is None else "appointment" if booked is not None else "wish"
    since = NOW - timedelta(seconds=number)
    return Candidate(str(number), str(number), urgency, since, 1000 - number, doctor, None, "first", None, slot, bound)


def outlook(people: list[Candidate], rooms: list[Room], **more: Any) -> Outlook:
    """The outlook of a department of these people and rooms."""
    given: dict[str, Any] = {"policy": Policy(), "course": NOTHING_YET} | more
    given.setdefault("on_duty", frozenset(room.doctor for room in rooms if room.doctor and not room.opens_in))
    situation = Situation(rooms=rooms, waiting=people, kinds={one.ticket: "" for one in people}, now=NOW, **given)
    return Outlook(situation, LENGTHS, Learned())


def median(prospect: Prospect) -> float:
    """The forecast wait; 0 for at once."""
    return 0.0 if prospect.spread is None else prospect.spread.median


BUSY = [Room("a", "", 4.0), Room("b", "", 2.0), Room("c", "", 0.0)]

crowds = st.lists(
    st.tuples(st.sampled_from((None, None, "a", "b", "gone")), st.sampled_from((4, 4, 3))), max_size=25
).map(lambda each: [person(900 - place, doctor, urgency=level) for place, (doctor, level) in enumerate(each)])


@settings(max_examples=60, deadline=None)
@given(crowds, st.sampled_from(DOCTORS))
def test_as_many_are_ahead_as_that_doctors_room_calls_before_r31_r53(people: list[Candidate], doctor: str) -> None:
    """Told, and then called one after the other by the rule that calls."""
    told = outlook(people, BUSY)
    left, before, present = list(people), 0, frozenset(DOCTORS)
    while (choice := choose_for_room(left, doctor, present, True, NOW, Policy(), NOTHING_YET)) is not None:
        if choice.candidate.doctor == doctor:
            assert told.ahead(choice.candidate.ticket) == before == len(told.before(choice.candidate.ticket))
        left.remove(choice.candidate)
        before += 1


@settings(max_examples=40, deadline=None)
@given(crowds)
def test_everyone_stands_in_the_order_once_and_only_who_waits_for_nobody_there_has_no_figure(
    people: list[Candidate],
) -> None:
    told = outlook(people, BUSY)
    assert sorted(one.ticket for one in told.order) == sorted(one.ticket for one in people)
    for one in people:
        prospect = told.of(one.ticket)
        assert prospect.known is (one.doctor != "gone")
        assert prospect.ahead >= 0
        estimate = prospect.estimate(Learned())
        assert estimate is None or 0 <= estimate.low <= estimate.likely <= estimate.high


def test_a_line_of_all_rooms_and_the_same_with_one_wish_at_its_end_say_nearly_the_same() -> None:
    """The two ways of working it out agree where they can be compared."""
    everyone = [person(900 - place) for place in range(12)]
    plain, played = outlook(everyone, BUSY), outlook([*everyone, person(1, "a")], BUSY)
    for place, one in enumerate(everyone):
        assert plain.of(one.ticket).ahead == played.of(one.ticket).ahead == place
        assert median(played.of(one.ticket)) == pytest.approx(median(plain.of(one.ticket)), abs=1.0)


def test_who_waits_for_one_doctor_waits_for_that_room_r38() -> None:
    rooms = [Room("quick", elapsed=9.0), Room("asked-for", elapsed=0.0)]
    people = [person(900, "asked-for"), person(800, "asked-for"), person(700), person(600, "asked-for")]
    told = outlook(people, rooms)
    assert told.of("600").ahead == 2 + 1
    assert median(told.of("600")) == pytest.approx(30, abs=4)
    assert (told.of("700").ahead, median(told.of("700")) < 10) == (0, True)


def test_who_would_choose_a_doctor_is_told_that_doctors_line_r37() -> None:
    people = [person(900 - place, "b") for place in range(5)]
    told = outlook(people, BUSY)
    waits = {doctor: told.newcomer(doctor) for doctor in DOCTORS}
    assert [waits[doctor].ahead for doctor in DOCTORS] == [0, 5, 0]
    assert median(waits["b"]) > 45
    assert median(waits["c"]) < 15
    assert median(told.newcomer()) <= median(waits["a"])
    joined = outlook([*people, person(0, "b")], BUSY).of("0")
    assert (joined.ahead, median(joined)) == (5, pytest.approx(median(waits["b"]), abs=1.5))
    assert told.newcomer("gone").known is False


def test_a_free_room_is_at_once_for_whom_it_may_call_only() -> None:
    rooms = [Room("a"), Room("b", "", 5.0)]
    told = outlook([person(2, "b"), person(1)], rooms)
    assert told.of("1").estimate(Learned()) == outlook([person(1)], rooms).of("1").estimate(Learned())
    assert told.of("1").spread is None
    assert median(told.of("2")) > 1


def test_the_wait_for_a_session_to_come_begins_with_it() -> None:
    rooms = [*BUSY, Room("late", opens_in=90.0)]
    told = outlook([person(5, "late"), person(4, "late")], rooms, on_duty=frozenset(DOCTORS))
    first, second = told.of("5").spread, told.of("4").spread
    assert first is not None
    assert second is not None
    assert (first.median, first.sure) == (90, 90)
    assert second.median == pytest.approx(100, abs=2)


def test_who_came_early_waits_from_the_booked_time_r34() -> None:
    people = [person(900 - place) for place in range(9)] + [person(1, "a", booked=70)]
    told = outlook(people, BUSY).of("1")
    assert told.spread is not None
    assert told.lane == OWN + EARLY
    assert told.spread.sure == 60
    assert 60 <= told.spread.median <= 75
    estimate = told.estimate(Learned())
    assert estimate is not None
    assert 50 <= estimate.low <= 60 < estimate.high <= 85


def test_who_came_early_goes_in_at_once_where_nobody_else_waits_r34() -> None:
    told = outlook([person(1, "a", booked=70)], [Room("a"), Room("b", "", 3.0)]).of("1")
    assert (told.known, told.spread) == (True, None)


def test_a_booked_time_that_comes_goes_before_those_who_wait_r65() -> None:
    people = [person(900 - place) for place in range(12)]
    without = median(outlook(people, [BUSY[0]]).of("889"))
    booked = [person(5, booked=30), person(4, booked=30)]
    assert median(outlook([*people, *booked], [BUSY[0]]).of("889")) == pytest.approx(without + 20, abs=6)


def test_of_a_long_queue_the_places_behind_what_is_played_still_wait_longer() -> None:
    people = [person(900 - place, "a" if place % 3 == 0 else None) for place in range(120)]
    told = outlook(people, BUSY)
    own = [median(told.of(one.ticket)) for one in people if one.doctor]
    anyone = [median(told.of(one.ticket)) for one in people if one.doctor is None]
    assert own == sorted(own)
    assert anyone == sorted(anyone)
    assert own[-1] > 300
    assert told.of(people[-1].ticket).ahead > 70


def test_waits_for_one_doctor_are_learned_apart_r53() -> None:
    spread = Spread(20.0, 8.0, 8.0)
    pool = [Outcome("first", 3, 3, spread, 20.0)] * ENOUGH
    own = [Outcome(OWN + "first", 3, 3, spread, 40.0)] * ENOUGH
    early = [Outcome(OWN + EARLY, 3, 3, Spread(2.0, 2.0, 2.0), -4.0)] * ENOUGH
    learned = learn_outcomes([*pool, *own, *early])
    assert learned.of("first").corrected(spread).median == pytest.approx(20, abs=1)
    assert learned.of(OWN + "first").corrected(spread).median > 35
    assert learned.of(OWN + "return") is learned.of(OWN + "appointment")  # too few of either: as all such waits
    assert learned.of(OWN + "return").corrected(spread).median > 35
    assert learned.of(EARLY).corrected(spread) == spread


def test_what_is_sure_to_pass_is_not_corrected_by_experience() -> None:
    slow = Learned(ratio=1.5)
    assert slow.corrected(Spread(70.0, 5.0, 5.0, sure=60.0)).median == 75
