"""The outbox: what must be sent once a transaction has committed, and each hall's gapless revision.

A hall's screen state is a map of small documents. A change replaces some of them, raises the hall's revision
by one, and is stored beside them in the same transaction; so a snapshot followed by its changes is always
equal to a fresh snapshot.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.core.clock import instant
from server.core.database import Base, Instant, Json, Work

STAFF_PREFIX = "staff/"


class HallRevision(Base):
    """How many changes a hall has seen."""

    __tablename__ = "hall_revision"

    hall: Mapped[str] = mapped_column(String(32), primary_key=True)
    revision: Mapped[int] = mapped_column(default=0)


class HallDocument(Base):
    """One part of what a hall's screens show; keys that begin with `staff/` go to tablets only."""

    __tablename__ = "hall_document"

    hall: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[Any] = mapped_column(Json)


class OutboxRow(Base):
    """A change of one hall, to be sent once to its screens and tablets."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    hall: Mapped[str] = mapped_column(String(32))
    revision: Mapped[int]
    event: Mapped[str] = mapped_column(String(48))
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)

    __table_args__ = (
        Index("uq_outbox_hall_revision", "hall", "revision", unique=True),
        Index("ix_outbox_unsent", "sent_at", "id"),
    )


def lock_revision(work: Work, hall: str) -> HallRevision:
    """The hall's revision, held until the end of this work: changes of a hall stand in one order."""
    row = work.session.get(HallRevision, hall, with_for_update=True, populate_existing=True)
    if row is None:
        work.lock(f"hall:{hall}")
        row = work.session.get(HallRevision, hall, with_for_update=True)
    if row is None:
        row = HallRevision(hall=hall, revision=0)
        work.session.add(row)
        work.session.flush()
    return row


def publish(work: Work, hall: str, event: str, documents: dict[str, Any]) -> int | None:
    """Store the documents that differ from what the hall shows, as one change; a document of None is taken
    away. Returns the new revision, or None where nothing differs."""
    row = lock_revision(work, hall)
    stored = {
        document.key: document
        for document in work.session.scalars(
            select(HallDocument)
            .where(HallDocument.hall == hall, HallDocument.key.in_(documents))
            .execution_options(populate_existing=True)
        )
    }
    replaced: dict[str, Any] = {}
    removed: list[str] = []
    for key, body in documents.items():
        present = stored.get(key)
        if body is None:
            if present is not None:
                work.session.delete(present)
                removed.append(key)
        elif present is None:
            work.session.add(HallDocument(hall=hall, key=key, body=body))
            replaced[key] = body
        elif present.body != body:
            present.body = body
            replaced[key] = body
    if not replaced and not removed:
        return None
    row.revision += 1
    change = {
        "hall": hall, "revision": row.revision, "event": event, "at": instant(work.now),
        "set": replaced, "remove": removed,
    }  # fmt: skip
    work.session.add(OutboxRow(hall=hall, revision=row.revision, event=event, body=change, at=work.now))
    return row.revision


def snapshot(work: Work, hall: str, *, for_staff: bool) -> dict[str, Any]:
    """The hall's whole state at its revision, for a screen that starts, reconnects or has seen a gap."""
    row = work.session.get(HallRevision, hall)
    documents = work.session.execute(
        select(HallDocument.key, HallDocument.body).where(HallDocument.hall == hall)
    )
    return {
        "hall": hall,
        "revision": row.revision if row else 0,
        "now": instant(work.now),
        "documents": {key: body for key, body in documents if for_staff or not key.startswith(STAFF_PREFIX)},
    }


def for_displays(change: dict[str, Any]) -> dict[str, Any]:
    """The part of a change that public screens may see; its revision stays, so that none misses a number."""
    return {
        **change,
        "set": {key: body for key, body in change["set"].items() if not key.startswith(STAFF_PREFIX)},
        "remove": [key for key in change["remove"] if not key.startswith(STAFF_PREFIX)],
    }


def anything_unsent(work: Work) -> bool:
    """Whether a change waits to be sent: a cheap look, so that no idle moment takes the writer."""
    return work.session.scalar(select(OutboxRow.id).where(OutboxRow.sent_at.is_(None)).limit(1)) is not None


def take_unsent(work: Work, limit: int = 200) -> list[dict[str, Any]]:
    """The oldest changes not yet sent, marked as sent in this work. A crash after the commit loses at most
    the sending, never the change: screens find the gap and take a snapshot."""
    work.lock("outbox")
    rows = work.session.scalars(
        select(OutboxRow).where(OutboxRow.sent_at.is_(None)).order_by(OutboxRow.id).limit(limit)
    ).all()
    if rows:
        work.session.execute(
            update(OutboxRow).where(OutboxRow.id.in_([row.id for row in rows])).values(sent_at=work.now)
        )
    return [row.body for row in rows]


def forget_sent(session: Session, before: datetime) -> None:
    """Drop changes that were sent before an instant; screens that far behind take a snapshot anyway."""
    session.execute(delete(OutboxRow).where(OutboxRow.sent_at.is_not(None), OutboxRow.at < before))
