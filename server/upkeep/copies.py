"""A consistent copy of the database while it is in use, and its way back."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from server.upkeep.archive import BackupError

SQLITE = "houzhen.db"
POSTGRESQL = "houzhen.pgdump"
#: Files that SQLite keeps beside a database; those of another state of it would spoil a restored one.
BESIDE = ("-wal", "-shm", "-journal")


def copy_out(url: str, folder: Path) -> Path:
    """Copy the database of a URL into a folder, as of one instant. Raises BackupError."""
    file = sqlite_file(url)
    if file is None:
        _run_postgresql("pg_dump", url, "--format=custom", f"--file={folder / POSTGRESQL}")
        return folder / POSTGRESQL
    if not file.exists():
        raise BackupError(f"There is no database at {file}")
    target = folder / SQLITE
    try:
        with closing(_read_only(file)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)  # in one step: a reader's view of one instant; writers are not held up
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as problem:
        raise BackupError(f"{file} cannot be copied: {problem}. Run `houzhen verify`") from problem
    return target


def copy_in(url: str, folder: Path, aside: Path) -> None:
    """Put a copy in the database's place; what stood there on SQLite goes to the folder `aside`. Raises BackupError."""
    file = sqlite_file(url)
    if file is None:
        _run_postgresql(
            "pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
            str(folder / POSTGRESQL),
        )  # fmt: skip
        return
    aside.mkdir(parents=True, exist_ok=True)
    for path in (file, *(file.with_name(file.name + ending) for ending in BESIDE)):
        if path.exists():
            shutil.move(path, aside / path.name)
    fresh = file.with_name(file.name + ".restored")
    shutil.copyfile(folder / SQLITE, fresh)
    fresh.chmod(0o600)
    fresh.replace(file)


def sqlite_file(url: str) -> Path | None:
    """The file of an embedded database; None for PostgreSQL."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def kind_of(url: str) -> str:
    """What a database is, as a manifest says it."""
    return "postgresql" if sqlite_file(url) is None else "sqlite"


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=30)


def _run_postgresql(program: str, url: str, *words: str) -> None:
    path = find_program(program)
    if path is None:
        raise BackupError(f"{program} is missing. On Debian or Ubuntu:  apt-get install postgresql-client")
    parts = make_url(url)
    # The password goes where `ps` does not show it.
    plain = URL.create("postgresql", parts.username, None, parts.host, parts.port, parts.database, parts.query)
    secret = {} if parts.password is None else {"PGPASSWORD": str(parts.password)}
    surroundings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"} | secret
    done = subprocess.run(  # noqa: S603  (a program of the system, with words of ours)
        [path, f"--dbname={plain.render_as_string()}", "--no-password", *words],
        env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BackupError(f"{program} did not work: {said}")


def find_program(name: str) -> str | None:
    """A program of PostgreSQL, the newest version first: a dump is read by the same or a newer one only."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]), reverse=True
    )
    return str(installed[0]) if installed else shutil.which(name)
