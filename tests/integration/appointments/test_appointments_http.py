"""Appointments over HTTP: who is let in, each field at fault in both languages, nothing personal in answers, limits."""

from __future__ import annotations

from typing import Any

import pytest

from server.application import Application
from server.clinic.service import apply_clinic
from tests.support.booking import DENTIST, NAME, OTHER_DENTIST, PHONE, at
from tests.support.clock import ManualClock
from tests.support.faces import ITEM, NINE, PRIVATE, TEN, Face, order, own, refused


def fields(answer: Any) -> dict[str, str]:
    """The fields at fault with their codes; each has a sentence of its own."""
    found = refused(answer, 422, "invalid")["fields"]
    assert all(field["detail"] for field in found)
    return {field["field"]: field["code"] for field in found}


def test_a_desk_books_finds_changes_and_cancels_and_no_answer_names_anyone_r66_r73_r75(
    faces: dict[str, Face]
) -> None:
    guide = faces["guide"]
    offered = guide.post("/appointments/offers", {"department": "dental", "earliest": "2026-11-24"}).json
    assert [offer["date"] for offer in offered["offers"]] == ["2026-11-24", "2026-11-25", "2026-11-26"]
    wanted = order(units=2)
    booked = guide.post("/appointments", wanted)
    assert booked.status_code == 201
    assert guide.post("/appointments", wanted).status_code == 200
    identifier = booked.json["id"]
    assert (booked.json["time"], booked.json["minutes"], booked.json["name_masked"]) == ("09:00", 30, "周*溪")
    [found] = guide.post("/appointments/find", {"phone": PHONE}).json["appointments"]
    assert (found["id"], found["check_in"]["possible"], found["check_in"]["reason"]) == (identifier, False, "other_day")
    moved = guide.post(
        f"/appointments/{identifier}/reschedule", {"request_id": "request-1", "starts_at": TEN, "reason": "孩子发烧"}
    ).json
    assert (moved["before"]["state"], moved["appointment"]["time"]) == ("moved", "10:00")
    new = moved["appointment"]["id"]
    assert guide.get("/appointments?day=2026-11-24").json["appointments"][0]["id"] == new
    seen = guide.get(f"/appointments/{new}").json
    assert seen["item"] == ITEM
    assert [line["kind"] for line in seen["history"]] == ["booked", "moved", "moved_here"]
    assert guide.get(f"/appointments/{new}/person").json["phone"] == "+86" + PHONE
    gone = guide.post(f"/appointments/{new}/cancel", {"reason": "出差"}).json
    assert (gone["appointment"]["state"], len(gone["offers"])) == ("cancelled", 3)
    for answer in (booked.text, str(found), str(moved), str(gone), guide.get("/appointments?day=2026-11-24").text):
        assert [private for private in PRIVATE if private in answer] == []
    notices = faces["doctor"].get("/appointments/notices").json["notices"]
    assert [notice["kind"] for notice in notices] == ["moved", "cancelled"]
    assert notices[0]["before"]["time"] == "09:00"
    assert faces["doctor"].post(f"/appointments/notices/{notices[0]['id']}/seen").status_code == 200
    assert len(faces["doctor"].get("/appointments/notices").json["notices"]) == 1
    counted = guide.get("/appointments/counts").json["days"]
    assert counted == [{"date": "2026-11-23", "desk": 0, "phone": 1, "kiosk": 0, "web": 0, "total": 1}]


