"""A database that is brought back to what it was, instead of being made anew for each test.

Making one costs seconds on PostgreSQL, and a new engine has every statement to compile again. So each kind of
database is made once for all tests, with the engine that it is spoken to by, and every test finds it as it was.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from server.core.database import Base, Database
from tests.support.clock import ManualClock


class KeptDatabase:
    """A database whose present contents are kept: `fresh` gives it with these and no others."""

    def __init__(self, database: Database) -> None:
        self._url = database.engine.url.render_as_string(hide_password=False)
        self._engine = database.engine
        self._is_sqlite = database.is_sqlite
        self._copy = sqlite3.connect(":memory:", check_same_thread=False)
        self._sweep = ""
        if self._is_sqlite:
            self._with_driver(lambda live: live.backup(self._copy))
        else:
            self._keep_rows()

    def fresh(self, clock: ManualClock) -> Database:
        """The database as it was kept, on this clock, with no subscriber of another test."""
        if self._is_sqlite:
            self._with_driver(self._copy.backup)
        else:
            with self._engine.begin() as connection:
                connection.exec_driver_sql(self._sweep)
        database = Database(self._url.replace("postgresql+psycopg://", "postgresql://"), clock)
        database.engine = self._engine
        return database

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()
        self._copy.close()

    def _with_driver(self, act: Any) -> None:
        with self._engine.connect() as connection:
            act(connection.connection.driver_connection)

    def _keep_rows(self) -> None:
        sweep = []
        with self._engine.begin() as connection:
            connection.exec_driver_sql("CREATE SCHEMA kept")
            for table in Base.metadata.sorted_tables:
                connection.exec_driver_sql(f'CREATE TABLE kept."{table.name}" AS TABLE "{table.name}"')
                sweep.insert(0, f'DELETE FROM "{table.name}"')  # noqa: S608
                if connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar():  # noqa: S608
                    sweep.append(f'INSERT INTO "{table.name}" SELECT * FROM kept."{table.name}"')  # noqa: S608
        self._sweep = ";".join(sweep)
