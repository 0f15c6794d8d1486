"""Orthodontics in two steps: the general check, then the specialist by appointment (R20)."""

from __future__ import annotations

from typing import Any

import pytest

from server.appointments.service.booking import Booking, book
from server.appointments.service.persons import Person
from server.core.errors import NotFound
from server.queueing import service
from server.reception.service import second_step
from server.registration.service import read_ref
from tests.support.booking import at
from tests.support.house import GUIDE, SHANGHAI, House, everything_stored

BRACES = "想给孩子整牙，牙齿不齐"
SPECIALIST = "1027"


def _cards(house: House) -> list[dict[str, Any]]:
    return list(house.shown("dental")["staff/tasks"]["arrangements"])


def _checked(house: House, **more: Any) -> str:
    ticket = house.patient("dental", complaint=BRACES, **more)
    house.do(service.call_ticket, "dental-1", ticket, "test")
    house.do(service.arrive, ticket)
    house.do(service.finish, ticket)
    return ticket


def test_after_the_check_the_specialists_appointment_is_offered_until_it_is_booked_r20(house: House) -> None:
    ticket = _checked(house)
    [card] = _cards(house)
    assert (card["case"], card["ticket"], card["supervisor"]) == ("second_step", ticket, False)
    with house.database.write(GUIDE) as work:
        step = second_step(work, ticket)
        assert [one["number"] for one in step["specialists"]] == [SPECIALIST]
        assert "王小明" not in repr(step)
        order = Booking("dental", SPECIALIST, at("09:00"), "desk", "zh-CN", visit_class=step["visit_class"])
        row = book(work, Person(read_ref(work, step["patient"]["ref"])), order, SHANGHAI)
    assert (row.visit_class, row.patient is not None) == ("orthodontics", True)
    house.do(service.arrange, card["id"], "booked")
    house.do(service.arrange, card["id"], "booked")
    assert _cards(house) == []
    assert house.state(ticket) == "finished"


def test_who_does_not_want_it_now_is_asked_no_more_and_nothing_can_be_looked_up_r20(house: House) -> None:
    ticket = _checked(house)
    [card] = _cards(house)
    house.do(service.arrange, card["id"], "not_wanted")
    assert _cards(house) == []
    with pytest.raises(NotFound):
        house.look(second_step, ticket)


def test_an_end_that_is_taken_back_takes_the_card_along_r20(house: House) -> None:
    ticket = _checked(house)
    house.do(service.undo, ticket)
    assert _cards(house) == []
    house.do(service.finish, ticket)
    assert [card["case"] for card in _cards(house)] == ["second_step"]


def test_other_visits_are_followed_by_nothing_r20(house: House) -> None:
    ticket = house.patient("dental", complaint="牙疼")
    house.do(service.call_ticket, "dental-1", ticket, "test")
    house.do(service.arrive, ticket)
    house.do(service.finish, ticket)
    assert _cards(house) == []
    assert "second_step" not in everything_stored(house.database)