def test_whoever_was_later_is_told_other_times_r72(faces: dict[str, Face]) -> None:
    faces["guide"].post("/appointments", order())
    problem = refused(faces["kiosk"].post("/appointments", order(channel="desk")), 409, "slot_taken")
    assert len(problem["offers"]) == 3
    assert all(offer["starts_at"] != "2026-11-24T01:00:00.000Z" for offer in problem["offers"])


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_field_at_fault_is_named_with_a_sentence_in_the_asker_s_language(
    faces: dict[str, Face], language: str
) -> None:
    guide = faces["guide"]
    cases = [
        ({"starts_at": "2026-11-24T09:05:00+08:00"}, {"starts_at": "not_on_grid"}),
        ({"starts_at": "2026-11-24T09:00:00"}, {"starts_at": "not_understood"}),
        ({"starts_at": "9999-12-31T23:45:00-12:00"}, {"starts_at": "not_understood"}),
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, {"starts_at": "not_understood"}),
        ({"doctor": "1001"}, {"doctor": "no_such_doctor"}), ({"department": "x"}, {"department": "no_such_department"}),
        ({"units": 17}, {"units": "units_range"}), ({"units": "many"}, {"units": "not_understood"}),
        ({"units": 10**30}, {"units": "units_range"}),
        ({"consent": False}, {"consent": "consent_required"}), ({"channel": "web"}, {"channel": "not_a_choice"}),
        ({"item": "x" * 90}, {"item": "too_long"}), ({"visit_class": "royal"}, {"visit_class": "not_a_choice"}),
        ({"patient": {"name": "<b>", "phone": "1381234567"}},
         {"patient.name": "name_characters", "patient.phone": "phone_digits"}),
        ({"patient": {}}, {"patient.name": "required", "patient.phone": "required"}),
        ({"patient": {"name": NAME, "age": "34"}}, {"patient.sex": "required"}),
        ({"royal": True}, {"royal": "unknown_field"}),
    ]  # fmt: skip
    for wrong, expected in cases:
        answer = guide.post("/appointments", order(**wrong), language)
        assert fields(answer) == expected, wrong
        if wrong == cases[0][0]:
            said = {"zh-CN": "预约时间每 15 分钟", "en": "Appointments begin every 15 minutes"}
            assert answer.json["fields"][0]["detail"].startswith(said[language])
    assert guide.get("/appointments?day=2026-11-24").json["appointments"] == []


@pytest.mark.parametrize(
    ("path", "field"),
    [("/appointments?day=tomorrow", "day"), ("/appointments?day=9999-12-31", "day"),
     ("/appointments/counts?from=2026-11-24&to=2026-11-23", "to"), ("/appointments/counts?to=2199-01-01", "to"),
     ("/roster?days=0", "days"), ("/roster?days=400", "days"), ("/roster?from=x", "from"),
     ("/appointments/reminders?day=13", "day"), ("/roster/exceptions?from=0000-00-00", "from"),
     ("/appointments?doctor=%00", "doctor"), ("/roster/conflicts?doctor=a%20b", "doctor"),
     ("/callbacks?doctor=" + "9" * 40, "doctor"), ("/roster?department=%E5%86%85", "department")],
)  # fmt: skip
def test_a_query_at_fault_is_named(faces: dict[str, Face], path: str, field: str) -> None:
    assert list(fields(faces["guide"].get(path))) == [field]


STAFF_ONLY = [
    ("get", "/appointments"), ("get", "/appointments/x"), ("get", "/appointments/x/person"),
    ("post", "/appointments/x/cancel"), ("post", "/appointments/x/reschedule"), ("get", "/appointments/reminders"),
    ("post", "/appointments/x/reminder"), ("get", "/roster"), ("get", "/roster/conflicts"), ("get", "/callbacks"),
    ("post", "/callbacks"), ("get", "/callbacks/x/person"), ("post", "/roster/exceptions"),
    ("get", "/appointments/counts"), ("get", "/appointments/notices"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), STAFF_ONLY)
def test_lists_and_people_are_for_staff_r11_r106(faces: dict[str, Face], method: str, path: str) -> None:
    refused(getattr(faces["public"], method)(path), 401, "unauthorised")
    refused(getattr(faces["kiosk"], method)(path), 403, "forbidden")


