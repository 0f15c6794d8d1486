"""Applying the clinic's file: once, again, changed, and while people wait (R25, R46)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from server.clinic import rules
from server.clinic.file import ClinicFileError
from server.clinic.models import Clinic, Department, Doctor, Hall, Room, Screen
from server.clinic.service import (
    apply_clinic,
    clinic_settings,
    is_open,
    open_departments,
    opens_at,
    resumes_at,
    taking_numbers,
)
from server.clinic.settings import NoClinic
from server.core.database import Database, Work
from server.core.errors import Refusal
from server.core.language import text
from server.queueing.models import RoomState, Ticket

SHANGHAI = ZoneInfo("Asia/Shanghai")


def without(clinic_text: str, code: str) -> str:
    """The file without a department, its rooms, doctors and cards, and its place among those that are not booked."""
    clinic_text = clinic_text.replace(f'walk_in_only = ["{code}"]', "walk_in_only = []")
    own = re.compile(rf'department\]\].*\ncode = "{code}"\n')
    rows = f'\ndepartment = "{code}"\n'
    blocks = clinic_text.split("\n[[")
    kept = [block for block in blocks if not own.match(block) and rows not in block]
    head, _, cards = "\n[[".join(kept).partition(f"\n{code} = [")
    return head + "\n" + cards.partition("\n]\n")[2]


def a_ticket(department: str, state: str) -> Ticket:
    now = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    return Ticket(
        id=f"t-{department}-{state}", visit="v", token_hash=f"h-{department}-{state}",
        service_day=date(2026, 11, 23), department=department, hall="west", sequence=1, number="N001",
        state=state, urgency=4, visit_class="first", sex="male", age=40, companion=False, language="zh-CN",
        issued_at=now, waiting_since=now, joined_at=now, next_watch_at=now,
    )  # fmt: skip


def test_the_first_file_fills_every_table_and_tells_every_hall(database: Database, clinic_text: str) -> None:
    with database.write() as work:
        change = apply_clinic(work, clinic_text)
        assert change.changed
        assert "department internal" in change.added
        assert not change.retired
        announced = {one.hall: one.departments for one in work.announcements}
    assert set(announced) == {"east", "west", "dental", "emergency"}
    assert "internal" in announced["east"]
    with database.read() as work:
        room = work.session.get_one(Room, "east-3")
        assert (room.label, room.names) == ("3", {"zh-CN": "3号诊室", "en": "Room 3"})
        assert work.session.get_one(Screen, "door-east-3").room == "east-3"
        assert work.session.get_one(Clinic, 1).names["zh-CN"] == "仁和医院"


def test_the_same_file_again_changes_and_announces_nothing(clinic: Database, clinic_text: str) -> None:
    with clinic.write() as work:
        assert not apply_clinic(work, clinic_text).changed
        assert work.announcements == []


def test_what_left_the_file_becomes_inactive_and_comes_back_with_it(clinic: Database, clinic_text: str) -> None:
    with clinic.write() as work:
        change = apply_clinic(work, without(clinic_text, "andrology"))
        assert set(change.retired) == {"department andrology", "room west-15", "doctor 1040"}
        assert not change.added
        assert "andrology" in {code for one in work.announcements for code in one.departments}
    with clinic.read() as work:
        row = work.session.get_one(Department, "andrology")
        assert not row.active
        assert not is_open(row, datetime(2026, 11, 23, 2, tzinfo=UTC), SHANGHAI)
        assert opens_at(row, datetime(2026, 11, 22, 20, tzinfo=UTC), SHANGHAI) is None
        assert work.session.scalars(select(Doctor).where(~Doctor.active)).all()
    with clinic.write() as work:
        assert apply_clinic(work, clinic_text).changed
    with clinic.read() as work:
        assert work.session.get_one(Department, "andrology").active


@pytest.mark.parametrize("state", ["waiting", "called", "in_room", "out", "urgent"])
def test_a_department_where_people_still_wait_is_not_dropped(clinic: Database, clinic_text: str, state: str) -> None:
    with clinic.write() as work:
        work.session.add(a_ticket("andrology", state))
    with pytest.raises(Refusal) as caught, clinic.write() as work:
        apply_clinic(work, without(clinic_text, "andrology"))
    assert caught.value.code == "clinic_department_waiting"
    for language in ("zh-CN", "en"):
        said = text(language, "error-clinic-department-waiting", **caught.value.args_for_text)
        assert "andrology" in said
    with clinic.read() as work:
        assert work.session.get_one(Department, "andrology").active


def test_a_finished_ticket_does_not_keep_its_department(clinic: Database, clinic_text: str) -> None:
    with clinic.write() as work:
        work.session.add(a_ticket("andrology", "finished"))
    with clinic.write() as work:
        assert apply_clinic(work, without(clinic_text, "andrology")).changed
        assert work.session.get_one(Ticket, "t-andrology-finished").department == "andrology"


def test_a_room_with_a_patient_in_it_is_not_dropped(clinic: Database, clinic_text: str) -> None:
    blocks = clinic_text.split("\n[[")
    dropped = "\n[[".join(block for block in blocks if not block.startswith('room]]\ncode = "east-2"'))
    with clinic.write() as work:
        state = work.session.get(RoomState, "east-2")
        if state is None:
            state = RoomState(room="east-2", since=work.now)
            work.session.add(state)
        state.ticket = "somebody"
    with pytest.raises(Refusal, match="clinic_room_in_use"), clinic.write() as work:
        apply_clinic(work, dropped)


def test_a_bad_file_leaves_the_clinic_as_it_is(clinic: Database, clinic_text: str) -> None:
    with pytest.raises(ClinicFileError) as caught, clinic.write() as work:
        apply_clinic(work, clinic_text.replace('prefix = "B"', 'prefix = "A"'), "mine.toml")
    assert str(caught.value).startswith("mine.toml, line ")
    with clinic.read() as work:
        assert work.session.get_one(Department, "surgery").prefix == "B"


def test_a_department_that_moves_tells_both_halls(clinic: Database, clinic_text: str) -> None:
    moved = clinic_text.replace(
        'code = "tcm"\nprefix = "P"\nhall = "west"', 'code = "tcm"\nprefix = "P"\nhall = "dental"'
    )
    moved = moved.replace(
        'code = "west-16"\ndepartment = "tcm"\nlabel = "16"',
        'code = "west-16"\ndepartment = "tcm"\nlabel = "26"',
    )
    with clinic.write() as work:
        apply_clinic(work, moved)
        told = {one.hall for one in work.announcements if "tcm" in one.departments}
        assert told == {"west", "dental"}
        assert work.session.get_one(Room, "west-16").hall == "dental"


def test_settings_follow_the_file_and_need_one(database: Database, clinic_text: str) -> None:
    with pytest.raises(NoClinic), database.read() as work:
        clinic_settings(work)
    with database.write() as work:
        apply_clinic(work, clinic_text)
        settings = clinic_settings(work)
        assert (settings.apology_minutes, settings.undo_seconds, settings.day_starts_hour) == (20, 10, 4)
        assert len(settings.education["internal"]) == 3
    with database.write() as work:
        apply_clinic(work, clinic_text.replace("apology_minutes = 20", "apology_minutes = 25"))
        assert clinic_settings(work).apology_minutes == 25


def staffed(work: Work, now: datetime) -> set[str]:
    """The departments that have a doctor with a session at an instant."""
    doctors = work.session.scalars(select(Doctor).where(Doctor.active))
    return {row.department for row in doctors if rules.is_open(row.sessions, now, SHANGHAI)}


def test_most_departments_are_open_on_a_sunday_and_emergency_by_night(clinic: Database) -> None:
    sunday, night = datetime(2026, 11, 22, 2, tzinfo=UTC), datetime(2026, 11, 22, 19, tzinfo=UTC)
    with clinic.read() as work:
        codes = [row.code for row in open_departments(work, sunday, SHANGHAI)]
        assert len(codes) >= 15
        assert "dermatology" not in codes
        dermatology = work.session.get_one(Department, "dermatology")
        assert opens_at(dermatology, sunday, SHANGHAI) == "13:30"
        at_night = {row.code for row in open_departments(work, night, SHANGHAI)}
        assert "emergency" in at_night
        assert at_night <= staffed(work, night)


def test_every_open_department_has_a_doctor_with_a_session_at_any_hour_r26(clinic: Database) -> None:
    with clinic.read() as work:
        for hour in range(0, 168, 3):
            now = datetime(2026, 11, 23, tzinfo=UTC).replace(day=23 + hour // 24, hour=hour % 24)
            assert {row.code for row in open_departments(work, now, SHANGHAI)} <= staffed(work, now)


def test_kiosks_stop_and_resume_by_the_files_hours(database: Database, clinic_text: str) -> None:
    hours = 'taking_numbers = [{ days = "Mon-Fri", from = "07:30", to = "17:00" }]'
    every = 'taking_numbers = [{ days = "daily", from = "00:00", to = "24:00" }]'
    with database.write() as work:
        apply_clinic(work, clinic_text.replace(every, hours))
        settings = clinic_settings(work)
    monday, friday_evening = datetime(2026, 11, 23, 1, tzinfo=UTC), datetime(2026, 11, 27, 10, tzinfo=UTC)
    assert taking_numbers(settings, monday, SHANGHAI)
    assert resumes_at(settings, monday, SHANGHAI) is None
    assert not taking_numbers(settings, friday_evening, SHANGHAI)
    assert resumes_at(settings, friday_evening, SHANGHAI) == datetime(2026, 11, 29, 23, 30, tzinfo=UTC)


def test_a_hall_may_go_when_nothing_is_left_in_it(clinic: Database, clinic_text: str) -> None:
    blocks = without(clinic_text, "emergency").split("\n[[")
    text_without = "\n[[".join(
        block for block in blocks
        if not block.startswith('hall]]\ncode = "emergency"') and '\nhall = "emergency"' not in block
    )  # fmt: skip
    with clinic.write() as work:
        assert "hall emergency" in apply_clinic(work, text_without).retired
        assert "emergency" in {one.hall for one in work.announcements}
        assert not work.session.get_one(Hall, "emergency").active
