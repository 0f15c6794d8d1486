"""What the holder of a ticket's link may do, and for how long (R24, R48, R64)."""

from __future__ import annotations

import uuid

import pytest
from flask.testing import FlaskClient

from server.application import Application
from server.core.database import Actor
from server.devices.models import HelpCall
from server.queueing.service import cancel
from server.reception.service import TicketOrder, take_ticket
from server.registration.fields import PatientFields
from tests.conftest import SHANGHAI
from tests.support.clock import ManualClock

KIOSK = Actor("kiosk", "kiosk-1", halls=("east",))
GUIDE = Actor("staff", "2001", role="guide", halls=("east",))


@pytest.fixture
def ticket(application: Application) -> dict[str, str]:
    """A waiting ticket's answer."""
    order = TicketOrder(
        request_id=str(uuid.uuid4()), language="zh-CN", base_url="http://houzhen.test", consent=True,
        department="internal", patient=PatientFields(name="周梦溪", sex="female", age="34", phone_declined=True),
    )  # fmt: skip
    with application.database.write(KIOSK) as work:
        answer: dict[str, str] = take_ticket(work, order, SHANGHAI)[0]
        return answer


def _post(client: FlaskClient, ticket: dict[str, str], step: str, body: dict[str, str]) -> tuple[int, dict[str, str]]:
    answer = client.post(f"/api/v1/public/tickets/{ticket['token']}/{step}", json=body)
    return answer.status_code, answer.get_json()


def test_a_number_left_for_another_time_is_kept_sealed_and_in_no_document(
    application: Application, client: FlaskClient, ticket: dict[str, str]
) -> None:
    """R48: the guide rings; screens and the outbox never carry the number."""
    status, _ = _post(client, ticket, "leave", {"choice": "rebook", "contact": "138 0013 8000"})
    assert status == 200
    with application.database.read() as work:
        (call,) = work.session.query(HelpCall).all()
        assert (call.reason, call.contact) == ("rebook", "+8613800138000")
        connection = work.session.connection()
        stored = connection.exec_driver_sql("SELECT contact FROM help_call").scalar_one()
        documents = connection.exec_driver_sql("SELECT group_concat(body) FROM hall_document").scalar_one()
    assert "13800138000" not in stored
    assert "13800138000" not in documents


def test_a_number_that_cannot_be_rung_is_said_beside_the_field(client: FlaskClient, ticket: dict[str, str]) -> None:
    status, problem = _post(client, ticket, "leave", {"choice": "rebook", "contact": "1381234567"})
    assert status == 422
    assert problem["fields"][0]["field"] == "contact"


@pytest.mark.parametrize(("step", "body"), [("leave", {"choice": "leave"}), ("worse", {}), ("help", {})])
def test_an_ended_ticket_opens_nothing_any_more(
    application: Application, client: FlaskClient, ticket: dict[str, str], step: str, body: dict[str, str]
) -> None:
    """R106: a slip that somebody finds a week later is paper."""
    with application.database.write(GUIDE) as work:
        cancel(work, ticket["id"], "gone")
    status, problem = _post(client, ticket, step, body)
    assert (status, problem["code"]) == (409, "wrong_state")


def test_pressing_on_and_on_is_answered_with_when_to_try_again(
    client: FlaskClient, ticket: dict[str, str], clock: ManualClock
) -> None:
    answers = [_post(client, ticket, "help", {})[0] for _ in range(9)]
    assert answers[:8] == [201] * 8
    assert answers[8] == 429
    clock.advance(15)
    assert _post(client, ticket, "help", {})[0] == 201
