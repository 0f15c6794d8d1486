"""A database of the first version takes the tables of appointments on, and keeps what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect, text

from server.core.database import make_engine
from server.migrate import metadata, migrate, migration_config


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_older_database_is_brought_up_to_date_and_keeps_its_rows(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        server = request.getfixturevalue("postgres").replace("postgresql://", "postgresql+psycopg://")
        admin = create_engine(server, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE old_houzhen"))
        admin.dispose()
        engine = make_engine(server.rpartition("/")[0] + "/old_houzhen")
    config = migration_config()
    with engine.connect().execution_options(writes=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO hall_revision (hall, revision) VALUES ('east', 7)"))
        connection.commit()
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT revision FROM hall_revision")).scalar_one() == 7
        tables = set(inspect(connection).get_table_names())
        assert set(metadata().tables) <= tables
        columns = {column["name"]: column for column in inspect(connection).get_columns("ticket")}
        assert columns["appointment_at"]["nullable"]
    engine.dispose()
