"""What the environment may set (docs/operating.md). An unknown or bad value stops the start with its name."""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

VERSION = "0.1.0"
PREFIX = "HOUZHEN_"
ASYNC_MODES = ("eventlet", "gevent", "threading")
KNOWN = (
    "DATABASE_URL", "REDIS_URL", "ASYNC_MODE", "TIMEZONE", "SECRET_KEY", "ADMIN_PASSWORD", "DATA",
    "CLOCK_FILE", "LOG_LEVEL", "NOTIFY_URL", "TRUSTED_PROXIES",
)  # fmt: skip


class SettingError(Exception):
    """A setting is unknown or has a value that cannot be used; the text names it and says what to do."""


@dataclass(frozen=True)
class Settings:
    """All settings, read once. Paths are absolute; `secret_key` seals personal data and signs tokens; `notify_url` is
    where a message to a patient's `{phone}` goes, `trusted_proxies` whose word about a caller's address is believed."""

    data: Path
    database_url: str
    async_mode: str
    timezone: ZoneInfo
    secret_key: str
    admin_password: str | None
    clock_file: Path | None
    log_level: str
    notify_url: str | None = None
    trusted_proxies: tuple[Network, ...] = ()


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment; each may also be named `…_FILE`, whose file holds the value.

    Raises SettingError for an unknown name, an unreadable file or an impossible value.
    """
    values = _values(environment)
    data = Path(values.get("DATA", "data")).resolve()
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise SettingError(f"HOUZHEN_DATA is {str(data)!r}, which cannot be used: {problem.strerror}") from problem
    mode = values.get("ASYNC_MODE", "eventlet")
    if mode not in ASYNC_MODES:
        raise SettingError(f"HOUZHEN_ASYNC_MODE is {mode!r}; it must be one of {', '.join(ASYNC_MODES)}")
    level = values.get("LOG_LEVEL", "info").lower()
    if level not in ("debug", "info", "warning", "error"):
        raise SettingError(f"HOUZHEN_LOG_LEVEL is {level!r}; it must be debug, info, warning or error")
    clock_file = _clock_file(values.get("CLOCK_FILE"))
    if values.get("REDIS_URL"):
        raise SettingError("HOUZHEN_REDIS_URL: one process serves for now; leave it unset")
    return Settings(
        data=data,
        database_url=_database_url(values.get("DATABASE_URL"), data),
        async_mode=mode,
        timezone=_timezone(values.get("TIMEZONE", "Asia/Shanghai")),
        secret_key=_secret_key(values.get("SECRET_KEY"), data),
        admin_password=values.get("ADMIN_PASSWORD"),
        clock_file=clock_file,
        log_level=level,
        notify_url=_notify_url(values.get("NOTIFY_URL")),
        trusted_proxies=_networks(values.get("TRUSTED_PROXIES", "")),
    )


def _values(environment: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in environment.items():
        if not name.startswith(PREFIX) or not value:
            continue
        key = name.removeprefix(PREFIX)
        if key in KNOWN:
            values[key] = value
        elif key.endswith("_FILE") and key.removesuffix("_FILE") in KNOWN:
            try:
                values[key.removesuffix("_FILE")] = Path(value).read_text(encoding="utf-8").strip()
            except OSError as problem:
                raise SettingError(f"{name}: cannot read {value}: {problem.strerror}") from problem
        else:
            raise SettingError(f"{name} is not a setting; known are {', '.join(PREFIX + k for k in KNOWN)}")
    return values


def _clock_file(value: str | None) -> Path | None:
    """A file that is not there yet moves the clock by nothing; one that holds no seconds is a mistake."""
    if value is None:
        return None
    file = Path(value)
    try:
        float(file.read_text(encoding="ascii").strip() or 0)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as problem:
        raise SettingError(f"HOUZHEN_CLOCK_FILE is {value!r}; the file must hold a number of seconds") from problem
    return file


def _database_url(value: str | None, data: Path) -> str:
    if value is None:
        return f"sqlite:///{data / 'houzhen.db'}"
    if not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise SettingError("HOUZHEN_DATABASE_URL must start with sqlite:/// or postgresql://")
    return value


def _notify_url(value: str | None) -> str | None:
    if value is not None and ("://" not in value or "{phone}" not in value):
        # The value is not repeated: it holds the password of a message service.
        raise SettingError("HOUZHEN_NOTIFY_URL must be an Apprise URL in which {phone} stands for the number")
    return value


def _networks(value: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in value.split(",") if part.strip())
    except ValueError as problem:
        raise SettingError(
            f"HOUZHEN_TRUSTED_PROXIES is {value!r}; give addresses or networks, such as 127.0.0.1,10.0.0.0/24"
        ) from problem


def _timezone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise SettingError(f"HOUZHEN_TIMEZONE is {name!r}; give a name such as Asia/Shanghai") from problem


def _secret_key(value: str | None, data: Path) -> str:
    if value is not None:
        if len(value) < 32:
            raise SettingError("HOUZHEN_SECRET_KEY must have at least 32 characters")
        return value
    file = data / "secret.key"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        key = secrets.token_urlsafe(48)
        handle.write(key)
    return key
