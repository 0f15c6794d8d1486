"""Decisions of accounts: who may do what, how often one may try to sign in, when a session ends (R11,
R108)."""

from __future__ import annotations

import hashlib
import ipaddress
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

ADMINISTRATOR, SUPERVISOR, GUIDE, DOCTOR = "administrator", "supervisor", "guide", "doctor"

_GUIDE = frozenset(
    {
        "tickets.issue", "tickets.view", "tickets.reprint", "tickets.transfer",
        "queue.work", "triage.confirm", "patient.view",
        "patient.person", "rooms.state", "tasks.work", "faults.work", "figures.view", "notices.view",
        "devices.view", "appointments.view", "appointments.book", "roster.view", "messages.desk",
    }
)  # fmt: skip
_DOCTOR = frozenset(
    {
        "tickets.view", "tickets.transfer", "queue.call_own_room", "patient.view", "patient.person", "rooms.own_state",
        "triage.confirm", "figures.view", "notices.view", "appointments.view", "appointments.book",
        "appointments.plan", "roster.view", "messages.room",
    }
)  # fmt: skip
_SUPERVISOR = _GUIDE | {
    "queue.reorder", "queue.override", "visit_class.change", "rooms.assign", "notices.publish",
    "emergency.start", "devices.manage", "appointments.plan", "appointments.override", "roster.manage",
}  # fmt: skip
_ADMINISTRATOR = _SUPERVISOR | _DOCTOR | {"staff.manage", "audit.read", "printers.configure"}

#: What each role may do; an action that stands nowhere here is nobody's.
RIGHTS: dict[str, frozenset[str]] = {
    GUIDE: _GUIDE,
    DOCTOR: _DOCTOR,
    SUPERVISOR: _SUPERVISOR,
    ADMINISTRATOR: _ADMINISTRATOR,
}

#: Tries at signing in, for one staff number and for one network address.
TRIES = 10
TRIES_WITHIN = timedelta(minutes=15)

#: A browser's session ends so long after it was last used, and so long after signing in at the latest.
IDLE_LIMIT = timedelta(hours=12)
SESSION_LIMIT = timedelta(hours=24)
#: A program's token ends after this; it has no idle limit.
PROGRAM_LIMIT = timedelta(days=365)
#: How exactly the last use of a session is kept: finer would only cost writes.
TOUCH_EVERY = timedelta(minutes=5)

LEAST_LENGTH = 4
LEAST_LENGTH_ADMINISTRATOR = 6
GREATEST_LENGTH = 128


def may(role: str, action: str) -> bool:
    """Whether a role has the right to an action (R11: the least rights that its work needs)."""
    return action in RIGHTS.get(role, frozenset())


def roles_that_may(action: str) -> tuple[str, ...]:
    """Every role with the right to an action. Raises ValueError where no role has it: it is misspelt."""
    roles = tuple(role for role, rights in RIGHTS.items() if action in rights)
    if not roles:
        raise ValueError(f"no role may {action!r}")
    return roles


def may_act_in_hall(role: str, halls: Sequence[str], hall: str) -> bool:
    """Whether staff of these halls may act in a hall; an administrator may in every one."""
    return role == ADMINISTRATOR or hall in halls


def order_halls(halls: Sequence[str], chosen: str | None) -> tuple[str, ...]:
    """A staff member's halls, the one they work in now first."""
    if chosen is None or chosen not in halls:
        return tuple(halls)
    return (chosen, *(hall for hall in halls if hall != chosen))


def seconds_until_next_try(tries: Sequence[datetime], now: datetime) -> int:
    """Whole seconds until signing in may be tried again, 0 where it may be at once (R108).

    `tries` are the instants of the failed or unfinished tries of one number or one address.
    """
    recent = sorted(tried for tried in tries if tried > now - TRIES_WITHIN)
    if len(recent) < TRIES:
        return 0
    waits = recent[-TRIES] + TRIES_WITHIN - now
    return max(1, math.ceil(waits.total_seconds()))


def tries_left(tries: Sequence[datetime], now: datetime) -> int:
    """How many more tries one number or one address has for now."""
    return max(0, TRIES - sum(tried > now - TRIES_WITHIN for tried in tries))


def number_key(number: str) -> str:
    """Under which key the tries for a staff number are counted; hashed, as people type other things too."""
    return f"number:{hashlib.sha256(number.encode()).hexdigest()[:32]}"


def address_key(address: str | None) -> str:
    """Under which key the tries from a network address are counted; an IPv6 host owns a whole /64."""
    try:
        parsed = ipaddress.ip_address((address or "").split("%")[0])
    except ValueError:
        return "address:?"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return f"address:{parsed.ipv4_mapped}"
        return f"address:{ipaddress.ip_network((parsed, 64), strict=False).network_address}"
    return f"address:{parsed}"


@dataclass(frozen=True)
class SessionTimes:
    """The stored instants of one session; `kind` is browser or program."""

    kind: str
    last_seen_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


def session_stands(times: SessionTimes, now: datetime) -> bool:
    """Whether a session still opens the door: not revoked, not expired, not idle for too long."""
    if times.revoked_at is not None or now >= times.expires_at:
        return False
    return times.kind != "browser" or now - times.last_seen_at < IDLE_LIMIT


def secret_problem(secret: str, role: str) -> tuple[str, int] | None:
    """Why a PIN or password cannot be taken, as (code, limit in characters), or None where it can."""
    least = LEAST_LENGTH_ADMINISTRATOR if role == ADMINISTRATOR else LEAST_LENGTH
    if len(secret) < least:
        return "pin_too_short", least
    if len(secret) > GREATEST_LENGTH:
        return "too_long", GREATEST_LENGTH
    return None
