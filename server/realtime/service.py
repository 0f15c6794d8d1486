"""Notices and emergency texts, put up and taken down by staff (R60, R103)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from server.accounts.service import record_audit
from server.clinic.models import Hall
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.core.ids import new_id
from server.devices.service import require_hall
from server.realtime.models import Emergency, Notice


def add_notice(work: Work, texts: dict[str, str], hall: str | None, say_at: datetime | None = None) -> Notice:
    """Put a notice on the displays of a hall, or of all; from `say_at` on they say it once, between calls (R61)."""
    _require(work, hall)
    notice = Notice(
        id=new_id(), hall=hall, texts=texts, say_at=say_at, created_at=work.now, created_by=work.actor.stamp
    )
    work.session.add(notice)
    work.session.flush()
    record_audit(work, "notice.added", f"notice:{notice.id}", hall=hall or "all")
    _tell(work, "notice.added", hall)
    return notice


def remove_notice(work: Work, identifier: str) -> None:
    """Take a notice down. Raises NotFound."""
    notice = work.session.get(Notice, identifier)
    if notice is None:
        raise NotFound("notice")
    _require(work, notice.hall)
    record_audit(work, "notice.removed", f"notice:{identifier}")
    notice.removed_at = notice.removed_at or work.now
    _tell(work, "notice.removed", notice.hall)


def raise_emergency(work: Work, texts: dict[str, str], direction: str, hall: str | None) -> Emergency:
    """Replace all that displays show by one sentence and an arrow, until it is ended."""
    _require(work, hall)
    emergency = Emergency(
        id=new_id(), hall=hall, texts=texts, direction=direction, raised_at=work.now,
        raised_by=work.actor.stamp,
    )  # fmt: skip
    work.session.add(emergency)
    work.session.flush()
    record_audit(work, "emergency.raised", f"emergency:{emergency.id}", hall=hall or "all")
    _tell(work, "emergency.raised", hall)
    return emergency


def end_emergency(work: Work, hall: str | None) -> None:
    """Displays of a hall go back to calling numbers; an emergency of the whole house ends everywhere with it,
    another hall's own goes on. No hall means all. Ending none changes nothing."""
    _require(work, hall)
    running = select(Emergency).where(Emergency.ended_at.is_(None))
    if hall is not None:
        running = running.where(or_(Emergency.hall == hall, Emergency.hall.is_(None)))
    for emergency in work.session.scalars(running.with_for_update()).all():
        emergency.ended_at = work.now
        record_audit(work, "emergency.ended", f"emergency:{emergency.id}", hall=emergency.hall or "all")
        _tell(work, "emergency.ended", emergency.hall)


def refuse_calls_in_emergency(work: Work, **facts: Any) -> None:
    """Nobody new is called while a hall shows an evacuation text: no screen would say the number.

    `hall`: where a room is about to call. Raises Refusal `evacuation` (R103).
    """
    hall: str = facts["hall"]
    running = select(Emergency.id).where(Emergency.ended_at.is_(None))
    if work.session.scalar(running.where(or_(Emergency.hall == hall, Emergency.hall.is_(None))).limit(1)) is not None:
        raise Refusal("evacuation")


def _require(work: Work, hall: str | None) -> None:
    """Staff act in their own halls; what concerns the whole house is for those who have every hall."""
    halls = [hall] if hall else work.session.scalars(select(Hall.code).where(Hall.active.is_(True)))
    for code in halls:
        require_hall(work, code)


def _tell(work: Work, event: str, hall: str | None) -> None:
    halls = [hall] if hall else work.session.scalars(select(Hall.code).where(Hall.active.is_(True)))
    for code in halls:
        work.announce(event, code, parts=("notices",))
