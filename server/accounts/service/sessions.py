"""Signing in and out, and knowing who asks (R11, R108)."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
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
    address_key,
    may_act_in_hall,
    number_key,
    order_halls,
    seconds_until_next_try,
    session_stands,
)
from server.accounts.service.audit import record_audit
from server.accounts.service.secrets import verify_secret
from server.clinic.models import Hall
from server.core.database import Actor, Database, Work
from server.core.errors import Forbidden, NotFound, TooMany, Unauthorised
from server.core.ids import new_token
from server.core.seal import hash_token
from server.runtime import off_loop

# One check of a PIN at a time for an address: tries are counted exactly, a whole shift behind one address
# queues instead of being refused, and no address can claim more than one argon2 at once.
_GATES = tuple(threading.Lock() for _ in range(64))


@dataclass(frozen=True)
class SignedIn:
    """A new session: its token, to be told once, and who it stands for."""

    token: str
    staff: dict[str, Any]


def sign_in(database: Database, number: str, secret: str, address: str | None) -> SignedIn:
    """Check a staff number and PIN and open a browser's session.

    Raises Unauthorised `wrong_pin` (alike for an unknown number, a wrong PIN and someone who has left) or
    TooMany `too_many_tries` after 10 tries within 15 minutes for the number or from the address. The PIN is
    checked outside any unit of work and off the event loop.
    """
    number = number.strip()
    keys = (number_key(number), address_key(address))
    with _GATES[hash(keys[1]) % len(_GATES)]:
        with database.read() as work:
            _require_tries_left(work, keys)
        with database.write() as work:
            work.lock(*keys)
            _require_tries_left(work, keys)
            # The try is kept before its outcome is known: however many come at once, each one counts.
            tries = [SignInTry(key=key, at=work.now) for key in keys]
            work.session.add_all(tries)
            work.session.flush()
            kept = [tried.id for tried in tries]
            staff = work.session.get(Staff, number)
            secret_hash = staff.secret_hash if staff is not None and staff.active else None
        right = off_loop(verify_secret, secret_hash, secret)
        with database.write(Actor("staff", number) if right else Actor("staff", "?")) as work:
            staff = work.session.get(Staff, number)
            if right and staff is not None and staff.active and staff.secret_hash == secret_hash:
                _forget_tries(work, keys[0], kept)
                token = _open_session(work, number, "browser")
                record_audit(work, "session.opened", f"staff:{number}")
                return SignedIn(token, describe_staff(work, staff, None))
            _record_failure(work, number if staff is not None else "?", keys)
    raise Unauthorised("wrong_pin")


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
    times = SessionTimes(session.kind, session.last_seen_at, session.expires_at, session.revoked_at)
    if not session_stands(times, work.now):
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
    return {token for token in tokens if identify_staff(work, token) is not None}


def choose_hall(work: Work, token: str, hall: str) -> dict[str, Any]:
    """Make a hall the one this session works in. Raises Unauthorised, NotFound, or Forbidden `other_hall`
    where it is none of theirs."""
    actor = identify_staff(work, token)
    session = work.session.get(StaffSession, hash_token(token))
    if actor is None or session is None:
        raise Unauthorised
    present = work.session.get(Hall, hall)
    if present is None or not present.active:
        raise NotFound("hall")
    if not may_act_in_hall(actor.role, actor.halls, hall):
        raise Forbidden("other_hall")
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
    work.session.execute(
        delete(StaffSession).where(or_(StaffSession.expires_at < old, StaffSession.revoked_at < old))
    )


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
    return work.session.scalars(
        select(Hall.code).where(Hall.active.is_(True)).order_by(Hall.position, Hall.code)
    ).all()


def _tries(work: Work, key: str) -> Sequence[datetime]:
    return work.session.scalars(
        select(SignInTry.at).where(SignInTry.key == key, SignInTry.at > work.now - TRIES_WITHIN)
    ).all()


def _require_tries_left(work: Work, keys: tuple[str, ...]) -> None:
    seconds = max(seconds_until_next_try(_tries(work, key), work.now) for key in keys)
    if seconds:
        raise TooMany("too_many_tries", seconds)


def _forget_tries(work: Work, number: str, kept: list[int]) -> None:
    """A right PIN clears its number; of the address only this try: others' failures still count there."""
    work.session.execute(delete(SignInTry).where(or_(SignInTry.key == number, SignInTry.id.in_(kept))))


def _record_failure(work: Work, number: str, keys: tuple[str, ...]) -> None:
    """Audit a failed try, and once more when it was the last one for now. An unknown number is not written
    down: people type names and PINs into the wrong field."""
    record_audit(work, "session.refused", f"staff:{number}")
    if any(seconds_until_next_try(_tries(work, key), work.now) for key in keys):
        record_audit(work, "session.locked", f"staff:{number}")
