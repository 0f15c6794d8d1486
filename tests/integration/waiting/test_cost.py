"""What an arrival costs in statements: the department is read once, however much history there is (R53)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from server.core.database import Work
from server.queueing import service
from server.waiting.service import department_load
from tests.support.house import SHANGHAI, House

#: Only the reading of what was learned names this table.
LEARNED = "FROM wait_learning"


def statements(house: House, step: Callable[[], Any]) -> list[str]:
    """What a step says to the database."""
    said: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    event.listen(house.database.engine, "before_cursor_execute", note)
    step()
    event.remove(house.database.engine, "before_cursor_execute", note)
    return said


def test_an_arrival_reads_its_department_once_and_a_screen_of_many_writers_once_more_r53(house: House) -> None:
    """For the prediction that is kept, the slip, the answer and the screens. Where many write at once the screens are
    made from a view of their own, see `server.realtime.projection`."""
    house.patient()
    said = statements(house, house.patient)
    assert sum(LEARNED in statement for statement in said) == (1 if house.database.is_sqlite else 2)


def test_an_arrival_says_no_more_the_longer_the_history_r53(house: House) -> None:
    def seen() -> None:
        house.patient()
        for step in (service.arrive, service.finish):
            house.do(step, house.room("east-1").ticket or house.call())

    seen()
    before = len(statements(house, house.patient))
    for _ in range(30):
        seen()
    house.do(service.cancel, house.patient(), "test")
    while house.look(lambda work: len(department_load(work, "internal", SHANGHAI).waiting)) > 1:
        house.do(service.finish, house.do(service.arrive, house.call()).id)
    assert len(statements(house, house.patient)) == before


def test_what_moves_within_a_unit_of_work_is_read_anew(house: House) -> None:
    """Kept is only what nothing has changed since: a call, another doctor, a room that closes, a wait that ends."""
    mine = house.patient()
    house.patient()

    def ahead(work: Work) -> tuple[int, int, int]:
        load = department_load(work, "internal", SHANGHAI)
        assert department_load(work, "internal", SHANGHAI) is load
        return len(load.waiting), len(load.rooms), load.rooms_free

    def steps(work: Work) -> list[tuple[int, int, int]]:
        told = [ahead(work)]
        service.change_doctor(work, mine, "1002", "wish")
        assert department_load(work, "internal", SHANGHAI).outlook.ahead(mine) == 0
        service.call_next(work, "east-1")
        told.append(ahead(work))
        service.set_room_state(work, "east-3", "closed")
        told.append(ahead(work))
        service.cancel(work, mine, "left")
        told.append(ahead(work))
        return told

    assert house.do(steps) == [(2, 4, 4), (1, 4, 3), (1, 3, 2), (0, 3, 2)]
    house.do(service.mark_missed, house.room("east-1").ticket)
