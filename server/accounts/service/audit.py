"""The audit trail: written in the transaction that did the thing, read by administrators, never changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from server.accounts.models import AuditEntry
from server.core.clock import instant
from server.core.database import Work

#: So long a page that shows personal fields counts as the same opening.
OPENING = timedelta(minutes=5)


def record_audit(work: Work, action: str, subject: str, **detail: str | int | bool | list[str] | None) -> None:
    """Note who did or saw what (R10, R11, R108).

    `action` is area.verb (`patient.seen`), `subject` kind:code (`ticket:0190…`); `detail` names fields and
    codes, never a personal value.
    """
    work.session.add(AuditEntry(at=work.now, actor=work.actor.stamp, action=action, subject=subject, detail=detail))


def record_opening(work: Work, action: str, subject: str, fields: list[str]) -> None:
    """Note that somebody opened personal fields: once for an opening. A page that is read anew while it is open, or
    after a change, is the same opening; other fields, or a later look, are another."""
    lately = select(AuditEntry.detail).where(
        AuditEntry.subject == subject, AuditEntry.action == action, AuditEntry.actor == work.actor.stamp,
        AuditEntry.at > work.now - OPENING,
    )  # fmt: skip
    if all(detail.get("fields") != fields for detail in work.session.scalars(lately)):
        record_audit(work, action, subject, fields=fields)


def list_audit(
    work: Work, *, actor: str | None = None, action: str | None = None, subject: str | None = None,
    before: int | None = None, limit: int = 100,
) -> list[dict[str, Any]]:  # fmt: skip
    """Entries of the trail, newest first; `before` is the id at which the page before ended."""
    query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(limit)
    if actor is not None:
        query = query.where(AuditEntry.actor == actor)
    if action is not None:
        query = query.where(AuditEntry.action == action)
    if subject is not None:
        query = query.where(AuditEntry.subject == subject)
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return [
        {
            "id": entry.id, "at": instant(entry.at), "actor": entry.actor, "action": entry.action,
            "subject": entry.subject, "detail": entry.detail,
        }
        for entry in work.session.scalars(query)
    ]  # fmt: skip
