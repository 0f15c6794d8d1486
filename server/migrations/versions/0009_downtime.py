"""Outages, packs of paper tickets, and which of their numbers were entered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outage",
        sa.Column("id", sa.String(length=36), primary_key=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by", sa.String(length=64), nullable=False),
    )
    op.create_index("ix_outage_ended_at", "outage", ["ended_at"])
    op.create_table(
        "downtime_pack",
        sa.Column("id", sa.String(length=8), primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
    )
    op.create_table(
        "paper_range",
        sa.Column("pack", sa.String(length=8), primary_key=True),
        sa.Column("department", sa.String(length=32), primary_key=True),
        sa.Column("prefix", sa.String(length=2), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
    )
    op.create_index("ix_paper_range_prefix", "paper_range", ["prefix"])
    op.create_table(
        "paper_entry",
        sa.Column("pack", sa.String(length=8), primary_key=True),
        sa.Column("department", sa.String(length=32), primary_key=True),
        sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("outage", sa.String(length=36), nullable=False),
        sa.Column("ticket", sa.String(length=36), nullable=True),
        sa.Column("entered_as", sa.String(length=16), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=64), nullable=False),
        sa.Column("taken_back", sa.Integer(), nullable=False),
        sa.UniqueConstraint("ticket", name=op.f("uq_paper_entry_ticket")),
    )
    op.create_index("ix_paper_entry_outage", "paper_entry", ["outage"])
    op.create_index("ix_paper_entry_entered_at", "paper_entry", ["entered_at"])


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
