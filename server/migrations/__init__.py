"""Alembic's migrations, run on SQLite and PostgreSQL by `houzhen migrate`."""
