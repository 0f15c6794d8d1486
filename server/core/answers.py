"""Answers kept by request id, so that a repeated request gets the first answer again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Instant, SealedJson, Work


class KeptAnswer(Base):
    """The first answer to a request of a kind. `body` holds the link to a patient's page, and is sealed."""

    __tablename__ = "kept_answer"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(SealedJson)
    at: Mapped[datetime] = mapped_column(Instant)


def kept_answer(work: Work, kind: str, request_id: str) -> dict[str, Any] | None:
    """The answer given before, if any. Locks the request id, so that a twin waits for the first."""
    work.lock(f"request:{kind}:{request_id}")
    kept = work.session.get(KeptAnswer, (kind, request_id))
    return kept.body if kept else None


def keep_answer(work: Work, kind: str, request_id: str, body: dict[str, Any]) -> None:
    """Keep an answer in the transaction that made it true."""
    work.session.add(KeptAnswer(kind=kind, request_id=request_id, body=body, at=work.now))
