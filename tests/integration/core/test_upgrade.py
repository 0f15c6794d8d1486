"""An upgrade in the middle of a day: open tickets keep their place."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from server.core.database import make_engine
from server.migrate import migrate, migration_config

#: A waiting ticket as the first version wrote it.
TICKET = text("""
    INSERT INTO ticket (id, visit, token_hash, service_day, department, hall, sequence, number, state, urgency,
        visit_class, sex, age, companion, special, language, confirmed, returned, issued_at, waiting_since, attempt,
        missed_times, watch_round, next_watch_at)
    VALUES (:shown, 'v', :shown, '2026-11-23', 'internal', 'east', :number, :shown, 'waiting', 4, 'first', 'male', 40,
        false, false, 'zh-CN', false, :returned, '2026-11-23 00:30:00+00:00', '2026-11-23 00:30:00+00:00', 0, 0, 0,
        '2026-11-23 00:50:00+00:00')
""")


@pytest.fixture(params=["sqlite", "postgresql"])
def first_version(request: pytest.FixtureRequest, tmp_path, postgres: str) -> str:  # type: ignore[no-untyped-def]
    """A database as the first version left it, with two open tickets; its URL."""
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
        for number, returned in ((1, False), (2, True)):
            values = {"number": number, "returned": returned, "shown": f"A00{number}"}
            connection.execute(TICKET, values)
    engine.dispose()
    return url


def test_who_waits_during_an_upgrade_keeps_the_place(first_version: str) -> None:
    engine = make_engine(first_version)
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT number, line, joined_at = waiting_since FROM ticket ORDER BY number"))
        assert [tuple(row) for row in rows] == [("A001", "first", True), ("A002", "return", True)]
    engine.dispose()
