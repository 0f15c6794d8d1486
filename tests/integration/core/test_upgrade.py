"""An upgrade in the middle of a day: open tickets keep their place."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from server.clinic.service import apply_clinic
from server.core.database import Database, make_engine
from server.migrate import migrate, migration_config
from server.queueing import service
from server.wiring import wire
from tests.support.clock import ManualClock
from tests.support.house import SHANGHAI, SUPERVISOR

#: A ticket as the first version wrote it: waiting, or called into a room.
TICKET = text("""
    INSERT INTO ticket (id, visit, token_hash, service_day, department, hall, sequence, number, state, urgency,
        visit_class, sex, age, companion, special, language, doctor, confirmed, returned, issued_at, waiting_since,
        room, attempt, missed_times, watch_round, next_watch_at)
    VALUES (:shown, 'v', :shown, '2026-11-23', 'internal', 'east', :number, :shown, :state, 4, 'first', 'male', 40,
        false, false, 'zh-CN', :doctor, false, :returned, '2026-11-23 00:20:00+00:00', '2026-11-23 00:20:00+00:00',
        :room, 0, 0, 0, '2026-11-23 00:50:00+00:00')
""")

#: A call as the first version wrote it, of a lane that nobody knew yet.
CALL = text("""
    INSERT INTO call (id, ticket, number, department, hall, room, attempt, at, reason, withdrawn, unshown_alarm)
    VALUES ('call-1', 'A004', 'A004', 'internal', 'east', 'east-1', 1, '2026-11-23 00:25:00+00:00',
        '{"code": "by_arrival", "args": {}}', false, false)
""")

#: Number, back with results, the doctor who was asked for, state, room.
TICKETS = (
    (1, False, None, "waiting", None), (2, True, None, "waiting", None), (3, False, "1002", "waiting", None),
    (4, False, None, "finished", "east-1"),
)  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def first_version(request: pytest.FixtureRequest, tmp_path, postgres: str) -> str:  # type: ignore[no-untyped-def]
    """A database as the first version left it, with open tickets and a call; its URL."""
    url = f"sqlite:///{tmp_path}/old.db"
    if request.param == "postgresql":
        server = create_engine(postgres.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS upgraded"))
            connection.execute(text("CREATE DATABASE upgraded"))
        server.dispose()
        url = postgres.rpartition("/")[0] + "/upgraded"
    engine = make_engine(url)
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for number, returned, doctor, state, room in TICKETS:
            values = {"number": number, "returned": returned, "shown": f"A00{number}", "doctor": doctor}
            connection.execute(TICKET, values | {"state": state, "room": room})
        connection.execute(CALL)
    engine.dispose()
    return url


def test_who_waits_during_an_upgrade_keeps_the_place(first_version: str) -> None:
    engine = make_engine(first_version)
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT number, line, joined_at = waiting_since, bound FROM ticket"
                " WHERE state = 'waiting' ORDER BY number"
            )
        )
        assert [tuple(row) for row in rows] == [
            ("A001", "first", True, None), ("A002", "return", True, None), ("A003", "first", True, "wish"),
        ]  # fmt: skip
        assert connection.execute(text("SELECT lane, withdrawn FROM call")).one() == (None, False)
    engine.dispose()


def test_after_an_upgrade_rooms_call_on_with_what_was_there(first_version: str, clinic_text: str) -> None:
    engine = make_engine(first_version)
    migrate(engine)
    engine.dispose()
    database = Database(first_version, ManualClock())
    wire(database, SHANGHAI)
    with database.write() as work:
        apply_clinic(work, clinic_text)
    with database.write(SUPERVISOR) as work:
        called = [service.call_next(work, room) for room in ("east-2", "east-1", "east-3", "east-5")]
        numbers = [one.ticket.number if one else None for one in called]
    # Room 2 is that of 1002, for whom A003 has asked: it takes who came before, and no other room takes A003.
    assert numbers == ["A001", "A002", None, None]
    database.close()
