"""Giving a patient to a doctor (R31–R33, R38, R40)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy import select

from server.clinic.models import Doctor, Room
from server.core.database import Work
from server.queueing.models import DoctorTurn, RoomState
from server.queueing.rules.assignment import (
    COVER,
    ORIGINAL,
    ROTATION,
    WISH,
    Assignment,
    DoctorNow,
    Turn,
    after_turn,
    assign_own,
    by_wish,
    next_in_turn,
    taken_now,
)
from server.queueing.rules.duty import NONE, Duty, Seat, duty_of
from server.queueing.service.queue import policy_of
from server.queueing.service.rooms import rooms_now


def doctors_now(work: Work, department: str, day: date) -> dict[str, DoctorNow]:
    """The doctors who work in a department, by number: whether on duty, and how many they were given today."""
    duty = duty_in(rooms_now(work, department))
    turns = {turn.doctor: Turn(turn.taken, turn.away) for turn in _turns(work, department, day)}
    rows = work.session.scalars(
        select(Doctor).where(Doctor.active.is_(True), (Doctor.department == department) | Doctor.number.in_(duty.there))
    )
    return {
        row.number: DoctorNow(
            row.number, row.number in duty.there, row.number in duty.ready,
            taken_now(turns, duty.ready, row.number), row.sex, row.title.get("zh-CN", ""),
        )
        for row in rows
    }  # fmt: skip


def _turns(work: Work, department: str, day: date) -> list[DoctorTurn]:
    wanted = select(DoctorTurn).where(DoctorTurn.department == department, DoctorTurn.service_day == day)
    return list(work.session.scalars(wanted.execution_options(populate_existing=True)))


def duty_in(rooms: list[tuple[Room, RoomState]]) -> Duty:
    """Who is there, by a department's rooms in their order (`rooms_now`)."""
    return duty_of(Seat(room.code, state.state, state.doctor, state.ticket is not None) for room, state in rooms)


def on_duty(work: Work, department: str) -> frozenset[str]:
    """The doctors on duty in a department (`rules.duty`)."""
    return duty_in(rooms_now(work, department)).there


def assign(
    work: Work, department: str, day: date, *, wish: str | None = None, original: str | None = None, session: str = NONE
) -> Assignment:
    """For whom a new ticket waits. `wish` is a doctor's number; `original` the doctor of before, for a return visit,
    with that doctor's `session` by the roster."""
    policy = policy_of(work, department)
    if wish is not None:
        return Assignment(wish, WISH)
    if original is not None and policy.own_doctor:
        return assign_own(original, doctors_now(work, department, day), session)
    if policy.assign != "rotation":
        return Assignment()
    chosen = _take_turn(work, department, day, next_in_turn)
    return Assignment(chosen, ROTATION) if chosen is not None else Assignment()


def _take_turn(
    work: Work, department: str, day: date,
    choose: Callable[[Iterable[DoctorNow]], DoctorNow | None],
) -> str | None:  # fmt: skip
    """Choose among the doctors of a department and count it as a turn; the queue's lock is held."""
    work.lock(f"queue:{department}")
    doctors = doctors_now(work, department, day)
    chosen = choose(doctors.values())
    if chosen is None:
        return None
    rows = {turn.doctor: turn for turn in _turns(work, department, day)}
    turns = {number: Turn(row.taken, row.away) for number, row in rows.items()}
    for number, turn in after_turn(turns, doctors.values(), chosen.number).items():
        if number not in rows:
            rows[number] = DoctorTurn(department=department, service_day=day, doctor=number)
            work.session.add(rows[number])
        rows[number].taken, rows[number].away = turn.taken, turn.away
    work.session.flush()
    return chosen.number


def doctor_by_wish(
    work: Work, department: str, day: date, sex: str | None, title: str | None
) -> str | None:
    """The number of the doctor on duty who fits a wish for sex or title, in turn; None where nobody does (R38)."""
    return _take_turn(work, department, day, lambda doctors: by_wish(doctors, sex, title))


def bind_to_who_saw(work: Work, department: str, seen_by: str | None) -> Assignment:
    """Back with results: to the doctor who sent them, or to whoever stands in (R31, R33)."""
    if seen_by is None or not policy_of(work, department).own_doctor:
        return Assignment()
    there = seen_by in on_duty(work, department)
    return Assignment(seen_by, ORIGINAL if there else COVER)
