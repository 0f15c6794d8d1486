"""The watch over twenty minutes (I6, R51, R49): one task for each ticket and round, whatever happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from server.core.database import Database
from server.core.errors import Forbidden, Invalid, WrongState
from server.queueing import service
from server.queueing.models import Ticket
from server.waiting.models import ApologyTask
from server.waiting.service import (
    anything_due,
    claim_apology,
    department_figures,
    escalate_apology,
    resolve_apology,
    watch_waits,
)
from server.wiring import wire
from tests.support.house import GUIDE, LIMIT, SHANGHAI, UNCLAIMED, WEST_GUIDE, House, at_once


def _states(house: House, ticket: str) -> list[tuple[int, str]]:
    return [(task.round, task.state) for task in house.apologies(ticket)]


def test_the_task_opens_at_twenty_minutes_and_not_a_second_before(house: House) -> None:
    """20:00 exactly."""
    ticket = house.patient()
    issued = house.clock.now()
    house.advance(minutes=19, seconds=59)
    assert house.watch() == 0
    assert house.look(anything_due, UNCLAIMED) is False
    house.advance(seconds=1)
    assert house.look(anything_due, UNCLAIMED) is True
    assert house.watch() == 1
    (task,) = house.apologies(ticket)
    assert (task.round, task.state, task.hall) == (1, "open", "east")
    assert task.due_at == task.opened_at == issued + LIMIT
    house.advance(seconds=1)
    assert house.watch() == 0


def test_the_card_says_who_where_how_long_why_and_what_to_say(house: House) -> None:
    house.patient()
    number = house.register()[0]["number"]
    house.call("east-1")
    house.advance(minutes=20)
    house.watch()
    (card,) = house.shown("east")["staff/tasks"]["apologies"]
    assert (card["number"], card["department"], card["round"], card["ahead"]) == (number, "internal", 1, 0)
    assert (card["place"]["zh-CN"], card["state"]) == ("二楼·内科候诊区", "open")
    assert all(card[name][language] for name in ("why", "words") for language in ("zh-CN", "en"))
    assert "apologies" not in repr(house.shown("east", staff=False))


def test_each_further_twenty_minutes_is_one_more_round_that_takes_over_the_unclaimed_one(house: House) -> None:
    """A patient is one card on the tablet."""
    ticket = house.patient()
    for turn in (1, 2, 3):
        house.advance(minutes=20)
        house.watch()
        assert _states(house, ticket) == [*((n, "merged") for n in range(1, turn)), (turn, "open")]
        assert [card["round"] for card in house.shown("east")["staff/tasks"]["apologies"]] == [turn]


def test_rounds_that_fell_due_while_the_server_was_away_are_all_there_after_its_restart(house: House) -> None:
    """I6: neither missed nor doubled, with their own due instants."""
    ticket = house.patient()
    issued = house.clock.now()
    house.advance(minutes=70)
    reopened = _again(house.database)
    assert House(reopened, house.clock).watch() == 3
    tasks = house.apologies(ticket)
    assert [(task.round, task.state, task.due_at - issued) for task in tasks] == [
        (1, "merged", LIMIT), (2, "merged", 2 * LIMIT), (3, "open", 3 * LIMIT),
    ]  # fmt: skip
    assert House(reopened, house.clock).watch() == 0
    house.advance(minutes=10)
    house.watch()
    assert _states(house, ticket)[-1] == (4, "open")
    reopened.close()


def test_a_clock_that_jumps_forward_and_back_an_hour_doubles_nothing(house: House) -> None:
    """Clock ±1 h: no negative wait, one task a round."""
    ticket = house.patient()
    house.advance(minutes=10)
    house.advance(hours=1)
    assert house.watch() == 3
    house.advance(hours=-1)
    assert house.watch() == 0
    house.advance(minutes=15)
    assert house.watch() == 0
    card = house.shown("east")["staff/tasks"]["apologies"][0]
    assert card["round"] == 3
    house.advance(hours=-1)  # before the ticket was issued
    figures = house.look(_figures)
    assert figures["longest_wait_since"] is not None
    assert house.watch() == 0
    called = house.do(service.call_next, "east-1")
    assert called.ticket.waited_seconds == 0
    assert called.reason.code == "only_one"
    assert Counter(task.round for task in house.apologies(ticket)) == {1: 1, 2: 1, 3: 1}


def _figures(work: Any) -> Any:
    return department_figures(work, "internal", work.now.date(), 20)


def _again(database: Database) -> Database:
    opened = Database(database.engine.url.render_as_string(hide_password=False), database.clock)
    wire(opened, SHANGHAI)
    return opened


def test_two_processes_that_watch_at_once_open_each_task_once(house: House) -> None:
    """I6: unique in the database by (ticket, round), and no watch fails."""
    tickets = [house.patient() for _ in range(12)]
    house.advance(minutes=41)
    other = House(_again(house.database), house.clock)
    results = at_once(6, lambda turn: (house, other)[turn % 2].watch())
    assert [one for one in results if isinstance(one, Exception)] == []
    assert sum(results) == 24
    counted = Counter((task.ticket, task.round) for task in house.rows(ApologyTask, order=ApologyTask.id))
    assert counted == Counter((ticket, turn) for ticket in tickets for turn in (1, 2))
    other.database.close()


def test_a_watch_beside_calls_and_transfers_loses_and_doubles_nothing(house: House) -> None:
    tickets = [house.patient() for _ in range(8)]
    house.advance(minutes=20)
    rooms = ("east-1", "east-2", "east-3", "east-5")

    def step(turn: int) -> object:
        if turn < 4:
            return house.call(rooms[turn])
        if turn < 6:
            return house.do(service.transfer, tickets[7 - (turn - 4)], "surgery", "a test", LIMIT)
        return house.watch()

    results = at_once(8, step)
    assert [one for one in results if isinstance(one, Exception)] == []
    house.watch()
    for ticket in house.rows(Ticket, Ticket.state == "waiting", order=Ticket.id):
        earlier = [ticket.transferred_from] if ticket.transferred_from else []
        rounds = [task.round for one in [*earlier, ticket.id] for task in house.apologies(one)]
        assert rounds == [1]


def test_a_call_closes_the_task_and_taking_it_back_opens_it_again(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    house.call()
    (task,) = house.apologies(ticket)
    assert (task.state, task.outcome, task.ended_by) == ("closed", "called", "staff:2001")
    house.advance(seconds=5)
    house.do(service.undo, ticket)
    (task,) = house.apologies(ticket)
    assert (task.state, task.outcome, task.ended_at) == ("open", None, None)
    house.advance(minutes=20)
    house.watch()
    assert _states(house, ticket) == [(1, "merged"), (2, "open")]


def test_a_round_that_falls_due_while_a_call_is_taken_back_is_not_lost(house: House) -> None:
    """Called at 19:55, taken back at 20:02: the patient has waited over twenty minutes all the same."""
    ticket = house.patient()
    house.advance(minutes=19, seconds=55)
    house.call()
    house.advance(seconds=7)
    assert house.watch() == 0
    house.do(service.undo, ticket)
    assert house.watch() == 1
    assert _states(house, ticket) == [(1, "open")]


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        (lambda house, ticket: house.do(service.cancel, ticket, "gone"), "left"),
        (lambda house, ticket: house.do(service.raise_urgency, ticket, 2, LIMIT), "urgent"),
    ],
    ids=["cancel", "urgent"],
)
def test_a_ticket_that_no_longer_waits_needs_no_apology(
    house: House, step: Callable[[House, str], Any], outcome: str
) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    step(house, ticket)
    (task,) = house.apologies(ticket)
    assert (task.state, task.outcome) == ("closed", outcome)
    house.advance(minutes=25)
    house.watch()
    assert len(house.apologies(ticket)) == 1


def test_the_rounds_of_a_moved_patient_go_on_where_they_were(house: House) -> None:
    """R45: 25 minutes here and 15 there are 40 minutes to the patient; the second round, not another first."""
    ticket = house.patient()
    house.advance(minutes=25)
    house.watch()
    _, new = house.do(service.transfer, ticket, "surgery", "a test", LIMIT)
    assert _states(house, new.id) == [(1, "open")], "who is to apologise follows the patient"
    house.advance(minutes=14, seconds=59)
    house.watch()
    assert _states(house, new.id) == [(1, "escalated")]
    house.advance(seconds=1)
    house.watch()
    assert _states(house, new.id) == [(1, "merged"), (2, "open")]


def test_a_called_patient_who_is_moved_gets_no_round_twice(house: House) -> None:
    """R45: called after 50 minutes with two rounds, then moved: the next round is the third, at 60 minutes."""
    ticket = house.patient()
    house.advance(minutes=50)
    house.watch()
    house.call()
    _, new = house.do(service.transfer, ticket, "surgery", "a test", LIMIT)
    assert house.watch() == 0
    house.advance(minutes=10)
    assert house.watch() == 1
    assert [task.round for task in house.apologies(new.id)] == [3]


def test_a_patient_who_missed_the_call_and_is_moved_waits_anew(house: House) -> None:
    ticket = house.patient()
    house.call()
    house.do(service.mark_missed, ticket)
    house.advance(minutes=60)
    _, new = house.do(service.transfer, ticket, "surgery", "a test", LIMIT)
    assert house.watch() == 0
    assert new.next_watch_at == house.clock.now() + LIMIT


def test_who_was_called_to_danger_and_can_wait_after_all_is_watched_again(house: House) -> None:
    """I6: a call, a red flag at the door, a false alarm: the wait is still watched."""
    ticket = house.patient()
    house.advance(minutes=5)
    house.call()
    house.do(service.raise_urgency, ticket, 2, LIMIT)
    house.do(service.lower_urgency, ticket, 4)
    house.advance(minutes=15)
    assert house.watch() == 1


def test_a_patient_who_comes_back_has_rounds_of_a_new_wait(house: House) -> None:
    """A returned ticket waits anew: its rounds are counted on, never a second task of the same round."""
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    house.call()
    house.do(service.mark_missed, ticket)
    house.do(service.return_to_queue, ticket, LIMIT)
    house.advance(minutes=20)
    assert house.watch() == 1
    assert [task.round for task in house.apologies(ticket)] == [1, 2]


def test_a_task_that_nobody_takes_goes_to_the_supervisor_after_three_minutes(house: House) -> None:
    """R49."""
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    house.advance(minutes=2, seconds=59)
    assert house.watch() == 0
    house.advance(seconds=1)
    assert house.watch() == 1
    (task,) = house.apologies(ticket)
    assert (task.state, task.escalated_at) == ("escalated", house.clock.now())
    assert house.watch() == 0
    assert house.shown("east")["staff/tasks"]["apologies"][0]["state"] == "escalated"


def test_a_claimed_task_is_not_escalated(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    house.do(claim_apology, house.apologies(ticket)[0].id)
    house.advance(minutes=10)
    assert house.watch() == 0
    assert _states(house, ticket) == [(1, "claimed")]


def test_one_guide_claims_and_another_is_refused(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    identifier = house.apologies(ticket)[0].id
    house.do(claim_apology, identifier)
    assert house.do(claim_apology, identifier).claimed_by == GUIDE.stamp  # one's own again: nothing changes
    other = type(GUIDE)("staff", "2009", "guide", GUIDE.halls)
    with pytest.raises(WrongState):
        house.do(claim_apology, identifier, by=other)
    with pytest.raises(Forbidden, match="not_your_hall"):
        house.do(resolve_apology, identifier, "water", by=WEST_GUIDE)


def test_ten_guides_who_claim_at_once_are_one(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    identifier = house.apologies(ticket)[0].id
    guides = [type(GUIDE)("staff", f"30{turn:02d}", "guide", GUIDE.halls) for turn in range(10)]
    results = at_once(10, lambda turn: house.do(claim_apology, identifier, by=guides[turn]))
    won = [one for one in results if not isinstance(one, Exception)]
    assert (len(won), {type(one) for one in results if isinstance(one, Exception)}) == (1, {WrongState})
    assert house.apologies(ticket)[0].claimed_by == won[0].claimed_by


@pytest.mark.parametrize("outcome", ["explained", "water", "rebooked", "left", "moved_desk"])
def test_a_task_ends_with_what_came_of_it(house: House, outcome: str) -> None:
    """R51."""
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    identifier = house.apologies(ticket)[0].id
    house.do(resolve_apology, identifier, outcome, "spoke with the daughter")
    task = house.apologies(ticket)[0]
    assert (task.state, task.outcome, task.ended_by, task.note) == (
        "done", outcome, "staff:2001", "spoke with the daughter",
    )  # fmt: skip
    assert house.shown("east")["staff/tasks"]["apologies"] == []
    assert house.do(resolve_apology, identifier, outcome).id == identifier
    with pytest.raises(WrongState):
        house.do(claim_apology, identifier)
    with pytest.raises(WrongState):
        house.do(escalate_apology, identifier)


def test_an_outcome_that_does_not_exist_is_refused(house: House) -> None:
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    with pytest.raises(Invalid):
        house.do(resolve_apology, house.apologies(ticket)[0].id, "shrugged")
    assert _states(house, ticket) == [(1, "open")]


def test_a_guide_asks_for_the_supervisor_at_once(house: House) -> None:
    """R49."""
    ticket = house.patient()
    house.advance(minutes=20)
    house.watch()
    house.do(claim_apology, house.apologies(ticket)[0].id)
    house.do(escalate_apology, house.apologies(ticket)[0].id)
    assert _states(house, ticket) == [(1, "escalated")]
    house.do(claim_apology, house.apologies(ticket)[0].id)
    assert _states(house, ticket) == [(1, "claimed")]


def test_a_watch_in_another_clinic_s_rhythm(house: House) -> None:
    """The limit is a setting: 30 minutes here."""
    ticket = house.patient()
    house.do(lambda work: _set_watch(work, ticket, timedelta(minutes=30)))
    house.advance(minutes=60)
    assert house.do(watch_waits, timedelta(minutes=30), UNCLAIMED) == 2


def _set_watch(work: Any, ticket: str, after: timedelta) -> None:
    row = work.session.get_one(Ticket, ticket)
    row.next_watch_at = row.waiting_since + after
