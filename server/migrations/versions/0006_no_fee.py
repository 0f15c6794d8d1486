"""A visit that costs nothing, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("visit") as visit:
        visit.add_column(sa.Column("no_fee", sa.String(length=16), nullable=True))


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
