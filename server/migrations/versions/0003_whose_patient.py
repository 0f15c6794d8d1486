"""Whose patient somebody is: why a ticket waits for a doctor, who saw the patient, turns, and what is to be arranged."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "doctor_turn",
        sa.Column("department", sa.String(length=32), primary_key=True),
        sa.Column("service_day", sa.Date(), primary_key=True),
        sa.Column("doctor", sa.String(length=16), primary_key=True),
        sa.Column("taken", sa.Integer(), nullable=False),
    )
    op.create_table(
        "arrangement",
        sa.Column("id", sa.String(length=36), primary_key=True),
        sa.Column("ticket", sa.String(length=36), nullable=False),
        sa.Column("hall", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=12), nullable=False),
        sa.Column("doctor", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=64), nullable=True),
        sa.UniqueConstraint("ticket", "case"),
    )
    op.create_index("ix_arrangement_open", "arrangement", ["hall", "state"])
    with op.batch_alter_table("ticket") as ticket:
        ticket.add_column(sa.Column("bound", sa.String(length=12), nullable=True))
        ticket.add_column(sa.Column("seen_by", sa.String(length=16), nullable=True))
    op.execute("UPDATE ticket SET bound = 'wish' WHERE doctor IS NOT NULL")


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
