"""What a printer understands, and whose computer drives it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("printer") as printer:
        printer.add_column(sa.Column("dpi", sa.Integer(), nullable=False, server_default="203"))
        printer.add_column(sa.Column("language", sa.String(length=16), nullable=False, server_default="raster"))
        printer.add_column(sa.Column("baud", sa.Integer(), nullable=False, server_default="9600"))
        printer.add_column(sa.Column("attached_to", sa.String(length=32), nullable=True))


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
