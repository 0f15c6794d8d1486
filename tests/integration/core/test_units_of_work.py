"""A unit of work: all of it or nothing, one writer at a time on SQLite, answers kept by request."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text

from server.core.answers import KeptAnswer, keep_answer, kept_answer
from server.core.database import SYSTEM, Work
from server.core.outbox import HallRevision, OutboxRow, forget_sent, publish, take_unsent
from tests.support.house import House, at_once


def _publish(work: Work, value: int) -> int | None:
    return publish(work, "nowhere", "tested", {"thing": {"value": value}})


def test_whatever_is_raised_leaves_no_trace(house: House) -> None:
    def fail(work: Work) -> None:
        keep_answer(work, "test", "one", {"value": 1})
        work.session.flush()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        house.do(fail)
    assert house.look(kept_answer, "test", "one") is None
    house.do(keep_answer, "test", "one", {"value": 2}, by=SYSTEM)  # and the writer's lock is free again
    assert house.look(kept_answer, "test", "one") == {"value": 2}


def test_a_listener_runs_after_the_commit_and_only_then(house: House) -> None:
    seen: list[object] = []
    listener_of = house.database._listeners
    listener_of.append(lambda _work: seen.append(house.look(kept_answer, "test", "two")))
    try:
        house.do(keep_answer, "test", "two", {"value": 2}, by=SYSTEM)
        with pytest.raises(ZeroDivisionError):
            house.do(lambda _work: 1 / 0)
    finally:
        listener_of.pop()
    assert seen == [{"value": 2}]


def test_what_is_changed_in_a_read_is_thrown_away(house: House) -> None:
    with house.database.read() as work:
        work.session.add(KeptAnswer(kind="test", request_id="three", body={}, at=work.now))
        work.session.flush()
    assert house.look(kept_answer, "test", "three") is None


def test_a_read_sees_one_state_however_long_it_looks(house: House) -> None:
    """A snapshot taken while others write is of one revision."""
    house.do(_publish, 1)
    with house.database.read() as work:
        first = work.session.get_one(HallRevision, "nowhere").revision
        house.do(_publish, 2)
        again = work.session.scalar(text("SELECT revision FROM hall_revision WHERE hall = 'nowhere'"))
    assert (first, again) == (1, 1)


def test_fifty_writers_publish_revisions_without_gap_or_double(house: House) -> None:
    results = at_once(50, lambda turn: house.do(_publish, turn))
    assert sorted(results) == list(range(1, 51))
    rows = house.rows(OutboxRow, OutboxRow.hall == "nowhere", order=OutboxRow.revision)
    assert [row.revision for row in rows] == list(range(1, 51))


def test_an_equal_document_is_no_change_and_none_takes_it_away(house: House) -> None:
    assert house.do(_publish, 1) == 1
    assert house.do(_publish, 1) is None
    assert house.do(lambda work: publish(work, "nowhere", "tested", {"thing": None})) == 2
    assert house.do(lambda work: publish(work, "nowhere", "tested", {"thing": None})) is None
    body = house.rows(OutboxRow, OutboxRow.hall == "nowhere", order=OutboxRow.revision)[-1].body
    assert (body["set"], body["remove"]) == ({}, ["thing"])


def test_twins_of_a_request_wait_for_the_first_and_get_its_answer(house: House) -> None:
    request = str(uuid.uuid4())

    def answer(work: Work, value: int) -> int:
        kept = kept_answer(work, "test", request)
        if kept is not None:
            return int(kept["value"])
        keep_answer(work, "test", request, {"value": value})
        return value

    results = at_once(20, lambda turn: house.do(answer, turn))
    assert len(set(results)) == 1


def test_sent_changes_are_forgotten_after_a_while_and_unsent_ones_never(house: House) -> None:
    house.do(take_unsent, 10_000)
    house.do(_publish, 1)
    house.advance(hours=30)
    house.do(lambda work: forget_sent(work.session, work.now))
    assert [row.hall for row in house.rows(OutboxRow, order=OutboxRow.id)] == ["nowhere"]
    house.do(take_unsent)
    house.advance(seconds=1)
    house.do(lambda work: forget_sent(work.session, work.now))
    assert house.rows(OutboxRow, order=OutboxRow.id) == []
