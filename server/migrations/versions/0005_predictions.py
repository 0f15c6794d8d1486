"""Predictions of waits with what became of them, and what each department learned from it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wait_prediction",
        sa.Column("ticket", sa.String(length=36), primary_key=True),
        sa.Column("department", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("likely", sa.Float(), nullable=True),
        sa.Column("below", sa.Float(), nullable=True),
        sa.Column("above", sa.Float(), nullable=True),
        sa.Column("called", sa.Integer(), nullable=True),
        sa.Column("waited", sa.Float(), nullable=True),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_wait_prediction_outcome", "wait_prediction", ["department", "called_at"])
    op.create_table(
        "wait_learning",
        sa.Column("department", sa.String(length=32), primary_key=True),
        sa.Column("learned", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
