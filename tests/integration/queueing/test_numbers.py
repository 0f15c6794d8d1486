"""Numbers: per department and service day, unique under any race (I2, R45), and the turn of the day at 04:00."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from server.core.clock import service_day
from server.queueing import service
from server.queueing.models import Ticket, TicketCounter
from server.queueing.service.day import close_earlier_days
from tests.support.house import LIMIT, SHANGHAI, House, at_once


def _shanghai(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SHANGHAI).astimezone(UTC)


def test_each_department_counts_for_itself(house: House) -> None:
    numbers = [house.register(code)[0]["number"] for code in ("internal", "internal", "surgery", "internal", "dental")]
    assert numbers == ["A001", "A002", "B001", "A003", "K001"]


def test_a_night_counts_on_past_midnight_and_begins_anew_at_four(house: House) -> None:
    """The service day turns at 04:00 of the clinic's own time."""
    given = []
    for now in (
        _shanghai(2026, 11, 23, 23, 59, 59),
        _shanghai(2026, 11, 24, 0, 0, 1),
        _shanghai(2026, 11, 24, 3, 59, 59),
        _shanghai(2026, 11, 24, 4, 0, 0),
    ):
        house.clock.set(now)
        ticket = house.ticket(house.patient("internal"))
        given.append((ticket.service_day, ticket.number))
    assert given == [
        (date(2026, 11, 23), "A001"), (date(2026, 11, 23), "A002"), (date(2026, 11, 23), "A003"),
        (date(2026, 11, 24), "A001"),
    ]  # fmt: skip


def test_numbers_beyond_999_grow_a_figure(house: House) -> None:
    house.patient()
    with house.database.write() as work:
        work.session.get_one(TicketCounter, ("internal", date(2026, 11, 23))).last = 999
    assert house.register()[0]["number"] == "A1000"


def test_fifty_arrivals_at_once_get_fifty_numbers_without_a_gap(house: House) -> None:
    """I1, I2."""
    answers = at_once(50, lambda turn: house.register("internal" if turn % 2 else "surgery")[0])
    numbers = sorted(answer["number"] for answer in answers)
    assert numbers == sorted([f"{prefix}{n:03d}" for prefix in "AB" for n in range(1, 26)])
    assert Counter(ticket.number for ticket in house.rows(Ticket, order=Ticket.id)) == Counter(numbers)


def test_transfers_and_arrivals_at_once_draw_from_one_count(house: House) -> None:
    """I2, and no deadlock between queues that exchange patients both ways."""
    inside = [house.patient("internal") for _ in range(8)]
    outside = [house.patient("surgery") for _ in range(8)]

    def step(position: int) -> object:
        if position % 3 == 0:
            return house.patient("surgery")
        if position % 3 == 1:
            return house.do(service.transfer, inside[position // 3], "surgery", "a test", LIMIT)
        return house.do(service.transfer, outside[position // 3], "internal", "a test", LIMIT)

    results = at_once(24, step)
    assert [result for result in results if isinstance(result, Exception)] == []
    tickets = house.rows(Ticket, order=Ticket.id)
    assert len({(one.department, one.service_day, one.number) for one in tickets}) == len(tickets) == 16 + 24
    for department in ("internal", "surgery"):
        sequences = sorted(one.sequence for one in tickets if one.department == department)
        assert sequences == list(range(1, len(sequences) + 1))


def test_open_tickets_of_the_day_before_are_closed_once_the_day_turns(house: House) -> None:
    """The stated policy: who was seen is finished, who was not expires, an urgent one stays with people."""
    house.clock.set(_shanghai(2026, 11, 23, 22, 0))
    ways: dict[str, tuple[str, ...]] = {
        "in_room": ("call", "arrive"), "out": ("call", "arrive", "leave"), "missed": ("call", "missed"),
        "called": ("call",), "waiting": (), "urgent": ("raise",),
    }  # fmt: skip
    tickets = {}
    rooms = iter(("east-1", "east-2", "east-3", "east-5"))
    for state, steps in ways.items():
        ticket = tickets[state] = house.patient()
        for step in steps:
            if step == "call":
                assert house.call(next(rooms)) == ticket
            elif step == "raise":
                house.do(service.raise_urgency, ticket, 2, LIMIT)
            else:
                use_case = {"arrive": service.arrive, "leave": service.leave, "missed": service.mark_missed}[step]
                house.do(use_case, ticket)
    house.clock.set(_shanghai(2026, 11, 24, 3, 59))
    assert _close(house) == 0
    house.clock.set(_shanghai(2026, 11, 24, 4, 1))
    assert _close(house) == 5
    assert _close(house) == 0
    ended = {state: house.state(ticket) for state, ticket in tickets.items()}
    assert ended == {
        "in_room": "finished", "out": "finished", "missed": "expired", "called": "expired", "waiting": "expired",
        "urgent": "urgent",
    }  # fmt: skip
    assert [house.room(room).ticket for room in ("east-1", "east-2", "east-3", "east-5")] == [None] * 4
    assert house.ticket(tickets["in_room"]).left_at is None
    house.advance(minutes=30)
    assert house.watch() == 0
    assert house.shown("east")["queue/internal"]["waiting"] == 0


def _close(house: House) -> int:
    return int(house.do(close_earlier_days, service_day(house.clock.now(), SHANGHAI, 4)))


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
def test_the_service_day_turns_once_a_day_in_summer_and_winter_time(zone: str) -> None:
    """DST both ways: days never go back, and none is left out."""
    start = datetime(2026, 3, 1, tzinfo=UTC).timestamp()
    days = [
        service_day(datetime.fromtimestamp(start + 900 * quarter, UTC), ZoneInfo(zone), 4)
        for quarter in range(96 * 260)
    ]
    steps = Counter((after - before).days for before, after in pairwise(days))
    assert set(steps) == {0, 1}
    assert steps[1] == (days[-1] - days[0]).days
