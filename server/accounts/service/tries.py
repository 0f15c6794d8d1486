"""Checking a PIN: each try is counted before its outcome is known, and every failure is audited (R108)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, or_, select

from server.accounts.models import SignInTry, Staff
from server.accounts.rules import (
    TRIES_WITHIN,
    address_key,
    number_key,
    seconds_until_next_try,
    tries_left,
)
from server.accounts.service.audit import record_audit
from server.accounts.service.secrets import verify_secret
from server.core.database import Actor, Database, Work
from server.core.errors import Refusal, TooMany
from server.runtime import off_loop

Value = TypeVar("Value")

# One check of a PIN at a time for an address: tries are counted exactly, a whole shift behind one address
# queues instead of being refused, and no address can claim more than one argon2 at once.
_GATES = tuple(threading.Lock() for _ in range(64))


class WrongPin(Refusal):
    """The staff number and PIN do not belong together; alike for an unknown number, a wrong PIN and someone
    who has left. `tries_left` may still be made for now."""

    status = 401

    def __init__(self, left: int) -> None:
        super().__init__("wrong_pin", tries_left=left)


def with_secret(
    database: Database, number: str, secret: str, address: str | None,
    then: Callable[[Work, Staff], Value],
) -> Value:  # fmt: skip
    """Do `then(work, staff)` once the PIN has proved right; it is checked outside any unit of work and off
    the event loop.

    Raises WrongPin, or TooMany `too_many_tries` after 10 tries within 15 minutes for the number or from the
    address.
    """
    keys = (number_key(number), address_key(address))
    with _GATES[hash(keys[1]) % len(_GATES)]:
        with database.read() as work:
            _require_tries_left(work, keys)
        kept, secret_hash = _begin_try(database, number, keys)
        right = off_loop(verify_secret, secret_hash, secret)
        with database.write(Actor("staff", number if right else "?")) as work:
            staff = work.session.get(Staff, number)
            if right and staff is not None and staff.active and staff.secret_hash == secret_hash:
                _forget_tries(work, keys[0], kept)
                return then(work, staff)
            left = _record_failure(work, number if staff is not None else "?", keys)
    raise WrongPin(left)


def _begin_try(database: Database, number: str, keys: tuple[str, str]) -> tuple[list[int], str | None]:
    """Count a try; the ids of its rows, and the hash to check against (None: nobody active has it)."""
    with database.write() as work:
        work.lock(*keys)
        _require_tries_left(work, keys)
        tries = [SignInTry(key=key, at=work.now) for key in keys]
        work.session.add_all(tries)
        work.session.flush()
        staff = work.session.get(Staff, number)
        known = staff is not None and staff.active
        return [tried.id for tried in tries], staff.secret_hash if staff is not None and known else None


def _tries(work: Work, key: str) -> Sequence[datetime]:
    return work.session.scalars(
        select(SignInTry.at).where(SignInTry.key == key, SignInTry.at > work.now - TRIES_WITHIN)
    ).all()


def _require_tries_left(work: Work, keys: tuple[str, str]) -> None:
    seconds = max(seconds_until_next_try(_tries(work, key), work.now) for key in keys)
    if seconds:
        raise TooMany("too_many_tries", seconds)


def _forget_tries(work: Work, number: str, kept: list[int]) -> None:
    """A right PIN clears its number; of the address only this try: others' failures still count there."""
    work.session.execute(delete(SignInTry).where(or_(SignInTry.key == number, SignInTry.id.in_(kept))))


def _record_failure(work: Work, number: str, keys: tuple[str, str]) -> int:
    """Audit a failed try, and once more when it was the last one for now; returns how many are left. An
    unknown number is not written down: people type names and PINs into the wrong field."""
    left = min(tries_left(_tries(work, key), work.now) for key in keys)
    record_audit(work, "session.refused", f"staff:{number}")
    if left == 0:
        record_audit(work, "session.locked", f"staff:{number}")
    return left
