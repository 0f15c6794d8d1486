"""Fifty rooms press next at once: nobody is held twice, nobody is skipped, nobody is lost (I3, R41)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import insert, select

from server.clinic.models import Room
from server.core.database import Work
from server.core.errors import Refusal
from server.queueing import service
from server.queueing.models import RoomState, Ticket
from server.queueing.service import NewTicket
from server.realtime.projection import Projection
from tests.support.house import LIMIT, SHANGHAI, House, at_once

ROOMS = 50
ROUNDS = 3


def _furnish(work: Work) -> list[str]:
    """Fifty rooms of one department, beside the clinic's own."""
    like = work.session.get_one(Room, "east-1")
    columns = {column.key: getattr(like, column.key) for column in Room.__table__.columns}
    codes = [f"many-{number:02d}" for number in range(ROOMS)]
    rows = [columns | {"code": code, "label": code, "doctor": None} for code in codes]
    work.session.execute(insert(Room), rows)
    return codes


def _fill(work: Work, count: int) -> list[str]:
    tickets = [
        service.issue_ticket(
            work,
            NewTicket(
                visit=f"visit-{turn}", department="internal", service_day=work.now.date(), urgency=4 - turn % 2,
                visit_class="first", sex="female", age=30, companion=False, language="zh-CN", apology_after=LIMIT,
                waiting_since=work.now - timedelta(seconds=turn),
            ),
        ).id
        for turn in range(count)
    ]  # fmt: skip
    work.announcements.clear()
    return tickets


def test_fifty_rooms_press_next_at_once(house: House) -> None:
    """Several rounds, the last with fewer patients than rooms; each room finishes its patient in between."""
    rooms = house.do(_furnish)
    everyone = house.do(_fill, ROOMS * ROUNDS - 20)
    in_order = [ticket.id for ticket in house.look(service.waiting_tickets, "internal")]
    called: list[str] = []
    for turn in range(ROUNDS):
        house.advance(seconds=60)
        results = at_once(ROOMS, lambda position: house.call(rooms[position]))
        assert [result for result in results if isinstance(result, Exception)] == []
        fresh = [result for result in results if result is not None]
        assert sorted(fresh) == sorted(in_order[turn * ROOMS : (turn + 1) * ROOMS])  # nobody skipped
        called += fresh
        held = [state.ticket for state in house.rows(RoomState, RoomState.ticket.is_not(None), order=RoomState.room)]
        assert Counter(held) == Counter(fresh)  # nobody held twice, each by the room that called
        with house.database.write() as work:
            for ticket in fresh:
                service.finish(work, service.arrive(work, ticket).id)
    assert Counter(called) == Counter(everyone)  # nobody lost
    assert set(house.rows(Ticket.state, order=None)) == {"finished"}


def test_twenty_hands_on_the_same_room_call_one_patient(house: House) -> None:
    """R41: the others are told who is still inside."""
    patients = [house.patient() for _ in range(5)]
    results = at_once(20, lambda _: house.call("east-1"))
    assert [result for result in results if isinstance(result, str)] == patients[:1]
    assert [getattr(result, "code", result) for result in results if result != patients[0]] == ["patient_not_left"] * 19
    assert house.room("east-1").ticket == patients[0]


def test_two_rooms_and_a_transfer_never_share_a_patient(house: House) -> None:
    """I3: whoever comes first holds the ticket, the others are refused or get the next."""
    for _ in range(6):
        patient = house.patient()
        steps = [
            lambda: house.call("east-1"),
            lambda: house.call("east-2"),
            lambda ticket=patient: house.do(service.transfer, ticket, "surgery", "a test", LIMIT),
            lambda ticket=patient: house.do(service.cancel, ticket, "a test"),
        ]
        at_once(len(steps), lambda position, steps=steps: steps[position]())
        with house.database.read() as work:
            holders = work.session.scalars(select(RoomState.room).where(RoomState.ticket == patient)).all()
        state = house.state(patient)
        assert len(holders) == (1 if state == "called" else 0)
        for room in ("east-1", "east-2"):
            if house.room(room).ticket:
                house.do(service.mark_missed, house.room(room).ticket)


def test_patients_who_change_places_both_ways_while_rooms_call_block_nobody(house: House) -> None:
    """No deadlock between transfers to and fro, calls, undo and the watch, in any interleaving."""
    inside = [house.patient("internal") for _ in range(6)]
    outside = [house.patient("surgery") for _ in range(6)]
    house.advance(minutes=20)
    steps = [
        *(lambda one=one: house.do(service.transfer, one, "surgery", "a test", LIMIT) for one in inside[3:]),
        *(lambda one=one: house.do(service.transfer, one, "internal", "a test", LIMIT) for one in outside[3:]),
        *(lambda room=room: house.call(room) for room in ("east-1", "east-2", "east-12", "east-13")),
        house.watch,
        house.watch,
        lambda: house.do(Projection(SHANGHAI).refresh, "east"),
    ]
    results = at_once(len(steps), lambda turn: steps[turn]())
    faults = [one for one in results if isinstance(one, Exception) and not isinstance(one, Refusal)]
    assert faults == []