def test_the_roster_is_a_supervisor_s_and_the_length_a_doctor_s_r11_r35_r69(faces: dict[str, Face]) -> None:
    off = {"request_id": "request-1", "doctor": DENTIST, "kind": "off", "first": "2026-11-24", "reason": "进修"}
    for role in ("guide", "doctor"):
        refused(faces[role].post("/roster/exceptions", off), 403, "forbidden")
    faces["guide"].post("/appointments", order())
    answer = faces["supervisor"].post("/roster/exceptions", off)
    assert answer.status_code == 201
    assert faces["supervisor"].post("/roster/exceptions", off).json == answer.json
    [conflict] = answer.json["conflicts"]
    assert faces["guide"].get("/roster/conflicts").json["conflicts"][0]["id"] == conflict["id"]
    assert len(faces["guide"].get(f"/roster/conflicts/{conflict['id']}").json["offers"]) == 3
    path = f"/roster/conflicts/{conflict['id']}"
    refused(faces["guide"].post(f"{path}/resolve", {"outcome": "cancel"}), 403, "forbidden")
    refused(faces["supervisor"].post(f"{path}/resolve", {"outcome": "cancel"}), 409, "doctor_not_told")
    assert faces["guide"].post(f"{path}/told").json["doctor_told_at"]
    assert list(fields(faces["supervisor"].post(f"{path}/resolve", {"outcome": "move"}))) == ["starts_at"]
    settled = faces["supervisor"].post(
        f"{path}/resolve", {"outcome": "move", "starts_at": NINE, "doctor": OTHER_DENTIST}
    ).json
    assert (settled["state"], settled["outcome"]) == ("resolved", "moved")
    days = faces["doctor"].get(f"/roster?from=2026-11-23&days=3&doctor={DENTIST}").json["doctors"][0]["days"]
    assert [(len(day["spans"]), day["changed"]) for day in days] == [(1, False), (0, True), (1, False)]
    exception = answer.json["exception"]["id"]
    assert faces["supervisor"].post(f"/roster/exceptions/{exception}/withdraw", {"reason": "x"}).status_code == 200
    assert len(faces["guide"].get("/roster/exceptions").json["exceptions"]) == 1
    refused(faces["guide"].post("/tickets/x/next-visit", {"units": 2}), 403, "forbidden")


def test_a_kiosk_books_for_a_patient_and_signs_in_by_code_r4_r65(faces: dict[str, Face]) -> None:
    kiosk = faces["kiosk"]
    patient = {"name": NAME, "sex": "female", "age": "34", "phone": PHONE}
    today = order(starts_at="2026-11-23T09:00:00+08:00", patient=patient, units=8)
    today.pop("channel")
    booked = kiosk.post("/appointments", today).json
    assert (booked["channel"], booked["units"], booked["on_file"]) == ("kiosk", 1, True)
    [found] = kiosk.post("/appointments/find", {"code": booked["code"].lower()}).json["appointments"]
    assert found["check_in"] == {"possible": True, "reason": None, "arrival": "early"}
    signed_in = kiosk.post("/tickets", {
        "request_id": "request-1", "consent": True, "patient": {"ref": found["patient_ref"]},
        "appointment_code": booked["code"],
    })  # fmt: skip
    assert (signed_in.status_code, signed_in.json["appointment"]["code"]) == (201, booked["code"])
    [found] = kiosk.post("/appointments/find", {"phone": PHONE}).json["appointments"]
    assert (found["state"], found["check_in"]["reason"]) == ("checked_in", "checked_in")
    calendar = kiosk.get(f"/appointments/{booked['id']}/calendar.ics")
    assert calendar.mimetype == "text/calendar"
    assert calendar.data.startswith(b"BEGIN:VCALENDAR")


def test_guessing_codes_is_stopped_r5(faces: dict[str, Face]) -> None:
    for number in range(15):
        answer = faces["kiosk"].post("/appointments/find", {"code": f"K7M2QX{number % 8 + 2}{number // 8 + 2}"})
        assert answer.json == {"appointments": []}
    stopped = faces["kiosk"].post("/appointments/find", {"code": "K7M2QX4P"})
    refused(stopped, 429, "too_many_searches")
    assert int(stopped.headers["Retry-After"]) > 0


def test_guessing_codes_while_signing_in_is_stopped_too_r5(faces: dict[str, Face]) -> None:
    body = {"consent": True, "patient": {"sex": "female", "age": "34"}}
    for number in range(15):
        code = f"K7M2QX{number % 8 + 2}{number // 8 + 2}"
        answer = faces["kiosk"].post("/tickets", body | {"request_id": f"request-{number}", "appointment_code": code})
        refused(answer, 409, "appointment_not_found")
    answer = faces["kiosk"].post("/tickets", body | {"request_id": "request-x", "appointment_code": "K7M2QX4P"})
    refused(answer, 429, "too_many_searches")


