"""Which devices there are, and whose token this is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from server.accounts.rules import may_act_in_hall
from server.clinic.models import Clinic, Hall, Printer, Screen, Texts
from server.core.database import Actor, Work
from server.core.errors import Forbidden, NotFound
from server.core.language import DEFAULT_LANGUAGE, both, languages
from server.core.seal import hash_token
from server.devices.models import DeviceState, DeviceToken


@dataclass(frozen=True)
class Device:
    """A kiosk or display as installed; `printer` is the code of the printer that it feeds."""

    code: str
    kind: str
    hall: str
    names: Texts
    place: Texts
    room: str | None = None
    printer: str | None = None


def find_device(work: Work, code: str) -> Device | None:
    """An installed device, from the clinic file or added by its token; None where there is none."""
    screen = work.session.get(Screen, code)
    if screen is not None:
        return from_screen(screen) if screen.active else None
    state = work.session.get(DeviceState, code)
    return _from_state(work, state) if state is not None else None


def require_device(work: Work, code: str) -> Device:
    """An installed device. Raises NotFound."""
    device = find_device(work, code)
    if device is None:
        raise NotFound("device")
    return device


def installed_devices(work: Work) -> list[Device]:
    """Every kiosk and display, by code."""
    screens = list(work.session.scalars(select(Screen)))
    known = {screen.code for screen in screens}
    added = work.session.scalars(select(DeviceState).where(DeviceState.kind.is_not(None)))
    devices = [from_screen(screen) for screen in screens if screen.active]
    devices += [found for state in added if state.code not in known and (found := _from_state(work, state)) is not None]
    return sorted(devices, key=lambda device: device.code)


def from_screen(screen: Screen) -> Device:
    """The device that a row of the clinic file describes."""
    return Device(screen.code, screen.kind, screen.hall, screen.names, screen.place, screen.room, screen.printer)


def _from_state(work: Work, state: DeviceState) -> Device | None:
    if state.kind is None or state.hall is None:
        return None
    hall = work.session.get(Hall, state.hall)
    place = hall.place if hall is not None else {}
    return Device(state.code, state.kind, state.hall, dict.fromkeys(languages(), state.code), place)


def identify_device(work: Work, token: str) -> Actor | None:
    """Whose token this is, as Actor(kind, code, halls=(hall,)); None where it is unknown or revoked, or the
    device is no longer installed (R108: revoked is out at once)."""
    code = work.session.scalar(select(DeviceToken.device).where(DeviceToken.token_hash == hash_token(token)))
    device = find_device(work, code) if code is not None else None
    return None if device is None else Actor(device.kind, device.code, halls=(device.hall,))


def standing_devices(work: Work, tokens: Collection[str]) -> set[str]:
    """Which of these tokens still open the door: for sockets, which joined once and stay."""
    by_hash = {hash_token(token): token for token in tokens}
    held = work.session.execute(
        select(DeviceToken.token_hash, DeviceToken.device).where(DeviceToken.token_hash.in_(by_hash))
    ).all()
    installed = {device.code for device in installed_devices(work)} if held else set()
    return {by_hash[found] for found, device in held if device in installed}


def require_hall(work: Work, hall: str) -> None:
    """Raise Forbidden `not_your_hall` where staff act in a hall that is none of theirs."""
    if work.actor.kind == "staff" and not may_act_in_hall(work.actor.role, work.actor.halls, hall):
        raise Forbidden("not_your_hall")


def describe_own(work: Work, code: str) -> dict[str, Any]:
    """What a device needs to know of itself: `desk` is where a person helps, `language` what it begins in.
    Raises NotFound."""
    device = require_device(work, code)
    hall = work.session.get(Hall, device.hall)
    clinic = work.session.scalar(select(Clinic).limit(1))
    desk = (clinic.settings if clinic is not None else {}).get("desk")
    return {
        "code": device.code, "kind": device.kind, "hall": device.hall, "names": device.names,
        "place": device.place, "room": device.room, "printer": device.printer,
        "desk": desk if isinstance(desk, dict) else both("device-desk"),
        "language": hall.languages[0] if hall is not None and hall.languages else DEFAULT_LANGUAGE,
    }  # fmt: skip


def list_printers(work: Work) -> list[dict[str, Any]]:
    """The printers of the clinic's file, with how wide they print and who takes over from them."""
    printers = work.session.scalars(select(Printer).where(Printer.active.is_(True)).order_by(Printer.code))
    return [
        {
            "code": printer.code, "names": printer.names, "hall": printer.hall, "kind": printer.kind,
            "width": printer.width, "spare": printer.spare,
        }
        for printer in printers
    ]  # fmt: skip


def device_names(work: Work, code: str) -> Texts:
    """What a kiosk, display or printer is called, in every language."""
    device = find_device(work, code)
    if device is not None:
        return device.names
    printer = work.session.get(Printer, code)
    return printer.names if printer is not None else dict.fromkeys(languages(), code)
