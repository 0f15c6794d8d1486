"""What screens say of themselves, and noticing those that say nothing (R59)."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from server.core.clock import instant
from server.core.database import Work
from server.devices.models import DeviceState, DeviceToken, Fault
from server.devices.rules import REPORTED_FAULTS, SILENT, is_silent
from server.devices.service.faults import clear_fault, raise_fault
from server.devices.service.installed import Device, find_device, installed_devices


@dataclass(frozen=True)
class Heartbeat:
    """One sign of life: which device, when, the page it shows, the troubles that it has noticed itself."""

    code: str
    at: datetime
    page: str | None = None
    faults: tuple[str, ...] = ()


class Heard:
    """The heartbeats since they were last stored. A large hospital's 1,500 screens beat more often than a
    disk should be asked to be sure: they gather here and are stored together every few seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._beats: dict[str, Heartbeat] = {}

    def note(self, beat: Heartbeat) -> None:
        """Keep a heartbeat; only a device's latest counts."""
        with self._lock:
            self._beats[beat.code] = beat

    def take(self) -> list[Heartbeat]:
        """Everything noted since the last call."""
        with self._lock:
            beats, self._beats = list(self._beats.values()), {}
        return beats


def heartbeat(work: Work, code: str, page: str | None = None, faults: Sequence[str] = ()) -> None:
    """Store one sign of life at once: for the few devices that speak over HTTP."""
    record_heartbeats(work, [Heartbeat(code, work.now, page, tuple(faults))])


def record_heartbeats(work: Work, beats: Sequence[Heartbeat]) -> None:
    """Store gathered signs of life: a silent device is silent no more, and the troubles that it reports of
    itself are raised and cleared. A device that has been revoked meanwhile is left alone."""
    if not beats:
        return
    codes = [beat.code for beat in beats]
    states = {
        state.code: state
        for state in work.session.scalars(
            select(DeviceState)
            .where(DeviceState.code.in_(codes), _paired())
            .order_by(DeviceState.code)
            .with_for_update()
        )
    }
    told = _open_codes(work, codes)
    for beat in sorted(beats, key=lambda beat: beat.code):
        state = states.get(beat.code)
        if state is None:
            continue
        if state.last_seen_at is None or beat.at > state.last_seen_at:
            state.last_seen_at = beat.at
            state.page = beat.page[:48] if beat.page else None
        _settle_faults(work, beat, told.get(beat.code, set()))


def _settle_faults(work: Work, beat: Heartbeat, told: set[str]) -> None:
    reported = {code for code in beat.faults if code in REPORTED_FAULTS}
    for code in sorted(told - reported):
        clear_fault(work, beat.code, code)
    new = sorted(reported - told)
    device = find_device(work, beat.code) if new else None
    if device is not None:
        for code in new:
            raise_fault(work, device.code, code, kind=device.kind, hall=device.hall)


def find_silent_devices(work: Work, watching_since: datetime) -> list[Device]:
    """Paired devices that were heard once, are silent now and whose silence nobody has been told of.
    `watching_since` is when this server began to listen. Reads only."""
    states = work.session.scalars(select(DeviceState).where(DeviceState.last_seen_at.is_not(None), _paired()))
    silent = {state.code for state in states if is_silent(state.last_seen_at, watching_since, work.now)}
    if not silent:
        return []
    told = set(work.session.scalars(select(Fault.device).where(Fault.code == SILENT, Fault.cleared_at.is_(None))))
    return [device for device in installed_devices(work) if device.code in silent - told]


def report_silent_devices(work: Work, watching_since: datetime) -> list[str]:
    """Raise the fault `silent` for each device that `find_silent_devices` finds; returns their codes."""
    found = find_silent_devices(work, watching_since)
    for device in found:
        raise_fault(work, device.code, SILENT, kind=device.kind, hall=device.hall)
    return [device.code for device in found]


def list_devices(work: Work) -> list[dict[str, Any]]:
    """Every kiosk and display with what is known of it: paired, heard, silent, page, open troubles."""
    states = {state.code: state for state in work.session.scalars(select(DeviceState))}
    paired = set(work.session.scalars(select(DeviceToken.device)))
    devices = installed_devices(work)
    told = _open_codes(work, None)
    described = []
    for device in devices:
        state = states.get(device.code)
        seen = state.last_seen_at if state is not None else None
        faults = sorted(told.get(device.code, set()))
        described.append(
            {
                "code": device.code, "kind": device.kind, "hall": device.hall, "names": device.names,
                "place": device.place, "room": device.room, "printer": device.printer,
                "paired": device.code in paired,
                "silent": SILENT in faults,
                "last_seen_at": instant(seen) if seen is not None else None,
                "page": state.page if state is not None else None, "faults": faults,
            }
        )  # fmt: skip
    return described


def _paired() -> Any:
    return DeviceState.code.in_(select(DeviceToken.device))


def _open_codes(work: Work, devices: Collection[str] | None) -> dict[str, set[str]]:
    query = select(Fault.device, Fault.code).where(
        Fault.cleared_at.is_(None), Fault.code.in_((SILENT, *REPORTED_FAULTS))
    )
    if devices is not None:
        query = query.where(Fault.device.in_(devices))
    found: dict[str, set[str]] = {}
    for device, code in work.session.execute(query):
        found.setdefault(device, set()).add(code)
    return found
