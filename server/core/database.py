"""The database: one unit of work per use case, one writer at a time on SQLite, row and advisory locks on
PostgreSQL. Commit comes before anything is answered, shown, spoken or printed."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import DateTime, Dialect, Engine, MetaData, Text, create_engine, event, text
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import QueuePool
from sqlalchemy.types import JSON, TypeDecorator

from server.core.clock import Clock
from server.core.seal import Seal


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, aware on both sides; SQLite keeps it as text, in order of time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a timezone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealed(TypeDecorator[str]):
    """A personal text, encrypted at rest with the seal that the application set at start."""

    impl = Text
    cache_ok = True
    seal: Seal | None = None

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else self._seal().close(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else self._seal().open(value)

    @classmethod
    def _seal(cls) -> Seal:
        if cls.seal is None:
            raise RuntimeError("no seal is set: personal data can neither be stored nor read")
        return cls.seal


class SealedJson(Sealed):
    """A structured value that holds a secret (a patient's link), encrypted at rest as a whole."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return super().process_bind_param(None if value is None else json.dumps(value), dialect)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        opened = super().process_result_value(value, dialect)
        return None if opened is None else json.loads(opened)


#: Structured values that are read and replaced whole.
Json = JSON


@dataclass(frozen=True)
class Actor:
    """Who acts: a staff member, a device, a patient with a ticket's token, or the system itself."""

    kind: str
    code: str
    role: str = ""
    halls: tuple[str, ...] = ()

    @property
    def stamp(self) -> str:
        """How the actor stands in history and audit trail: `staff:1001`, `kiosk:k1`, `system:watch`."""
        return f"{self.kind}:{self.code}"


SYSTEM = Actor("system", "houzhen")


@dataclass(frozen=True)
class Announcement:
    """Something that screens may have to show: what happened, where, and the parts that it touched."""

    event: str
    hall: str
    departments: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


class Subscriber(Protocol):
    """Takes part in a transaction when something happened in it."""

    def __call__(self, work: Work, **facts: Any) -> None: ...


Projector = Callable[["Work"], None]
Listener = Callable[["Work"], None]


@dataclass
class Work:
    """One unit of work: a session, the instant it happens at, who does it, and what it announced."""

    session: Session
    now: datetime
    actor: Actor
    announcements: list[Announcement] = field(default_factory=list)
    subscribers: dict[str, list[Subscriber]] = field(default_factory=dict)
    #: Printers that were given a job: their workers are woken once it is committed.
    printers: set[str] = field(default_factory=set)

    def happened(self, event_name: str, **facts: Any) -> None:
        """Tell areas further down, in this same transaction (`Database.subscribe`)."""
        for subscriber in self.subscribers.get(event_name, ()):
            subscriber(self, **facts)

    def announce(self, event_name: str, hall: str, *departments: str, parts: tuple[str, ...] = ()) -> None:
        """Note that screens of `hall` must show something new; turned into a change just before commit."""
        self.announcements.append(Announcement(event_name, hall, frozenset(departments), frozenset(parts)))

    def lock(self, *names: str) -> None:
        """Hold named locks until the end of this work, taken in one order so that none deadlock. SQLite
        has one writer anyway."""
        if self.session.get_bind().dialect.name == "postgresql":
            for name in sorted(set(names)):
                self.session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})


class Database:
    """An engine, the write lock, and what runs before and after each commit."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.engine = make_engine(url)
        self.clock = clock
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._write_lock = threading.Lock()
        self._projectors: list[Projector] = []
        self._listeners: list[Listener] = []
        self._subscribers: dict[str, list[Subscriber]] = {}

    def subscribe(self, event_name: str, subscriber: Subscriber) -> None:
        """Run `subscriber(work, **facts)` inside every unit of work in which `event_name` happened."""
        self._subscribers.setdefault(event_name, []).append(subscriber)

    def before_commit(self, projector: Projector) -> None:
        """Run `projector(work)` inside every unit of work that announced something."""
        self._projectors.append(projector)

    def after_commit(self, listener: Listener) -> None:
        """Run `listener(work)` after every commit. It must not block."""
        self._listeners.append(listener)

    @contextmanager
    def write(self, actor: Actor = SYSTEM) -> Iterator[Work]:
        """A unit of work that is committed at its end, or leaves no trace when anything is raised."""
        if self.is_sqlite:
            self._write_lock.acquire()
        try:
            with Session(self.engine, expire_on_commit=False) as session:
                session.connection(execution_options={"writes": True})
                work = Work(session, self.clock.now(), actor, subscribers=self._subscribers)
                try:
                    yield work
                    if work.announcements:
                        session.flush()
                        for project in self._projectors:
                            project(work)
                    session.commit()
                except BaseException:
                    session.rollback()
                    raise
        finally:
            if self.is_sqlite:
                self._write_lock.release()
        for listener in self._listeners:
            listener(work)

    @contextmanager
    def read(self, actor: Actor = SYSTEM) -> Iterator[Work]:
        """A consistent view of the data; anything changed in it is thrown away."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with Session(self.engine) as session:
            session.connection(execution_options=options)
            yield Work(session, self.clock.now(), actor)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def make_engine(url: str) -> Engine:
    """An engine for SQLite (WAL, durable, foreign keys on, immediate writers) or PostgreSQL."""
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg://" + url.removeprefix("postgresql://")
    if not url.startswith("sqlite"):
        return create_engine(
            url, pool_size=20, max_overflow=20, pool_pre_ping=True, isolation_level="READ COMMITTED"
        )
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=20, max_overflow=20,
        connect_args={"check_same_thread": False, "timeout": 30},
    )  # fmt: skip
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's own would not be immediate
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
