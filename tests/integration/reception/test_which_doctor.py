"""Which doctor: on duty, known for the complaint, and how long each takes (R25, R26, R37)."""

from __future__ import annotations

from typing import Any

from server.queueing import service
from server.reception.service import clinic_document, doctors_for, open_now
from server.triage.service import assess
from tests.support.house import SHANGHAI, House


def offered(house: House, department: str, text: str) -> list[dict[str, Any]]:
    """The doctors that are offered for a complaint."""
    doctors = house.look(clinic_document, SHANGHAI)["doctors"]
    open_departments = house.look(open_now, SHANGHAI)
    told = assess(text=text, symptoms=(), age_years=40, sex="female", open_departments=open_departments)
    return doctors_for(doctors, department, told)


def test_who_is_known_for_the_complaint_comes_first_and_the_reason_is_told_r25(house: House) -> None:
    first, *others = offered(house, "internal", "发烧三天")
    assert (first["number"], first["fits"]["zh-CN"]) == ("1002", "发热")
    assert [one["fits"] for one in others] == [None] * len(others)
    assert first["estimate"] is not None


def test_only_doctors_on_duty_are_offered_r26(house: House) -> None:
    house.do(service.set_room_state, "east-2", "closed")
    assert "1002" not in [one["number"] for one in offered(house, "internal", "发烧三天")]


def test_of_others_the_shorter_wait_comes_first_r37(house: House) -> None:
    for room in ("east-1", "east-2", "east-3", "east-5"):
        house.patient()
        house.do(service.arrive, house.call(room))
    for _ in range(3):
        house.patient(doctor="1001")
    numbers = [one["number"] for one in offered(house, "internal", "说不清哪里不舒服")]
    assert numbers[-1] == "1001"


def test_nobody_in_danger_is_offered_a_choice_r22(house: House) -> None:
    assert offered(house, "cardiology", "胸口像压着石头一样痛，喘不上气") == []
