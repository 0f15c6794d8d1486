"""PINs and passwords as argon2id hashes. These functions take the CPU for tens of milliseconds: call them
outside a unit of work and, in the server, off the event loop."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: argon2id with 19 MiB, two passes, one lane: what OWASP asks for, and bearable for a small clinic machine.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

#: The hash of a text nobody was given, of the same cost, checked where a staff number is unknown: an answer
#: takes the same time whether the number exists or not.
_DECOY = "$argon2id$v=19$m=19456,t=2,p=1$RRlOBHoTUHnfHdu9WfBZ6w$sTOcs4wDwYk4yeVHD+cYSZHFDGRS4uSFj0YczVU15gU"


def hash_secret(secret: str) -> str:
    """The hash under which a PIN or password is stored."""
    return _HASHER.hash(secret)


def verify_secret(secret_hash: str | None, secret: str) -> bool:
    """Whether the secret belongs to the hash; False for None, after the same time."""
    try:
        matches = _HASHER.verify(secret_hash or _DECOY, secret)
    except (VerificationError, InvalidHashError):
        return False
    return matches and secret_hash is not None
