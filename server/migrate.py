"""Bringing a database to the present shape of the tables."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, MetaData

import server.accounts.models
import server.appointments.models
import server.clinic.models
import server.core.answers
import server.core.outbox
import server.crowd.models
import server.devices.models
import server.downtime.models
import server.messages.models
import server.printing.models
import server.queueing.models
import server.realtime.models
import server.registration.models
import server.triage.models
import server.waiting.models  # noqa: F401  (imported so that every table is known)
from server.core.database import Base


def metadata() -> MetaData:
    """Every table of every area."""
    return Base.metadata


def migration_config() -> Config:
    """Where the migrations are."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def migrate(engine: Engine) -> None:
    """Run the migrations that this database has not seen; none is a matter of milliseconds."""
    config = migration_config()
    with engine.connect().execution_options(writes=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
