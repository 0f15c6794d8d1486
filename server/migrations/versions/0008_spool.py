"""What became of each slip, and what is known of each printer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("print_job") as job:
        job.add_column(sa.Column("purpose", sa.String(length=8), nullable=False, server_default="ticket"))
        job.add_column(sa.Column("sent_to", sa.String(length=32), nullable=True))
        job.add_column(sa.Column("holder", sa.String(length=36), nullable=True))
        job.add_column(sa.Column("unsure", sa.Integer(), nullable=False, server_default="0"))
        job.add_column(sa.Column("overtaken_at", sa.DateTime(timezone=True), nullable=True))
        job.add_column(sa.Column("reason", sa.String(length=16), nullable=True))
        job.create_index("ix_print_job_ended", ["state", "ended_at"])
    op.create_table(
        "printer_state",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answers", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_number", sa.String(length=16), nullable=True),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_confirmed", sa.Boolean(), nullable=False),
        sa.Column("out_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("out_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("out_reason", sa.String(length=100), nullable=True),
        sa.Column("out_by", sa.String(length=64), nullable=True),
        sa.Column("chosen", sa.JSON(), nullable=True),
        sa.Column("chosen_over", sa.JSON(), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chosen_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_printer_state")),
    )


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
