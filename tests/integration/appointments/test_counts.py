"""The daily count of appointments: by channel and doctor, and what became of them (R67)."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from server.appointments.rules.counts import table_text
from server.appointments.service.changing import NewTime, cancel_appointment, reschedule
from server.appointments.service.closing import close_past_appointments
from server.appointments.service.counts import count_day, count_table
from server.clinic.models import Doctor
from server.core.database import Work
from tests.support.booking import DENTIST, OTHER_DENTIST, WEB, at, booked, person
from tests.support.house import SHANGHAI, House

DAY = date(2026, 11, 24)


@pytest.fixture
def counted(house: House) -> House:
    """Five appointments of a day: one moved away, one cancelled, three that nobody came for; then the next day."""
    booked(house, at("09:00"))
    booked(house, at("10:00"), OTHER_DENTIST, by=WEB, channel="web", who=person("李雪"))
    booked(house, at("11:00"), channel="desk", who=person("何伟"))
    away = booked(house, at("12:00"), who=person("王芳"))
    house.do(reschedule, away.id, NewTime(at("09:00", day=2), "开会"), SHANGHAI)
    gone = booked(house, at("13:00"), who=person("陈静"))
    house.do(cancel_appointment, gone.id, "不来了", SHANGHAI)
    house.advance(hours=48)
    house.do(close_past_appointments, date(2026, 11, 25), 4, SHANGHAI)
    return house


def test_a_day_is_counted_by_channel_and_doctor_and_outcome_r67(counted: House) -> None:
    found = counted.look(count_day, DAY)
    assert found["total"] == {"total": 4, "kept": 0, "missed": 3, "cancelled": 1, "open": 0}
    by_channel = {row["channel"]: (row["total"], row["missed"], row["cancelled"]) for row in found["by_channel"]}
    assert by_channel == {"desk": (1, 1, 0), "phone": (2, 1, 1), "kiosk": (0, 0, 0), "web": (1, 1, 0)}
    assert [(row["doctor"], row["total"]) for row in found["by_doctor"]] == [(DENTIST, 3), (OTHER_DENTIST, 1)]
    assert found["booked_that_day"]["total"] == 0
    assert counted.look(count_day, date(2026, 11, 23))["booked_that_day"]["total"] == 5


def test_a_moved_appointment_counts_on_its_new_day_once_r67(counted: House) -> None:
    assert counted.look(count_day, date(2026, 11, 25))["total"]["total"] == 1


@pytest.mark.parametrize(("language", "head", "channel"), [("zh-CN", "日期", "网上"), ("en", "Date", "Online")])
def test_the_table_has_a_line_for_each_doctor_and_channel_in_the_askers_language_r67(
    counted: House, language: str, head: str, channel: str
) -> None:
    rows = counted.look(count_table, date(2026, 11, 23), date(2026, 11, 26), language)
    assert rows[0][0] == head
    assert [(row[0], row[2], *row[5:]) for row in rows if row[4] == channel] == [
        ("2026-11-24", OTHER_DENTIST, 1, 0, 1, 0, 0)
    ]
    assert sum(int(row[5]) for row in rows[1:]) == 5


def test_a_doctors_name_is_no_formula_and_nobody_else_is_named_r67_r107(counted: House) -> None:
    def rename(work: Work) -> None:
        work.session.get_one(Doctor, DENTIST).name = "=HYPERLINK(1)"

    counted.do(rename)
    text = table_text(counted.look(count_table, DAY, DAY, "zh-CN"))
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not any(name in text for name in ("李雪", "何伟", "陈静"))
