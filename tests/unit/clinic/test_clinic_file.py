"""The clinic's file: what it may hold, and that each mistake is told by line, key and expectation (R25)."""

from __future__ import annotations

import pytest

from server.clinic.file import ClinicFileError, read_clinic_file

SMALL = """\
[clinic]
name = { zh = "小医院", en = "Small Hospital" }
logo = "小"
desk = { zh = "导诊台在左边", en = "The desk is on the left" }
taking_numbers = [{ days = "daily", from = "07:30", to = "17:00" }]

[[hall]]
code = "main"
name = { zh = "大厅", en = "Hall" }
place = { zh = "一楼", en = "Ground floor" }
depth_m = 8

[[department]]
code = "internal"
prefix = "A"
hall = "main"
name = { zh = "内科", en = "Internal Medicine" }
scope = { zh = "发热", en = "Fever" }
place = { zh = "一楼", en = "Ground floor" }
way = { zh = "直走", en = "Straight on" }
service_minutes = 8
hours = [
  { days = "Mon-Fri", from = "08:00", to = "12:00" },
  { days = "Mon-Fri", from = "13:30", to = "17:00" },
]

[[department]]
code = "surgery"
prefix = "B"
hall = "main"
name = { zh = "外科", en = "Surgery" }
scope = { zh = "外伤", en = "Wounds" }
place = { zh = "一楼", en = "Ground floor" }
way = { zh = "直走", en = "Straight on" }
service_minutes = 10.5
hours = [{ days = "daily", from = "00:00", to = "24:00" }]

[[room]]
code = "main-1"
department = "internal"
label = "1"
direction = "left"
way = { zh = "左边", en = "On the left" }
doctor = "1001"

[[room]]
code = "main-2"
department = "surgery"
label = "2"
direction = "right"
way = { zh = "右边", en = "On the right" }

[[doctor]]
number = "1001"
name = "王建国"
name_en = "Wang Jianguo"
sex = "male"
title = { zh = "主任医师", en = "Chief physician" }
department = "internal"
specialities = { zh = "高血压", en = "High blood pressure" }
sessions = [{ days = "Mon-Fri", from = "08:00", to = "17:00" }]

[[printer]]
code = "one"
name = { zh = "一", en = "One" }
hall = "main"
spare = "two"

[[printer]]
code = "two"
name = { zh = "二", en = "Two" }
hall = "main"

[[kiosk]]
code = "kiosk-1"
name = { zh = "取号机", en = "Kiosk" }
place = { zh = "门口", en = "At the door" }
hall = "main"
printer = "one"

[[display]]
code = "display-1"
name = { zh = "大屏", en = "Display" }
place = { zh = "墙上", en = "On the wall" }
hall = "main"

[education]
internal = [{ zh = "请带上病历。", en = "Bring your records." }]
"""


