"""Drawing the days of a scenario: the same seed and day give the same people under every policy."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from server.queueing.rules.ordering.missed import MOST_MISSED
from server.simulation.scenario.shape import Length, PatientClass, Scenario
from server.simulation.values import Day, Duty, Errand, Patient


def draw_day(scenario: Scenario, seed: int, day: int) -> Day:
    """One day of a scenario."""
    chance = random.Random(f"{seed}/{day}")  # noqa: S311  (chance in a model, not a secret)
    classes = {one.code: one for one in scenario.classes}
    coming = sorted([*_walk_ins(scenario, chance), *_booked(scenario, chance)], key=lambda one: (one[0], one[1]))
    patients = tuple(
        _patient(number, at, classes[code], slot, scenario, chance) for number, (at, code, slot) in enumerate(coming)
    )
    duties = tuple(
        Duty(doctor.name, tuple(shift.minutes for shift in doctor.shifts), doctor.pace) for doctor in scenario.doctors
    )
    return Day(patients, duties, scenario.see_everyone, scenario.missed.holds_minutes)


def draw_length(length: Length, chance: random.Random) -> float:
    """Minutes that something lasts."""
    if length.shape == "exponential":
        return chance.expovariate(1 / length.mean_minutes)
    if length.cv2 == 0:
        return length.mean_minutes
    if length.shape == "gamma":
        return chance.gammavariate(1 / length.cv2, length.mean_minutes * length.cv2)
    variance = math.log1p(length.cv2)
    return chance.lognormvariate(math.log(length.mean_minutes) - variance / 2, math.sqrt(variance))


def _walk_ins(scenario: Scenario, chance: random.Random) -> Iterator[tuple[float, str, float | None]]:
    shares = {one.code: one.share for one in scenario.classes}
    for span in scenario.arrivals:
        if not span.per_hour:
            continue
        weights = span.shares or shares
        codes, values = list(weights), list(weights.values())
        at, end = span.minutes
        while (at := at + chance.expovariate(span.per_hour / 60)) < end:
            yield at, chance.choices(codes, values)[0], None


def _booked(scenario: Scenario, chance: random.Random) -> Iterator[tuple[float, str, float | None]]:
    for booked in scenario.appointments:
        slot, end = booked.minutes
        while slot < end:
            for _ in range(booked.places):
                comes = chance.random() >= booked.no_show
                at = max(0.0, chance.gauss(slot - booked.early_minutes, booked.spread_minutes))
                if comes:
                    yield at, booked.patient_class, slot
            slot += booked.every_minutes


def _patient(
    number: int, at: float, kind: PatientClass, slot: float | None, scenario: Scenario, chance: random.Random
) -> Patient:
    service = draw_length(kind.service, chance)
    misses = 0
    while misses <= MOST_MISSED and chance.random() < kind.missed_share:
        misses += 1
    errand = None
    if kind.results is not None and chance.random() < kind.results.share:
        errand = Errand(draw_length(kind.results.away, chance), draw_length(kind.results.service, chance))
    return Patient(
        number, at, kind.code, service, kind.urgency, "elder" if chance.random() < kind.elder_share else None, slot,
        None, misses, chance.expovariate(1 / max(0.1, scenario.missed.back_after_minutes)), errand,
    )  # fmt: skip