def test_a_patient_books_looks_changes_and_cancels_online_by_a_link_r67(faces: dict[str, Face]) -> None:
    public = faces["public"]
    house = public.get("/public/booking").json
    assert house["open"]
    assert (house["today"], house["last_day"]) == ("2026-11-23", "2026-12-21")
    codes = [department["code"] for department in house["departments"]]
    assert "dental" in codes
    assert "emergency" not in codes
    [offer, *_] = public.post("/public/appointments/offers", {"department": "dental"}).json["offers"]
    wanted = own(doctor=offer["doctor"], starts_at=offer["starts_at"], item=ITEM)
    booked = public.post("/public/appointments", wanted)
    assert booked.status_code == 201
    assert public.post("/public/appointments", wanted).json == booked.json
    stranger = wanted | {"phone": "13900001111"}
    refused(public.post("/public/appointments", stranger), 409, "slot_taken")
    token = booked.json["token"]
    assert len(token) >= 24
    seen = public.get(f"/public/appointments/{token}")
    assert (seen.json["can_change"], seen.json["time"]) == (True, offer["time"])
    change = {"request_id": "request-1", "starts_at": TEN, "doctor": OTHER_DENTIST, "reason": "later"}
    moved = public.post(f"/public/appointments/{token}/reschedule", change)
    assert moved.json["time"] == "10:00"
    assert public.post(f"/public/appointments/{token}/reschedule", change).json == moved.json
    assert public.get(f"/public/appointments/{token}").json["code"] == moved.json["code"]
    assert public.post(f"/public/appointments/{token}/offers").json["offers"]
    assert public.get(f"/public/appointments/{token}/calendar.ics").mimetype == "text/calendar"
    assert list(fields(public.post(f"/public/appointments/{token}/cancel"))) == ["reason"]
    gone = public.post(f"/public/appointments/{token}/cancel", {"reason": "出差"})
    assert (gone.json["state"], gone.json["can_change"]) == ("cancelled", False)
    assert gone.json["offers"]
    for answer in (booked, seen, moved, gone):
        assert answer.headers["Cache-Control"] == "no-store"
        assert [private for private in PRIVATE if private in answer.text] == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_a_patient_types_online_is_checked_by_field(faces: dict[str, Face], language: str) -> None:
    public = faces["public"]
    for wrong, expected in (
        ({"name": "", "phone": ""}, {"name": "required", "phone": "required"}),
        ({"phone": "1381234567"}, {"phone": "phone_digits"}), ({"consent": False}, {"consent": "consent_required"}),
        ({"channel": "desk"}, {"channel": "unknown_field"}), ({"units": 16}, {"units": "unknown_field"}),
    ):  # fmt: skip
        assert fields(public.post("/public/appointments", own(**wrong), language)) == expected
    refused(public.get("/public/appointments/nobodys"), 404, "not_found")
    refused(public.get("/public/appointments/" + "x" * 80), 404, "not_found")


def test_who_writes_of_a_danger_is_told_to_come_at_once_r22(faces: dict[str, Face]) -> None:
    danger = own(item="胸口剧痛，喘不上气")
    problem = refused(faces["public"].post("/public/appointments", danger), 409, "booking_danger")
    assert "120" in problem["detail"]
    urgent = own(department="emergency", doctor="1044")
    refused(faces["public"].post("/public/appointments", urgent), 409, "walk_in_only")


def test_a_house_may_close_booking_online_and_links_still_open(
    faces: dict[str, Face], application: Application, clinic_text: str
) -> None:
    token = faces["guide"].post("/appointments", order()).json["token"]
    with application.database.write() as work:
        apply_clinic(work, clinic_text.replace("book_online = true", "book_online = false"))
    public = faces["public"]
    assert public.get("/public/booking").json["open"] is False
    for path, body in (
        ("/public/appointments", own()), ("/public/appointments/offers", {"department": "dental"}),
        (f"/public/appointments/{token}/offers", {}),
    ):  # fmt: skip
        refused(public.post(path, body), 403, "booking_closed")
    assert public.get(f"/public/appointments/{token}").status_code == 200
    assert public.post(f"/public/appointments/{token}/cancel", {"reason": "出差"}).status_code == 200


def test_one_address_books_only_so_often_online(faces: dict[str, Face], clock: ManualClock) -> None:
    for _ in range(20):
        assert faces["public"].post("/public/appointments", own(name="")).status_code == 422
    refused(faces["public"].post("/public/appointments", own()), 429, "too_many_requests")
    clock.advance(60)
    assert faces["public"].post("/public/appointments", own()).status_code == 201