def line_of(needle: str, text: str = SMALL, nth: int = 1) -> int:
    """The line of the nth occurrence of a text."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if needle in line]
    return lines[nth - 1]


def changed(old: str, new: str, nth: int = 1) -> str:
    """The small clinic with the nth occurrence of a text replaced."""
    parts = SMALL.split(old)
    assert len(parts) > nth, f"{old!r} is not there {nth} times"
    return old.join(parts[:nth]) + new + old.join(parts[nth:])


def refused(text: str) -> ClinicFileError:
    with pytest.raises(ClinicFileError) as caught:
        read_clinic_file(text, "clinic.toml")
    return caught.value


def test_a_sound_file_is_read_with_its_defaults() -> None:
    file = read_clinic_file(SMALL)
    assert [entry.prefix for entry in file.departments] == ["A", "B"]
    assert file.thresholds.apology_minutes == 20
    assert file.halls[0].name == {"zh-CN": "大厅", "en": "Hall"}
    assert file.departments[0].hours[1].stored() == {"days": [0, 1, 2, 3, 4], "from": "13:30", "to": "17:00"}


def test_the_starting_clinic_is_sound_and_big_enough(clinic_text: str) -> None:
    file = read_clinic_file(clinic_text)
    prefixes = {entry.code: entry.prefix for entry in file.departments}
    assert prefixes | {
        "internal": "A", "surgery": "B", "paediatrics": "C", "obgyn": "D", "ophthalmology": "E",
        "orthopaedics": "F", "dermatology": "G", "ent": "H", "dental": "K", "neurology": "L",
        "cardiology": "M", "andrology": "N", "tcm": "P", "gastroenterology": "Q", "respiratory": "R", "emergency": "J",
    } == prefixes  # fmt: skip
    assert len(file.rooms) >= 26
    assert len(file.doctors) >= 32
    assert len(file.kiosks) >= 3
    assert {entry.hall for entry in file.displays if entry.room is None} == {e.code for e in file.halls}
    assert all(len(file.education[code]) == 3 for code in prefixes)
    assert {entry.code for entry in file.departments if entry.sensitive} >= {
        "dermatology", "andrology", "obgyn", "psychiatry",
    }  # fmt: skip
    assert all(entry.kind == "virtual" for entry in file.printers)


@pytest.mark.parametrize("banned", ["不知道", "自己找", "错误", "非法", "失败请重试", "病人", "欢迎光临"])
def test_the_starting_clinic_speaks_as_a_hospital_does(clinic_text: str, banned: str) -> None:
    assert banned not in clinic_text


# One row a mistake: these are read across.
MISTAKES = [
    ("an unknown hall", ('hall = "main"', 'hall = "mian"', 1), "department.internal.hall", 'hall = "mian"',
     'one of main; "mian" is not in this file'),
    ("an unknown department of a room", ('department = "surgery"', 'department = "surgey"', 1),
     "room.main-2.department", 'department = "surgey"', "one of internal, surgery"),
    ("an unknown doctor", ('doctor = "1001"', 'doctor = "1009"', 1), "room.main-1.doctor", 'doctor = "1009"',
     "one of 1001"),
    ("an unknown printer", ('printer = "one"', 'printer = "uno"', 1), "kiosk.kiosk-1.printer", 'printer = "uno"',
     "one of one, two"),
    ("a prefix twice", ('prefix = "B"', 'prefix = "A"', 1), "department.surgery.prefix", None,
     "a prefix of its own"),
    ("a prefix like a figure", ('prefix = "B"', 'prefix = "O"', 1), "department.surgery.prefix", 'prefix = "O"',
     "not I or O"),
    ("a label twice", ('label = "2"', 'label = "1"', 1), "room.main-2.label", None, "label that no other room"),
    ("a code twice", ('code = "surgery"', 'code = "internal"', 1), "department.internal.code", None,
     "stands twice"),
    ("a session that overlaps",
     ('{ days = "Mon-Fri", from = "13:30", to = "17:00" }', '{ days = "Fri", from = "11:30", to = "17:00" }', 1),
     "department.internal.hours[2]", 'from = "11:30"', "overlaps entry 1"),
    ("a time that is none", ('from = "13:30"', 'from = "13.30"', 1), "department.internal.hours[2].from",
     'from = "13.30"', "a time of day"),
    ("days that are none", ('days = "daily", from = "00:00"', 'days = "everyday", from = "00:00"', 1),
     "department.surgery.hours[1].days", "everyday", 'days such as "daily"'),
    ("a figure in quotes", ("depth_m = 8", 'depth_m = "8"', 1), "hall.main.depth_m", 'depth_m = "8"',
     "a whole number, not '8'"),
    ("a key that is none", ('sex = "male"', 'sex = "male"\nage = 50', 1), "doctor.1001.age", "age = 50",
     "no such key"),
    ("a choice that is none", ('direction = "left"', 'direction = "back"', 1), "room.main-1.direction",
     'direction = "back"', "'left', 'right', 'up' or 'none'"),
    ("one language only", ('name = { zh = "外科", en = "Surgery" }', 'name = { zh = "外科" }', 1),
     "department.surgery.name", 'name = { zh = "外科" }', "a text in both languages"),
    ("education of nobody", ("internal = [{", "interal = [{", 1), "education.interal", "interal = [{",
     "one of internal, surgery"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "key", "needle", "expected"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_told_by_its_line_its_key_and_what_was_expected(
    change: tuple[str, str, int], key: str, needle: str | None, expected: str
) -> None:
    text = changed(*change)
    error = refused(text)
    problem = next(found for found in error.problems if found.key == key)
    if needle is not None:
        assert problem.line == line_of(needle, text)
    assert text.splitlines()[problem.line - 1].strip()
    assert expected in problem.message
    assert f"clinic.toml, line {problem.line}: {key}: expected" in str(error) or "input should" in str(error)


def test_a_missing_key_is_told_at_its_section() -> None:
    error = refused(changed('sex = "male"\n', ""))
    assert (error.line, error.key) == (line_of("[[doctor]]"), "doctor.1001.sex")
    assert error.message == "expected a value; the key is missing"


def test_a_department_without_a_room_is_refused_at_its_section() -> None:
    error = refused(changed('department = "surgery"', 'department = "internal"'))
    assert (error.line, error.key) == (line_of("[[department]]", nth=2), "department.surgery")
    assert "at least one room" in error.message


def test_spares_that_lead_in_a_ring_are_refused_with_the_ring() -> None:
    text = SMALL.replace('code = "two"\n', 'code = "two"\nspare = "one"\n')
    error = refused(text)
    assert [problem.key for problem in error.problems] == ["printer.one.spare", "printer.two.spare"]
    assert "one → two → one" in error.message


def test_a_doctor_in_two_rooms_is_refused() -> None:
    text = SMALL.replace(
        'way = { zh = "右边", en = "On the right" }\n', 'way = { zh = "右", en = "Right" }\ndoctor = "1001"\n'
    )
    assert refused(text).key == "room.main-2.doctor"


def test_a_door_screen_stands_in_the_hall_of_its_room(clinic_text: str) -> None:
    text = clinic_text.replace('hall = "east"\nroom = "east-3"', 'hall = "west"\nroom = "east-3"')
    assert refused(text).key == "display.door-east-3.room"


def test_the_idle_screen_asks_before_it_wipes() -> None:
    error = refused(SMALL + "\n[thresholds]\nidle_warn_seconds = 60\n")
    assert error.key == "thresholds.idle_wipe_seconds"


def test_every_mistake_is_told_at_once_in_the_order_of_the_file() -> None:
    text = SMALL.replace('prefix = "B"', 'prefix = "b"').replace("depth_m = 8", "depth_m = 0")
    lines = [problem.line for problem in refused(text).problems]
    assert lines == [line_of("depth_m"), line_of('prefix = "B"')]


@pytest.mark.parametrize(
    ("text", "line"), [("[clinic\n", 1), ('[clinic]\nlogo = "仁\n', 2), ("[clinic]\nname = {\n", 2), ("", 1)]
)
def test_what_is_not_toml_or_empty_is_refused_by_line(text: str, line: int) -> None:
    assert refused(text).line == line


@pytest.mark.parametrize(
    ("line", "key"),
    [("unit_minutes = 20", "appointments.unit_minutes"), ("horizon_days = 0", "appointments.horizon_days"),
     ("horizon_days = 400", "appointments.horizon_days"), ("no_show_limit = -1", "appointments.no_show_limit"),
     ('book_online = "yes"', "appointments.book_online"), ("remind_from_hour = 21", "appointments.remind_from_hour"),
     ('walk_in_only = ["nowhere"]', "appointments.walk_in_only[1]"), ("early = 5", "appointments.early")],
)  # fmt: skip
def test_what_appointments_cannot_be_is_named_by_its_key(line: str, key: str) -> None:
    with pytest.raises(ClinicFileError) as raised:
        read_clinic_file(f"{SMALL}\n[appointments]\n{line}\n")
    assert raised.value.key == key


def test_a_file_without_appointments_has_the_usual_ones_r68() -> None:
    usual = read_clinic_file(SMALL).appointments
    assert (usual.unit_minutes, usual.horizon_days, usual.book_online, usual.walk_in_only) == (15, 28, True, [])
