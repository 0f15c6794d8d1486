"""A simulated day keeps the clinic's rules: one patient a room, nobody lost, the order of the policy (R29, R41)."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.queueing.rules.ordering import KINDS, Policy
from server.simulation.engine import run_day
from server.simulation.values import Day, Duty, Errand, Outcome, Patient, Stint
from tests.bench.simulation import a_day, crowd

OPENS, CLOSES = 480.0, 600.0


def people(count: int, seed: int, misses: int = 0) -> tuple[Patient, ...]:
    """A mixed crowd."""
    chance = random.Random(seed)
    return tuple(
        Patient(
            number, chance.uniform(OPENS - 20, CLOSES), "first", chance.uniform(2, 15), chance.choice((4, 4, 4, 3)),
            chance.choice((None, None, "elder")), chance.choice((None, None, chance.uniform(OPENS, CLOSES))), None,
            chance.choice((0, 0, misses)), 5.0, chance.choice((None, Errand(20.0, 4.0))),
        )
        for number in range(count)
    )  # fmt: skip


def by_doctor(outcome: Outcome) -> dict[str | None, list[Stint]]:
    """What each room did, in order."""
    rooms: dict[str | None, list[Stint]] = {}
    for stint in sorted((one for one in outcome.stints if one.called is not None), key=lambda one: one.called or 0):
        rooms.setdefault(stint.doctor, []).append(stint)
    return rooms


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(sorted(KINDS)), st.integers(1, 4))
def test_a_room_holds_one_patient_and_everybody_is_seen_r41(seed: int, kind: str, rooms: int) -> None:
    patients = people(40, seed)
    duties = tuple(Duty(str(room), ((OPENS, CLOSES),)) for room in range(rooms))
    outcome = run_day(Day(patients, duties), Policy(kind=kind))
    for stints in by_doctor(outcome).values():
        assert all(before.left <= after.called for before, after in pairwise(stints) if before.left and after.called)
    seen = [stint.patient.number for stint in outcome.stints if stint.left is not None]
    assert sorted(seen) == sorted([one.number for one in patients] + [one.number for one in patients if one.errand])
    assert all(stint.wait is not None and stint.wait >= 0 for stint in outcome.stints)


@pytest.mark.parametrize("missed", ["inserted", "places_back", "slot_end"])
def test_who_misses_calls_is_called_again_until_the_number_is_void(missed: str) -> None:
    duties = (Duty("a", ((OPENS, CLOSES),)), Duty("b", ((OPENS, CLOSES),)))
    patients = people(30, 4, misses=4)
    outcome = run_day(Day(patients, duties), Policy(kind="interleave", missed=missed))
    void = outcome.voided if missed == "places_back" else 0
    assert outcome.voided == void
    assert (missed == "places_back") is (outcome.voided > 0)
    calls = [stint for stint in outcome.stints if stint.missed]
    assert len(calls) == sum(one.misses for one in patients)
    assert all(stint.left == (stint.called or 0) + 2 for stint in calls)


def test_the_worked_example_of_turns_holds_over_a_whole_day_r30() -> None:
    """Patient 2 is back while 13 is being seen: 14, 15, return, 16, 17, return."""
    patients = tuple(
        Patient(number, OPENS, "first", 5.0, errand=Errand(52.0, 5.0) if number == 2 else None)
        for number in range(1, 18)
    )
    outcome = run_day(Day(patients, (Duty("a", ((OPENS, CLOSES),)),)), Policy(kind="interleave"))
    called = [stint for stint in by_doctor(outcome)["a"] if (stint.called or 0) >= OPENS + 60]
    assert [(one.patient.number, one.line) for one in called][:4] == [
        (13, "first"), (14, "first"), (15, "first"), (2, "return"),
    ]  # fmt: skip


def test_a_doctor_who_leaves_finishes_the_last_patient_and_calls_nobody_after() -> None:
    patients = tuple(Patient(number, OPENS, "first", 20.0) for number in range(8))
    day = Day(patients, (Duty("stays", ((OPENS, CLOSES),)), Duty("leaves", ((OPENS, OPENS + 30),))))
    rooms = by_doctor(run_day(day, Policy()))
    assert [one.called for one in rooms["leaves"]] == [OPENS, OPENS + 20]
    assert len(rooms["stays"]) == 6


def test_where_nobody_stays_on_those_left_are_told_as_not_seen() -> None:
    patients = tuple(Patient(number, OPENS, "first", 50.0) for number in range(8))
    outcome = run_day(Day(patients, (Duty("a", ((OPENS, CLOSES),)),), see_everyone=False), Policy())
    assert sum(1 for stint in outcome.stints if stint.called is None) == 5
    assert outcome.busy["a"] == outcome.on_duty["a"] == CLOSES - OPENS


def test_a_break_is_kept_and_a_slower_doctor_takes_longer() -> None:
    duty = Duty("a", ((OPENS, OPENS + 30), (OPENS + 60, CLOSES)), pace=1.5)
    outcome = run_day(Day(tuple(Patient(n, OPENS, "first", 20.0) for n in range(2)), (duty,)), Policy())
    assert [(one.called, one.left) for one in outcome.stints] == [(OPENS, OPENS + 30), (OPENS + 60, OPENS + 90)]


def test_only_the_doctor_who_was_asked_for_calls_r38() -> None:
    patients = (Patient(1, OPENS, "first", 30.0, doctor="b"), Patient(2, OPENS + 1, "first", 5.0, doctor="b"))
    rooms = by_doctor(run_day(Day(patients, (Duty("a", ((OPENS, CLOSES),)), Duty("b", ((OPENS, CLOSES),)))), Policy()))
    assert [one.called for one in rooms["b"]] == [OPENS, OPENS + 30]
    assert "a" not in rooms


def test_a_day_of_ten_thousand_patients_takes_less_than_ten_seconds_of_work() -> None:
    """Seconds of the processor, so that a busy machine changes nothing."""
    day = a_day(crowd(10_000), load=0.95)
    began = time.process_time()
    outcome = run_day(day, Policy(kind="interleave"))
    assert time.process_time() - began < 10
    assert len({stint.patient.number for stint in outcome.stints if stint.left is not None}) == 10_000