def test_a_place_in_the_queue_becomes_an_appointment_at_the_desk_and_on_the_phone_r48(faces: dict[str, Face]) -> None:
    patient = {"name": NAME, "sex": "female", "age": "34", "phone": PHONE}
    tickets = [
        faces["kiosk"].post("/tickets", {
            "request_id": f"request-{number}", "consent": True, "department": "dental",
            "patient": patient | {"name": name},
        }).json
        for number, name in enumerate((NAME, "王小明"))
    ]  # fmt: skip
    body = {"request_id": "request-1", "doctor": DENTIST, "starts_at": NINE}
    assert list(fields(faces["guide"].post(f"/tickets/{tickets[0]['id']}/rebook", body))) == ["reason"]
    done = faces["guide"].post(f"/tickets/{tickets[0]['id']}/rebook", body | {"reason": "等太久"}).json
    assert (done["ticket"]["state"], done["appointment"]["channel"]) == ("cancelled", "desk")
    path = f"/public/tickets/{tickets[1]['token']}"
    [offer, *_] = faces["public"].post(f"{path}/offers", {"earliest": "2026-11-24"}).json["offers"]
    wanted = {"request_id": "request-1", "doctor": offer["doctor"], "starts_at": offer["starts_at"]}
    booked = faces["public"].post(f"{path}/rebook", wanted)
    assert booked.status_code == 200
    assert faces["public"].post(f"{path}/rebook", wanted).json == booked.json
    refused(faces["public"].post(f"{path}/offers"), 409, "wrong_state")
    assert faces["public"].get(f"/public/appointments/{booked.json['token']}").json["state"] == "booked"


def test_the_doctor_s_word_on_the_next_visit_is_taken_up_r69(faces: dict[str, Face]) -> None:
    patient = {"name": NAME, "sex": "female", "age": "34", "phone": PHONE}
    ticket = faces["kiosk"].post("/tickets", {
        "request_id": "request-1", "consent": True, "department": "dental", "patient": patient,
    }).json  # fmt: skip
    path = f"/tickets/{ticket['id']}/next-visit"
    assert list(fields(faces["doctor"].post(path, {"units": 0}))) == ["units"]
    assert faces["doctor"].post(path, {"units": 4, "item": "根管", "earliest": "2026-12-01"}).json["units"] == 4
    ref = faces["kiosk"].post("/patients/find", {"phone": PHONE}).json["candidates"][0]["ref"]
    offered = faces["kiosk"].post("/appointments/offers", {"department": "dental", "ref": ref}).json
    assert (offered["units"], offered["plan"]["doctor"]) == (4, DENTIST)
    assert offered["offers"][0]["date"] == "2026-12-01"


def test_reminders_and_call_backs_are_worked_off_by_the_desk_r36_r70_r71(faces: dict[str, Face]) -> None:
    guide = faces["guide"]
    identifier = guide.post("/appointments", order()).json["id"]
    told = guide.get("/appointments/reminders").json
    assert (told["day"], told["sends"]) == ("2026-11-24", False)
    [line] = told["reminders"]
    assert (line["item"], line["state"], line["standing"]) == (ITEM, "open", "open")
    assert [private for private in (NAME, PHONE) if private in str(told)] == []
    assert guide.post(f"/appointments/{identifier}/reminder", {"outcome": "confirmed"}).json["state"] == "confirmed"
    refused(guide.post(f"/appointments/{identifier}/reminder", {"outcome": "sent"}), 409, "reminder_done")
    assert fields(guide.post(f"/appointments/{identifier}/reminder", {"outcome": "x"})) == {"outcome": "not_a_choice"}
    kept = {"request_id": "request-1", "doctor": DENTIST, "patient": {"name": NAME, "phone": PHONE}, "item": "种牙"}
    callback = guide.post("/callbacks", kept)
    assert (callback.status_code, guide.post("/callbacks", kept).status_code) == (201, 200)
    [line] = guide.get("/callbacks").json["callbacks"]
    assert (line["due"], line["back_on"], line["name_masked"]) == (True, "2026-11-23", "周*溪")
    assert guide.get(f"/callbacks/{line['id']}/person").json == {"name": NAME, "phone": "+86" + PHONE}
    assert guide.post(f"/callbacks/{line['id']}/done", {"outcome": "not_wanted"}).json["state"] == "done"
    assert guide.get("/callbacks").json["callbacks"] == []


def test_the_horizon_is_the_patient_s_own(faces: dict[str, Face]) -> None:
    far = at("09:00", day=60).isoformat()
    refused(faces["public"].post("/public/appointments", own(starts_at=far)), 409, "slot_not_open")
    assert faces["guide"].post("/appointments", order(starts_at=far)).status_code == 201
