"""Simulated days know whose patient somebody is, by the server's own rules (R31–R33, R38)."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from server.queueing.rules.assignment import ROTATION
from server.queueing.rules.ordering import Policy
from server.simulation.engine import run_day
from server.simulation.report import use_of
from server.simulation.scenario import draw_day, read_scenario
from server.simulation.values import Day, Duty, Errand, Outcome, Patient, Stint

OPENS, CLOSES = 480.0, 720.0
EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "scenarios" / "own-doctors.toml"
OWN = Policy(own_doctor=True)


def duties(*names: str, until: float = CLOSES) -> tuple[Duty, ...]:
    """Doctors who are there all morning."""
    return tuple(Duty(name, ((OPENS, until),)) for name in names)


def stints_of(outcome: Outcome, number: int) -> list[Stint]:
    """The waits of one patient, in order."""
    return [stint for stint in outcome.stints if stint.patient.number == number]


@pytest.mark.parametrize("seed", range(20))
def test_new_patients_are_balanced_within_one_over_a_day_whoever_comes_when_r32(seed: int) -> None:
    """At every instant of the day: of doctors who are there all along nobody was given two more than another."""
    chance = random.Random(seed)
    patients = tuple(
        Patient(
            number, chance.uniform(OPENS, CLOSES), "first", chance.uniform(3, 20), chance.choice((3, 4)), None, None,
            chance.choice((None, None, None, "1002")), chance.choice((0, 0, 1)), 5.0,
            chance.choice((None, Errand(20.0, 5.0))), chance.choice((None, None, "1001")),
        )
        for number in range(60)
    )  # fmt: skip
    here = duties("1001", "1002", "1003")
    comes_later = Duty("1004", ((OPENS + 100, CLOSES),))
    outcome = run_day(Day(patients, (*here, comes_later)), Policy(own_doctor=True, assign="rotation"))
    given: Counter[str] = Counter({duty.doctor: 0 for duty in here})
    later: Counter[str] = Counter()
    for stint in outcome.stints:
        if stint.candidate.bound == ROTATION and stint.line == "first":
            given[str(stint.candidate.doctor)] += 1
            later[str(stint.candidate.doctor)] += stint.joined >= OPENS + 100
            counts = [given[duty.doctor] for duty in here]
            assert max(counts) - min(counts) <= 1
    assert sum(given.values()) > 20
    assert abs(later["1004"] - later["1001"]) <= 1  # an absence is not made up for


def test_who_comes_again_waits_for_the_doctor_of_before_although_another_is_free_r31() -> None:
    patients = (
        Patient(1, OPENS, "first", 30.0, doctor="a"),
        Patient(2, OPENS + 1, "return", 5.0, original="a"),
    )
    day = Day(patients, duties("a", "b"))
    assert [(one.doctor, one.called) for one in stints_of(run_day(day, OWN), 2)] == [("a", OPENS + 30)]
    assert [(one.doctor, one.called) for one in stints_of(run_day(day, Policy()), 2)] == [("b", OPENS + 1)]


def test_back_with_results_goes_to_who_sent_them_r31() -> None:
    patients = (
        Patient(1, OPENS, "first", 5.0, errand=Errand(20.0, 4.0)),
        Patient(2, OPENS + 20, "first", 30.0, doctor="a"),
    )
    outcome = run_day(Day(patients, duties("a", "b")), OWN)
    assert [stint.doctor for stint in stints_of(outcome, 1)] == ["a", "a"]
    assert stints_of(outcome, 1)[1].called == OPENS + 50


def test_an_absent_doctors_patient_goes_to_the_free_room_that_comes_first_r33() -> None:
    patients = (
        Patient(1, OPENS + 1, "first", 30.0, doctor="b"),
        Patient(2, OPENS + 2, "return", 5.0, original="away"),
    )
    away = Duty("away", ((CLOSES - 10, CLOSES),))
    outcome = run_day(Day(patients, (*duties("c", "b", "d"), away)), OWN)
    [stint] = stints_of(outcome, 2)
    assert (stint.doctor, stint.called, stint.covered) == ("c", OPENS + 2, True)
    use = use_of("own", [outcome])
    assert (use.own, use.covered) == (0.5, 1.0)


def test_when_a_doctor_leaves_for_the_day_another_stands_in_and_nobody_is_lost_r33() -> None:
    patients = tuple(Patient(number, OPENS, "return", 20.0, original="leaves") for number in range(6))
    day = Day(patients, (Duty("leaves", ((OPENS, OPENS + 30),)), *duties("stays")))
    outcome = run_day(day, OWN)
    assert Counter(stint.doctor for stint in outcome.stints) == {"leaves": 2, "stays": 4}
    assert all(stint.called is not None for stint in outcome.stints)


def test_a_wish_waits_for_that_doctor_and_outlives_an_examination_r38() -> None:
    patients = (Patient(1, OPENS, "first", 5.0, doctor="b", errand=Errand(15.0, 4.0)),)
    assert [one.doctor for one in run_day(Day(patients, duties("a", "b")), Policy()).stints] == ["b", "b"]


def test_the_example_draws_returns_wishes_and_booked_doctors() -> None:
    scenario = read_scenario(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name)
    people = [one for day in range(10) for one in draw_day(scenario, 1, day).patients]
    returns = [one for one in people if one.kind == "return"]
    assert all(one.original for one in returns)
    assert {one.original for one in returns} == {"1001", "1002", "1003", "1004"}
    assert all(one.doctor for one in people if one.appointment is not None)
    wishes = [one for one in people if one.kind == "first" and one.doctor]
    assert 0.05 < len(wishes) / sum(1 for one in people if one.kind == "first") < 0.15
