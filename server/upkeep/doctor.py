"""What is wrong with this installation and what to do, a sentence each. Looks only, changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.core.database import make_engine
from server.core.settings import Settings
from server.upkeep.backup import SECRET, newest_backup
from server.upkeep.copies import sqlite_file
from server.upkeep.verify import Check, newest_revision, revision_of, verify_database

#: Below this the next days of a busy house may not fit.
LEAST_FREE = 1 << 30
#: A backup older than a day and a bit means that last night's did not happen.
OLDEST_BACKUP = timedelta(hours=26)
#: What the machine's clock may be behind the newest ticket.
CLOCK_SLACK = timedelta(minutes=2)
ANSWER_SECONDS = 5


def examine(settings: Settings, root: Path, backups: Path, now: datetime) -> Iterator[Check]:
    """Every check in turn, each as soon as it is known."""
    yield _folder(settings.data)
    yield _secret(settings.data)
    yield _disk(settings.data)
    yield _libraries(root)
    checks: list[Callable[[], Check]] = [
        lambda: _tables(settings.database_url), lambda: _clock(settings.database_url, now),
        lambda: _devices(settings.database_url),
    ]  # fmt: skip
    for database in verify_database(settings.database_url, settings.secret_key):
        yield database
        if not database.good and database.name in ("database", "file", "tables"):
            checks = []
    for check in checks:
        try:
            yield check()
        except SQLAlchemyError as problem:
            yield Check("database", f"The database does not answer ({type(problem).__name__})")
    yield _time_service()
    yield _server(settings)
    yield _backup(backups, now)


def _folder(data: Path) -> Check:
    if not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        return Check("folder", f"{data} cannot be written by this user; run as the user who owns it")
    others = data.stat().st_mode & 0o077
    return Check("folder", f"Others can look into {data}:  chmod 700 {data}" if others else "")


def _secret(data: Path) -> Check:
    file = data / SECRET
    others = file.exists() and file.stat().st_mode & 0o077
    return Check("secret file", f"Others can read the secret:  chmod 600 {file}" if others else "")


def _disk(data: Path) -> Check:
    free = shutil.disk_usage(data).free
    sentence = f"Only {free // (1 << 20)} MiB are free for {data}; make room before the database cannot grow"
    return Check("disk", sentence if free < LEAST_FREE else "")


def _libraries(root: Path) -> Check:
    missing = not (root / "node_modules" / ".stamp").exists()
    return Check("libraries", "The pages' libraries are not there; run ./start once" if missing else "")


def _tables(url: str) -> Check:
    sentence = "The tables are of an older version; they are brought up to date at the next start"
    return Check("migration", sentence if revision_of(url) != newest_revision() else "")


def _clock(url: str, now: datetime) -> Check:
    """The newest ticket lies in the future: the machine's clock went back."""
    newest = _one(url, "SELECT max(issued_at) FROM ticket")
    if newest is None:
        return Check("clock")
    at = datetime.fromisoformat(str(newest))
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    minutes = (at - now).total_seconds() // 60
    sentence = f"The newest ticket is {minutes:.0f} minutes in the future; set this machine's clock"
    return Check("clock", sentence if at - now > CLOCK_SLACK else "")


def _devices(url: str) -> Check:
    open_faults = _one(url, "SELECT count(*) FROM fault WHERE cleared_at IS NULL")
    sentence = f"{open_faults} faults of printers and screens are open; the tablet's devices page names them"
    return Check("devices", sentence if open_faults else "")


def _time_service() -> Check:
    program = shutil.which("timedatectl")
    if program is None:
        return Check("time service")
    done = subprocess.run(  # noqa: S603  (a program of the system, with words of ours)
        [program, "show", "--property=NTPSynchronized", "--value"], capture_output=True, text=True, check=False,
        timeout=ANSWER_SECONDS,
    )  # fmt: skip
    loose = done.returncode == 0 and done.stdout.strip() == "no"
    return Check("time service", "The clock follows no time server:  timedatectl set-ntp true" if loose else "")


def _server(settings: Settings) -> Check:
    """The running server, as it speaks of itself."""
    try:
        control = json.loads((settings.data / "control.json").read_text(encoding="ascii"))
        host = f"[{control['host']}]" if ":" in control["host"] else control["host"]
        address = f"http://{host}:{int(control['port'])}/readyz"
        with urllib.request.urlopen(address, timeout=ANSWER_SECONDS):
            return Check("server")
    except urllib.error.HTTPError as refused:
        with refused:
            parts = json.load(refused).get("parts", {})
        wrong = ", ".join(f"{name} {said}" for name, said in parts.items() if said != "ready")
        return Check("server", f"The server runs but is not ready: {wrong}. Its log says why")
    except (OSError, ValueError, KeyError):
        return Check("server", "No server answers for this folder:  ./start,  or  systemctl start houzhen")


def _backup(backups: Path, now: datetime) -> Check:
    newest = newest_backup(backups) if backups.is_dir() else None
    if newest is None:
        return Check("backup", f"There is no backup in {backups}:  houzhen backup")
    age = now - datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    sentence = f"The newest backup in {backups} is {age.total_seconds() / 3600:.0f} hours old; does its timer run?"
    return Check("backup", sentence if age > OLDEST_BACKUP else "")


def _one(url: str, query: str) -> object:
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return connection.scalar(text(query))
    finally:
        engine.dispose()


def damaged(url: str) -> str | None:
    """What SQLite's quick check finds in the file, before anything writes; None where it is whole or not there."""
    file = sqlite_file(url)
    if file is None or not file.exists():
        return None
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            said = str(connection.scalar(text("PRAGMA quick_check(1)")))
    except SQLAlchemyError as problem:
        said = str(getattr(problem, "orig", problem)).strip().splitlines()[0]
    finally:
        engine.dispose()
    return None if said == "ok" else said
