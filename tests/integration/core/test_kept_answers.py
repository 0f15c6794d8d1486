"""Answers kept by request id: the asker's own, and not for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from server.core.answers import forget_answers, keep_answer, kept_answer
from server.core.database import Actor, Database
from tests.support.clock import ManualClock

ONE, OTHER = Actor("kiosk", "kiosk-1"), Actor("kiosk", "kiosk-2")
REQUEST = "0190c2a4-0000-7000-8000-000000000001"


def _kept(database: Database, by: Actor) -> dict[str, Any] | None:
    with database.write(by) as work:
        return kept_answer(work, "ticket", REQUEST)


def test_an_answer_is_given_again_to_whoever_asked_and_to_nobody_else(database: Database) -> None:
    with database.write(ONE) as work:
        keep_answer(work, "ticket", REQUEST, {"number": "A001"})
    assert _kept(database, ONE) == {"number": "A001"}
    assert _kept(database, OTHER) is None
    with database.write(OTHER) as work:
        keep_answer(work, "ticket", REQUEST, {"number": "A002"})
    assert (_kept(database, ONE), _kept(database, OTHER)) == ({"number": "A001"}, {"number": "A002"})


def test_answers_are_forgotten_in_the_end(database: Database, clock: ManualClock) -> None:
    """They hold the links to patients' pages."""
    with database.write(ONE) as work:
        keep_answer(work, "ticket", REQUEST, {"number": "A001"})
    clock.advance(3600)
    for age, stands in ((timedelta(hours=2), True), (timedelta(minutes=30), False)):
        with database.write() as work:
            forget_answers(work.session, work.now - age)
        assert (_kept(database, ONE) is not None) is stands
