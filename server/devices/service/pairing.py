"""Pairing: a screen shows a code, staff approve it, the screen collects its token once (R108)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from server.accounts.service import record_audit
from server.clinic.models import Hall, Screen
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, NotFound, Refusal, TooMany
from server.core.ids import new_code, new_token
from server.core.seal import Seal, hash_token
from server.devices.models import DeviceState, DeviceToken, Pairing
from server.devices.rules import (
    COLLECTING_LIFETIME,
    KINDS,
    MOST_PAIRINGS,
    is_device_code,
    may_approve,
    may_collect,
)
from server.devices.service.faults import clear_faults
from server.devices.service.installed import (
    Device,
    find_device,
    installed_devices,
    require_device,
    require_hall,
)


class PairingUnknown(NotFound):
    """No screen shows this code now: it was typed wrongly, or it is too old."""

    def __init__(self) -> None:
        super().__init__("pairing")
        self.code = "pairing_code_unknown"


@dataclass(frozen=True)
class Waiting:
    """A begun pairing: `code` to show to people, `poll` to ask with, known to the screen alone."""

    code: str
    poll: str


@dataclass(frozen=True)
class Paired:
    """What a poll brought: the token and device once approved, None while nobody has approved."""

    token: str
    device: Device


def start_pairing(work: Work, kind: str, hall: str | None = None) -> Waiting:
    """Begin to pair a screen. Raises NotFound for an unknown hall, TooMany where too many wait already."""
    _require_kind(kind)
    if hall is not None and work.session.get(Hall, hall) is None:
        raise NotFound("hall")
    work.lock("pairing")
    work.session.execute(delete(Pairing).where(Pairing.created_at <= work.now - COLLECTING_LIFETIME))
    if (work.session.scalar(select(func.count()).select_from(Pairing)) or 0) >= MOST_PAIRINGS:
        raise TooMany("too_many_pairings", 60)
    taken = set(work.session.scalars(select(Pairing.code)))
    code = next(code for code in iter(new_code, "") if code not in taken)
    poll = new_token()
    work.session.add(Pairing(poll_hash=hash_token(poll), code=code, kind=kind, hall=hall, created_at=work.now))
    return Waiting(code, poll)


def approve_pairing(work: Work, code: str, device: str) -> Device:
    """Staff confirm that the screen showing `code` is this device.

    Raises PairingUnknown for a code that is unknown, expired or used; NotFound `device`; Refusal
    `wrong_device` where kind or hall do not fit; Forbidden `not_your_hall`.
    """
    work.lock("pairing")
    pairing = work.session.scalar(
        select(Pairing).where(Pairing.code == code, Pairing.device.is_(None), Pairing.collected_at.is_(None))
    )
    if pairing is None or not may_approve(pairing.created_at, work.now):
        raise PairingUnknown
    found = require_device(work, device)
    require_hall(work, found.hall)
    if found.kind != pairing.kind or pairing.hall not in (None, found.hall):
        raise Refusal("wrong_device", device=found.code)
    pairing.device = found.code
    pairing.approved_by = work.actor.stamp
    record_audit(work, "device.approved", f"device:{found.code}")
    return found


def peek_pairing(work: Work, poll: str) -> bool:
    """Whether a screen's pairing is approved, without taking the token. Raises NotFound as
    `collect_token`."""
    return _pairing(work, poll).device is not None


def collect_token(work: Work, poll: str) -> Paired | None:
    """Hand an approved screen its token: once, so that a replayed poll gains nothing. None while it waits.

    The token exists nowhere before this moment, and ends the one that another machine had as this device.
    Raises NotFound `pairing` where it is unknown, expired or collected.
    """
    work.lock("pairing")
    pairing = _pairing(work, poll)
    if pairing.device is None:
        return None
    device = require_device(work, pairing.device)
    pairing.collected_at = work.now
    token = new_token()
    _keep_token(work, device.code, "code", token)
    record_audit(work, "device.paired", f"device:{device.code}", way="code")
    return Paired(token, device)


def pair_local(work: Work, seal: Seal, kind: str, hall: str | None = None) -> Paired:
    """Pair a window on the serving machine itself, without a code; every such window of a device shares one
    token. The caller has made sure that this is a try-out and the request local.

    Raises NotFound `device` where no such screen is installed.
    """
    _require_kind(kind)
    fitting = [
        device for device in installed_devices(work) if device.kind == kind and (hall is None or device.hall == hall)
    ]
    if not fitting:
        raise NotFound("device")
    device = min(fitting, key=lambda device: (device.room is not None, device.code))
    state = _state(work, device.code)
    # Derived, not random: a second window must not put the first one out. Another after each revoking.
    token = seal.token("local device", f"{device.code} {state.revoked_at or ''}")
    if work.session.get(DeviceToken, hash_token(token)) is None:
        _keep_token(work, device.code, "local", token)
        record_audit(work, "device.paired", f"device:{device.code}", way="local")
    return Paired(token, device)


def create_token(work: Work, kind: str, code: str, hall: str | None = None) -> str:
    """A token for a device, from the command line; it ends the one made so before.

    A code that stands in no clinic file becomes a device of `hall`, or of the first hall. Raises Invalid,
    NotFound `hall`, or Refusal `wrong_device` where the code is a device of another kind.
    """
    _require_kind(kind)
    if not is_device_code(code):
        raise Invalid([FieldProblem("name", "device_code_form")])
    device = find_device(work, code)
    if device is not None and device.kind != kind:
        raise Refusal("wrong_device", device=code)
    if hall is not None:
        _hall_for(work, hall)
    state = _state(work, code)
    if device is None:
        if work.session.get(Screen, code) is not None:
            raise Refusal("wrong_device", device=code)  # the clinic file has taken it out of use
        state.kind, state.hall = kind, _hall_for(work, hall)
    token = new_token()
    _keep_token(work, code, "program", token)
    record_audit(work, "device.paired", f"device:{code}", way="program")
    return token


def revoke_device(work: Work, code: str) -> None:
    """End every token of a device at once; its troubles end with it: it is out of use (R105).

    Raises NotFound, or Forbidden `not_your_hall`.
    """
    state = work.session.get(DeviceState, code)
    device = find_device(work, code)
    if device is None and state is None:
        raise NotFound("device")
    if device is not None:
        require_hall(work, device.hall)
    work.session.execute(delete(DeviceToken).where(DeviceToken.device == code))
    state = _state(work, code)
    state.revoked_at = work.now
    state.paired_at = state.last_seen_at = state.page = None
    state.kind = state.hall = None  # one that stands in no clinic file is gone with its tokens
    clear_faults(work, code)
    record_audit(work, "device.revoked", f"device:{code}")


def _require_kind(kind: str) -> None:
    if kind not in KINDS:
        raise Invalid([FieldProblem("kind", "not_a_choice")])


def _pairing(work: Work, poll: str) -> Pairing:
    pairing = work.session.get(Pairing, hash_token(poll))
    if pairing is None or pairing.collected_at is not None or not may_collect(pairing.created_at, work.now):
        raise NotFound("pairing")
    return pairing


def _hall_for(work: Work, hall: str | None) -> str:
    halls = select(Hall.code).where(Hall.active.is_(True)).order_by(Hall.position, Hall.code)
    found = work.session.scalar(halls.where(Hall.code == hall) if hall is not None else halls.limit(1))
    if found is None:
        raise NotFound("hall")
    return found


def _state(work: Work, code: str) -> DeviceState:
    work.lock(f"device:{code}")
    state = work.session.get(DeviceState, code)
    if state is None:
        state = DeviceState(code=code)
        work.session.add(state)
        work.session.flush()
    return state


def _keep_token(work: Work, code: str, origin: str, token: str) -> None:
    state = _state(work, code)
    state.paired_at = work.now
    work.session.execute(delete(DeviceToken).where(DeviceToken.device == code, DeviceToken.origin == origin))
    work.session.add(DeviceToken(token_hash=hash_token(token), device=code, origin=origin, created_at=work.now))
    work.session.flush()
