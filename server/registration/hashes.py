"""Keyed hashes by which sealed fields are looked up, and the key that signs a patient's reference."""

from __future__ import annotations

from server.core.database import Sealed
from server.core.seal import Seal
from server.registration.rules.names import name_key


def seal() -> Seal:
    """The seal that the application set at start. Raises RuntimeError where none is set."""
    if Sealed.seal is None:
        raise RuntimeError("no seal is set: personal data can neither be stored nor found")
    return Sealed.seal


def name_hash(name: str) -> str:
    """Equal for names that differ only in case, blanks and dots."""
    return seal().lookup("name", name_key(name))


def phone_hash(phone: str) -> str:
    """Of a number in E.164."""
    return seal().lookup("phone", phone)


def id_hash(id_number: str) -> str:
    """Of a checked identity number."""
    return seal().lookup("id_number", id_number)
