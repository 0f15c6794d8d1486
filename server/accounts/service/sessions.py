"""Signing in and out, and knowing who asks (R11, R108)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_, select, update

from server.accounts.models import SignInTry, Staff, StaffSession
from server.accounts.rules import (
    IDLE_LIMIT,
    PROGRAM_LIMIT,
    SESSION_LIMIT,
    TOUCH_EVERY,
    TRIES_WITHIN,
    SessionTimes,
    may_act_in_hall,
    order_halls,
    session_stands,
)
from server.accounts.service.audit import record_audit
from server.accounts.service.tries import with_secret
from server.clinic.models import Hall
from server.core.database import Actor, Database, Work
from server.core.errors import Forbidden, NotFound, Unauthorised
from server.core.ids import new_token
from server.core.seal import hash_token


@dataclass(frozen=True)
class SignedIn:
    """A new session: its token, to be told once, and who it stands for."""

    token: str
    staff: dict[str, Any]


def sign_in(database: Database, number: str, secret: str, address: str | None) -> SignedIn:
    """Check a staff number and PIN and open a browser's session.

    Raises WrongPin or TooMany, as `with_secret`.
    """

    def open_session(work: Work, staff: Staff) -> SignedIn:
        token = _open_session(work, staff.number, "browser")
        record_audit(work, "session.opened", f"staff:{staff.number}")
        return SignedIn(token, describe_staff(work, staff, None))

    return with_secret(database, number.strip(), secret, address, open_session)


def sign_out(work: Work, token: str) -> None:
    """End the session of this token; nothing happens where it has ended already."""
    found = work.session.get(StaffSession, hash_token(token))
    if found is not None and found.revoked_at is None:
        found.revoked_at = work.now
        record_audit(work, "session.closed", f"staff:{found.staff}")


def create_staff_token(work: Work, number: str) -> str:
    """A bearer token for a program that acts as this staff member; told once, valid for a year.

    Raises NotFound where nobody active has the number.
    """
    staff = work.session.get(Staff, number)
    if staff is None or not staff.active:
        raise NotFound("staff")
    token = _open_session(work, number, "program")
    record_audit(work, "staff.token_created", f"staff:{number}")
    return token


def identify_staff(work: Work, token: str) -> Actor | None:
    """Who a session's or program's token stands for, with the hall they work in first; None where the token
    is unknown, revoked, expired or idle too long, or they have left. Reads only: see `touch_session`."""
    row = work.session.execute(
        select(StaffSession, Staff)
        .join(Staff, Staff.number == StaffSession.staff)
        .where(StaffSession.token_hash == hash_token(token), Staff.active.is_(True))
    ).first()
    if row is None:
        return None
    session, staff = row
    if not session_stands(_times(session), work.now):
        return None
    return Actor("staff", staff.number, staff.role, order_halls(_halls(work, staff), session.hall))


def touch_session(work: Work, token: str) -> None:
    """Keep that a session was used now, unless that was kept within the last minutes."""
    work.session.execute(
        update(StaffSession)
        .where(
            StaffSession.token_hash == hash_token(token),
            StaffSession.last_seen_at < work.now - TOUCH_EVERY,
            StaffSession.revoked_at.is_(None),
        )
        .values(last_seen_at=work.now)
    )


def standing_staff(work: Work, tokens: Collection[str]) -> set[str]:
    """Which of these tokens still open the door: for sockets, which signed in once and stay."""
    by_hash = {hash_token(token): token for token in tokens}
    rows = work.session.scalars(
        select(StaffSession)
        .join(Staff, Staff.number == StaffSession.staff)
        .where(StaffSession.token_hash.in_(by_hash), Staff.active.is_(True))
    )
    return {by_hash[row.token_hash] for row in rows if session_stands(_times(row), work.now)}


def choose_hall(work: Work, token: str, hall: str) -> dict[str, Any]:
    """Make a hall the one this session works in. Raises Unauthorised, NotFound, or Forbidden `not_your_hall`
    where it is none of theirs."""
    actor = identify_staff(work, token)
    session = work.session.get(StaffSession, hash_token(token))
    if actor is None or session is None:
        raise Unauthorised
    present = work.session.get(Hall, hall)
    if present is None or not present.active:
        raise NotFound("hall")
    if not may_act_in_hall(actor.role, actor.halls, hall):
        raise Forbidden("not_your_hall")
    session.hall = hall
    staff = work.session.get_one(Staff, session.staff)
    return describe_staff(work, staff, hall)


def describe_staff(work: Work, staff: Staff, hall: str | None) -> dict[str, Any]:
    """A signed-in staff member as their own screen needs it; `hall` is where they work now, or None."""
    halls = order_halls(_halls(work, staff), hall)
    return {
        "number": staff.number, "name": staff.name, "role": staff.role, "halls": list(halls),
        "hall": hall if hall in halls else None,
    }  # fmt: skip


def describe_session(work: Work, token: str) -> dict[str, Any]:
    """The staff member of a session and their hall. Raises Unauthorised."""
    session = work.session.get(StaffSession, hash_token(token))
    if session is None or identify_staff(work, token) is None:
        raise Unauthorised
    return describe_staff(work, work.session.get_one(Staff, session.staff), session.hall)


def forget_ended(work: Work) -> None:
    """Drop tries and sessions that can no longer matter; the audit trail keeps what happened."""
    work.session.execute(delete(SignInTry).where(SignInTry.at < work.now - TRIES_WITHIN))
    old = work.now - SESSION_LIMIT - IDLE_LIMIT
    work.session.execute(delete(StaffSession).where(or_(StaffSession.expires_at < old, StaffSession.revoked_at < old)))


def _times(row: StaffSession) -> SessionTimes:
    return SessionTimes(row.kind, row.last_seen_at, row.expires_at, row.revoked_at)


def _open_session(work: Work, number: str, kind: str) -> str:
    token = new_token()
    limit = SESSION_LIMIT if kind == "browser" else PROGRAM_LIMIT
    work.session.add(
        StaffSession(
            token_hash=hash_token(token), staff=number, kind=kind, hall=None, created_at=work.now,
            last_seen_at=work.now, expires_at=work.now + limit, revoked_at=None,
        )
    )  # fmt: skip
    return token


def _halls(work: Work, staff: Staff) -> Sequence[str]:
    """A staff member's own halls, or every hall where none are named or they administer."""
    if staff.halls:
        return staff.halls
    return work.session.scalars(select(Hall.code).where(Hall.active.is_(True)).order_by(Hall.position, Hall.code)).all()
