"""Someone asks for a person: from a kiosk's every page, or from a ticket's own page (R64)."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import select

from server.accounts.service import describe_by
from server.clinic.models import Hall, Texts
from server.core.answers import keep_answer, kept_answer
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import NotFound, Refusal
from server.core.ids import new_id
from server.core.language import languages
from server.devices.models import HelpCall
from server.devices.rules import answers_new_press
from server.devices.service.installed import find_device, require_hall

LASTING = ("open", "claimed")


def ask_for_help(
    work: Work, request_id: str, page: str, *, ticket: str | None = None, hall: str | None = None,
    reason: str = "help", contact: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Call a member of staff to a kiosk (the actor), or to the holder of `ticket` in `hall`.

    The same request again, or a second press while the first is still open, gives the first call again.
    Returns `{id, raised_at}`.
    """
    device = work.actor.code if work.actor.kind == "kiosk" else None
    where = hall or work.actor.halls[0]
    asker = f"ticket:{ticket}" if ticket is not None else work.actor.stamp
    request = hashlib.sha256(f"{asker}\0{request_id}".encode()).hexdigest()
    kept = kept_answer(work, "help", request)
    if kept is not None:
        return kept
    work.lock(f"help:{asker}")
    call = work.session.scalar(
        select(HelpCall)
        .where(HelpCall.hall == where, HelpCall.state.in_(LASTING), HelpCall.reason == reason)
        .where(HelpCall.ticket == ticket if ticket is not None else HelpCall.device == device)
        .order_by(HelpCall.raised_at.desc(), HelpCall.id.desc())
        .limit(1)
    )
    if call is None or not answers_new_press(call.claimed_at, work.now):
        call = HelpCall(
            id=new_id(), device=device, ticket=ticket, hall=where, page=page[:48], reason=reason,
            contact=contact, raised_at=work.now, state="open",
        )  # fmt: skip
        work.session.add(call)
        work.session.flush()
        work.announce("help.raised", where, parts=("tasks",))
    answer = {"id": call.id, "raised_at": instant(call.raised_at)}
    keep_answer(work, "help", request, answer)
    return answer


def contact_of(work: Work, ticket: str) -> str | None:
    """The number that the holder of a ticket left last, to be rung at about another time (R48)."""
    wanted = select(HelpCall.contact).where(HelpCall.ticket == ticket, HelpCall.contact.is_not(None))
    return work.session.scalar(wanted.order_by(HelpCall.raised_at.desc()).limit(1))


def see_help(work: Work, identifier: str) -> dict[str, Any]:
    """How a call for help stands, for the device that made it or for staff. Raises NotFound."""
    call = work.session.get(HelpCall, identifier)
    if call is None or (work.actor.kind != "staff" and call.device != work.actor.code):
        raise NotFound("help")
    return {
        "id": call.id, "state": call.state, "raised_at": instant(call.raised_at),
        "claimed_at": instant(call.claimed_at) if call.claimed_at is not None else None,
    }  # fmt: skip


def claim_help(work: Work, identifier: str) -> dict[str, Any]:
    """A member of staff is on the way. Claiming one's own again changes nothing.

    Raises NotFound, Forbidden `not_your_hall`, or Refusal `already_claimed` where another was quicker.
    """
    call = _get(work, identifier)
    if call.state == "claimed" and call.claimed_by == work.actor.stamp:
        return describe_help(work, call)
    if call.state != "open":
        raise Refusal("already_claimed" if call.state == "claimed" else "already_done")
    call.state, call.claimed_by, call.claimed_at = "claimed", work.actor.stamp, work.now
    _changed(work, call, "help.claimed")
    return describe_help(work, call)


def resolve_help(work: Work, identifier: str) -> dict[str, Any]:
    """The person was helped. Whoever ends an unclaimed call has claimed it thereby; a second time changes
    nothing. Raises NotFound or Forbidden `not_your_hall`."""
    call = _get(work, identifier)
    if call.state not in LASTING:
        return describe_help(work, call)
    if call.claimed_by is None:
        call.claimed_by, call.claimed_at = work.actor.stamp, work.now
    call.state, call.resolved_at = "resolved", work.now
    _changed(work, call, "help.resolved")
    return describe_help(work, call)


def open_helps(work: Work, hall: str) -> list[dict[str, Any]]:
    """A hall's calls for help that last, oldest first, as they stand in the tasks document."""
    calls = work.session.scalars(
        select(HelpCall)
        .where(HelpCall.hall == hall, HelpCall.state.in_(LASTING))
        .order_by(HelpCall.raised_at, HelpCall.id)
    )
    return [describe_help(work, call) for call in calls]


def describe_help(work: Work, call: HelpCall) -> dict[str, Any]:
    """A call for help, for staff: where to go, how long ago, who goes."""
    return {
        "id": call.id, "device": call.device, "ticket": call.ticket, "place": _place(work, call),
        "page": call.page, "reason": call.reason, "raised_at": instant(call.raised_at),
        "state": call.state, "by": describe_by(work, call.claimed_by),
        "claimed_at": instant(call.claimed_at) if call.claimed_at is not None else None,
    }  # fmt: skip


def _place(work: Work, call: HelpCall) -> Texts:
    device = find_device(work, call.device) if call.device is not None else None
    if device is not None:
        return device.place
    hall = work.session.get(Hall, call.hall)
    return hall.place if hall is not None else dict.fromkeys(languages(), call.hall)


def _get(work: Work, identifier: str) -> HelpCall:
    call = work.session.get(HelpCall, identifier, with_for_update=True)
    if call is None:
        raise NotFound("help")
    require_hall(work, call.hall)
    return call


def _changed(work: Work, call: HelpCall, event: str) -> None:
    work.session.flush()
    work.announce(event, call.hall, parts=("tasks",))
