"""Drawing the days of a scenario: the same seed and day give the same people under every policy."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from server.queueing.rules.ordering.missed import MOST_MISSED
from server.simulation.scenario.shape import Length, PatientClass, Scenario
from server.simulation.values import Day, Duty, Errand, Patient


@dataclass(frozen=True, slots=True)
class _Coming:
    """Somebody who comes: when, of which class, and for which booked time with whom."""

    at: float
    code: str
    slot: float | None = None
    doctor: str | None = None


def draw_day(scenario: Scenario, seed: int, day: int) -> Day:
    """One day of a scenario."""
    chance = random.Random(f"{seed}/{day}")  # noqa: S311  (chance in a model, not a secret)
    classes = {one.code: one for one in scenario.classes}
    coming = sorted([*_walk_ins(scenario, chance), *_booked(scenario, chance)], key=lambda one: (one.at, one.code))
    patients = tuple(_patient(number, one, classes[one.code], scenario, chance) for number, one in enumerate(coming))
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


def _walk_ins(scenario: Scenario, chance: random.Random) -> Iterator[_Coming]:
    shares = {one.code: one.share for one in scenario.classes}
    for span in scenario.arrivals:
        if not span.per_hour:
            continue
        weights = span.shares or shares
        codes, values = list(weights), list(weights.values())
        at, end = span.minutes
        while (at := at + chance.expovariate(span.per_hour / 60)) < end:
            yield _Coming(at, chance.choices(codes, values)[0])


def _booked(scenario: Scenario, chance: random.Random) -> Iterator[_Coming]:
    names = [doctor.name for doctor in scenario.doctors]
    for booked in scenario.appointments:
        places = 0
        slot, end = booked.minutes
        while slot < end:
            for _ in range(booked.places):
                comes = chance.random() >= booked.no_show
                at = max(0.0, chance.gauss(slot - booked.early_minutes, booked.spread_minutes))
                doctor = names[places % len(names)] if booked.with_doctor else None
                places += 1
                if comes:
                    yield _Coming(at, booked.patient_class, slot, doctor)
            slot += booked.every_minutes


def _patient(
    number: int, coming: _Coming, kind: PatientClass, scenario: Scenario, chance: random.Random
) -> Patient:  # fmt: skip
    service = draw_length(kind.service, chance)
    misses = 0
    while misses <= MOST_MISSED and chance.random() < kind.missed_share:
        misses += 1
    errand = None
    if kind.results is not None and chance.random() < kind.results.share:
        errand = Errand(draw_length(kind.results.away, chance), draw_length(kind.results.service, chance))
    priority = "elder" if chance.random() < kind.elder_share else None
    back_after = chance.expovariate(1 / max(0.1, scenario.missed.back_after_minutes))
    original, wish = _doctors(kind, scenario, chance)
    return Patient(
        number, coming.at, kind.code, service, kind.urgency, priority, coming.slot, coming.doctor or wish, misses,
        back_after, errand, original,
    )  # fmt: skip


def _doctors(kind: PatientClass, scenario: Scenario, chance: random.Random) -> tuple[str | None, str | None]:
    """Who saw the patient before, and whom they ask for. Nothing is drawn where nobody does."""
    names = [doctor.name for doctor in scenario.doctors]
    original = chance.choice(names) if kind.returning_share and chance.random() < kind.returning_share else None
    wish = chance.choice(names) if kind.wish_share and chance.random() < kind.wish_share else None
    return original, wish
