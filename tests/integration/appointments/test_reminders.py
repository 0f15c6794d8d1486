"""Reminding on the day before: the list, what came of it, and messages that go out at most once (R70, R71, R80)."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from server.appointments.models import AppointmentEvent, Reminder
from server.appointments.service.changing import NewTime, cancel_appointment, reschedule
from server.appointments.service.exceptions import NewException, add_exception
from server.appointments.service.messages import MESSENGER, Messenger, claim_message
from server.appointments.service.reminding import record_reminder, reminders_for
from server.core.errors import Invalid, Refusal, WrongState
from tests.support.booking import DENTIST, NAME, PHONE, at, booked, person
from tests.support.house import GUIDE, SHANGHAI, SUPERVISOR, House, at_once

TUESDAY = at("09:00").date()


class Service:
    """A message service on this machine, which keeps what it was given; it can be told to refuse."""

    def __init__(self) -> None:
        self.got: list[tuple[str, dict[str, Any]]] = []
        self.status = 200
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.got.append((self.path, json.loads(body)))
                self.send_response(service.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where the house sends its messages."""
        return f"json://127.0.0.1:{self.server.server_port}/sms/{{phone}}"


@pytest.fixture
def service() -> Iterator[Service]:
    """A running message service."""
    running = Service()
    yield running
    running.server.shutdown()
    running.server.server_close()


def lines(house: House) -> list[tuple[str, str | None]]:
    """Tomorrow's list in short: state and standing."""
    return [(one.state, one.standing) for one in house.look(reminders_for, TUESDAY, SHANGHAI)]


def record(house: House, identifier: str, outcome: str, note: str | None = None) -> Any:
    """A guide has rung."""
    return house.do(record_reminder, identifier, outcome, note, SHANGHAI)


def test_tomorrow_s_list_has_everyone_in_order_of_time_r70_r80(house: House) -> None:
    later, first = booked(house, at("14:00"), item="洗牙"), booked(house, at("09:00"))
    booked(house, at("09:00", day=2))
    found = house.look(reminders_for, TUESDAY, SHANGHAI)
    assert [one.appointment.id for one in found] == [first.id, later.id]
    assert found[1].appointment.item == "洗牙"
    assert lines(house) == [("open", "open")] * 2


def test_what_came_of_it_is_written_down_once_with_who_and_when_r70(house: House) -> None:
    row = booked(house, at("09:00"))
    record(house, row.id, "not_reached", "占线")
    done = record(house, row.id, "confirmed")
    assert (done.reminder.outcome_by, done.reminder.outcome_at) == (GUIDE.stamp, house.clock.now())
    house.advance(minutes=5)
    assert record(house, row.id, "confirmed").reminder.outcome_at != house.clock.now()
    with pytest.raises(Refusal, match="reminder_done"):
        record(house, row.id, "not_reached")
    events = house.rows(AppointmentEvent, AppointmentEvent.kind == "reminded", order=AppointmentEvent.id)
    assert [event.detail for event in events] == [{"outcome": "not_reached"}, {"outcome": "confirmed"}]
    assert lines(house) == [("confirmed", None)]


def test_a_change_is_what_came_of_reminding_r70_r73(house: House) -> None:
    moved, gone = booked(house, at("09:00")), booked(house, at("10:00"))
    house.do(reschedule, moved.id, NewTime(at("09:00", day=3), "later"), SHANGHAI)
    house.do(cancel_appointment, gone.id, "出差", SHANGHAI)
    assert lines(house) == [("moved", None), ("cancelled", None)]
    for row in (moved, gone):
        with pytest.raises(WrongState):
            record(house, row.id, "confirmed")


def test_an_outcome_that_is_none_is_refused(house: House) -> None:
    row = booked(house, at("09:00"))
    for outcome in ("perhaps", "open", "failed"):
        with pytest.raises(Invalid):
            record(house, row.id, outcome)


def test_what_is_left_over_stands_out_and_is_overdue_from_noon_r71(house: House) -> None:
    row = booked(house, at("14:00"))
    house.clock.set(at("08:00"))
    assert lines(house) == [("open", "left_over")]
    house.clock.set(at("12:00"))
    assert lines(house) == [("open", "overdue")]
    record(house, row.id, "confirmed")
    assert lines(house) == [("confirmed", None)]


