"""Whether a database is whole: its own check, the shape of its tables, what must always be true of tickets (I2, I3,
I6), and whether this installation's secret opens what is sealed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from cryptography.fernet import InvalidToken
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from server.core.database import make_engine
from server.core.seal import Seal
from server.migrate import migration_config


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `wrong` says in a sentence what is not as it must be, and what to do."""

    name: str
    wrong: str = ""

    @property
    def good(self) -> bool:
        """Whether it is as it must be."""
        return not self.wrong


#: What must never be found, as a query whose rows are the exceptions, and what it means.
NEVER = (
    ("numbers", "A number was given twice on one day (I2)", """
        SELECT department, service_day, number FROM ticket
        GROUP BY department, service_day, number HAVING count(*) > 1"""),
    ("counters", "A department's counter is behind its numbers; the next number would be refused (I2)", """
        SELECT ticket.department, ticket.service_day FROM ticket LEFT JOIN ticket_counter AS counter
        ON counter.department = ticket.department AND counter.service_day = ticket.service_day
        GROUP BY ticket.department, ticket.service_day, counter.last
        HAVING max(ticket.sequence) > coalesce(counter.last, 0)"""),
    ("rooms", "A room and the ticket in it disagree (I3)", """
        SELECT room_state.room FROM room_state LEFT JOIN ticket ON ticket.id = room_state.ticket
        WHERE room_state.ticket IS NOT NULL AND (ticket.id IS NULL OR ticket.state NOT IN ('called', 'in_room')
            OR ticket.room IS NULL OR ticket.room <> room_state.room)
        UNION SELECT ticket.room FROM ticket LEFT JOIN room_state ON room_state.ticket = ticket.id
        WHERE ticket.state IN ('called', 'in_room') AND room_state.room IS NULL"""),
    ("apologies", "Rounds of apologies are missing (I6)", """
        SELECT ticket FROM apology_task GROUP BY ticket HAVING max(round) <> count(*)"""),
    ("visits", "A ticket has no visit", """
        SELECT ticket.id FROM ticket LEFT JOIN visit ON visit.id = ticket.visit WHERE visit.id IS NULL"""),
)  # fmt: skip

#: A table and a column with something sealed, to try the secret on.
SEALED = (("patient", "name"), ("print_job", "slip"), ("appointment", "name"))


def verify_database(url: str, secret_key: str | None) -> list[Check]:
    """Look at everything; `secret_key` None leaves out whether sealed values open. Never raises for what is found."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return list(_checks(engine, connection, secret_key))
    except DatabaseError as problem:
        return [Check("database", f"The database cannot be read ({_said(problem)}). Restore a backup")]
    finally:
        engine.dispose()


def counted_rows(url: str) -> dict[str, int]:
    """The rows of each table."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            names = sorted(inspect(engine).get_table_names())
            return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}  # noqa: S608
    finally:
        engine.dispose()


def revision_of(url: str) -> str | None:
    """The migration that a database stands at; None for an empty one."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def newest_revision() -> str:
    """The migration that this version brings a database to."""
    return str(ScriptDirectory.from_config(migration_config()).get_current_head())


def known_revisions() -> frozenset[str]:
    """All migrations that this version knows."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(migration_config()).walk_revisions())


def _checks(engine: Engine, connection: Connection, secret_key: str | None) -> Iterator[Check]:
    yield from _whole(engine, connection)
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        yield Check("tables", "The database is empty: start Houzhen once, or restore a backup")
        return
    if revision not in known_revisions():
        yield Check("tables", f"The tables are of a newer version ({revision}). Install that version again")
        return
    yield Check("tables")
    if revision != newest_revision():
        return  # older tables may lack what is asked for below; they are brought up to date at the next start
    for name, meaning, query in NEVER:
        found = connection.execute(text(query)).fetchmany(4)
        shown = "; ".join(" ".join(str(value) for value in row) for row in found[:3])
        yield Check(name, f"{meaning}: {shown}{' …' if len(found) > 3 else ''}" if found else "")
    if secret_key is not None:
        yield _opens(connection, Seal(secret_key))


def _whole(engine: Engine, connection: Connection) -> Iterator[Check]:
    """SQLite's own check of every page, index and reference; PostgreSQL checks by checksums as it reads."""
    if engine.dialect.name != "sqlite":
        return
    said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(5)"))]
    sentence = f"The file is damaged ({said[0]}). Stop the server and restore a backup"
    yield Check("file", "" if said == ["ok"] else sentence)
    loose = connection.execute(text("PRAGMA foreign_key_check")).fetchmany(1)
    yield Check("references", f"A row refers to nothing: {loose[0][0]}" if loose else "")


def _opens(connection: Connection, seal: Seal) -> Check:
    for table, column in SEALED:
        query = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1"  # noqa: S608  (names from above)
        sealed = connection.scalar(text(query))
        if sealed is None:
            continue
        try:
            seal.open(str(sealed))
        except InvalidToken:
            return Check(
                "secret",
                "The secret does not open this database: put back the secret.key, or HOUZHEN_SECRET_KEY, of its time",
            )  # fmt: skip
    return Check("secret")


def _said(problem: DatabaseError) -> str:
    return str(problem.orig).strip().splitlines()[0]
