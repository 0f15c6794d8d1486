"""The order of a queue as it is stored and called: turns, missed calls, groups that go ahead (R29, R30, R43)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from server.accounts.service import list_audit
from server.clinic.models import Department
from server.core.errors import Refusal, WrongState
from server.queueing import service
from server.queueing.models import Call
from tests.support.house import LIMIT, House


@pytest.fixture
def policy(house: House) -> Callable[..., None]:
    """Gives internal medicine another policy."""

    def change(**values: Any) -> None:
        with house.database.write() as work:
            department = work.session.get_one(Department, "internal")
            department.policy = {**department.policy, **values}

    return change


def _sees(house: House, room: str = "east-1") -> str:
    """Call the next, let them in and out to be examined; the number."""
    called = house.do(service.call_next, room)
    house.do(service.arrive, called.ticket.id)
    house.do(service.leave, called.ticket.id)
    house.advance(minutes=3)
    return str(called.ticket.number)


def test_two_first_visits_then_one_who_is_back_with_results_r29(house: House) -> None:
    for room in ("east-2", "east-3", "east-5"):  # whoever is on duty takes first visits meanwhile
        house.do(service.set_room_state, room, "closed")
    tickets = [house.patient() for _ in range(6)]
    assert [_sees(house) for _ in range(2)] == ["A001", "A002"]
    house.do(service.return_to_queue, tickets[0], LIMIT)
    house.do(service.return_to_queue, tickets[1], LIMIT)
    shown = house.shown()["staff/queue/internal"]["waiting"]
    assert [row["number"] for row in shown] == ["A003", "A004", "A001", "A005", "A006", "A002"]
    assert [row["line"] for row in shown[2:4]] == ["return", "first"]
    assert shown[2]["reason"]["code"] == "by_return"
    assert [_sees(house) for _ in range(6)] == [row["number"] for row in shown]
    [third] = house.rows(Call, Call.number == "A001", Call.lane == "return")
    assert third.reason == {"code": "turn_return", "args": {"count": 2}}


def test_a_call_that_is_taken_back_takes_no_turn(house: House) -> None:
    tickets = [house.patient() for _ in range(5)]
    _sees(house)
    house.do(service.return_to_queue, tickets[0], LIMIT)
    called = house.do(service.call_next, "east-1")
    house.do(service.undo, called.ticket.id)
    assert [_sees(house) for _ in range(3)] == ["A002", "A003", "A001"]


def test_who_missed_a_call_takes_turns_when_signed_in_again_r29(house: House) -> None:
    first = house.patient()
    for _ in range(4):
        house.patient()
    house.call()
    house.advance(minutes=1)
    house.do(service.mark_missed, first)
    house.do(service.return_to_queue, first, LIMIT)
    assert [row["number"] for row in house.shown()["staff/queue/internal"]["waiting"]][:3] == ["A002", "A003", "A001"]


def test_five_places_back_and_void_after_the_third_time_r29(house: House, policy: Callable[..., None]) -> None:
    policy(missed="places_back")
    first = house.patient()
    for _ in range(12):
        house.advance(seconds=5)
        house.patient()

    def miss_and_sign_in() -> int:
        house.do(service.call_ticket, "east-1", first, "test")
        house.do(service.mark_missed, first)
        house.advance(minutes=1)
        house.do(service.return_to_queue, first, LIMIT)
        return [ticket.id for ticket in house.look(service.waiting_tickets, "internal")].index(first)

    assert [miss_and_sign_in() for _ in range(3)] == [5, 10, 12]
    with pytest.raises(Refusal) as refused:
        miss_and_sign_in()
    assert (refused.value.code, refused.value.args_for_text) == ("number_void", {"count": 4})
    assert house.state(first) == "missed"


def test_behind_everyone_who_comes_within_the_slot_r29(house: House, policy: Callable[..., None]) -> None:
    policy(missed="slot_end")
    first = house.patient()
    house.call()
    house.do(service.mark_missed, first)
    house.advance(minutes=1)
    house.do(service.return_to_queue, first, LIMIT)
    house.advance(minutes=5)
    house.patient()
    house.advance(minutes=14)
    house.patient()
    assert [ticket.number for ticket in house.look(service.waiting_tickets, "internal")] == ["A002", "A001", "A003"]


def test_the_old_and_who_showed_papers_go_ahead_and_it_is_written_down_r29_r43(house: House) -> None:
    for _ in range(3):
        house.patient()
    elder, soldier = house.patient(age="80"), house.patient()
    assert house.ticket(elder).priority == "elder"
    house.do(service.set_priority, soldier, "military")
    order = [row["number"] for row in house.shown()["staff/queue/internal"]["waiting"]]
    assert order == ["A001", "A002", "A004", "A003", "A005"]
    assert [row["priority"] for row in house.shown()["staff/queue/internal"]["waiting"]][-1] == "military"
    [entry] = [entry for entry in house.look(list_audit) if entry["action"] == "ticket.priority"]
    assert (entry["subject"], entry["detail"]) == (f"ticket:{soldier}", {"group": "military"})
    house.do(service.set_priority, soldier, None)
    assert house.ticket(soldier).priority is None
    house.do(service.cancel, soldier, "test")
    with pytest.raises(WrongState):
        house.do(service.set_priority, soldier, "military")


def test_a_call_reads_no_more_rows_the_longer_the_history_r29(house: House) -> None:
    """Counted in statements: none is added by yesterday's tickets, and the course has a fixed length."""

    def statements_of_a_call() -> int:
        house.patient()
        counted: list[str] = []

        def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
            counted.append(statement)

        event.listen(house.database.engine, "before_cursor_execute", count)
        called = house.do(service.call_next, "east-1")
        event.remove(house.database.engine, "before_cursor_execute", count)
        for step in (service.arrive, service.finish):
            house.do(step, called.ticket.id)
        return len(counted)

    statements_of_a_call()
    before = statements_of_a_call()
    for _ in range(30):
        statements_of_a_call()
    assert statements_of_a_call() == before
