"""The place in a queue by its order: when somebody joined, in which line, of which group; the lane of each call.

Who waits while this is taken keeps the place: it was by arrival until now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("call") as call:
        call.add_column(sa.Column("lane", sa.String(length=16), nullable=True))
        call.create_index("ix_call_department_at", ["department", "at"])
    with op.batch_alter_table("ticket") as ticket:
        ticket.add_column(sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True))
        ticket.add_column(sa.Column("line", sa.String(length=8), nullable=True))
        ticket.add_column(sa.Column("priority", sa.String(length=16), nullable=True))
    op.execute("UPDATE ticket SET joined_at = waiting_since, line = CASE WHEN returned THEN 'return' ELSE 'first' END")
    with op.batch_alter_table("ticket") as ticket:
        ticket.alter_column("joined_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        ticket.alter_column("line", existing_type=sa.String(length=8), nullable=False)


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
