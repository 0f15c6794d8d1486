"""Troubles with devices: raised once, shown to staff, cleared when the cause has gone (R59, R105)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from server.core.clock import instant
from server.core.database import Work
from server.core.errors import NotFound
from server.core.ids import new_id
from server.core.language import both
from server.devices.models import Fault
from server.devices.service.installed import device_names, require_hall


def raise_fault(work: Work, device: str, code: str, *, kind: str, hall: str, **detail: str | int | None) -> Fault:
    """Note a trouble with a kiosk, display or printer; the open one where it is known already.

    `code` has its sentence under `fault-<code>` in the catalogues; `detail` fills it and holds codes only.
    """
    work.lock(f"fault:{device}:{code}")
    fault = _open_fault(work, device, code)
    if fault is None:
        fault = Fault(id=new_id(), device=device, kind=kind, hall=hall, code=code, detail=detail, since=work.now)
        work.session.add(fault)
    elif fault.detail == detail and fault.hall == hall:
        return fault
    fault.detail, fault.hall = detail, hall
    work.session.flush()
    work.announce("device.fault", hall, parts=("tasks",))
    return fault


def clear_fault(work: Work, device: str, code: str) -> bool:
    """The cause has gone: end the open trouble. False where there is none."""
    work.lock(f"fault:{device}:{code}")
    fault = _open_fault(work, device, code)
    if fault is None:
        return False
    _end(work, fault)
    return True


def clear_faults(work: Work, device: str, *, but: Collection[str] = ()) -> None:
    """End every open trouble of a device, `but` those that go on."""
    for fault in work.session.scalars(select(Fault).where(Fault.device == device, Fault.cleared_at.is_(None))):
        if fault.code not in but:
            _end(work, fault)


def resolve_fault(work: Work, identifier: str) -> dict[str, Any]:
    """Staff say that a trouble is settled; where its cause goes on, it is raised again.

    Raises NotFound, or Forbidden `not_your_hall`. A trouble that has ended already stays as it is.
    """
    fault = work.session.get(Fault, identifier, with_for_update=True)
    if fault is None:
        raise NotFound("fault")
    require_hall(work, fault.hall)
    if fault.cleared_at is None:
        _end(work, fault)
        work.happened("fault.settled", fault=fault)
    return describe_fault(work, fault)


def open_faults(work: Work, hall: str) -> list[dict[str, Any]]:
    """The troubles of a hall's devices, oldest first, as they stand in the tasks document."""
    found = work.session.scalars(
        select(Fault)
        .where(Fault.hall == hall, Fault.cleared_at.is_(None))
        .order_by(Fault.since, Fault.device, Fault.code)
    )
    return [describe_fault(work, fault) for fault in found]


def list_faults(
    work: Work, halls: Sequence[str] | None, *, past: bool = False, limit: int = 200
) -> list[dict[str, Any]]:
    """Troubles, newest first, open ones or `past` ones too; of every hall where `halls` is None."""
    query = select(Fault).order_by(Fault.since.desc(), Fault.device, Fault.code).limit(limit)
    if not past:
        query = query.where(Fault.cleared_at.is_(None))
    if halls is not None:
        query = query.where(Fault.hall.in_(halls))
    return [describe_fault(work, fault) for fault in work.session.scalars(query)]


def describe_fault(work: Work, fault: Fault) -> dict[str, Any]:
    """A trouble in words, for staff."""
    described: dict[str, Any] = {
        "id": fault.id, "device": fault.device, "kind": fault.kind, "code": fault.code,
        "names": device_names(work, fault.device), "since": instant(fault.since),
        "detail": fault_words(fault.code, fault.detail),
    }  # fmt: skip
    if fault.cleared_at is not None:
        described |= {"cleared_at": instant(fault.cleared_at), "cleared_by": fault.cleared_by}
    return described


def fault_words(code: str, detail: dict[str, Any]) -> dict[str, str]:
    """A trouble's sentence in every language; the general one where its code has none."""
    try:
        return both(f"fault-{code.replace('_', '-')}", **detail)
    except KeyError:
        return both("fault-other")


def _open_fault(work: Work, device: str, code: str) -> Fault | None:
    return work.session.scalar(
        select(Fault).where(Fault.device == device, Fault.code == code, Fault.cleared_at.is_(None))
    )


def _end(work: Work, fault: Fault) -> None:
    fault.cleared_at, fault.cleared_by = work.now, work.actor.stamp
    work.session.flush()
    work.announce("device.fault", fault.hall, parts=("tasks",))
