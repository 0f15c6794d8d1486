"""A notice may be said aloud, at once or at a time."""

import sqlalchemy as sa
from alembic import op

import server.core.database

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("notice") as notice:
        notice.add_column(sa.Column("say_at", server.core.database.Instant(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
