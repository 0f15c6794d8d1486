"""What screens show equals the database (I4): after steps of many at once, after refreshes, over any change."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from server.core.database import Work
from server.core.outbox import OutboxRow, for_displays, snapshot, take_unsent
from server.queueing import service
from server.realtime.projection import Projection
from tests.support.house import HALLS, LIMIT, SHANGHAI, House, apply_changes, at_once

ROOMS = ("east-1", "east-12", "east-7", "east-10", "east-15", "east-17", "east-19", "east-21")
DEPARTMENTS = (
    "internal", "surgery", "paediatrics", "orthopaedics", "cardiology", "neurology", "respiratory", "gastroenterology",
)  # fmt: skip


def changes_since(house: House, revision: int, hall: str = "east") -> list[dict[str, Any]]:
    """The bodies of the outbox after a revision."""
    rows = house.rows(OutboxRow, OutboxRow.hall == hall, OutboxRow.revision > revision, order=OutboxRow.revision)
    return [row.body for row in rows]


def recomputed(house: House, hall: str) -> dict[str, Any]:
    """Every document of a hall, made anew from the tables."""
    documents: dict[str, Any] = house.look(Projection(SHANGHAI).everything, hall)
    return steady({key: body for key, body in documents.items() if body is not None})


def steady(documents: dict[str, Any]) -> dict[str, Any]:
    """Without the figures, which are brought up to date by the refresh only."""
    return {key: body for key, body in documents.items() if key != "staff/figures"}


def test_calls_of_eight_departments_at_once_all_stand_on_the_display(house: House) -> None:
    """None overwrites another's: the hall's documents are computed one after the other."""
    for department in DEPARTMENTS:
        house.patient(department, age="9" if department == "paediatrics" else "30")
    for _ in range(3):
        results = at_once(8, lambda turn: house.call(ROOMS[turn]))
        assert [one for one in results if isinstance(one, Exception) or one is None] == []
        shown = steady(house.shown("east"))
        assert shown == recomputed(house, "east")
        assert {call["room"] for call in shown["calls"]} == set(ROOMS)
        at_once(8, lambda turn, called=results: house.do(service.undo, called[turn]))
        assert house.shown("east")["calls"] == []


def test_a_refresh_beside_calls_never_brings_back_what_was(house: House) -> None:
    for _ in range(6):
        for department in DEPARTMENTS[:3]:
            house.patient(department, age="9" if department == "paediatrics" else "30")
    projection = Projection(SHANGHAI)

    def step(turn: int) -> object:
        if turn % 2:
            return house.do(projection.refresh, "east")
        ticket = house.call(ROOMS[turn // 2])
        return house.do(service.finish, house.do(service.arrive, ticket).id)

    for _ in range(4):
        results = at_once(6, step)
        assert [one for one in results if isinstance(one, Exception)] == []
        house.do(projection.refresh, "east")
        assert steady(house.shown("east")) == recomputed(house, "east")


def test_a_display_that_applies_changes_holds_what_a_fresh_snapshot_gives(house: House) -> None:
    """Contract: snapshot, then revision = mine + 1, without a gap, for displays and for tablets."""
    before = {staff: house.look(snapshot, "east", for_staff=staff) for staff in (True, False)}
    first = house.patient()
    house.patient()
    house.call("east-1")
    house.do(service.recall, first)
    house.do(service.mark_missed, first)
    house.do(service.set_room_state, "east-2", "paused", {"zh-CN": "马上回来", "en": "back soon"})
    house.do(service.return_to_queue, first, LIMIT)
    house.advance(minutes=20)
    house.watch()
    for staff, state in before.items():
        changes = changes_since(house, state["revision"])
        assert [change["revision"] for change in changes] == list(
            range(state["revision"] + 1, state["revision"] + 1 + len(changes))
        )
        held = apply_changes(state, changes if staff else [for_displays(change) for change in changes])
        fresh = house.look(snapshot, "east", for_staff=staff)
        assert (held["revision"], held["documents"]) == (fresh["revision"], fresh["documents"])


def test_nothing_of_the_tablet_reaches_a_display(house: House) -> None:
    """R106: neither in a snapshot nor in a change."""
    house.patient()
    house.call()
    assert not [key for key in house.shown("east", staff=False) if key.startswith("staff/")]
    for change in changes_since(house, 0):
        public = for_displays(change)
        assert not [key for key in [*public["set"], *public["remove"]] if key.startswith("staff/")]
        assert public["revision"] == change["revision"]


def test_a_step_that_is_refused_leaves_no_change(house: House) -> None:
    house.patient()
    house.call()
    revision = house.look(snapshot, "east", for_staff=True)["revision"]
    with pytest.raises(Exception, match="patient_not_left"):
        house.call()
    assert changes_since(house, revision) == []


def test_a_refresh_in_which_nothing_moved_sends_nothing(house: House) -> None:
    house.patient()
    projection = Projection(SHANGHAI)
    house.do(projection.refresh, "east")
    assert house.do(projection.refresh, "east") is False
    house.advance(seconds=30)
    assert house.do(projection.refresh, "east") is False


def test_each_change_is_taken_for_sending_once_by_however_many_relays(house: House) -> None:
    for _ in range(10):
        house.patient()
    unsent = house.look(lambda work: list(work.session.scalars(select(OutboxRow.id).order_by(OutboxRow.id))))
    results = at_once(6, lambda _: house.do(take_unsent))
    taken = [(change["hall"], change["revision"]) for batch in results for change in batch]
    assert len(taken) == len(set(taken)) == len(unsent)
    assert house.do(take_unsent) == []


@pytest.mark.parametrize("hall", HALLS)
def test_every_hall_has_its_documents_from_the_start(house: House, hall: str) -> None:
    documents = house.shown(hall, staff=False)
    assert {"hall", "calls", "notices"} <= set(documents)
    assert all(body["department"] for key, body in documents.items() if key.startswith("queue/"))


def test_a_change_is_stored_with_what_it_tells_of_or_not_at_all(house: House) -> None:
    """A unit of work that fails at its very end leaves neither ticket nor change."""

    def fail(work: Work) -> None:
        service.call_next(work, "east-1")
        raise RuntimeError

    house.patient()
    before = house.look(snapshot, "east", for_staff=True)
    with pytest.raises(RuntimeError):
        house.do(fail)
    assert house.look(snapshot, "east", for_staff=True) == before
    assert house.room().ticket is None
