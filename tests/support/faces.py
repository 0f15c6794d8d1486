"""Appointments over HTTP as tests use them: who asks, and what they send."""

from __future__ import annotations

import uuid
from typing import Any

from flask.testing import FlaskClient

from tests.support.booking import DENTIST, NAME, PHONE

NINE, TEN = "2026-11-24T09:00:00+08:00", "2026-11-24T10:00:00+08:00"
ITEM = "左下六隐隐作痛"
PRIVATE = (NAME, PHONE, ITEM)


class Face:
    """Somebody's HTTP client."""

    def __init__(self, client: FlaskClient, token: str | None = None) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str) -> Any:
        """Ask."""
        return self._client.get(f"/api/v1{path}", headers=self._headers)

    def post(self, path: str, body: dict[str, Any] | None = None, language: str = "zh-CN") -> Any:
        """Do."""
        headers = self._headers | {"Accept-Language": language}
        return self._client.post(f"/api/v1{path}", json=body or {}, headers=headers)


def order(**more: Any) -> dict[str, Any]:
    """A booking by telephone."""
    return {
        "request_id": str(uuid.uuid4()), "department": "dental", "doctor": DENTIST, "starts_at": NINE, "item": ITEM,
        "channel": "phone", "consent": True, "patient": {"name": NAME, "phone": PHONE},
    } | more  # fmt: skip


def own(**more: Any) -> dict[str, Any]:
    """A booking online."""
    return {
        "request_id": str(uuid.uuid4()), "department": "dental", "doctor": DENTIST, "starts_at": NINE, "name": NAME,
        "phone": PHONE, "consent": True,
    } | more  # fmt: skip


def refused(answer: Any, status: int, code: str) -> dict[str, Any]:
    """A problem with a code and a sentence."""
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
    assert answer.json["detail"]
    document: dict[str, Any] = answer.json
    return document
