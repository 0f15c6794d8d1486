"""Staff: adding, new PINs, leaving, and the first administrator."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update

from server.accounts.models import ROLES, Staff, StaffSession
from server.accounts.rules import ADMINISTRATOR, secret_problem
from server.accounts.service.audit import record_audit
from server.accounts.service.secrets import hash_secret
from server.accounts.service.tries import WrongPin, with_secret
from server.clinic.models import Hall
from server.core.clock import instant
from server.core.database import Database, Work
from server.core.errors import FieldProblem, Invalid, NotFound, Refusal
from server.core.language import DEFAULT_LANGUAGE, text
from server.runtime import off_loop

FIRST_ADMINISTRATOR = "admin"

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,15}")


def require_secret(secret: str, role: str, field: str = "pin") -> None:
    """Raise Invalid, naming `field`, where a PIN or password is too short or too long for the role."""
    problem = secret_problem(secret, role)
    if problem is not None:
        code, limit = problem
        raise Invalid([FieldProblem(field, code, {"limit": limit})])


def add_staff(work: Work, *, number: str, name: str, role: str, secret_hash: str, halls: Sequence[str] = ()) -> Staff:
    """Add someone who signs in. `secret_hash` comes from `hash_secret`, made outside this unit of work; no
    halls means every hall. Raises Invalid, or Refusal `staff_exists` where the number is taken."""
    problems = []
    if not is_staff_number(number):
        problems.append(FieldProblem("number", "staff_number_form"))
    if not name.strip():
        problems.append(FieldProblem("name", "required"))
    if role not in ROLES:
        problems.append(FieldProblem("role", "not_a_choice"))
    if problems:
        raise Invalid(problems)
    require_halls(work, halls)
    work.lock(f"staff:{number}")
    if work.session.get(Staff, number) is not None:
        raise Refusal("staff_exists", number=number)
    staff = Staff(
        number=number, name=name.strip(), role=role, halls=list(dict.fromkeys(halls)),
        secret_hash=secret_hash, active=True, created_at=work.now,
    )  # fmt: skip
    work.session.add(staff)
    work.session.flush()
    record_audit(work, "staff.added", f"staff:{number}", role=role)
    return staff


def is_staff_number(number: str) -> bool:
    """Whether it has the form of a staff number: 1–16 letters, digits and hyphens."""
    return _NUMBER.fullmatch(number) is not None


def set_pin(work: Work, number: str, secret_hash: str, *, keep_session: str | None = None) -> None:
    """Give a staff member a new PIN or password and sign them out everywhere.

    `keep_session` is the hash of the one session that stays: that of someone who changes their own. Raises
    NotFound.
    """
    staff = require_staff(work, number)
    staff.secret_hash = secret_hash
    _end_sessions(work, number, "browser", keep=keep_session)
    record_audit(work, "staff.pin_set", f"staff:{number}")


def change_own_pin(
    database: Database, number: str, old: str, new: str, *, address: str | None, keep_session: str | None
) -> None:
    """Let someone choose a PIN that no administrator knows. Raises Invalid (field `pin` where the old one is
    wrong, `new_pin` where the new one is too short), or TooMany as for signing in."""
    with database.read() as work:
        role = require_staff(work, number).role
    require_secret(new, role, "new_pin")
    new_hash = off_loop(hash_secret, new)
    try:
        with_secret(
            database, number, old, address,
            lambda work, staff: set_pin(work, staff.number, new_hash, keep_session=keep_session),
        )  # fmt: skip
    except WrongPin as wrong:
        raise Invalid([FieldProblem("pin", wrong.code)]) from wrong


def update_staff(
    work: Work, number: str, *, name: str | None = None, role: str | None = None,
    halls: Sequence[str] | None = None,
) -> Staff:  # fmt: skip
    """Change what someone is called, their role or their halls; it counts from their next request on.

    Raises NotFound, Invalid, or Refusal `last_administrator`.
    """
    work.lock("administrators")
    staff = require_staff(work, number)
    changed = []
    if name is not None and name.strip() and name.strip() != staff.name:
        staff.name = name.strip()
        changed.append("name")
    if role is not None and role != staff.role:
        if role not in ROLES:
            raise Invalid([FieldProblem("role", "not_a_choice")])
        if staff.role == ADMINISTRATOR and not _administrators(work, besides=number):
            raise Refusal("last_administrator")
        staff.role = role
        changed.append("role")
    if halls is not None and list(halls) != staff.halls:
        require_halls(work, halls)
        staff.halls = list(dict.fromkeys(halls))
        changed.append("halls")
    if changed:
        record_audit(work, "staff.changed", f"staff:{number}", fields=changed)
    return staff


def require_halls(work: Work, halls: Sequence[str]) -> None:
    """Raise Invalid (field `halls`) where one of these codes is no hall of the clinic."""
    known = set(work.session.scalars(select(Hall.code).where(Hall.code.in_(halls))))
    if set(halls) - known:
        raise Invalid([FieldProblem("halls", "not_a_choice")])


def deactivate_staff(work: Work, number: str) -> None:
    """End someone's access at once: sessions and programs' tokens too; the row stays (R11).

    Raises NotFound, or Refusal `last_administrator` where nobody could administer afterwards.
    """
    work.lock("administrators")
    staff = require_staff(work, number)
    if not staff.active:
        return
    if staff.role == ADMINISTRATOR and not _administrators(work, besides=number):
        raise Refusal("last_administrator")
    staff.active = False
    _end_sessions(work, number)
    record_audit(work, "staff.deactivated", f"staff:{number}")


def activate_staff(work: Work, number: str) -> None:
    """Let someone who had left sign in again, with the PIN that they had. Raises NotFound."""
    staff = require_staff(work, number)
    if not staff.active:
        staff.active = True
        record_audit(work, "staff.activated", f"staff:{number}")


def list_staff(work: Work) -> list[dict[str, Any]]:
    """Everyone who has ever signed in here, by number."""
    return [describe_member(staff) for staff in work.session.scalars(select(Staff).order_by(Staff.number))]


def describe_member(staff: Staff) -> dict[str, Any]:
    """A staff member as administrators see them."""
    return {
        "number": staff.number, "name": staff.name, "role": staff.role, "halls": staff.halls,
        "active": staff.active, "created_at": instant(staff.created_at),
    }  # fmt: skip


def staff_name(work: Work, number: str) -> str:
    """What a staff member is called; the number itself where nobody has it."""
    return work.session.scalar(select(Staff.name).where(Staff.number == number)) or number


def describe_by(work: Work, stamp: str | None) -> dict[str, str] | None:
    """Who took a task, from a stored stamp such as `staff:1001`, as `{number, name}`."""
    if stamp is None:
        return None
    number = stamp.removeprefix("staff:")
    return {"number": number, "name": staff_name(work, number) if stamp.startswith("staff:") else number}


def ensure_first_administrator(database: Database, password: str | None) -> str | None:
    """Make the staff member `admin` where no administrator exists. Called at start, before anything serves.

    Returns the generated password, to be shown once, or None where `password` was given or an administrator
    exists. Raises Invalid (field `HOUZHEN_ADMIN_PASSWORD`) where the given one is too short.
    """
    with database.read() as work:
        if _administrators(work):
            return None
    secret = password or secrets.token_urlsafe(12)
    require_secret(secret, ADMINISTRATOR, "HOUZHEN_ADMIN_PASSWORD")
    secret_hash = hash_secret(secret)
    with database.write() as work:
        work.lock("administrators")
        if _administrators(work):
            return None
        present = work.session.get(Staff, FIRST_ADMINISTRATOR)
        if present is None:
            add_staff(
                work,
                number=FIRST_ADMINISTRATOR,
                name=text(DEFAULT_LANGUAGE, "accounts-first-administrator"),
                role=ADMINISTRATOR,
                secret_hash=secret_hash,
            )
        else:
            present.role, present.active, present.secret_hash = ADMINISTRATOR, True, secret_hash
            record_audit(work, "staff.activated", f"staff:{FIRST_ADMINISTRATOR}", role=ADMINISTRATOR)
    return None if password else secret


def require_staff(work: Work, number: str) -> Staff:
    """Someone by number. Raises NotFound."""
    staff = work.session.get(Staff, number)
    if staff is None:
        raise NotFound("staff")
    return staff


def _administrators(work: Work, besides: str = "") -> bool:
    return (
        work.session.scalar(
            select(Staff.number)
            .where(Staff.role == ADMINISTRATOR, Staff.active.is_(True), Staff.number != besides)
            .limit(1)
        )
        is not None
    )


def _end_sessions(work: Work, number: str, kind: str | None = None, keep: str | None = None) -> None:
    ended = update(StaffSession).where(StaffSession.staff == number, StaffSession.revoked_at.is_(None))
    if kind is not None:
        ended = ended.where(StaffSession.kind == kind)
    if keep is not None:
        ended = ended.where(StaffSession.token_hash != keep)
    work.session.execute(ended.values(revoked_at=work.now))
