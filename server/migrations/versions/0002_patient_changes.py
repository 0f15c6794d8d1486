"""what a patient's file held before a change"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('patient_change',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('patient', sa.String(length=36), nullable=False),
    sa.Column('field', sa.String(length=24), nullable=False),
    sa.Column('before', sa.Text(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_patient_change'))
    )
    with op.batch_alter_table('patient_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_patient_change_patient'), ['patient'], unique=False)


def downgrade() -> None:
    raise RuntimeError("restore the backup that was taken before the upgrade")
