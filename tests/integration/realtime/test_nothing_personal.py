"""Nothing personal in any table that is not sealed, in any document, change, audit entry or log (R106, R107)."""

from __future__ import annotations

import logging

import pytest

from server.core.database import Base, Sealed, Work
from server.printing.service import end_job, lease_job
from server.queueing import service
from server.reception.service import feel_worse, staff_ticket
from server.registration.models import Visit
from server.registration.service import note_special
from server.waiting.service import resolve_apology
from tests.support.house import LIMIT, SHANGHAI, House, everything_stored

NAME = "慕容雪峰"
PHONE = "13912349876"
IDENTITY = "11010519491231002X"
COMPLAINT = "左边第三根肋骨下面隐隐作痛"
WORSE = "现在痛到后背去了"
SPECIAL = "听不见需要写字"
NOTE = "女儿慕容小雨来接"
PRIVATE = (NAME, "雪峰", PHONE, IDENTITY, COMPLAINT, "肋骨", WORSE, SPECIAL, NOTE)


def _a_whole_life(house: House) -> str:
    answer, _ = house.register(
        "internal", name=NAME, phone=PHONE, complaint=COMPLAINT, age="77", sex="male",
    )  # fmt: skip
    ticket: str = answer["id"]
    visit = house.ticket(ticket).visit
    house.do(lambda work: note_special(work, _patient_of(work, visit), SPECIAL))
    house.do(feel_worse, house.ticket(ticket), WORSE, (), SHANGHAI)
    if house.state(ticket) == "urgent":
        house.do(service.lower_urgency, ticket, 3)
    house.do(end_job, house.do(lease_job, "printer-1"), confirmed=True)
    house.advance(minutes=21)
    house.watch()
    tasks = house.apologies(ticket)
    if tasks:
        house.do(resolve_apology, tasks[0].id, "explained", NOTE)
    house.do(service.call_next, "east-1")
    house.do(service.arrive, ticket)
    _, new = house.do(service.transfer, ticket, "surgery", "needs a surgeon", LIMIT)
    house.do(service.call_next, "east-12")
    house.do(service.mark_missed, new.id)
    return ticket


def _patient_of(work: Work, visit: str) -> str:
    return str(work.session.get_one(Visit, visit).patient)


def test_no_column_holds_a_name_a_number_or_a_complaint_in_clear(
    house: House, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every value of every table, as it lies in the database."""
    with caplog.at_level(logging.DEBUG):
        _a_whole_life(house)
    stored = everything_stored(house.database)
    out, err = capfd.readouterr()
    for private in PRIVATE:
        for place in (stored, stored.encode("unicode_escape").decode(), caplog.text, out, err):
            assert private not in place, private
            assert private.encode("unicode_escape").decode() not in stored


def test_what_is_sealed_opens_again(house: House) -> None:
    """The test above would pass where nothing was stored at all."""
    ticket = _a_whole_life(house)
    seen = house.look(lambda work: staff_ticket(work, service.find_ticket(work, ticket), SHANGHAI))
    assert seen["complaint"]["text"] == COMPLAINT
    assert seen["special_note"] == SPECIAL
    assert NAME not in repr(seen)  # R107: never name and complaint together
    assert PHONE not in repr(seen)


def test_no_document_of_any_hall_names_anyone(house: House) -> None:
    _a_whole_life(house)
    for hall in ("east", "west", "dental", "emergency"):
        documents = repr(house.shown(hall))
        assert [private for private in PRIVATE if private in documents] == []


@pytest.mark.parametrize("table", ["outbox", "hall_document", "audit_entry", "fault"])
def test_what_leaves_the_house_s_own_tables_has_no_sealed_column(table: str) -> None:
    """Documents, changes, audit trail and faults hold nothing that would need a seal."""
    columns = Base.metadata.tables[table].columns
    assert [column.name for column in columns if isinstance(column.type, Sealed)] == []
