"""The clinic's own layout of tickets, chosen on the tablet."""

import sqlalchemy as sa
from alembic import op

import server.core.database

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ticket_layout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chosen", server.core.database.Json(), nullable=True),
        sa.Column("former", server.core.database.Json(), nullable=True),
        sa.Column("chosen_over", server.core.database.Json(), nullable=False),
        sa.Column("chosen_at", server.core.database.Instant(timezone=True), nullable=False),
        sa.Column("chosen_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_layout")),
    )


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