def test_a_message_names_date_time_length_and_doctor_and_nothing_else_r70_r107(house: House, service: Service) -> None:
    house.advance(hours=1)
    row = booked(house, at("09:00"), units=2, item="左下六疼痛")
    assert Messenger(house.database, SHANGHAI, service.url).send_due() == 1
    [(path, said)] = service.got
    assert path == f"/sms/+86{PHONE}"
    for part in ("2026-11-24", "09:00", "30 分钟", row.code, "仁和医院"):
        assert part in said["message"]
    for private in (NAME, "疼痛", "口腔", PHONE):
        assert private not in said["message"] + said["title"]
    assert lines(house) == [("sent", None)]
    assert Messenger(house.database, SHANGHAI, service.url).send_due() == 0
    assert record(house, row.id, "confirmed").state == "confirmed"


def test_messages_speak_the_patient_s_language(house: House, service: Service) -> None:
    house.advance(hours=1)
    booked(house, at("09:00"), language="en")
    Messenger(house.database, SHANGHAI, service.url).send_due()
    assert "you have an appointment on 2026-11-24 at 09:00" in service.got[0][1]["message"]


def test_at_night_and_without_a_service_nothing_goes_out_r70(house: House, service: Service) -> None:
    booked(house, at("09:00"))
    messenger = Messenger(house.database, SHANGHAI, service.url)
    assert messenger.send_due() == 0  # 08:30
    house.clock.set(at("20:00", day=0))
    assert messenger.send_due() == 0
    house.clock.set(at("10:00", day=0))
    assert Messenger(house.database, SHANGHAI, None).send_due() == 0
    assert messenger.send_due() == 1


def test_nobody_is_sent_a_reminder_to_a_doctor_who_will_be_away_r35_r70(house: House, service: Service) -> None:
    booked(house, at("09:00"))
    tomorrow = at("09:00").date()
    off = NewException(DENTIST, "off", tomorrow, tomorrow, None, None, "进修")
    house.do(add_exception, off, SHANGHAI, by=SUPERVISOR)
    house.clock.set(at("10:00", day=0))
    assert Messenger(house.database, SHANGHAI, service.url).send_due() == 0
    [line] = house.look(reminders_for, tomorrow, SHANGHAI)
    assert line.doctor_away
    with pytest.raises(Refusal, match="reminder_doctor_away"):
        record(house, line.appointment.id, "confirmed")
    assert record(house, line.appointment.id, "not_reached").doctor_away


def test_a_message_that_failed_is_tried_again_three_times_in_all(house: House, service: Service) -> None:
    booked(house, at("09:00"))
    service.status = 500
    house.advance(hours=1)
    messenger = Messenger(house.database, SHANGHAI, service.url)
    for _ in range(5):
        messenger.send_due()
        house.advance(minutes=11)
    assert len(service.got) == 3
    assert lines(house) == [("failed", "open")]


def test_a_message_that_may_have_gone_is_not_sent_again_but_rung_r70(house: House, service: Service) -> None:
    """The process ends between claim and outcome."""
    row = booked(house, at("09:00"))
    house.advance(hours=1)
    assert house.do(claim_message, SHANGHAI, by=MESSENGER).appointment == row.id
    house.advance(hours=1)
    assert Messenger(house.database, SHANGHAI, service.url).send_due() == 0
    assert lines(house) == [("sending", "open")]
    assert record(house, row.id, "confirmed").state == "confirmed"


def test_however_many_send_at_once_each_message_goes_out_once(house: House, service: Service) -> None:
    for number in range(6):
        booked(house, at(f"{9 + number}:00"), who=person(phone=f"1381234560{number}"))
    house.advance(hours=1)
    at_once(4, lambda _: Messenger(house.database, SHANGHAI, service.url).send_due())
    assert len(service.got) == len({path for path, _ in service.got}) == 6
    assert {reminder.state for reminder in house.rows(Reminder)} == {"sent"}


@pytest.mark.parametrize("url", ["json://127.0.0.1:1/{phone}", "nosuchthing://{phone}", "sms"])
def test_a_service_that_is_not_there_is_a_failure_and_no_fault(
    house: House, caplog: pytest.LogCaptureFixture, url: str
) -> None:
    booked(house, at("09:00"))
    house.advance(hours=1)
    with caplog.at_level("DEBUG"):
        assert Messenger(house.database, SHANGHAI, url).send_due() == 0
    assert lines(house) == [("failed", "open")]
    assert PHONE not in caplog.text
