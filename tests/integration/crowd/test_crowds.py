"""A hall that is too full (R47)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from server.accounts.models import AuditEntry
from server.clinic.models import Hall
from server.core.database import Database, Work
from server.core.errors import Forbidden, Invalid
from server.core.ids import new_id
from server.crowd import service
from server.crowd.models import CrowdAlert
from server.queueing.service import cancel
from tests.support.house import GUIDE, SUPERVISOR, WEST_GUIDE, House, at_once

LIMIT = 5


@pytest.fixture
def small(house: House) -> House:
    """The house, whose east hall is full with five people."""

    def limit(work: Work) -> None:
        work.session.get_one(Hall, "east").crowded_from = LIMIT

    house.do(limit)
    return house


def crowd(house: House, hall: str = "east") -> dict[str, Any]:
    return dict(house.shown(hall)["staff/crowd"])


def fill(house: House, count: int) -> list[str]:
    return [house.patient(name=f"患者{'甲乙丙丁戊己庚辛壬癸'[place % 10]}") for place in range(count)]


def test_an_alert_opens_with_the_crossing_once_and_says_where_there_is_room_r47(small: House) -> None:
    fill(small, LIMIT - 1)
    assert small.do(service.watch_crowds) == 0
    fill(small, 1)
    assert small.look(service.any_crowd_changes)
    assert small.do(service.watch_crowds) == 1
    assert small.do(service.watch_crowds) == 0
    fill(small, 3)
    assert not small.look(service.any_crowd_changes)
    alert = crowd(small)["alert"]
    assert (crowd(small)["from"], crowd(small)["until"], alert["measure"]) == (5, 4, None)
    assert {hall["hall"] for hall in alert["elsewhere"]} == {"west", "dental", "emergency"}


def test_it_ends_only_when_the_hall_has_emptied_clearly_and_opens_anew_r47(small: House) -> None:
    waiting = fill(small, LIMIT + 1)
    small.do(service.watch_crowds)
    first = crowd(small)["alert"]["id"]
    small.do(cancel, waiting.pop(), "left")
    assert small.do(service.watch_crowds) == 0, "one person less is no end"
    small.do(cancel, waiting.pop(), "left")
    assert small.do(service.watch_crowds) == 1
    assert crowd(small)["alert"] is None
    fill(small, 1)
    small.do(service.watch_crowds)
    assert crowd(small)["alert"]["id"] != first


def test_staff_acknowledge_it_with_what_they_did_once_r47(small: House) -> None:
    fill(small, LIMIT)
    small.do(service.watch_crowds)
    alert = crowd(small)["alert"]["id"]
    small.do(service.acknowledge_crowd, alert, "room", by=SUPERVISOR)
    small.do(service.acknowledge_crowd, alert, "phones", by=GUIDE)
    shown = crowd(small)["alert"]
    assert (shown["measure"], shown["by"]["number"]) == ("room", "2003")
    [entry] = small.rows(AuditEntry, AuditEntry.action == "crowd.acknowledged")
    assert entry.detail == {"hall": "east", "measure": "room"}


def test_staff_of_another_hall_and_unknown_measures_are_refused_r47(small: House) -> None:
    fill(small, LIMIT)
    small.do(service.watch_crowds)
    alert = crowd(small)["alert"]["id"]
    with pytest.raises(Forbidden):
        small.do(service.acknowledge_crowd, alert, "room", by=WEST_GUIDE)
    with pytest.raises(Invalid):
        small.do(service.acknowledge_crowd, alert, "prayed")


def test_a_hall_without_a_limit_tells_nobody_and_an_alert_ends_when_the_limit_goes_r47(small: House) -> None:
    fill(small, LIMIT)
    small.do(service.watch_crowds)

    def no_limit(work: Work) -> None:
        for hall in work.session.query(Hall):
            hall.crowded_from = None

    small.do(no_limit)
    assert small.do(service.watch_crowds) == 1
    assert "staff/crowd" not in small.shown()
    assert not small.look(service.any_crowd_changes)


def test_of_many_watches_at_once_one_opens_the_alert_r47(small: House) -> None:
    fill(small, LIMIT)
    assert sorted(at_once(5, lambda _: small.do(service.watch_crowds))) == [0, 0, 0, 0, 1]
    assert len(small.rows(CrowdAlert)) == 1


def test_the_database_holds_one_open_alert_for_a_hall_r47(small: House) -> None:
    def open_two(database: Database) -> None:
        with database.write() as work:
            for _ in range(2):
                work.session.add(
                    CrowdAlert(id=new_id(), hall="east", opened_at=work.now, waiting=9, crowded_from=LIMIT)
                )

    with pytest.raises(IntegrityError):
        open_two(small.database)
