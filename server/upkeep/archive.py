"""One backup is one file: a compressed archive of the database and what says of it what it is; sealed for a key that
the machine itself does not hold, where one is given."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import pyrage

SUFFIX = ".houzhen.tar.gz"
SEALED_SUFFIX = SUFFIX + ".age"
#: What Python offers against archives that mean ill; 3.11 has it only since 3.11.4.
_SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
MANIFEST = "manifest.json"
FORMAT = 1


class BackupError(Exception):
    """A backup cannot be made, read or put back; the text says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What stands in a backup: `kind` is the database's, `revision` its migration, `rows` the lines of each table,
    `files` the SHA-256 of each file, `made_at` an instant in UTC."""

    version: str
    kind: str
    revision: str
    made_at: str
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def write_archive(folder: Path, manifest: Manifest, target: Path, seal_for: str | None = None) -> None:
    """Pack all files of a folder into `target`, which appears whole or not at all.

    `seal_for` is the public key (age1…) of whoever may open it. Raises BackupError where that is no key.
    """
    recipient = _recipient(seal_for) if seal_for else None
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    whole = Manifest(**asdict(manifest) | {"files": {name: _hash(folder / name) for name in names}})
    part = target.with_name(target.name + ".part")
    plain = part if recipient is None else folder.with_name(folder.name + ".plain")  # never where backups are kept
    try:
        (folder / MANIFEST).write_text(json.dumps(asdict(whole), indent=1), encoding="utf-8")
        with _private(plain).open("wb") as file, tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as archive:
            for name in [MANIFEST, *names]:
                archive.add(folder / name, arcname=name)
        if recipient is not None:
            pyrage.encrypt_file(str(plain), str(_private(part)), [recipient])
        _to_disk(part)
        part.replace(target)
        _to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)
        plain.unlink(missing_ok=True)


def _require_plain(archive: tarfile.TarFile) -> None:
    """Raise ValueError for a member that is no file or folder, or would lie outside: Python before 3.11.4 does not."""
    for member in archive.getmembers():
        path = PurePosixPath(member.name)
        if not (member.isfile() or member.isdir()) or path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{member.name} has no place in a backup")


def read_archive(source: Path, folder: Path, identity: str | None = None) -> Manifest:
    """Unpack a backup into an empty folder and compare every file with its hash.

    Raises BackupError: not a backup, damaged, of a newer format, or sealed for another key.
    """
    plain = source if source.name.endswith(SUFFIX) else folder / "opened"
    try:
        if plain != source:
            _unseal(source, plain, identity)
        with tarfile.open(plain, "r:gz") as archive:
            _require_plain(archive)
            archive.extractall(folder, **_SAFELY)  # noqa: S202  (each member was looked at)
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, EOFError, tarfile.TarError, ValueError, TypeError) as problem:
        raise BackupError(f"{source.name} is not a whole backup of Houzhen: {problem}") from problem
    finally:
        if plain != source:
            plain.unlink(missing_ok=True)
    if manifest.format > FORMAT:
        raise BackupError(f"{source.name} was made by a newer version ({manifest.version}); restore it with that one")
    for name, wanted in manifest.files.items():
        path = folder / name
        if not path.is_file() or _hash(path) != wanted:
            raise BackupError(f"{source.name} is damaged: {name} is not what was stored. Take an earlier backup")
    return manifest


def new_key() -> tuple[str, str]:
    """A new pair: the identity that opens backups, to be kept in a safe, and the public key that seals them."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def _recipient(key: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as problem:
        raise BackupError("The public key begins with age1; `houzhen backup-key` makes a pair") from problem


def _unseal(source: Path, plain: Path, identity: str | None) -> None:
    if identity is None:
        raise BackupError(f"{source.name} is sealed; name the file of its key with --identity-file")
    try:
        key = pyrage.x25519.Identity.from_str(identity.strip())
        pyrage.decrypt_file(str(source), str(_private(plain)), [key])
    except (pyrage.IdentityError, pyrage.DecryptError) as problem:
        raise BackupError(f"{source.name} cannot be opened with this key, or is damaged") from problem


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _private(path: Path) -> Path:
    """The path, as an empty file that only its owner reads."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    return path


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
