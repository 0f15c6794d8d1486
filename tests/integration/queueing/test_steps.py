"""A ticket's steps, one use case each, and the refusal of every step that its state does not allow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from server.clinic.models import Department
from server.core.errors import Forbidden, NotFound, Refusal, WrongState
from server.queueing import service
from server.queueing.models import Call, Ticket, TicketEvent
from server.queueing.rules.states import STATES, STEPS
from server.queueing.service.day import close_earlier_days
from tests.support.house import LIMIT, SUPERVISOR, WEST_GUIDE, House, doctor, everything_stored

MONDAY = date(2026, 11, 23)


def test_a_call_takes_the_patient_into_the_room_and_keeps_its_reason(house: House) -> None:
    """R29, R30, R42: who, where, when, why."""
    first, second = house.patient(), house.patient()
    house.advance(minutes=4)
    called = house.do(service.call_next, "east-1")
    assert called.ticket.id == first
    assert (called.reason.code, called.reason.args) == ("longest_waiting", {"minutes": 4, "others": 1})
    ticket = house.ticket(first)
    assert (ticket.state, ticket.room, ticket.attempt, ticket.waited_seconds) == ("called", "east-1", 1, 240)
    assert ticket.called_at == house.clock.now()
    assert house.room("east-1").ticket == first
    assert house.state(second) == "waiting"
    event = house.look(service.ticket_history, first)[-1]
    assert (event.kind, event.actor, event.room, event.detail["because"]) == (
        "called", "staff:2001", "east-1", "longest_waiting",
    )  # fmt: skip


def test_nobody_is_called_where_nobody_waits(house: House) -> None:
    assert house.call("east-1") is None
    house.patient("surgery")
    assert house.call("east-1") is None


def test_no_call_until_the_last_patient_has_left_the_treatment_area(house: House) -> None:
    """R41, in every state in which the room is held."""
    first, _, _ = house.patient(), house.patient(), house.patient()
    house.call("east-1")
    for step in (lambda: None, lambda: house.do(service.arrive, first)):
        step()
        with pytest.raises(Refusal) as refused:
            house.call("east-1")
        assert (refused.value.code, refused.value.args_for_text) == ("patient_not_left", {"number": "A001"})
    house.do(service.leave, first)
    assert house.call("east-1") is not None


def test_a_recall_is_one_more_attempt_of_the_same_call(house: House) -> None:
    first = house.patient()
    house.call()
    house.advance(seconds=30)
    called = house.do(service.recall, first)
    assert (called.ticket.attempt, called.ticket.state) == (2, "called")
    assert [call.attempt for call in house.rows(Call, Call.ticket == first, order=Call.id)] == [1, 2]
    listed = house.shown("east")["calls"]
    assert [(call["number"], call["attempt"], call["call_id"]) for call in listed] == [("A001", 2, called.call.id)]


def test_in_and_out_times_are_stored(house: House) -> None:
    """R42."""
    first = house.patient()
    house.call()
    house.advance(seconds=40)
    came = house.clock.now()
    house.do(service.arrive, first)
    house.advance(minutes=7)
    house.do(service.finish, first)
    ticket = house.ticket(first)
    assert (ticket.in_room_at, ticket.left_at, ticket.ended_at) == (came, house.clock.now(), house.clock.now())
    assert (ticket.state, house.room().ticket) == ("finished", None)


def test_a_missed_patient_frees_the_room_and_waits_anew_after_signing_in(house: House) -> None:
    """R34, R41."""
    first, second = house.patient(), house.patient()
    house.call()
    house.advance(minutes=2)
    house.do(service.mark_missed, first)
    missed = house.ticket(first)
    assert (missed.state, missed.missed_times, missed.missed_at) == ("missed", 1, house.clock.now())
    assert house.call() == second
    house.advance(minutes=5)
    house.do(service.return_to_queue, first, LIMIT)
    back = house.ticket(first)
    assert (back.state, back.waiting_since, back.returned) == ("waiting", house.clock.now(), False)
    assert (back.room, back.attempt) == (None, 0)
    assert back.next_watch_at == house.clock.now() + LIMIT


def test_a_patient_who_leaves_for_an_examination_comes_back_as_returned(house: House) -> None:
    """R29: returns with results."""
    first = house.patient()
    house.call()
    house.do(service.arrive, first)
    house.do(service.leave, first)
    assert (house.state(first), house.room().ticket) == ("out", None)
    house.do(service.return_to_queue, first, LIMIT)
    assert (house.state(first), house.ticket(first).returned) == ("waiting", True)


def test_a_waiting_patient_moved_to_another_department_keeps_the_time_already_waited(house: House) -> None:
    """R45: a new number, the history kept."""
    early = house.patient("internal")
    since = house.ticket(early).waiting_since
    house.advance(minutes=6)
    house.patient("surgery")
    old, new = house.do(service.transfer, early, "surgery", "belly pain", LIMIT)
    assert (old.state, old.transferred_to, new.transferred_from) == ("transferred", new.id, early)
    assert (new.number, new.department, new.waiting_since) == ("B002", "surgery", since)
    assert house.call("east-12") == new.id
    kinds = [event.kind for event in house.look(service.ticket_history, new.id)]
    assert kinds[:2] == ["issued", "came_from"]


def test_a_patient_moved_out_of_a_room_waits_from_now_and_the_room_is_free(house: House) -> None:
    first = house.patient()
    house.call()
    house.do(service.arrive, first)
    house.advance(minutes=3)
    old, new = house.do(service.transfer, first, "surgery", "surgeon must see it", LIMIT)
    assert (new.waiting_since, old.left_at, house.room().ticket) == (house.clock.now(), house.clock.now(), None)


def test_who_signed_in_again_after_a_missed_call_stays_that_in_the_other_department_r45(house: House) -> None:
    """A move to another queue is no way around the turn of a missed call, and no second penalty."""
    first = house.patient()
    house.call()
    house.do(service.mark_missed, first)
    house.do(service.return_to_queue, first, LIMIT)
    before = house.ticket(first)
    house.advance(minutes=4)
    _, new = house.do(service.transfer, first, "surgery", "surgeon must see it", LIMIT)
    assert (new.line, new.missed_times, new.joined_at) == ("missed", 1, before.joined_at)
    assert new.waiting_since == before.waiting_since


def test_places_that_a_missed_call_has_cost_stay_lost_in_the_other_department_r45(house: House) -> None:
    with house.database.write() as work:
        for code in ("internal", "surgery"):
            department = work.session.get_one(Department, code)
            department.policy = {**department.policy, "missed": "slot_end", "slot_minutes": 15}
    first = house.patient()
    house.call()
    house.do(service.mark_missed, first)
    house.do(service.return_to_queue, first, LIMIT)
    later = house.patient("surgery")
    _, new = house.do(service.transfer, first, "surgery", "surgeon must see it", LIMIT)
    assert new.joined_at == house.clock.now() + timedelta(minutes=15)
    assert house.call("east-12") == later


def test_who_is_back_with_results_is_a_first_visit_in_another_department_r45(house: House) -> None:
    first = house.patient()
    house.call()
    for step in (service.arrive, service.leave):
        house.do(step, first)
    house.do(service.return_to_queue, first, LIMIT)
    _, new = house.do(service.transfer, first, "surgery", "surgeon must see it", LIMIT)
    assert (house.ticket(first).line, new.line) == ("return", "first")


def test_a_transfer_to_the_same_or_an_unknown_department_changes_nothing(house: House) -> None:
    first = house.patient()
    before = everything_stored(house.database)
    with pytest.raises(Refusal, match="same_department"):
        house.do(service.transfer, first, "internal", "mistake", LIMIT)
    with pytest.raises(NotFound):
        house.do(service.transfer, first, "astrology", "mistake", LIMIT)
    assert everything_stored(house.database) == before


def test_a_cancelled_ticket_gives_the_room_and_the_screens_back(house: House) -> None:
    """R48: with its reason in the history."""
    first = house.patient()
    house.call()
    house.do(service.cancel, first, "left the house")
    assert (house.state(first), house.room().ticket) == ("cancelled", None)
    assert house.shown("east")["calls"] == []
    assert house.look(service.ticket_history, first)[-1].reason == "left the house"


@pytest.mark.parametrize("step", ["call", "missed", "finish"])
def test_a_slip_of_the_thumb_is_taken_back_within_ten_seconds(house: House, step: str) -> None:
    first = house.patient()
    recipes: dict[str, tuple[Callable[[], Any], ...]] = {
        "call": (house.call,),
        "missed": (house.call, lambda: house.do(service.mark_missed, first)),
        "finish": (house.call, lambda: house.do(service.arrive, first), lambda: house.do(service.finish, first)),
    }
    *before, last = recipes[step]
    for each in before:
        each()
    kept = house.ticket(first)
    documents = house.shown("east")
    last()
    house.advance(seconds=10)
    house.do(service.undo, first)
    ticket = house.ticket(first)
    for name in ("state", "room", "called_at", "attempt", "waited_seconds", "missed_times", "left_at", "ended_at",
                 "next_watch_at", "missed_at", "in_room_at"):  # fmt: skip
        assert getattr(ticket, name) == getattr(kept, name), name
    assert house.room().ticket == (None if step == "call" else first)
    assert house.shown("east")["calls"] == documents["calls"]
    with pytest.raises(Refusal, match="undo_too_late"):
        house.do(service.undo, first)


def test_ten_seconds_later_it_is_too_late_to_take_back(house: House) -> None:
    first = house.patient()
    house.call()
    house.advance(seconds=10.1)
    with pytest.raises(Refusal, match="undo_too_late"):
        house.do(service.undo, first)


def test_a_missed_call_is_not_taken_back_into_a_room_that_has_called_another(house: House) -> None:
    """I3: the room would hold two."""
    first, second = house.patient(), house.patient()
    house.call()
    house.do(service.mark_missed, first)
    assert house.call() == second
    with pytest.raises(Refusal, match="patient_not_left"):
        house.do(service.undo, first)
    assert (house.state(first), house.room().ticket) == ("missed", second)


def test_a_supervisor_calls_out_of_order_and_the_reason_is_kept(house: House) -> None:
    """R50."""
    house.patient()
    second = house.patient()
    called = house.do(service.call_ticket, "east-1", second, "eighty-five years old", by=SUPERVISOR)
    assert (called.ticket.id, called.reason.code) == (second, "by_hand")
    event = house.look(service.ticket_history, second)[-1]
    assert (event.kind, event.actor, event.reason) == ("reordered", "staff:2003", "eighty-five years old")


def test_nobody_is_called_by_name_into_a_room_of_another_department(house: House) -> None:
    surgical = house.patient("surgery")
    with pytest.raises(Refusal, match="other_department"):
        house.do(service.call_ticket, "east-1", surgical, "nearer", by=SUPERVISOR)


def test_staff_of_another_hall_change_nothing_here(house: House) -> None:
    """R11: each use case asks for the hall."""
    first = house.patient()
    for use_case, args in (
        (service.call_next, ("east-1",)),
        (service.call_ticket, ("east-1", first, "why not")),
        (service.cancel, (first, "why not")),
        (service.transfer, (first, "surgery", "why not", LIMIT)),
        (service.raise_urgency, (first, 2, LIMIT)),
        (service.set_room_state, ("east-1", "paused")),
        (service.seat_doctor, ("east-1", None)),
    ):  # fmt: skip
        with pytest.raises(Forbidden) as refused:
            house.do(use_case, *args, by=WEST_GUIDE)
        assert refused.value.code == "not_your_hall"
    assert house.state(first) == "waiting"


def test_a_doctor_calls_into_the_own_room_only(house: House) -> None:
    first = house.patient()
    with pytest.raises(Forbidden, match="other_room"):
        house.do(service.call_next, "east-1", by=doctor("1002"))
    assert house.do(service.call_next, "east-2", by=doctor("1002")).ticket.id == first


def test_a_patient_who_asked_for_a_doctor_is_called_into_that_doctors_room_only(house: House) -> None:
    """R38."""
    wanted = house.patient(doctor="1002")
    other = house.patient()
    assert house.call("east-1") == other
    assert house.call("east-3") is None
    assert house.call("east-2") == wanted


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_a_room_that_is_not_open_calls_nobody_and_keeps_whom_it_holds(house: House, state: str) -> None:
    """R46."""
    first = house.patient()
    house.patient()
    house.call()
    house.do(service.set_room_state, "east-1", state, {"zh-CN": "马上回来", "en": "back soon"})
    assert house.room().ticket == first
    house.do(service.mark_missed, first)
    with pytest.raises(Refusal, match="room_closed"):
        house.call()
    house.do(service.set_room_state, "east-1", "open")
    assert house.call() is not None


def test_an_unknown_room_or_ticket_is_not_found(house: House) -> None:
    with pytest.raises(NotFound):
        house.call("room-99")
    for use_case in (service.arrive, service.leave, service.finish, service.mark_missed, service.undo, service.recall):
        with pytest.raises(NotFound):
            house.do(use_case, "no-such-ticket")


def _free(house: House) -> str:
    return next(room for room in ("east-1", "east-2") if house.room(room).ticket is None)


TAKE: dict[str, Callable[[House, str], Any]] = {
    "call": lambda house, ticket: house.do(service.call_ticket, _free(house), ticket, "a test", by=SUPERVISOR),
    "recall": lambda house, ticket: house.do(service.recall, ticket),
    "arrive": lambda house, ticket: house.do(service.arrive, ticket),
    "missed": lambda house, ticket: house.do(service.mark_missed, ticket),
    "leave": lambda house, ticket: house.do(service.leave, ticket),
    "finish": lambda house, ticket: house.do(service.finish, ticket),
    "return": lambda house, ticket: house.do(service.return_to_queue, ticket, LIMIT),
    "transfer": lambda house, ticket: house.do(service.transfer, ticket, "surgery", "a test", LIMIT),
    "cancel": lambda house, ticket: house.do(service.cancel, ticket, "a test"),
    "raise": lambda house, ticket: house.do(service.raise_urgency, ticket, 2, LIMIT),
    "lower": lambda house, ticket: house.do(service.lower_urgency, ticket, 3),
    "hand_over": lambda house, ticket: house.do(service.hand_over, ticket),
}
#: How a ticket comes into each state, by steps of the table itself.
WAYS: dict[str, tuple[str, ...]] = {
    "waiting": (), "called": ("call",), "in_room": ("call", "arrive"), "out": ("call", "arrive", "leave"),
    "missed": ("call", "missed"), "finished": ("call", "arrive", "finish"), "cancelled": ("cancel",),
    "transferred": ("transfer",), "urgent": ("raise",), "expired": (),
}  # fmt: skip


def _bring(house: House, state: str) -> str:
    ticket = house.patient()
    for step in WAYS[state]:
        TAKE[step](house, ticket)
    if state == "expired":
        house.do(close_earlier_days, MONDAY + timedelta(days=1))
    assert house.state(ticket) == state
    return ticket


def test_the_table_of_steps_and_the_tests_of_it_name_the_same() -> None:
    assert set(TAKE) == set(STEPS)
    assert set(WAYS) == STATES


@pytest.mark.parametrize("state", sorted(STATES))
def test_every_step_that_a_state_does_not_allow_is_refused_without_a_trace(house: House, state: str) -> None:
    """`wrong_state` for each illegal pair of the table."""
    ticket = _bring(house, state)
    house.advance(seconds=60)  # whatever could be undone cannot any more
    before = everything_stored(house.database)
    for step, (sources, _) in STEPS.items():
        if state in sources or (state, step) == ("urgent", "raise"):
            continue
        with pytest.raises(WrongState) as refused:
            TAKE[step](house, ticket)
        assert (refused.value.code, refused.value.args_for_text["state"]) == ("wrong_state", state), step
    assert everything_stored(house.database) == before


@pytest.mark.parametrize(("step", "source"), [(step, source) for step in STEPS for source in sorted(STEPS[step][0])])
def test_every_allowed_step_leads_where_the_table_says(house: House, step: str, source: str) -> None:
    ticket = _bring(house, source)
    TAKE[step](house, ticket)
    assert house.state(ticket) == STEPS[step][1]
    holders = [room for room in ("east-1", "east-2", "east-3", "east-5") if house.room(room).ticket == ticket]
    assert len(holders) == (1 if STEPS[step][1] in ("called", "in_room") else 0)


def test_history_names_who_did_what_and_never_whom(house: House) -> None:
    """R10, R106: every event of a ticket's life, and no name in any."""
    first = house.patient(name="慕容雪峰", complaint="右边膝盖疼")
    house.call()
    house.do(service.arrive, first)
    house.do(service.finish, first)
    events = house.rows(TicketEvent, TicketEvent.ticket == first, order=TicketEvent.id)
    assert [event.kind for event in events] == ["issued", "called", "arrived", "finished"]
    assert {event.actor for event in events} == {"kiosk:kiosk-1", "staff:2001"}
    assert "慕容" not in repr([event.detail for event in events])
    assert house.rows(Ticket, Ticket.state == "finished")[0].id == first
