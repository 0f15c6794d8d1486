"""Whose patient somebody is on a simulated day: the server's own rules, with who is there then (R31–R33, R38)."""

from __future__ import annotations

from dataclasses import replace

from server.queueing.rules.assignment import (
    APPOINTMENT,
    COVER,
    COVERABLE,
    ORIGINAL,
    ROTATION,
    WISH,
    Assignment,
    DoctorNow,
    Turn,
    after_turn,
    assign_own,
    next_in_turn,
    taken_now,
)
from server.queueing.rules.duty import NONE
from server.queueing.rules.ordering import Candidate, Policy
from server.simulation.values import Day, Patient, Stint


class Whose:
    """Who is there, whose turn it is, and for whom each patient waits. `matters`: whether that decides anything."""

    def __init__(self, day: Day, policy: Policy) -> None:
        self._policy = policy
        self._all = [duty.doctor for duty in day.duties]
        self._last_end = {duty.doctor: max((end for _, end in duty.spans), default=0.0) for duty in day.duties}
        self._gone: set[str] = set()
        self._turns: dict[str, Turn] = {}
        self.on_duty: frozenset[str] = frozenset()
        self.own_lines = policy.own_doctor or policy.assign == "rotation"
        self.matters = self.own_lines or any(patient.doctor for patient in day.patients)

    def comes(self, doctor: str) -> None:
        """A doctor begins."""
        self.on_duty |= {doctor}

    def goes(self, doctor: str, at: float) -> None:
        """A doctor leaves. Whoever waits for one who does not come back today agrees to another, see `now`."""
        self.on_duty -= {doctor}
        if at >= self._last_end[doctor]:
            self._gone.add(doctor)

    def of_new(self, patient: Patient) -> Assignment:
        """For whom somebody waits who has just come."""
        if patient.doctor is not None and patient.doctor not in self._gone:
            return Assignment(patient.doctor, APPOINTMENT if patient.appointment is not None else WISH)
        if patient.original is not None and self._policy.own_doctor:
            given = assign_own(patient.original, self._doctors(), NONE)
            return given if given.doctor is not None else Assignment()
        if self._policy.assign != "rotation":
            return Assignment()
        doctors = self._doctors()
        chosen = next_in_turn(doctors.values())
        if chosen is None:
            return Assignment()
        self._turns = after_turn(self._turns, doctors.values(), chosen.number)
        return Assignment(chosen.number, ROTATION)

    def of_returning(self, stint: Stint) -> Assignment:
        """Back with results: to who sent them, or whoever stands in; a wish outlives the examination."""
        if self._policy.own_doctor and stint.doctor is not None:
            return Assignment(stint.doctor, ORIGINAL if stint.doctor in self.on_duty else COVER)
        if stint.candidate.bound in (WISH, APPOINTMENT):
            return Assignment(stint.candidate.doctor, stint.candidate.bound)
        return Assignment()

    def now(self, candidate: Candidate) -> Candidate:
        """Somebody as the order sees them now: who waits for a doctor that has left for the day was asked, and agreed
        that another stands in (R33)."""
        waits = candidate.doctor is not None and candidate.bound not in COVERABLE
        return replace(candidate, bound=COVER) if waits and candidate.doctor in self._gone else candidate

    def _doctors(self) -> dict[str, DoctorNow]:
        return {
            number: DoctorNow(number, number in self.on_duty, taken=taken_now(self._turns, self.on_duty, number))
            for number in self._all
        }
