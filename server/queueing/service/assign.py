"""Giving a patient to a doctor (R31–R33, R38, R40)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.clinic.models import Doctor
from server.clinic.rules import is_open
from server.core.database import Work
from server.queueing.models import DoctorTurn, RoomState
from server.queueing.rules.assignment import (
    ORIGINAL,
    ROTATION,
    WISH,
    Assignment,
    DoctorNow,
    assign_own,
    by_wish,
    first_share,
    next_in_turn,
)
from server.queueing.service.queue import policy_of
from server.queueing.service.rooms import rooms_now

#: A doctor in one of these rooms is on duty; a closed room has nobody.
ON_DUTY = ("open", "paused")


def doctors_now(work: Work, department: str, day: date, timezone: ZoneInfo) -> dict[str, DoctorNow]:
    """The doctors who work in a department, by number: on duty, expected, and how many they were given today."""
    seated = on_duty(work, department)
    taken = dict(
        work.session.execute(
            select(DoctorTurn.doctor, DoctorTurn.taken).where(
                DoctorTurn.department == department, DoctorTurn.service_day == day
            )
        ).all()
    )
    usual = first_share(taken[number] for number in seated if number in taken)
    rows = work.session.scalars(
        select(Doctor).where(Doctor.active.is_(True), (Doctor.department == department) | Doctor.number.in_(seated))
    )
    return {
        row.number: DoctorNow(
            row.number, row.number in seated, is_open(row.sessions, work.now, timezone), taken.get(row.number, usual),
            row.sex, row.title.get("zh-CN", ""),
        )
        for row in rows
    }  # fmt: skip


def on_duty(work: Work, department: str) -> frozenset[str]:
    """The doctors who sit in the department's rooms now."""
    states = [state for _, state in rooms_now(work, department) if state.state in ON_DUTY]
    return frozenset(state.doctor for state in states if state.doctor)


def first_free_room(work: Work, department: str) -> str | None:
    """The free open room with a doctor that comes first by number: it takes the patients of who is not there (R33)."""
    return next((room.code for room, state in rooms_now(work, department) if _is_free(state)), None)


def _is_free(state: RoomState) -> bool:
    return state.state == "open" and state.doctor is not None and state.ticket is None


def assign(
    work: Work, department: str, day: date, timezone: ZoneInfo, *, wish: str | None = None, original: str | None = None
) -> Assignment:
    """For whom a new ticket waits. `wish` is a doctor's number; `original` the doctor of before, for a return visit."""
    policy = policy_of(work, department)
    if wish is not None:
        return Assignment(wish, WISH)
    if original is not None and policy.own_doctor:
        return assign_own(original, doctors_now(work, department, day, timezone))
    if policy.assign != "rotation":
        return Assignment()
    work.lock(f"queue:{department}")
    doctors = doctors_now(work, department, day, timezone)
    chosen = next_in_turn(doctors.values())
    if chosen is None:
        return Assignment()
    _count(work, department, day, doctors, chosen.number)
    return Assignment(chosen.number, ROTATION)


def _count(work: Work, department: str, day: date, doctors: Mapping[str, DoctorNow], number: str) -> None:
    for doctor in doctors.values():
        if not doctor.on_duty:
            continue
        row = work.session.get(DoctorTurn, (department, day, doctor.number), populate_existing=True)
        if row is None:
            row = DoctorTurn(department=department, service_day=day, doctor=doctor.number, taken=doctor.taken)
            work.session.add(row)
        row.taken += doctor.number == number
    work.session.flush()


def doctor_by_wish(
    work: Work, department: str, day: date, timezone: ZoneInfo, sex: str | None, title: str | None
) -> str | None:
    """The number of the doctor on duty who fits a wish for sex or title; None where nobody does (R38)."""
    found = by_wish(doctors_now(work, department, day, timezone).values(), sex, title)
    return found.number if found is not None else None


def bind_to_who_saw(work: Work, department: str, seen_by: str | None) -> Assignment:
    """Back with results: to the doctor who sent them, or to whoever stands in (R31, R33)."""
    if seen_by is None or not policy_of(work, department).own_doctor:
        return Assignment()
    there = seen_by in on_duty(work, department)
    return Assignment(seen_by, ORIGINAL if there else "cover")
