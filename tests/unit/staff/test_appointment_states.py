"""What the tablet says of an appointment and tells the server of a booking, run by node as the browser runs it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.staff.test_order import NODE, run

pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")

NINE = "2026-11-23T01:00:00.000Z"


def appointment(state: str = "booked", time: str = "09:00", **more: Any) -> dict[str, Any]:
    """An appointment as the day's list has it."""
    return {"state": state, "time": time, "starts_at": NINE, "arrival": None, **more}


@pytest.mark.parametrize(
    ("state", "minutes", "late"),
    [("booked", -5, None), ("booked", 0, None), ("booked", 1, 1), ("booked", 35, 35), ("checked_in", 35, None)],
)
def test_who_has_not_come_is_late_from_the_first_minute_r34(state: str, minutes: int, late: int | None) -> None:
    given = {"one": appointment(state), "minutes": minutes}
    script = "minutesLate(given.one, Date.parse(given.one.starts_at) + given.minutes * 60000)"
    assert run("appointments/states.js", script, given) == late


def test_appointments_of_one_time_stand_together_in_order() -> None:
    given = [appointment(time="09:00"), appointment(time="09:00"), appointment(time="09:15")]
    script = "byTime(given).map((group) => [group.time, group.appointments.length])"
    assert run("appointments/states.js", script, given) == [["09:00", 2], ["09:15", 1]]


def test_the_days_figures_count_neither_the_cancelled_nor_the_moved() -> None:
    states = ["booked", "checked_in", "done", "no_show", "cancelled", "moved"]
    given = [appointment(state) for state in states]
    figures = run("appointments/states.js", f"counts(given, Date.parse('{NINE}') + 600000)", given)
    assert figures == {"total": 4, "came": 2, "missing": 1, "missed": 1}


FORM = {
    "channel": "phone", "found": None, "name": " 王芳 ", "phone": "138", "sex": None, "age": "", "item": "",
    "consent": True, "override": "",
}  # fmt: skip
OFFER = {"department": "dental", "doctor": "1025", "starts_at": NINE, "units": 2}


def booked_as(**changes: Any) -> dict[str, Any]:
    """What the server is told of a form."""
    given = {"form": FORM | changes, "offer": OFFER}
    return dict(run("appointments/book/form.js", 'bookingBody(given.form, given.offer, "r", "en")', given))


def test_a_name_and_a_phone_are_enough_and_open_no_file_r66() -> None:
    body = booked_as()
    assert body["patient"] == {"name": "王芳", "phone": "138"}
    assert (body["units"], body["item"]) == (2, None)
    assert "override_reason" not in body


def test_without_a_phone_sex_and_age_open_a_file_and_the_phone_is_declined_r13() -> None:
    assert booked_as(phone="", sex="female", age="40")["patient"] == {
        "name": "王芳", "sex": "female", "age": "40", "phone_declined": True,
    }  # fmt: skip


def test_who_was_found_is_told_by_the_reference_only_r107() -> None:
    assert booked_as(found={"ref": "abc", "name_masked": "王*"})["patient"] == {"ref": "abc"}


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({}, []), ({"name": "", "phone": ""}, ["name", "phone"]), ({"phone": "", "sex": "male"}, ["age"]),
        ({"found": {"ref": "abc"}, "name": "", "phone": ""}, []), ({"consent": False}, ["consent"]),
    ],
)  # fmt: skip
def test_what_is_still_missing_is_named_before_the_server_is_asked(changes: dict[str, Any], lacking: list[str]) -> None:
    assert run("appointments/book/form.js", "lacking(given)", FORM | changes) == lacking


def test_reminders_that_somebody_must_still_do_stand_first_and_are_counted_r71() -> None:
    given = [{"id": 1, "standing": None}, {"id": 2, "standing": "overdue"}, {"id": 3, "standing": "left_over"}]
    assert run("appointments/reminders/state.js", "leftFirst(given).map(({ id }) => id)", given) == [2, 3, 1]
    assert run("appointments/reminders/state.js", "banner(given)", given) == {"left": 2, "overdue": True}
    assert run("appointments/reminders/state.js", "banner(given)", given[:1]) == {"left": 0, "overdue": False}
