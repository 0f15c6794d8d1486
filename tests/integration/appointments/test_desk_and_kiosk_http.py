"""Appointments over HTTP at desk and kiosk: paper, the day's count, what is audited, whose page is shown."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from server.accounts.models import AuditEntry
from server.application import Application
from server.printing.models import PrintJob
from tests.support.booking import NAME, PHONE
from tests.support.clock import ManualClock
from tests.support.faces import PRIVATE, TEN, Face, order, refused


def test_a_kiosk_is_offered_no_times_where_people_only_come_as_they_are_r65(faces: dict[str, Face]) -> None:
    refused(faces["kiosk"].post("/appointments/offers", {"department": "emergency"}), 409, "walk_in_only")
    assert faces["guide"].post("/appointments/offers", {"department": "emergency"}).status_code == 200


def test_opening_what_an_appointment_is_about_is_audited_once_for_an_opening_r11_r107(
    application: Application, faces: dict[str, Face], clock: ManualClock
) -> None:
    def openings() -> list[tuple[str, list[str]]]:
        with application.database.read() as work:
            found = work.session.scalars(select(AuditEntry).where(AuditEntry.action == "appointment.opened"))
            return [(entry.actor, entry.detail["fields"]) for entry in found]

    told = faces["guide"].post("/appointments", order()).json["id"]
    for _ in range(3):
        faces["guide"].get(f"/appointments/{told}")
    assert openings() == [("staff:2001", ["item"])]
    faces["supervisor"].get(f"/appointments/{told}")
    clock.advance(301)
    faces["guide"].get(f"/appointments/{told}")
    assert [actor for actor, _ in openings()] == ["staff:2001", "staff:2003", "staff:2001"]
    faces["guide"].post(f"/appointments/{told}/cancel", {"reason": "不来了"})
    faces["guide"].get(f"/appointments/{told}")
    assert openings()[-1] == ("staff:2001", ["item", "reason"])
    plain = faces["guide"].post("/appointments", order(starts_at=TEN, item=None)).json["id"]
    faces["guide"].get(f"/appointments/{plain}")
    assert len(openings()) == 4, "a time and a doctor are nothing personal"


def test_the_count_of_a_day_is_seen_and_taken_along_by_staff_only_r67(faces: dict[str, Face]) -> None:
    faces["guide"].post("/appointments", order())
    assert faces["guide"].get("/appointments/counts/day?day=2026-11-24").json["total"]["open"] == 1
    table = faces["doctor"].get("/appointments/counts.csv?from=2026-11-24&to=2026-11-24&language=en")
    assert (table.status_code, table.mimetype) == (200, "text/csv")
    assert table.headers["Content-Disposition"] == 'attachment; filename="appointments-2026-11-24-2026-11-24.csv"'
    assert table.get_data(as_text=True).splitlines()[1].startswith("2026-11-24,")
    assert NAME not in table.get_data(as_text=True)
    for face in ("kiosk", "public"):
        assert faces[face].get("/appointments/counts.csv").status_code in (401, 403)
    refused(faces["guide"].get("/appointments/counts.csv?from=2026-11-24&to=2026-11-01"), 422, "invalid")


def test_an_appointment_from_a_kiosk_prints_at_once_and_one_from_the_desk_when_asked_r65(
    application: Application, faces: dict[str, Face]
) -> None:
    def slips() -> list[dict[str, Any]]:
        with application.database.read() as work:
            jobs = work.session.scalars(select(PrintJob).order_by(PrintJob.created_at, PrintJob.id))
            return [job.slip for job in jobs]

    booked = faces["kiosk"].post("/appointments", order(item=None)).json
    assert booked["print"]["state"] == "waiting"
    [slip] = slips()
    assert (slip["kind"], slip["time"], slip["code"].replace(" ", "")) == ("appointment", "09:00", booked["code"])
    assert slip["day"] == {"zh": "11月24日 星期二", "en": "Tuesday 24 November"}
    assert slip["url"] == booked["url"]
    assert not any(one in repr(slip) for one in PRIVATE)
    told = faces["guide"].post("/appointments", order(starts_at=TEN)).json
    assert len(slips()) == 1, "who rings up gets no paper"
    printed = faces["guide"].post(f"/appointments/{told['id']}/print")
    assert (printed.status_code, printed.json["state"], len(slips())) == (202, "waiting", 2)
    faces["guide"].post(f"/appointments/{told['id']}/cancel", {"reason": "不来了"})
    refused(faces["guide"].post(f"/appointments/{told['id']}/print"), 409, "appointment_over")
    assert faces["public"].post(f"/appointments/{told['id']}/print").status_code == 401


def test_a_repeated_booking_at_a_kiosk_prints_once_r65(application: Application, faces: dict[str, Face]) -> None:
    once = order(item=None)
    first, again = (faces["kiosk"].post("/appointments", once).json for _ in range(2))
    assert first["print"] == again["print"]
    with application.database.read() as work:
        assert len(work.session.scalars(select(PrintJob)).all()) == 1


def test_at_a_kiosk_the_code_leads_to_the_own_page_and_a_phone_number_does_not_r5_r73(faces: dict[str, Face]) -> None:
    booked = faces["guide"].post("/appointments", order(starts_at="2026-11-23T15:00:00+08:00")).json
    [by_code] = faces["kiosk"].post("/appointments/find", {"code": booked["code"]}).json["appointments"]
    assert by_code["url"] == booked["url"]
    [by_phone] = faces["kiosk"].post("/appointments/find", {"phone": PHONE}).json["appointments"]
    assert not {"token", "url", "calendar_url"} & by_phone.keys()
    [for_staff] = faces["guide"].post("/appointments/find", {"code": booked["code"]}).json["appointments"]
    assert "token" not in for_staff
