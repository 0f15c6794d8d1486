"""Messages between desk and room, and halls that are too full."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('crowd_alert',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('hall', sa.String(length=32), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('waiting', sa.Integer(), nullable=False),
    sa.Column('crowded_from', sa.Integer(), nullable=False),
    sa.Column('acknowledged_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('acknowledged_by', sa.String(length=64), nullable=True),
    sa.Column('measure', sa.String(length=16), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_crowd_alert'))
    )
    with op.batch_alter_table('crowd_alert', schema=None) as batch_op:
        batch_op.create_index('uq_crowd_alert_open', ['hall'], unique=True, sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))

    op.create_table('room_message',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('service_day', sa.Date(), nullable=False),
    sa.Column('hall', sa.String(length=32), nullable=False),
    sa.Column('room', sa.String(length=32), nullable=False),
    sa.Column('towards', sa.String(length=4), nullable=False),
    sa.Column('ticket', sa.String(length=36), nullable=True),
    sa.Column('sentence', sa.String(length=24), nullable=True),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_by', sa.String(length=64), nullable=False),
    sa.Column('delivered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=24), nullable=True),
    sa.Column('answer_text', sa.Text(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by', sa.String(length=64), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_room_message'))
    )
    with op.batch_alter_table('room_message', schema=None) as batch_op:
        batch_op.create_index('ix_room_message_open', ['hall', 'closed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_room_message_service_day'), ['service_day'], unique=False)

    with op.batch_alter_table('hall', schema=None) as batch_op:
        batch_op.add_column(sa.Column('crowded_from', sa.Integer(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
