"""Identifiers: sortable by time where they are stored, unguessable where they open a door."""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> str:
    """A UUID of version 7 (RFC 9562): milliseconds first, so that indexes grow at their end."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def new_token() -> str:
    """A bearer token with 256 random bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def new_code(digits: int = 6) -> str:
    """A short code that a person reads off a screen."""
    return "".join(secrets.choice("0123456789") for _ in range(digits))
