"""Answers kept by request id, so that a repeated request gets the first answer again."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.core.database import Base, Instant, SealedJson, Work


class KeptAnswer(Base):
    """The first answer to an actor's request of a kind, `request_id` being the hash of both. `body` holds the link
    to a patient's page, and is sealed."""

    __tablename__ = "kept_answer"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(SealedJson)
    at: Mapped[datetime] = mapped_column(Instant)


def kept_answer(work: Work, kind: str, request_id: str) -> dict[str, Any] | None:
    """The answer that this actor was given before, if any. Locks the request, so that a twin waits for the first."""
    key = _key(work, request_id)
    work.lock(f"request:{kind}:{key}")
    kept = work.session.get(KeptAnswer, (kind, key))
    return kept.body if kept else None


def keep_answer(work: Work, kind: str, request_id: str, body: dict[str, Any]) -> None:
    """Keep an answer in the transaction that made it true."""
    work.session.add(KeptAnswer(kind=kind, request_id=_key(work, request_id), body=body, at=work.now))


def forget_answers(session: Session, before: datetime) -> None:
    """Drop the answers given before an instant: nobody repeats so old a request."""
    session.execute(delete(KeptAnswer).where(KeptAnswer.at < before))


def _key(work: Work, request_id: str) -> str:
    """Whoever guesses or repeats somebody else's request id is not given their answer."""
    return hashlib.sha256(f"{work.actor.stamp}\0{request_id}".encode()).hexdigest()
