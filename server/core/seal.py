"""Sealing of personal data: encrypted at rest, looked up by keyed hash (R106, R108)."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Seal:
    """Three keys drawn from the one secret: for sealing, for lookup hashes, for derived tokens."""

    def __init__(self, secret_key: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(_derive(secret_key, b"personal data")))
        self._lookup = _derive(secret_key, b"lookup")
        self._tokens = _derive(secret_key, b"tokens")
        self.session_key = _derive(secret_key, b"web session").hex()

    def close(self, text: str) -> str:
        """The text, encrypted and authenticated."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text again; raises cryptography.fernet.InvalidToken where the key is another."""
        return self._fernet.decrypt(sealed.encode("ascii")).decode()

    def lookup(self, kind: str, text: str) -> str:
        """A keyed hash by which an equal text of this kind is found, and nothing else is learnt."""
        return hmac.new(self._lookup, f"{kind}\0{text}".encode(), hashlib.sha256).hexdigest()

    def token(self, kind: str, identifier: str) -> str:
        """An unguessable token of 144 bits, the same each time for the same identifier."""
        digest = hmac.new(self._tokens, f"{kind}\0{identifier}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:18]).decode("ascii")


def hash_token(token: str) -> str:
    """How a random token is stored: its SHA-256 (it has entropy enough to need no salt)."""
    return hashlib.sha256(token.encode()).hexdigest()


def _derive(secret_key: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"houzhen " + purpose).derive(
        secret_key.encode()
    )
