"""Two desks see each other's bookings at once: a count of changes in every hall's documents."""

from __future__ import annotations

from datetime import timedelta

from server.appointments.service.changing import cancel_appointment
from server.appointments.service.exceptions import NewException, add_exception
from server.appointments.service.reminding import record_reminder
from server.core.outbox import OutboxRow
from server.realtime.projection import Projection
from tests.support.booking import DENTIST, OTHER_DENTIST, at, booked, person
from tests.support.house import HALLS, SHANGHAI, SUPERVISOR, House, at_once


def counts(house: House) -> list[int]:
    return [house.shown(hall).get("staff/appointments", {"count": 0})["count"] for hall in HALLS]


def test_every_change_is_told_to_every_hall_once_and_says_nothing_of_it_r65(house: House) -> None:
    row = booked(house, at("09:00"))
    assert counts(house) == [1] * 4
    assert house.shown()["staff/appointments"] == {"count": 1}
    house.do(record_reminder, row.id, "confirmed", None, SHANGHAI)
    house.do(cancel_appointment, row.id, "不来了", SHANGHAI)
    assert counts(house) == [3] * 4
    tomorrow = at("09:00").date()
    off = NewException(DENTIST, "off", tomorrow, tomorrow, None, None, "培训")
    house.do(add_exception, off, SHANGHAI, by=SUPERVISOR)
    assert counts(house) == [4] * 4
    assert "staff/appointments" not in house.shown(staff=False)


def test_what_changes_nothing_of_appointments_tells_nothing_of_them(house: House) -> None:
    house.patient()
    house.call()
    assert counts(house) == [0] * 4
    booked(house, at("09:00"))
    before = len(house.rows(OutboxRow))
    house.do(Projection(SHANGHAI).refresh, "dental")
    house.do(Projection(SHANGHAI).refresh, "dental")
    assert counts(house) == [1] * 4, "a refresh counts nothing"
    assert len(house.rows(OutboxRow)) <= before + 1


def test_bookings_at_once_are_each_counted_and_none_waits_for_ever(house: House) -> None:
    def step(place: int) -> None:
        doctor = (DENTIST, OTHER_DENTIST)[place % 2]
        who = person(f"患者{'甲乙丙丁戊己庚辛'[place]}")
        booked(house, at("08:00") + timedelta(minutes=15 * place), doctor, who=who)

    assert [problem for problem in at_once(8, step) if isinstance(problem, Exception)] == []
    assert counts(house) == [8] * 4
