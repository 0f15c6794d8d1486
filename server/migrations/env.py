"""Alembic's entry: migrates the engine that `server.migrate` hands over."""

from typing import Any, Literal

from alembic import context

from server.core.database import Instant, Sealed
from server.migrate import metadata


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name plain SQL types, so that they outlive the classes of today."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Sealed):
        return "sa.Text()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata(), render_as_batch=True, render_item=plain_type
)  # fmt: skip
with context.begin_transaction():
    context.run_migrations()
