"""Taking backups, proving them, keeping as many as wanted, and putting one back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.core.clock import instant
from server.core.settings import VERSION, Settings
from server.upkeep.archive import SEALED_SUFFIX, SUFFIX, BackupError, Manifest, read_archive, write_archive
from server.upkeep.copies import POSTGRESQL, SQLITE, copy_in, copy_out, kind_of
from server.upkeep.verify import Check, counted_rows, known_revisions, revision_of, verify_database

SECRET = "secret.key"  # noqa: S105  (the name of a file)
#: What else a clinic has put into its data folder and would miss.
FOLDERS = ("voice", "logo", "media")


@dataclass(frozen=True)
class Made:
    """A backup that was made and read back: its file, its size in bytes, what stands in it."""

    file: Path
    size: int
    manifest: Manifest


def back_up(settings: Settings, folder: Path, now: datetime, *, seal_for: str | None = None, label: str = "") -> Made:
    """Make one backup while the house runs, and prove it: the copy is whole, the archive reads back.

    `seal_for` is a public key; only then the secret that opens personal data lies in it too. Raises BackupError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise BackupError(f"{folder} cannot hold backups: {problem.strerror}") from problem
    stamp = now.strftime("%Y%m%d-%H%M%S")
    ending = SEALED_SUFFIX if seal_for else SUFFIX
    target = folder / f"houzhen-{stamp}{f'-{label}' if label else ''}{ending}"
    with _work_folder(settings.data) as work:
        copy = copy_out(settings.database_url, work)
        is_file = copy.name == SQLITE
        source = f"sqlite:///{copy}" if is_file else settings.database_url
        _require_whole(verify_database(source, None))
        if seal_for is not None:
            (work / SECRET).write_text(settings.secret_key, encoding="ascii")
        for name in FOLDERS:
            if (settings.data / name).is_dir():
                shutil.copytree(settings.data / name, work / "data" / name)
        manifest = Manifest(
            version=VERSION, kind=kind_of(settings.database_url), revision=str(revision_of(source)),
            made_at=instant(now), rows=counted_rows(source),
        )  # fmt: skip
        write_archive(work, manifest, target, seal_for)
    if seal_for is None:  # a sealed one can be read back only by who holds the key
        try:
            with _work_folder(settings.data) as work:
                manifest = read_archive(target, work)
        except BackupError:
            target.unlink()  # what cannot be read back must not lie there as a backup
            raise
    return Made(target, target.stat().st_size, manifest)


def prune(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest backups of a folder, those before an upgrade excepted; returns what was removed."""
    ours = [path for path in folder.iterdir() if path.name.endswith((SUFFIX, SEALED_SUFFIX))]
    found = sorted((path for path in ours if path.name.count("-") == 2), reverse=True)
    for path in found[keep:]:
        path.unlink()
    return found[keep:]


def verify_backup(settings: Settings, file: Path, identity: str | None) -> tuple[Manifest, list[Check]]:
    """Open a backup, compare its hashes, and look at the database in it. Raises BackupError where it does not open."""
    with _work_folder(settings.data) as work:
        manifest = read_archive(file, work, identity)
        if manifest.kind != "sqlite":
            return manifest, [Check("archive", "" if (work / POSTGRESQL).is_file() else "The dump is missing")]
        secret = (work / SECRET).read_text(encoding="ascii") if (work / SECRET).exists() else settings.secret_key
        return manifest, verify_database(f"sqlite:///{work / SQLITE}", secret)


def restore(settings: Settings, file: Path, now: datetime, identity: str | None = None) -> tuple[Manifest, Path]:
    """Put a backup in the place of what is there. No server may run. On SQLite the present state is kept aside; returns
    that folder. Raises BackupError, then nothing has changed."""
    kind = kind_of(settings.database_url)
    aside = settings.data / f"before-restore-{now.strftime('%Y%m%d-%H%M%S')}"
    with _work_folder(settings.data) as work:
        manifest = read_archive(file, work, identity)
        if manifest.kind != kind:
            raise BackupError(f"This is a backup of {manifest.kind}, but HOUZHEN_DATABASE_URL names {kind}")
        if manifest.revision not in known_revisions():
            raise BackupError(f"It was made by a newer version ({manifest.version}); install that one first")
        if kind == "sqlite":
            _require_whole(verify_database(f"sqlite:///{work / SQLITE}", None))
        copy_in(settings.database_url, work, aside)
        _put_back(work, settings, aside)
    return manifest, aside


def newest_backup(folder: Path) -> Path | None:
    """The latest backup in a folder, by its name's time."""
    found = [path for path in folder.glob("houzhen-*") if path.name.endswith((SUFFIX, SEALED_SUFFIX))]
    return max(found, key=lambda path: path.name, default=None)


def _put_back(work: Path, settings: Settings, aside: Path) -> None:
    """The secret of the backup's time and the clinic's own files; the present secret is kept aside."""
    secret = settings.data / SECRET
    if (work / SECRET).exists():
        if secret.exists():
            aside.mkdir(parents=True, exist_ok=True)
            shutil.copy2(secret, aside / SECRET)
        shutil.copyfile(work / SECRET, secret)
        secret.chmod(0o600)
    for name in FOLDERS:
        if (work / "data" / name).is_dir():
            shutil.copytree(work / "data" / name, settings.data / name, dirs_exist_ok=True)


def _require_whole(checks: list[Check]) -> None:
    wrong = next((check for check in checks if not check.good), None)
    if wrong is not None:
        raise BackupError(wrong.wrong)


@contextmanager
def _work_folder(data: Path) -> Iterator[Path]:
    """A private folder beside the data, so that what is moved stays on one disk."""
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=data) as name:
        inner = Path(name) / "it"  # what is made from it may lie beside it
        inner.mkdir()
        yield inner
