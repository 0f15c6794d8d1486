"""Write a migration for what the models have that the migrations lack: `tools/make_migration.py "why"`."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alembic import command

from server.core.database import make_engine
from server.migrate import migrate, migration_config

with tempfile.TemporaryDirectory() as folder:
    engine = make_engine(f"sqlite:///{folder}/empty.db")
    config = migration_config()
    if any((Path(config.get_main_option("script_location")) / "versions").glob("*.py")):
        migrate(engine)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.revision(
            config,
            message=sys.argv[1],
            autogenerate=True,
            rev_id=f"{len(list((Path(config.get_main_option('script_location')) / 'versions').glob('0*.py'))) + 1:04d}",
        )
